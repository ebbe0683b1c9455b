"""Finds the header row of a sheet and tells which column is which.

Every doubt becomes a problem that names the option by which the user decides
(`--map OLD=NEW`, `--unit COLUMN=...`). Source: contract.md 3; reliability.md 5.3 (6, 7,
17, 29, 61).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.columns import (
    Column,
    ColumnKind,
    normalise_header,
    split_bracket,
)
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.grid import (
    TITLE_ROWS,
    Grid,
    Merge,
    column_letters,
    column_number,
)
from reviewer_app.importing.number_reading import MONEY_UNITS
from reviewer_app.importing.strings import clean_line

_HEADERS_SHOWN = 40
_LEAST_HEADERS = 2
"""One known word in a row is no header: guidance beside the table has those too."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A column of the sheet: where it stands, its header as found, what it means.

    `column` is None for a column we do not know. `unit` is what its numbers are written
    in; `is_confirmed` says that the file or the user named it.
    """

    index: int
    header: str
    column: Column | None
    unit: str = ""
    is_confirmed: bool = False

    @property
    def place(self) -> tuple[int, str]:
        """Index and header, as findings name a column."""
        return (self.index, self.header)


@dataclass(frozen=True, slots=True)
class Layout:
    """The header row and its columns; data starts after `last_header_row`."""

    header_row: int
    last_header_row: int
    placed: tuple[Placed, ...]

    @property
    def by_key(self) -> Mapping[str, Placed]:
        """The known columns by key."""
        return {item.column.key: item for item in self.placed if item.column is not None}

    @property
    def unknown(self) -> tuple[Placed, ...]:
        """The columns we do not know, in order."""
        return tuple(item for item in self.placed if item.column is None)


class HeaderNames:
    """Looks up headers among the columns of a kind; names that fit two fit none."""

    def __init__(self, columns: Iterable[Column], header_map: Mapping[str, str]) -> None:
        self.columns = tuple(columns)
        self.header_map = {normalise_header(old): new for old, new in header_map.items()}
        self.as_typed = {normalise_header(old): old for old in header_map}
        self._by_name: dict[str, Column | None] = {}
        for column in self.columns:
            for name in {normalise_header(name) for name in (*column.names, column.header)}:
                other = self._by_name.get(name, column)
                self._by_name[name] = column if other is column else None

    def target(self, name: str) -> Column | None:
        """Find the column that a header without unit, or an option, names."""
        return self._by_name.get(normalise_header(name))

    def match(self, header: str) -> tuple[Column | None, str]:
        """Give the column of a header as found and what its bracket says."""
        mapped = self.header_map.get(normalise_header(header))
        name = normalise_header(header if mapped is None else mapped)
        base, bracket = split_bracket(name)
        found = self._by_name.get(name)
        if found is not None:
            return found, bracket if bracket in (*MONEY_UNITS, found.unit.casefold()) else ""
        found = self._by_name.get(base)
        if mapped is not None and not bracket:
            bracket = split_bracket(normalise_header(header))[1]
        return found, bracket


def header_cells(grid: Grid, row: int) -> dict[int, str]:
    """Give the texts of a row by column, cleaned."""
    return {
        column: text
        for column, cell in sorted(grid.rows.get(row, {}).items())
        if (text := clean_line(cell.text))
    }


def find_header_row(grid: Grid, names: HeaderNames, required: Sequence[str]) -> int | None:
    """Give the first row with all required headers, else the one with most known ones.

    None for a sheet without anything in its first rows.
    """
    best, best_count = None, 0
    first = min(grid.rows, default=None)
    for row in sorted(grid.rows):
        if first is None or row > first + TITLE_ROWS:
            break
        cells = header_cells(grid, row)
        letters = {names.header_map.get(column_letters(index).casefold()) for index in cells}
        found = [names.match(text)[0] for text in cells.values()]
        found += [names.target(name) for name in letters if name]
        keys = {column.key for column in found if column is not None}
        if required and keys.issuperset(required) and len(keys) >= _LEAST_HEADERS:
            return row
        if len(keys) > best_count:
            best, best_count = row, len(keys)
    return first if best is None else best


def has_header(grid: Grid, names: HeaderNames, required: Sequence[str]) -> bool:
    """Whether the sheet has a row with all required headers."""
    row = find_header_row(grid, names, required)
    if row is None:
        return False
    keys = {
        column.key for text in header_cells(grid, row).values() if (column := names.match(text)[0])
    }
    return keys.issuperset(required) and len(keys) >= _LEAST_HEADERS


def read_layout(
    grid: Grid,
    names: HeaderNames,
    required: Sequence[str],
    units: Mapping[str, str],
    findings: Findings,
) -> Layout | None:
    """Tell the columns of a sheet; None where a problem leaves them in doubt."""
    row = find_header_row(grid, names, required)
    if row is None:
        findings.error(ProblemKind.NO_ROWS)
        return None
    before = len(findings.errors)
    cells = header_cells(grid, row)
    merges = [merge for merge in grid.merges if merge.top <= row <= merge.bottom]
    lettered = _lettered(names, cells, merges)
    wide = (merge for merge in merges if merge.right > merge.left and merge.top >= row)
    placed = tuple(_placed(names, units, index, text, lettered) for index, text in cells.items())
    _check_merges(wide, cells, lettered, findings)
    _check_mapping(names, cells, units, placed, findings)
    placed = _without_overridden(placed, lettered)
    _check_columns(placed, names, required, findings)
    _note_units(placed, findings)
    if len(findings.errors) > before:
        return None
    last = max((merge.bottom for merge in merges if merge.top >= row), default=row)
    return Layout(row, last, placed)


def _lettered(names: HeaderNames, cells: dict[int, str], merges: Sequence[Merge]) -> dict[int, str]:
    """Give the columns that --map names by letter; they may have no header text."""
    headers = {normalise_header(text) for text in cells.values()}
    found = {}
    for old, new in names.header_map.items():
        index = column_number(old) if old not in headers else 0
        covered = any(merge.left <= index <= merge.right for merge in merges)
        if index and (index in cells or covered):
            found[index] = new
            cells.setdefault(index, old.upper())
    return found


def _placed(
    names: HeaderNames,
    units: Mapping[str, str],
    index: int,
    text: str,
    lettered: Mapping[int, str],
) -> Placed:
    column, bracket = names.match(lettered.get(index, text))
    if column is None:
        return Placed(index, text, None)
    for name, unit in units.items():
        if normalise_header(name) == normalise_header(text) or names.target(name) is column:
            return Placed(index, text, column, unit, is_confirmed=True)
    if bracket in MONEY_UNITS or (bracket and bracket == column.unit.casefold()):
        return Placed(index, text, column, bracket, is_confirmed=True)
    return Placed(index, text, column, column.unit)


def _check_merges(
    merges: Iterable[Merge],
    cells: Mapping[int, str],
    lettered: Mapping[int, str],
    findings: Findings,
) -> None:
    for merge in merges:
        if not all(index in lettered for index in range(merge.left, merge.right + 1)):
            header = cells.get(merge.left, column_letters(merge.left))
            place = f"{column_letters(merge.left)}{merge.top}:{column_letters(merge.right)}"
            findings.error(
                ProblemKind.HEADER_MERGED,
                column=(merge.left, header),
                found=f"{place}{merge.bottom}",
                facts={"first": column_letters(merge.left), "last": column_letters(merge.right)},
            )


def _check_mapping(
    names: HeaderNames,
    cells: Mapping[int, str],
    units: Mapping[str, str],
    placed: Sequence[Placed],
    findings: Findings,
) -> None:
    """Say options that name a header or a column that is not there."""
    known = {normalise_header(text) for text in cells.values()}
    known |= {column_letters(index).casefold() for index in cells}
    headers = _joined(cells.values())
    for old, new in names.header_map.items():
        if old not in known:
            found = names.as_typed[old]
            findings.error(ProblemKind.MAP_SOURCE, found=found, facts={"headers": headers})
        if names.match(new)[0] is None:
            expected = _joined(column.names[0] for column in names.columns)
            findings.error(ProblemKind.MAP_TARGET, found=new, expected=expected)
    for name, unit in units.items():
        target = names.target(name)
        items = [
            item
            for item in placed
            if item.column is not None
            and (item.column is target or normalise_header(item.header) == normalise_header(name))
        ]
        wanted = items[0].column.unit if items and items[0].column else ""
        if unit not in MONEY_UNITS or wanted not in MONEY_UNITS:
            findings.error(ProblemKind.UNIT_COLUMN, found=name, facts={"headers": headers})


def _without_overridden(
    placed: Sequence[Placed], lettered: Mapping[int, str]
) -> tuple[Placed, ...]:
    """Let a column mapped by letter win over another with the same meaning."""
    chosen = {item.column.key for item in placed if item.column and item.index in lettered}
    return tuple(
        Placed(item.index, item.header, None)
        if item.column is not None and item.column.key in chosen and item.index not in lettered
        else item
        for item in placed
    )


def _check_columns(
    placed: Sequence[Placed], names: HeaderNames, required: Sequence[str], findings: Findings
) -> None:
    headers = _joined(item.header for item in placed)
    seen: dict[str, Placed] = {}
    for item in placed:
        if item.column is None:
            continue
        other = seen.setdefault(item.column.key, item)
        if other is not item:
            facts = {"first": column_letters(other.index), "last": column_letters(item.index)}
            findings.error(
                ProblemKind.HEADER_TWICE, column=item.place, found=item.header, facts=facts
            )
    by_key = {column.key: column for column in names.columns}
    missing = [by_key[key].names[0] for key in required if key not in seen]
    if missing:
        findings.error(
            ProblemKind.HEADER_MISSING,
            found=headers,
            expected="、".join(missing),
            facts={"missing": missing[0]},
        )


def _note_units(placed: Sequence[Placed], findings: Findings) -> None:
    """Say where a unit in brackets differs from the one the scheme wants."""
    for item in placed:
        column = item.column
        if column is None or column.kind not in (ColumnKind.NUMBER, ColumnKind.INPUT):
            continue
        bracket = split_bracket(normalise_header(item.header))[1]
        if item.unit != column.unit and item.unit in MONEY_UNITS:
            if column.unit in MONEY_UNITS:
                kind = ProblemKind.UNIT_CONVERTED
                findings.note(kind, column=item.place, found=item.unit, expected=column.unit)
            elif not item.is_confirmed:
                kind = ProblemKind.UNIT_MISMATCH
                findings.error(kind, column=item.place, found=item.unit, expected=column.unit)
        elif (
            bracket
            and not item.is_confirmed
            and normalise_header(item.header)
            not in {normalise_header(name) for name in column.names}
        ):
            kind = ProblemKind.HEADER_BRACKET
            findings.note(kind, column=item.place, found=bracket, expected=column.unit)


def _joined(texts: Iterable[str]) -> str:
    items = list(texts)
    more = "…" if len(items) > _HEADERS_SHOWN else ""
    return "、".join(items[:_HEADERS_SHOWN]) + more
