"""The findings of one file while it is read: errors, notes and cells to mark red.

Notes repeat by the thousand in large files, so of each kind and column the first ones
are kept and the rest are counted; errors are kept all, up to a bound said as one.
"""

from collections import Counter
from collections.abc import Mapping

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.plans import Problem, Severity
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.grid import column_letters

GREATEST_ERRORS = 20_000
NOTES_SHOWN = 20
_SHOWN_TEXT = 200


class Findings:
    """Collects what is found in the sheet named by `sheet`, which readers set."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sheet = ""
        self.errors: list[Problem] = []
        self.bad_cells: list[tuple[str, int, int]] = []
        self._notes: list[Problem] = []
        self._counts: Counter[tuple[str, ProblemKind, str]] = Counter()

    def error(
        self,
        kind: ProblemKind,
        row: int | None = None,
        column: "tuple[int, str] | None" = None,
        *,
        found: str = "",
        expected: str = "",
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """Add an error; `column` is its index and header, None for the whole row."""
        if len(self.errors) >= GREATEST_ERRORS:
            raise FileRefused(ProblemKind.TOO_MANY_PROBLEMS, {"limit": str(GREATEST_ERRORS)})
        if row is not None:
            self.bad_cells.append((self.sheet, row, column[0] if column else 0))
        self.errors.append(
            self._problem(kind, Severity.ERROR, row, column, (found, expected), facts)
        )

    def note(
        self,
        kind: ProblemKind,
        row: int | None = None,
        column: "tuple[int, str] | None" = None,
        *,
        found: str = "",
        expected: str = "",
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """Add a note; beyond the first of its kind and column it is only counted."""
        key = (self.sheet, kind, column[1] if column else "")
        self._counts[key] += 1
        if self._counts[key] <= NOTES_SHOWN:
            self._notes.append(
                self._problem(kind, Severity.NOTE, row, column, (found, expected), facts)
            )

    def notes(self) -> tuple[Problem, ...]:
        """Give the notes, with one line for each that was only counted."""
        more = (
            Problem(
                ProblemKind.MORE_LIKE_THIS,
                Severity.NOTE,
                self.file,
                sheet,
                column=header,
                facts={"kind": kind, "count": str(count - NOTES_SHOWN)},
            )
            for (sheet, kind, header), count in self._counts.items()
            if count > NOTES_SHOWN
        )
        return (*self._notes, *more)

    def _problem(
        self,
        kind: ProblemKind,
        severity: Severity,
        row: int | None,
        column: tuple[int, str] | None,
        texts: tuple[str, str],
        facts: Mapping[str, str] | None,
    ) -> Problem:
        place = dict(facts or {})
        if row is not None and column is not None:
            place.setdefault("cell", f"{column_letters(column[0])}{row}")
        return Problem(
            kind=kind,
            severity=severity,
            file=self.file,
            sheet=self.sheet,
            row=row,
            column=column[1] if column else "",
            found=texts[0][:_SHOWN_TEXT],
            expected=texts[1],
            facts=place,
        )
