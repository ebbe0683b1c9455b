"""A table in a worksheet: header, rows, and what each column's cells look like."""

from collections.abc import Iterator, Sequence

from reviewer_app.domain.document import Cell, Column, ColumnKind, Number, Row, RowKind, Table
from reviewer_app.reports.cells import column_letter, empty_xml, number_tail, pieces, text_xml
from reviewer_app.reports.sheet_widths import Span, lines_in, spans_of
from reviewer_app.reports.sheet_xml import SheetWriter
from reviewer_app.reports.styles import Look, Style, Styles
from reviewer_app.reports.surface import HAND

LINE = 13.5
ROW = 16.5
TALLEST = 400.0
_ADDED = ROW - LINE

Shade = tuple[bool, bool]
"""Grey, bold."""


def height_of(lines: int) -> float:
    """Give the height of a row of so many lines."""
    return min(lines * LINE + _ADDED, TALLEST)


class TableWriter:
    """Writes one table at the next row of a worksheet."""

    def __init__(
        self, table: Table, out: SheetWriter, styles: Styles, widths: Sequence[float]
    ) -> None:
        self._table = table
        self._out = out
        self._styles = styles
        self._spans = spans_of(table.columns, widths)
        self._widths = [sum(widths[start - 1 : end]) for start, end in self._spans]
        self._merged = [(start, end) for start, end in self._spans if start != end]
        self._looks = [
            ColumnLooks(styles, column, span)
            for column, span in zip(table.columns, self._spans, strict=True)
        ]

    def header(self) -> None:
        """Write the titles, above them the headings of column groups."""
        style = self._styles.number(Style(Look.HEADER))
        columns = self._table.columns
        grouped = has_groups(self._table)
        if grouped:
            upper = [column.group or column.title for column in columns]
            self._titles(upper, style, self._lines_of_groups())
            self._merge_groups(self._out.next_row - 1)
        else:
            for start, end in self._spans:
                self._out.merge((self._out.next_row, start), (self._out.next_row, end))
        titles = ["" if grouped and not one.group else one.title for one in columns]
        lines = [lines_in(*pair) for pair in zip(titles, self._widths, strict=True)]
        self._titles(titles, style, max(lines))

    def rows(self, continued: str) -> None:
        """Write the rows; the rest of a text that no cell can hold goes on in the next."""
        for row in self._table.rows:
            if row.kind is RowKind.GROUP:
                self._group(row, self._spans[-1][1])
            else:
                self._row(row, continued)

    def _lines_of_groups(self) -> int:
        rooms: dict[str, float] = {}
        for column, width in zip(self._table.columns, self._widths, strict=True):
            if column.group:
                rooms[column.group] = rooms.get(column.group, 0) + width
        return max(lines_in(name, room) for name, room in rooms.items())

    def _titles(self, titles: Sequence[str], style: int, lines: int) -> None:
        row = self._out.next_row
        cells: list[str] = []
        for title, (start, end) in zip(titles, self._spans, strict=True):
            cells.append(text_xml(f"{column_letter(start)}{row}", style, title))
            cells += _empty(row, start, end, style)
        self._out.row(cells, lines * LINE + 2 * _ADDED)

    def _merge_groups(self, row: int) -> None:
        columns, spans = self._table.columns, self._spans
        at = 0
        while at < len(columns):
            last = at
            if columns[at].group:
                while last + 1 < len(columns) and columns[last + 1].group == columns[at].group:
                    last += 1
                self._out.merge((row, spans[at][0]), (row, spans[last][1]))
                for start, end in spans[at : last + 1]:
                    self._out.merge((row + 1, start), (row + 1, end))
            else:
                self._out.merge((row, spans[at][0]), (row + 1, spans[at][1]))
            at = last + 1

    def _group(self, row: Row, last: int) -> None:
        style = self._styles.number(Style(Look.TEXT, bold=True))
        number = self._out.next_row
        self._out.merge((number, 1), (number, last))
        first = text_xml(f"A{number}", style, str(row.cells[0]))
        self._out.row([first, *_empty(number, 1, last, style)], ROW)

    def _row(self, row: Row, continued: str) -> None:
        shade = (row.kind is RowKind.GREY, row.kind in (RowKind.SUBTOTAL, RowKind.TOTAL))
        for cells in _split(row, continued):
            number = self._out.next_row
            written = [
                looks.cell(number, cell, shade)
                for cell, looks in zip(cells, self._looks, strict=True)
            ]
            lines = [
                lines_in(cell, width)
                for cell, width in zip(cells, self._widths, strict=True)
                if isinstance(cell, str)
            ]
            for start, end in self._merged:
                self._out.merge((number, start), (number, end))
            least = HAND if row.kind is RowKind.BY_HAND else 0
            self._out.row(written, max(least, height_of(max(lines, default=1))))


class ColumnLooks:
    """One column of a table: where it stands, and its styles looked up once a kind."""

    def __init__(self, styles: Styles, column: Column, span: Span) -> None:
        self.span = span
        self._styles = styles
        self._column = column
        self._letter = column_letter(span[0])
        self._known: dict[tuple[int, str, Shade], int] = {}
        self._tails = styles.tails
        self._is_grey = column.grey

    def cell(self, row: int, cell: Cell, shade: Shade) -> str:
        """Write one cell of the column, and the empty ones it spans."""
        if isinstance(cell, Number):
            key = (cell.text, cell.mark, self._is_grey, *shade)
            tail, style = self._tails.get(key) or self._tail(cell, shade)
            written = f'<c r="{self._letter}{row}"{tail}'
        else:
            style = self._style(-1, "", shade)
            written = text_xml(f"{self._letter}{row}", style, cell)
        if self.span[0] == self.span[1]:
            return written
        return written + "".join(_empty(row, *self.span, style))

    def _tail(self, number: Number, shade: Shade) -> tuple[str, int]:
        style = self._style(number.places, number.mark, shade)
        tail = number_tail(style, number.text), style
        self._tails[number.text, number.mark, self._is_grey, *shade] = tail
        return tail

    def _style(self, places: int, mark: str, shade: Shade) -> int:
        key = (places, mark, shade)
        if key not in self._known:
            grey = shade[0] or (self._column.grey and not shade[1])
            if places >= 0:
                style = Style(Look.NUMBER, places, mark, grey=grey, bold=shade[1])
            else:
                is_text = self._column.kind is ColumnKind.TEXT
                style = Style(Look.TEXT if is_text else Look.MIDDLE, grey=grey, bold=shade[1])
            self._known[key] = self._styles.number(style)
        return self._known[key]


def _empty(row: int, first: int, last: int, style: int) -> list[str]:
    """Write the cells after the first that a merged one covers, for their borders."""
    return [empty_xml(f"{column_letter(at)}{row}", style) for at in range(first + 1, last + 1)]


def _split(row: Row, continued: str) -> Iterator[tuple[Cell, ...]]:
    """Give the row, and further rows for texts that no cell can hold."""
    if not any(isinstance(cell, str) and len(cell) > 16_000 for cell in row.cells):
        yield row.cells
        return
    columns: list[list[Cell]] = [
        list(pieces(cell, continued)) if isinstance(cell, str) else [cell] for cell in row.cells
    ]
    for at in range(max(map(len, columns))):
        yield tuple(column[at] if at < len(column) else "" for column in columns)


def has_groups(table: Table) -> bool:
    """Whether some columns stand under a common heading."""
    return any(column.group for column in table.columns)
