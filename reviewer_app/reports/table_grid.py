"""A table's geometry: where its columns stand and how large its type is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer_app.domain.document import ColumnKind, Number, RowKind, Table
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.fonts import Face, text_width

PAD = 2.5
TEXT_PAD = 1.0
ROW_PAD = 2.4
MARK = 0.78
CAP = 0.74
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_LEADING = 1.3
_GIVEN_UP = 0.35
"""Columns of text give up at most this share of their width."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's geometry: edges of its columns and its type size."""

    edges: tuple[float, ...]
    size: float

    @property
    def leading(self) -> float:
        """The distance of two lines in a cell."""
        return self.size * _LEADING

    def inner(self, column: int, span: int = 1) -> float:
        """The width for text in a cell."""
        return self.edges[column + span] - self.edges[column] - 2 * PAD


def grid_of(table: Table, left: float, width: float) -> Grid:
    """Share the width among the columns and find a size at which every number fits.

    A column of codes gets what its longest needs, at the cost of the texts: numbers of
    applications are not broken where it can be helped.
    """
    shares = _shares(table, width)
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + share)
    return Grid(tuple(edges), _size(table, edges))


def _shares(table: Table, width: float) -> list[float]:
    total = sum(column.width for column in table.columns)
    shares = [width * column.width / total for column in table.columns]
    kinds = [column.kind for column in table.columns]
    texts = sum(share for share, kind in zip(shares, kinds, strict=True) if kind is ColumnKind.TEXT)
    if not texts:
        return shares
    wanted = [
        max(share, _code_need(table, at)) if kind is ColumnKind.CODE else share
        for at, (share, kind) in enumerate(zip(shares, kinds, strict=True))
    ]
    more = sum(wanted) - sum(shares)
    if more > texts * _GIVEN_UP:
        return shares
    return [
        want - want * more / texts if kind is ColumnKind.TEXT else want
        for want, kind in zip(wanted, kinds, strict=True)
    ]


def _code_need(table: Table, at: int) -> float:
    codes = (row.cells[at] for row in table.rows if row.kind is not RowKind.GROUP)
    longest = max((code for code in codes if isinstance(code, str)), key=len, default="")
    return text_width(Face.SERIF, printable(longest)) * SIZES[0] / 1000 + 2 * PAD + 1


def _size(table: Table, edges: Sequence[float]) -> float:
    """Give the greatest size at which no number is wider than its column."""
    longest = [Number("")] * len(table.columns)
    for row in table.rows:
        if row.kind is RowKind.GROUP:
            continue
        for position, cell in enumerate(row.cells):
            if isinstance(cell, Number) and _length(cell) > _length(longest[position]):
                longest[position] = cell
    needs = [
        text_width(Face.BOLD, number.text) + text_width(Face.SERIF, number.mark) * MARK
        for number in longest
    ]
    rooms = [right - left - 2 * PAD for left, right in pairwise(edges)]
    for size in SIZES:
        if all(need * size <= room * 1000 for need, room in zip(needs, rooms, strict=True)):
            return size
    return SIZES[-1]


def _length(number: Number) -> int:
    return len(number.text) + len(number.mark)
