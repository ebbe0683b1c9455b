"""Which sheet of a file the data is on; in doubt a problem that names --sheet.

A hidden sheet is never taken unless it was named. Source: reliability.md 5.3 (8, 10).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.details import DETAIL_TITLES
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.columns import detail_columns, normalise_header
from reviewer_app.importing.csv_reading import decode, read_csv
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.grid import Grid
from reviewer_app.importing.guard import Source
from reviewer_app.importing.headers import (
    HeaderNames,
    find_header_row,
    has_header,
    header_cells,
)
from reviewer_app.importing.sheet_reading import read_sheet
from reviewer_app.importing.workbook import SheetEntry, open_workbook


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets, read one at a time; CSV is one visible sheet without a name."""

    sheets: tuple[SheetEntry, ...]
    read: Callable[[SheetEntry], Grid]

    @property
    def visible(self) -> tuple[SheetEntry, ...]:
        """The sheets a person sees."""
        return tuple(entry for entry in self.sheets if not entry.hidden)


def open_book(
    source: Source, findings: Findings, progress: Callable[[int], None] | None = None
) -> Book:
    """Open a recognised file; the encoding of text is said."""
    if source.package is not None:
        workbook = open_workbook(source.package)
        if not source.name.lower().endswith(".xlsx"):
            findings.note(ProblemKind.WORKBOOK_RENAMED, found=source.name)
        return Book(workbook.sheets, lambda entry: read_sheet(workbook, entry, progress))
    text, encoding = decode(source.data)
    if encoding != "UTF-8":
        preview = next((line for line in text.splitlines() if line.strip()), "")
        findings.note(ProblemKind.ENCODING_READ, found=preview[:100], facts={"encoding": encoding})
    return Book((SheetEntry("", "", hidden=False),), lambda _entry: read_csv(text))


def choose_grid(
    book: Book,
    names: HeaderNames,
    required: Sequence[str],
    wanted: str | None,
    findings: Findings,
) -> Grid | None:
    """Read the sheet with the data; None when a problem was found instead."""
    if wanted is not None:
        entry = _named(book, wanted, findings)
        return None if entry is None else book.read(entry)
    first: Grid | None = None
    candidates: list[Grid] = []
    for entry in book.visible:
        grid = book.read(entry)
        if grid.rows and has_header(grid, names, required):
            candidates.append(grid)
        if first is None and grid.rows:
            first = grid
    if len(candidates) == 1 and candidates[0] is first:
        return first
    if candidates:
        shown = "、".join(grid.sheet for grid in candidates)
        facts = {"first": candidates[0].sheet, "top": first.sheet if first else ""}
        findings.error(ProblemKind.SHEET_CHOICE, found=shown, facts=facts)
        return None
    hidden = _hidden_with_data(book, names, required)
    if hidden is not None:
        findings.error(ProblemKind.SHEET_HIDDEN, found=hidden)
        return None
    if first is None:
        findings.error(ProblemKind.NO_ROWS)
    return first


def _hidden_with_data(book: Book, names: HeaderNames, required: Sequence[str]) -> str | None:
    for entry in book.sheets:
        if entry.hidden and has_header(book.read(entry), names, required):
            return entry.name
    return None


def _named(book: Book, wanted: str, findings: Findings) -> SheetEntry | None:
    for entry in book.sheets:
        if normalise_header(entry.name) == normalise_header(wanted):
            if entry.hidden:
                findings.note(ProblemKind.SHEET_HIDDEN, found=entry.name)
            return entry
    shown = "、".join(entry.name for entry in book.visible)
    kind = ProblemKind.SHEET_UNKNOWN if shown else ProblemKind.NO_SHEETS
    findings.error(kind, found=wanted, expected=shown)
    return None


def choose_detail_grids(
    book: Book, header_map: Mapping[str, str], wanted: str | None, findings: Findings
) -> list[tuple[DetailKind, Grid]]:
    """Read every visible sheet that is one of the detail tables."""
    entries: Sequence[SheetEntry] = book.visible
    if wanted is not None:
        entry = _named(book, wanted, findings)
        entries = [] if entry is None else [entry]
    chosen: dict[DetailKind, Grid] = {}
    empty: list[str] = []
    for grid in _read_all(book, entries):
        findings.sheet = grid.sheet
        kind = _detail_kind(grid, header_map)
        if kind is None and grid.rows and grid.sheet:
            findings.note(ProblemKind.SHEET_IGNORED, found=grid.sheet)
        elif kind in chosen:
            shown = f"{chosen[kind].sheet}、{grid.sheet}"
            facts = {"first": grid.sheet, "top": chosen[kind].sheet}
            findings.error(ProblemKind.SHEET_CHOICE, found=shown, facts=facts)
        elif kind is not None and _has_rows(grid):
            chosen[kind] = grid
        elif kind is not None:
            empty.append(grid.sheet)
    findings.sheet = ""
    if not chosen and empty:
        findings.error(ProblemKind.NO_ROWS)
    elif not chosen and not findings.errors:
        expected = "、".join(title for title, _ in DETAIL_TITLES.values())
        shown = "、".join(entry.name for entry in entries)
        none = ProblemKind.SHEET_UNKNOWN if shown else ProblemKind.NO_DETAIL_TABLE
        findings.error(none, found=shown, expected=expected)
    return list(chosen.items())


def _read_all(book: Book, entries: Sequence[SheetEntry]) -> Iterator[Grid]:
    for entry in entries:
        yield book.read(entry)


def _has_rows(grid: Grid) -> bool:
    """Whether there is more than a header; empty tables of a template are passed by."""
    return len(grid.rows) > 1


def _detail_kind(grid: Grid, header_map: Mapping[str, str]) -> DetailKind | None:
    """Tell the table by the name of its sheet, else by its headers."""
    for kind, titles in DETAIL_TITLES.items():
        if normalise_header(grid.sheet) in {normalise_header(title) for title in titles}:
            return kind
    best, most = None, 0
    for kind in DetailKind:
        columns = detail_columns(kind)
        names = HeaderNames(columns, header_map)
        required = [column.key for column in columns if column.is_required]
        row = find_header_row(grid, names, required)
        if row is None or not has_header(grid, names, required):
            continue
        known = sum(names.match(text)[0] is not None for text in header_cells(grid, row).values())
        if known > most:
            best, most = kind, known
    return best
