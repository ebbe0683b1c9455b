"""A sheet becomes rows of read values, with every finding said where it stands.

Source: reliability.md 5.3 (2-7, 25-28, 60, 61).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median_low

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.scheme import InputKind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.cells import PICTURE, Reader, plain_text, reader_for, state_word
from reviewer_app.importing.columns import ColumnKind
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.grid import (
    EMPTY,
    GREATEST_ROWS,
    Cell,
    CellKind,
    Grid,
    column_letters,
)
from reviewer_app.importing.headers import Layout, Placed
from reviewer_app.importing.number_reading import MONEY_UNITS
from reviewer_app.importing.strings import (
    GREATEST_TEXT,
    clean_key,
    clean_line,
    clean_text,
    utf16_length,
)

_TOTAL = re.compile(
    r"(?:合计|总计|小计|共计|累计|本页小计|平均|平均分|平均值|total|sum|subtotal)(?:[:(（：].*)?",
    re.IGNORECASE,
)
_FOOT = re.compile(r"(?:注|备注|说明|填表人?|制表人?|审核人?|联系人|填报单位|日期)[:：]")
_MERGED_CELLS = 400_000
_SUSPECT_FACTOR = 10
_SUSPECT_FROM = 4

Progress = Callable[[int], None]


@dataclass(slots=True)
class Row:
    """One row as read.

    `values` has "" for an empty cell and lacks the bad ones; `states` holds 回避, 弃权 or
    缺席 found in score cells; `raw_keys` are keys as written.
    """

    number: int
    values: dict[str, str] = field(default_factory=dict)
    states: dict[str, SheetState] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    raw_keys: tuple[str, ...] = ()
    is_bad: bool = False

    def get(self, key: str) -> str:
        """Give the text of a column, "" where it is empty, missing or bad."""
        return self.values.get(key, "")


class Table:
    """The rows of one sheet under its layout."""

    def __init__(
        self, grid: Grid, layout: Layout, findings: Findings, *, fill_merged: bool
    ) -> None:
        self.grid = grid
        self.layout = layout
        self.findings = findings
        self.by_key = layout.by_key
        self._fill_merged = fill_merged
        self._columns = [
            (item, item.column, reader_for(item, epoch_1904=grid.epoch_1904))
            for item in layout.placed
            if item.column is not None
        ]
        self._extras = _with_unique_headers(layout.unknown)
        self._merged = self._merged_cells()

    def rows(self, progress: Progress | None = None) -> list[Row]:
        """Read every data row; blank rows and totals are left out."""
        self._note_hidden()
        result = []
        for number in sorted(self.grid.rows):
            if number <= self.layout.last_header_row:
                continue
            cells = self.grid.rows[number]
            if all(cell.is_empty for cell in cells.values()) or self._is_total(number, cells):
                continue
            result.append(self._row(number, cells))
            if progress is not None and len(result) % 500 == 0:
                progress(len(result))
        if not result:
            self.findings.error(ProblemKind.NO_ROWS)
        if len(result) > GREATEST_ROWS:
            facts = {"row": str(result[-1].number), "limit": str(GREATEST_ROWS)}
            raise FileRefused(ProblemKind.TOO_MANY_ROWS, facts)
        self._note_suspect_amounts(result)
        return result

    def _row(self, number: int, cells: dict[int, Cell]) -> Row:
        row = Row(number)
        raw_keys = []
        for placed, column, reader in self._columns:
            cell = cells.get(placed.index, EMPTY)
            if cell is EMPTY and (row.number, placed.index) in self._merged:
                filled = self._merged_value(row, placed)
                if filled is None:
                    continue
                cell = filled
            if column.kind is ColumnKind.KEY:
                raw_keys.append(cell.text)
            self._take(row, placed, cell, reader)
            if column.is_required and column.key in row.values and not row.values[column.key]:
                self.findings.error(ProblemKind.REQUIRED, number, placed.place)
                row.is_bad = True
        for placed in self._extras:
            extra = cells.get(placed.index)
            if extra is not None and (text := self._extra_text(row, placed, extra)):
                row.extra[placed.header] = text
        row.raw_keys = tuple(raw_keys)
        return row

    def _take(self, row: Row, placed: Placed, cell: Cell, reader: Reader) -> None:
        """Read one cell of a known column into the row."""
        column = placed.column
        assert column is not None
        if cell.formula is not None or cell.kind is CellKind.ERROR or cell.text[:1] in ("=", "_"):
            fault = _formula_fault(cell)
            if fault is not None:
                self._fail(row, placed, fault, cell)
                return
            if cell.formula is not None:
                kind = ProblemKind.FORMULA_CACHED
                self.findings.note(kind, row.number, placed.place, found=self._shown(cell))
        if column.kind is ColumnKind.SCORE and (state := state_word(cell)) is not None:
            row.states[column.key] = state
            return
        reading = reader(cell)
        if reading.error is not None:
            self._fail(row, placed, reading.error, cell)
            return
        row.values[column.key] = reading.text
        if reading.note is not None:
            found = self._shown(cell)
            self.findings.note(
                reading.note, row.number, placed.place, found=found, expected=reading.text
            )

    def _fail(self, row: Row, placed: Placed, kind: ProblemKind, cell: Cell) -> None:
        row.is_bad = True
        facts = {"unit": placed.unit}
        if kind is ProblemKind.TEXT_TOO_LONG:
            facts["length"] = str(utf16_length(cell.text))
        self.findings.error(
            kind,
            row.number,
            placed.place,
            found=self._shown(cell),
            expected=_expected(placed),
            facts=facts,
        )

    def _shown(self, cell: Cell) -> str:
        if cell.kind is CellKind.EMPTY and cell.formula is not None:
            return f"={cell.formula}"
        return clean_line(plain_text(cell, epoch_1904=self.grid.epoch_1904)[:400])

    def _extra_text(self, row: Row, placed: Placed, cell: Cell) -> str:
        """Give the text of a column we do not know; what cannot be kept is noted."""
        fault = _formula_fault(cell)
        if fault is None and len(cell.text) > GREATEST_TEXT:
            fault = ProblemKind.TEXT_TOO_LONG
        if fault is not None:
            facts = {"length": str(utf16_length(cell.text))}
            found = self._shown(cell)
            self.findings.note(fault, row.number, placed.place, found=found, facts=facts)
            return ""
        return clean_text(plain_text(cell, epoch_1904=self.grid.epoch_1904))

    def _is_total(self, number: int, cells: dict[int, Cell]) -> bool:
        filled = [index for index, cell in cells.items() if not cell.is_empty]
        first = clean_key(cells[min(filled)].text[:80]).replace(" ", "")
        is_foot = len(filled) <= 2 and _FOOT.match(first) is not None
        if not is_foot and not _TOTAL.fullmatch(first):
            return False
        self.findings.note(ProblemKind.TOTAL_ROW, number, found=first[:40])
        return True

    def _merged_cells(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Map each covered cell of a known column to the cell that holds its value."""
        indexes = {placed.index for placed, _, _ in self._columns}
        last = max(self.grid.rows, default=0)
        covered: dict[tuple[int, int], tuple[int, int]] = {}
        for merge in self.grid.merges:
            columns = [index for index in indexes if merge.left <= index <= merge.right]
            for row in range(max(merge.top, self.layout.last_header_row + 1), last + 1):
                if row > merge.bottom:
                    break
                covered |= {(row, index): (merge.top, merge.left) for index in columns}
            if len(covered) > _MERGED_CELLS:
                raise FileRefused(ProblemKind.TOO_MANY_MERGES, {"place": self.grid.sheet})
            covered.pop((merge.top, merge.left), None)
        return covered

    def _merged_value(self, row: Row, placed: Placed) -> Cell | None:
        """Give the value of a covered cell, None where it is an error instead."""
        anchor = self._merged[row.number, placed.index]
        cell = self.grid.cell(*anchor)
        if self._fill_merged and anchor[1] == placed.index:
            kind = ProblemKind.MERGED_FILLED
            self.findings.note(kind, row.number, placed.place, found=self._shown(cell))
            return cell
        row.is_bad = True
        facts = {"anchor": f"{column_letters(anchor[1])}{anchor[0]}"}
        kind = ProblemKind.MERGED_CELL
        self.findings.error(kind, row.number, placed.place, found=self._shown(cell), facts=facts)
        return None

    def _note_hidden(self) -> None:
        rows = sorted(row for row in self.grid.hidden_rows if row in self.grid.rows)
        if rows:
            facts = {"count": str(len(rows)), "first": str(rows[0])}
            self.findings.note(ProblemKind.HIDDEN_ROWS, facts=facts)
        hidden = [
            item.header
            for item in self.layout.placed
            if any(first <= item.index <= last for first, last in self.grid.hidden_columns)
        ]
        if hidden:
            facts = {"count": str(len(hidden))}
            self.findings.note(ProblemKind.HIDDEN_COLUMNS, found="、".join(hidden), facts=facts)

    def _note_suspect_amounts(self, rows: Sequence[Row]) -> None:
        """Warn of amounts that look like 元 in a column of 万元."""
        for placed, column, _ in self._columns:
            if column.unit not in MONEY_UNITS:
                continue
            amounts = [(row, Fraction(text)) for row in rows if (text := row.get(column.key))]
            positive = sorted(amount for _, amount in amounts if amount > 0)
            if len(positive) < _SUSPECT_FROM:
                continue
            middle = median_low(positive)
            facts = {"median": format_exact(middle), "unit": column.unit}
            for row, amount in amounts:
                if amount > _SUSPECT_FACTOR * middle:
                    kind, found = ProblemKind.UNIT_SUSPECT, row.get(column.key)
                    self.findings.note(kind, row.number, placed.place, found=found, facts=facts)


