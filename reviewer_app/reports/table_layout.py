"""Laying a table over pages.

Wrap only what overflows, repeat the header, split a row only where it is taller than a
page.
"""

from dataclasses import dataclass

from reviewer_app.domain.document import Cell, ColumnKind, Number, Row, RowKind, Table
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.flow import LAST_LINES, Flow
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.surface import HAND
from reviewer_app.reports.table_grid import CAP, MARK, PAD, TEXT_PAD, Grid, grid_of
from reviewer_app.reports.table_header import TableHeader
from reviewer_app.reports.wrapping import wrap
from reviewer_app.words.reports import DASH


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row with its lines; `span` is true for one cell over the whole width."""

    lines: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...]
    cells: tuple[Cell, ...]
    kind: RowKind
    height: float


def lay_row(table: Table, grid: Grid, row: Row) -> LaidRow:
    """Break the cells of a row into lines."""
    face = face_of(row.kind)
    lines: list[tuple[str, ...]] = []
    marks: list[str] = []
    for position, cell in enumerate(row.cells):
        span = len(table.columns) if row.kind is RowKind.GROUP else 1
        is_text = table.columns[position].kind is ColumnKind.TEXT
        inner = grid.inner(position, span) - (2 * TEXT_PAD if is_text else 0)
        if isinstance(cell, Number):
            own, mark = _number(cell, face, grid.size, inner)
        else:
            own, mark = _text(printable(cell), face, grid.size, inner), ""
        lines.append(own)
        marks.append(mark)
    most = max(map(len, lines))
    height = most * grid.leading + 2 * grid.row_pad
    if row.kind is RowKind.BY_HAND:
        height = max(height, HAND)
    return LaidRow(tuple(lines), tuple(marks), row.cells, row.kind, height)


def _text(text: str, face: Face, size: float, inner: float) -> tuple[str, ...]:
    if len(text) * size <= inner and "\n" not in text:
        return (text,)
    return wrap(face, text, size, inner)


def _number(cell: Number, face: Face, size: float, inner: float) -> tuple[tuple[str, ...], str]:
    """Give the lines and the mark beside them; where both do not fit, it stands beneath."""
    if not cell.mark:
        return (cell.text,), ""
    wide = text_width(face, cell.text) + text_width(Face.SERIF, cell.mark) * MARK
    if wide * size <= inner * 1000:
        return (cell.text,), cell.mark
    return (cell.text, *wrap(face, cell.mark, size, inner)), ""


def face_of(kind: RowKind) -> Face:
    """Give the face of a kind of row: groups and totals stand out."""
    return Face.BOLD if kind in (RowKind.GROUP, RowKind.TOTAL, RowKind.SUBTOTAL) else Face.SERIF


class TableLayout:
    """One table on its way over the pages."""

    def __init__(self, table: Table, flow: Flow, kept: float = 0) -> None:
        self._table = table
        self._flow = flow
        self._kept = kept
        paper = flow.paper
        self._grid = grid_of(table, paper.left, paper.text_width, flow.density)
        self._head = TableHeader(table, self._grid, flow.full_room)
        self._upright_from: float | None = None

    def lay(self) -> None:
        """Set the whole table."""
        rows = self._table.rows
        upcoming = lay_row(self._table, self._grid, rows[0]) if rows else None
        ending = max(0, len(rows) - LAST_LINES)
        self._flow.need(self._head.height + self._first_height(upcoming))
        self._header()
        for position in range(len(rows)):
            laid = upcoming
            assert laid is not None
            if position == ending and self._kept:
                self._keep(self._end_height(ending))
            more = position + 1 < len(rows)
            upcoming = lay_row(self._table, self._grid, rows[position + 1]) if more else None
            self._place(laid, upcoming)
        self._close_verticals()

    def _first_height(self, first: LaidRow | None) -> float:
        """Give the height that must stand beneath the first header."""
        if first is None:
            return self._kept
        body = self._flow.full_room - self._head.height
        whole = self._end_height(0) if len(self._table.rows) <= LAST_LINES else first.height
        few = LAST_LINES * self._grid.leading + 2 * self._grid.row_pad
        return next((part for part in (whole, first.height) if part <= body), min(few, body))

    def _end_height(self, start: int) -> float:
        """Give the height of the last rows and of what must stand with them."""
        rows = self._table.rows[start:]
        return sum(lay_row(self._table, self._grid, row).height for row in rows) + self._kept

    def _keep(self, height: float) -> None:
        """Turn the page before the last rows if they would part from what follows."""
        if self._flow.room < height <= self._flow.full_room - self._head.height:
            self._turn()

    def _place(self, laid: LaidRow, upcoming: LaidRow | None) -> None:
        need = laid.height
        if upcoming is not None and _stay_together(laid, upcoming):
            need += upcoming.height
        body = self._flow.full_room - self._head.height
        if laid.height > body:
            self._split(laid, is_last=upcoming is None)
            return
        if min(need, body) > self._flow.room:
            self._turn()
        self._draw(laid)

    def _split(self, laid: LaidRow, *, is_last: bool) -> None:
        """Set a row taller than a page in pieces, line by line."""
        done = 0
        most = max(map(len, laid.lines))
        kept = self._kept if is_last else 0.0
        while done < most:
            left = most - done
            fitting = self._lines_in(self._flow.room)
            if left <= fitting and self._lines_in(self._flow.room - kept) < left:
                fitting = left - LAST_LINES
            if fitting < min(LAST_LINES, left):
                self._turn()
                continue
            piece = tuple(lines[done : done + fitting] for lines in laid.lines)
            count = max(map(len, piece))
            marks = laid.marks if done == 0 else ("",) * len(laid.marks)
            height = count * self._grid.leading + 2 * self._grid.row_pad
            self._draw(LaidRow(piece, marks, laid.cells, laid.kind, height))
            done += fitting

    def _lines_in(self, height: float) -> int:
        return int((height - 2 * self._grid.row_pad) / self._grid.leading)

    def _turn(self) -> None:
        self._close_verticals()
        self._flow.new_page()
        self._header()

    def _draw(self, laid: LaidRow) -> None:
        top = self._flow.y
        surface = self._flow.surface
        edges = self._grid.edges
        self._tint(laid, top)
        if laid.kind is RowKind.GROUP:
            self._close_verticals()
            surface.line(edges[0], top, edges[0], top + laid.height)
            surface.line(edges[-1], top, edges[-1], top + laid.height)
            self._cell(laid, 0, top, ColumnKind.TEXT, len(edges) - 1)
        else:
            if self._upright_from is None:
                self._upright_from = top
            for position, column in enumerate(self._table.columns):
                self._cell(laid, position, top, column.kind, 1)
        surface.line(edges[0], top + laid.height, edges[-1], top + laid.height)
        self._flow.advance(laid.height)
        if laid.kind is RowKind.GROUP:
            self._upright_from = self._flow.y

    def _tint(self, laid: LaidRow, top: float) -> None:
        edges = self._grid.edges
        surface = self._flow.surface
        if laid.kind is RowKind.GREY:
            surface.grey(edges[0], top, edges[-1] - edges[0], laid.height)
        elif laid.kind in (RowKind.NORMAL, RowKind.BY_HAND):
            for position, column in enumerate(self._table.columns):
                if column.grey:
                    width = edges[position + 1] - edges[position]
                    surface.grey(edges[position], top, width, laid.height)

    def _cell(self, laid: LaidRow, position: int, top: float, kind: ColumnKind, span: int) -> None:
        lines = laid.lines[position]
        if lines in ((), ("",)):
            return
        size = self._grid.size
        face = face_of(laid.kind)
        left, right = self._grid.edges[position], self._grid.edges[position + span]
        base = top + (laid.height - len(lines) * self._grid.leading) / 2
        base += (self._grid.leading + size * CAP) / 2
        if isinstance(laid.cells[position], str) and (
            kind in (ColumnKind.POINTS, ColumnKind.COUNT) or lines == (DASH,)
        ):
            kind = ColumnKind.CODE
        for line in lines:
            x = _start(kind, left, right, text_width(face, line) * size / 1000)
            self._flow.surface.text(x, base, face, size, line)
            base += self._grid.leading
        mark = laid.marks[position]
        if mark:
            base -= self._grid.leading
            self._flow.surface.text(left + 1.2, base, Face.SERIF, size * MARK, mark)

    def _header(self) -> None:
        self._head.draw(self._flow)
        self._upright_from = self._flow.y

    def _close_verticals(self) -> None:
        start, self._upright_from = self._upright_from, None
        if start is None or start == self._flow.y:
            return
        for edge in self._grid.edges:
            self._flow.surface.line(edge, start, edge, self._flow.y)


def _stay_together(laid: LaidRow, upcoming: LaidRow) -> bool:
    if laid.kind is RowKind.GROUP:
        return True
    ends = (RowKind.TOTAL, RowKind.SUBTOTAL)
    return upcoming.kind in ends


def _start(kind: ColumnKind, left: float, right: float, width: float) -> float:
    match kind:
        case ColumnKind.TEXT:
            return left + PAD + TEXT_PAD
        case ColumnKind.POINTS | ColumnKind.COUNT:
            return right - PAD - width
        case ColumnKind.CODE | ColumnKind.RANK:
            return (left + right - width) / 2
