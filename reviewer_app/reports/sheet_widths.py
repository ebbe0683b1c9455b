"""Widths of worksheet columns and lines of cells, counted in characters.

A Chinese character counts two, as in the width of a spreadsheet's column.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reviewer_app.domain.document import Cell, Column, ColumnKind, Number, Row, RowKind, Table
from reviewer_app.reports.sharing import shared
from reviewer_app.reports.text_widths import text_widths

MARGIN = 1.5
_INDENT = 2.0
_WIDE = 1.15
"""Where the workbook's fonts are missing, letters and digits of another are so much wider."""

_ROOMY = 1.08
_NARROWEST = 5.0
_LEAST_TEXT = 16.0
_FOR_A_HAND = 0.8
"""A column to write in keeps this part of its declared share."""

_TITLE = 8
"""Titles above numbers may wrap at so many characters."""

Span = tuple[int, int]
"""The first and the last column of a worksheet that a table's column stands in."""


@lru_cache(maxsize=50_000)
def characters(text: str) -> int:
    """Count the characters of the longest line.

    >>> characters("项目A"), characters("甲 abc")
    (5, 6)
    """
    lines = text.split("\n")
    return max(len(line) + sum(sign > "\u2e7f" for sign in line) for line in lines)


@lru_cache(maxsize=50_000)
def lines_in(text: str, width: float) -> int:
    """Count the lines a text takes in a column, a little on the safe side."""
    room = max(int((width - 1) / _ROOMY), 1)
    return sum(max(1, -(-characters(part) // room)) for part in text.split("\n"))


def widths_of(tables: Sequence[Table], most: float) -> tuple[float, ...]:
    """Give each column what its content needs; texts share what is left of `most`.

    The table with the most columns decides, and others that have as many.
    """
    columns = max((table.columns for table in tables), key=len, default=())
    if not columns:
        return (most,)
    alike = [table for table in tables if len(table.columns) == len(columns)]
    table = Table(columns, tuple(row for one in alike for row in one.rows))
    rows = [row for row in table.rows if row.kind is not RowKind.GROUP]
    needs = _needs(table, rows, most)
    texts = [at for at, column in enumerate(table.columns) if column.kind is ColumnKind.TEXT]
    widths = [max([low, *cells]) for low, cells in needs]
    room = most - sum(width for at, width in enumerate(widths) if at not in texts)
    if texts and sum(widths) > most:
        least = [needs[at][0] for at in texts]
        chosen = text_widths(least, [needs[at][1] for at in texts], max(room, sum(least)))
        for at, width in zip(texts, shared(chosen, chosen, max(room, sum(chosen))), strict=True):
            widths[at] = width
    return tuple(widths)


def _needs(table: Table, rows: Sequence[Row], most: float) -> list[tuple[float, list[float]]]:
    """Give for each column what `_need` gives, with room for a hand where one writes."""
    total = sum(column.width for column in table.columns)
    needs = []
    for at, column in enumerate(table.columns):
        least, cells = _need(column, rows, at)
        share = most * column.width / total * _FOR_A_HAND
        needs.append((max(least, share) if table.is_written_in(at) else least, cells))
    return needs


def _need(column: Column, rows: Sequence[Row], at: int) -> tuple[float, list[float]]:
    """Give the least width and, for texts, what each row needs for one line."""
    least = max(_NARROWEST, title_width(column.title, _TITLE))
    if column.kind is not ColumnKind.TEXT:
        return max(least, _widest(row.cells[at] for row in rows)), []
    cells = [_wide(row.cells[at], is_text=True) for row in rows]
    words = {word for cell in _texts(rows, at) for word in cell.split() if word.isascii()}
    longest = max((code_width(word) + _INDENT for word in words), default=0.0)
    some = min(_LEAST_TEXT, max(cells, default=0.0))
    return max(least, some, min(longest, _LEAST_TEXT * 1.5)), cells


def _widest(cells: Iterable[Cell]) -> float:
    """Give the width for all cells of a column without texts, of which many are alike."""
    written = {(cell.text, cell.mark) if isinstance(cell, Number) else cell for cell in cells}
    return max(
        (_wide(one if isinstance(one, str) else Number(*one), is_text=False) for one in written),
        default=0.0,
    )


def _texts(rows: Sequence[Row], at: int) -> set[str]:
    return {cell for row in rows if isinstance(cell := row.cells[at], str)}


def _wide(cell: Cell, *, is_text: bool) -> float:
    """Give the width a cell needs for one line, its margin with it."""
    if isinstance(cell, Number):
        mark = characters(cell.mark) + 1 if cell.mark else 0
        return number_width(len(cell.text)) + mark
    if is_text:
        return characters(cell) * _ROOMY + _INDENT
    return code_width(cell)


def title_width(title: str, most: int) -> float:
    """Give the width for a title that may wrap: between words, or at `most` characters."""
    words = [code_width(word) for word in title.split() if word.isascii()]
    return max([min(characters(title), most) + MARGIN if not title.isascii() else 0, *words])


def number_width(digits: int) -> float:
    """Give the width for a number of so many signs, which is never broken."""
    return digits * _WIDE + MARGIN


def code_width(text: str) -> float:
    """Give the width for a code, which is never broken."""
    return characters(text) * (_WIDE if text.isascii() else 1) + MARGIN


def spans_of(columns: Sequence[Column], widths: Sequence[float]) -> list[Span]:
    """Lay a table with fewer columns over the columns of the worksheet."""
    total = sum(column.width for column in columns)
    room = sum(widths)
    spans: list[Span] = []
    end, wanted, used = 0, 0.0, 0.0
    for at, column in enumerate(columns):
        start = end + 1
        wanted += room * column.width / total
        latest = len(widths) - (len(columns) - at - 1)
        end, used = start, used + widths[start - 1]
        while end < latest and used + widths[end] / 2 < wanted:
            used += widths[end]
            end += 1
        spans.append((start, end))
    return [*spans[:-1], (spans[-1][0], len(widths))]