def unique_rows(
    rows: Sequence[Row], keys: Sequence[str], findings: Findings, placed: Placed | None = None
) -> Iterator[Row]:
    """Give the rows whose key is theirs alone, in order; repeated ones once.

    Keys equal only after cleaning, and equal keys with different data, are errors of
    every row concerned. Bad rows are left out, but still count against others.
    """
    place = placed.place if placed is not None else None
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        key = tuple(row.get(name) for name in keys)
        if all(key):
            groups.setdefault(key, []).append(row)
    for key, group in groups.items():
        first = group[0]
        if len(group) > 1:
            kind = _clash(group)
            others = "、".join(str(row.number) for row in group[:20])
            facts = {"rows": others, "key": " · ".join(key), "first": str(first.number)}
            if kind is None:
                for row in group[1:]:
                    findings.note(ProblemKind.ROW_REPEATED, row.number, facts=facts)
            else:
                for row in group:
                    row.is_bad = True
                    findings.error(
                        kind, row.number, place, found=" · ".join(row.raw_keys), facts=facts
                    )
        if not first.is_bad:
            yield first


def _clash(group: Sequence[Row]) -> ProblemKind | None:
    first = group[0]
    if any(row.raw_keys != first.raw_keys for row in group):
        return ProblemKind.KEY_COLLISION
    same = all(
        (row.values, row.states, row.extra) == (first.values, first.states, first.extra)
        for row in group
    )
    return None if same else ProblemKind.ROW_CONFLICT


def _formula_fault(cell: Cell) -> ProblemKind | None:
    if PICTURE.match(cell.formula or "") or (cell.text[:1] == "=" and PICTURE.match(cell.text)):
        return ProblemKind.CELL_PICTURE
    if cell.kind is CellKind.ERROR:
        return ProblemKind.CELL_ERROR
    if cell.formula is not None and cell.kind is CellKind.EMPTY:
        return ProblemKind.FORMULA_EMPTY
    return None


def _with_unique_headers(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Tell unknown columns with the same header apart by their letters."""
    headers = [item.header for item in placed]
    return tuple(
        Placed(item.index, f"{item.header} ({column_letters(item.index)})", None)
        if headers.count(item.header) > 1
        else item
        for item in placed
    )


def _expected(placed: Placed) -> str:
    """Say in signs what values an input takes: bounds or words."""
    column = placed.column
    assert column is not None
    item = column.input
    if item is None:
        return ""
    if item.kind is InputKind.CHOICE:
        return "、".join(word for word, _ in item.values)
    if item.kind is InputKind.SHARE:
        return "0–1"
    low = "" if item.minimum is None else format_exact(item.minimum)
    high = "" if item.maximum is None else format_exact(item.maximum)
    return f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}" if high else ""
