"""What an import would do, as values: nothing here reads or writes.

A plan is made by `importing` from a file and the batch as it is (`Present`), shown by
the cli or a screen, and written by `workflow.apply_import` in one journal entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer_app.domain.application import Application, DetailRow
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState


class ImportKind(StrEnum):
    """The kinds of import workbook (contract.md 3)."""

    APPLICATIONS = "applications"
    REVIEWERS = "reviewers"
    ASSIGNMENTS = "assignments"
    METRICS = "metrics"
    DETAILS = "details"
    SCORES = "scores"


class Severity(StrEnum):
    """A note is shown, an error keeps the row (or the file) out."""

    NOTE = "note"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a file.

    `kind` is a `domain.problem_kinds.ProblemKind`; `words.import_problems` makes the
    sentence from it and `facts`. `row` counts from 1 as the spreadsheet shows it, None
    for the whole file; `column` is the header as found (or the letter).
    """

    kind: str
    severity: Severity
    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    found: str = ""
    expected: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the preview: what a row would change.

    `field` is empty for a new row; `before` and `after` are texts as the user knows them.
    """

    subject: str
    field: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One score (or only a comment: `value` None) on one sheet; `value` in hundredths."""

    application: str
    reviewer: str
    indicator: str
    value: int | None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class StateRow:
    """A sheet's state from a scores workbook: recused, abstained or absent."""

    application: str
    reviewer: str
    state: SheetState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Payload:
    """The rows to write: complete new values, only of what is new or changed.

    `applications` carry all fields and the merged metrics; `metrics` maps application
    number -> input key -> exact text for a metrics or details import; `assignments` is
    the whole set of (application, reviewer) pairs, None when the import is of another
    kind; `details` replaces the rows of each (application, kind) that occurs in it;
    `submissions` are the complete sheets that a scores import with --submit submits.
    """

    applications: tuple[Application, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    assignments: frozenset[tuple[str, str]] | None = None
    metrics: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    details: tuple[DetailRow, ...] = ()
    scores: tuple[ScoreRow, ...] = ()
    states: tuple[StateRow, ...] = ()
    submissions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    With anything among `problems` nothing may be written unless the bad rows were asked
    to be skipped; `payload` holds the good rows only. `unchanged` names the subjects of
    rows that are as in the batch; `kept` are fields of scored rows that the file would
    change and the import leaves alone; `notes` are problems of severity note; `bad_cells`
    are (sheet, row, column index from 1; 0 for the whole row) to mark red in a copy.
    """

    kind: ImportKind
    file: str
    digest: str
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    unchanged: tuple[str, ...]
    kept: tuple[Change, ...]
    notes: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    payload: Payload
    bad_cells: tuple[tuple[str, int, int], ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether the whole file may be written."""
        return not self.problems

    @property
    def is_refused(self) -> bool:
        """Whether the file as a whole cannot be used: no row of it may be written."""
        return any(problem.row is None for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Present:
    """The batch as an import meets it.

    Keys: application number, reviewer number, (application, reviewer), (application,
    reviewer, indicator).

    `assignments` is None while everyone is assigned to everything; `sheets` has only
    the sheets somebody touched (all others are pending).
    """

    scheme: Scheme
    applications: Mapping[str, Application]
    reviewers: Mapping[str, Reviewer]
    assignments: frozenset[tuple[str, str]] | None
    sheets: Mapping[tuple[str, str], SheetState]
    scores: Mapping[tuple[str, str, str], int]
    comments: Mapping[tuple[str, str, str], str]
    details: Mapping[tuple[str, str], tuple[DetailRow, ...]]
    is_rehearsal: bool = False

    def is_assigned(self, application: str, reviewer: str) -> bool:
        """Whether the reviewer has a sheet of the application."""
        return self.assignments is None or (application, reviewer) in self.assignments
