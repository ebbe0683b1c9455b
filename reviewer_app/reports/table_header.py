"""The header of a table, repeated on every page."""

from collections.abc import Sequence

from reviewer_app.domain.document import Table
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.flow import Flow
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.table_grid import CAP, PAD, Grid
from reviewer_app.reports.wrapping import wrap

_SHARE = 0.3
"""At most this share of a page is header; longer titles end in an ellipsis."""


class TableHeader:
    """The header of a table: titles, above them the headings of column groups."""

    def __init__(self, table: Table, grid: Grid, room: float) -> None:
        self._columns = table.columns
        self._grid = grid
        most = max(2, int(room * _SHARE / grid.leading))
        self._lines = [
            _cut(_even(printable(column.title), grid.size, grid.inner(at) + PAD), most)
            for at, column in enumerate(table.columns)
        ]
        self._groups = _groups(table)
        self._upper = 0.0
        if self._groups:
            tallest = max(
                len(wrap(Face.BOLD, printable(name), grid.size, grid.inner(first, count)))
                for name, first, count in self._groups
            )
            self._upper = min(tallest, most) * grid.leading + 2 * grid.row_pad
        lower = [
            lines for lines, column in zip(self._lines, table.columns, strict=True) if column.group
        ]
        free = max(map(len, self._lines)) * grid.leading + 2 * grid.row_pad
        under = max(map(len, lower), default=0) * grid.leading + 2 * grid.row_pad
        self.height = max(free, self._upper + under) if self._groups else free

    def draw(self, flow: Flow) -> None:
        """Set the header at the cursor."""
        surface, edges = flow.surface, self._grid.edges
        top, bottom = flow.y, flow.y + self.height
        middle = top + self._upper
        surface.line(edges[0], top, edges[-1], top)
        surface.line(edges[0], bottom, edges[-1], bottom)
        for name, first, count in self._groups:
            lines = wrap(
                Face.BOLD, printable(name), self._grid.size, self._grid.inner(first, count)
            )
            self._centre(flow, lines, (edges[first], edges[first + count]), (top, middle))
            surface.line(edges[first], middle, edges[first + count], middle)
        inner = {
            edge for _, first, count in self._groups for edge in range(first + 1, first + count)
        }
        for position, edge in enumerate(edges):
            surface.line(edge, middle if position in inner else top, edge, bottom)
        for position, column in enumerate(self._columns):
            upper = middle if column.group else top
            sides = (edges[position], edges[position + 1])
            self._centre(flow, self._lines[position], sides, (upper, bottom))
        flow.advance(self.height)

    def _centre(
        self,
        flow: Flow,
        lines: Sequence[str],
        sides: tuple[float, float],
        levels: tuple[float, float],
    ) -> None:
        size, leading = self._grid.size, self._grid.leading
        base = (levels[0] + levels[1] - len(lines) * leading) / 2 + (leading + size * CAP) / 2
        for line in lines:
            width = text_width(Face.BOLD, line) * size / 1000
            flow.surface.text((sides[0] + sides[1] - width) / 2, base, Face.BOLD, size, line)
            base += leading


def _even(title: str, size: float, width: float) -> tuple[str, ...]:
    """Break a title into as few lines as fit, Chinese ones about equally long."""
    lines = wrap(Face.BOLD, title, size, width)
    if title.isascii() or len(lines) == title.count("\n") + 1:
        return lines
    while width > size:
        width -= size / 2
        narrower = wrap(Face.BOLD, title, size, width)
        widest = max(text_width(Face.BOLD, line) for line in narrower) * size / 1000
        if len(narrower) > len(lines) or widest > width:
            break
        lines = narrower
    return lines


def _cut(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return lines if len(lines) <= most else (*lines[: most - 1], "…")


def _groups(table: Table) -> list[tuple[str, int, int]]:
    """Give name, first column and number of columns of each run under one heading."""
    found: list[tuple[str, int, int]] = []
    previous = ""
    for position, column in enumerate(table.columns):
        if column.group and column.group == previous:
            name, first, count = found[-1]
            found[-1] = (name, first, count + 1)
        elif column.group:
            found.append((column.group, position, 1))
        previous = column.group
    return found
