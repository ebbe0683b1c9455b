"""A table's geometry: where its columns stand and how large its type is.

Widths follow what stands in the columns: words, codes and numbers are never broken where
it can be helped, texts get what is left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reviewer_app.domain.document import ColumnKind, Number, RowKind, Table
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.density import Density
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.sharing import shared
from reviewer_app.reports.text_widths import text_widths

PAD = 2.5
TEXT_PAD = 1.0
MARK = 0.78
CAP = 0.74
SIZES = (12.0, 10.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_SPARE = 1.0
_EASE = 4.0
"""So much wider than its longest number a column is where texts want its room."""

_SHORT = 4
"""Titles of so many characters above texts are not broken."""

_GREATEST = 2
"""A column that may not wrap takes at most so many times its declared share."""

_FOR_A_HAND = 0.9
"""A column to write in keeps this part of its declared share."""

_WORD = re.compile(r"[!-\u2e7f]+")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's geometry: edges of its columns, its type size and distances."""

    edges: tuple[float, ...]
    size: float
    density: Density

    @property
    def leading(self) -> float:
        """The distance of two lines in a cell."""
        return self.size * self.density.leading

    @property
    def row_pad(self) -> float:
        """The space above and below the lines of a row."""
        return self.density.row_pad

    def inner(self, column: int, span: int = 1) -> float:
        """The width for text in a cell."""
        return self.edges[column + span] - self.edges[column] - 2 * PAD


@dataclass(frozen=True, slots=True)
class Need:
    """Widths of a column in thousandths of the type size.

    `fixed` cannot be broken: words of the title, numbers. `word` is the longest word or
    code in the cells; `lines` has for texts what each row needs to stay on one line. A
    column that `is_written_in` by hand keeps the width it was given.
    """

    fixed: float
    word: float
    lines: tuple[float, ...] = ()
    is_written_in: bool = False


def grid_of(table: Table, left: float, width: float, density: Density) -> Grid:
    """Share the width among the columns at the greatest size at which every number fits."""
    needs = [
        replace(_need(table, at), is_written_in=table.is_written_in(at))
        for at in range(len(table.columns))
    ]
    total = sum(column.width for column in table.columns)
    declared = [width * column.width / total for column in table.columns]
    sizes = [size for size in SIZES if size <= density.table]
    chosen = next((size for size in sizes if _fits(table, needs, declared, size)), sizes[-1])
    edges = [left]
    for share in _shares(table, needs, declared, chosen):
        edges.append(edges[-1] + share)
    if any(
        need.fixed * chosen > (right - start - 2 * PAD) * 1000
        for need, (start, right) in zip(needs, pairwise(edges), strict=True)
    ):
        chosen = min(chosen, _size_that_fits(needs, edges))
    return Grid(tuple(edges), chosen, density)


def _size_that_fits(needs: Sequence[Need], edges: Sequence[float]) -> float:
    rooms = [right - left - 2 * PAD for left, right in pairwise(edges)]
    for size in SIZES:
        if all(need.fixed * size <= room * 1000 for need, room in zip(needs, rooms, strict=True)):
            return size
    return SIZES[-1]


def _fits(table: Table, needs: Sequence[Need], declared: Sequence[float], size: float) -> bool:
    return sum(_least(table, needs, declared, size)) <= sum(declared)


def _padded(width: float, size: float, kind: ColumnKind) -> float:
    pads = 2 * PAD + (2 * TEXT_PAD if kind is ColumnKind.TEXT else 0)
    return width * size / 1000 + pads + _SPARE


def _least(
    table: Table, needs: Sequence[Need], declared: Sequence[float], size: float
) -> list[float]:
    least = []
    for need, share, column in zip(needs, declared, table.columns, strict=True):
        most = share if column.kind is ColumnKind.TEXT else share * _GREATEST
        word = min(_padded(need.word, size, column.kind), most)
        for_a_hand = share * _FOR_A_HAND if need.is_written_in else 0.0
        least.append(max(word, for_a_hand, _padded(need.fixed, size, column.kind)))
    return least


def _shares(
    table: Table, needs: Sequence[Need], declared: Sequence[float], size: float
) -> list[float]:
    """Share the width; columns of texts give and take, the others keep their share."""
    width = sum(declared)
    least = _least(table, needs, declared, size)
    texts = [at for at, column in enumerate(table.columns) if column.kind is ColumnKind.TEXT]
    if not texts or sum(least) >= width:
        return shared(least, [max(pair) for pair in zip(least, declared, strict=True)], width)
    others = [at for at in range(len(declared)) if at not in texts]
    kept = [least[at] for at in others]
    eased = [part + _EASE for part in kept]
    fair = [max(pair) for pair in zip(eased, (declared[at] for at in others), strict=True)]
    cells = [[_padded(line, size, ColumnKind.TEXT) for line in needs[at].lines] for at in texts]
    low = [least[at] for at in texts]
    longest = [max([low, *lines]) for low, lines in zip(low, cells, strict=True)]
    fair_texts = min(width - sum(kept), sum(declared[at] for at in texts))
    for_texts = max(sum(low), min(sum(longest), max(width - sum(eased), fair_texts)))
    given = dict(zip(others, _at_most(kept, fair, width - for_texts), strict=True))
    room = width - sum(given.values())
    chosen = text_widths(low, cells, room)
    given |= dict(zip(texts, shared(chosen, longest, room), strict=True))
    return [given[at] for at in range(len(declared))]


def _at_most(least: Sequence[float], fair: Sequence[float], room: float) -> list[float]:
    return list(fair) if sum(fair) <= room else shared(least, fair, room)


def _need(table: Table, at: int) -> Need:
    column = table.columns[at]
    title = printable(column.title)
    fixed = max((text_width(Face.BOLD, word) for word in _WORD.findall(title)), default=0.0)
    fixed = max([fixed, *(_kept_title(line, column.kind) for line in title.split("\n"))])
    cells = [row.cells[at] for row in table.rows if row.kind is not RowKind.GROUP]
    texts = [printable(cell) for cell in cells if isinstance(cell, str)]
    fixed = max(fixed, _longest_number({cell for cell in cells if isinstance(cell, Number)}))
    if column.kind is ColumnKind.TEXT:
        return _text_need(fixed, texts)
    kept = set(texts)
    if column.kind is ColumnKind.CODE:
        parts = [line for text in kept for line in text.split("\n")]
        return Need(fixed, max((text_width(Face.SERIF, part) for part in parts), default=0.0))
    parts = [word for text in kept for word in (_WORD.findall(text) or [text])]
    return Need(fixed, max((text_width(Face.BOLD, part) for part in parts), default=0.0))


def _kept_title(line: str, kind: ColumnKind) -> float:
    """Keep short Chinese titles on one line, and no single character on a line of its own."""
    if line.isascii():
        return 0.0
    short = _SHORT if kind in (ColumnKind.TEXT, ColumnKind.CODE) else 2
    return 1000.0 * min(len(line), short)


def _longest_number(numbers: set[Number]) -> float:
    """Give the widest number, or word beside one: a mark may stand beneath its number."""
    widest = max((text_width(Face.BOLD, number.text) for number in numbers), default=0.0)
    words = {word for number in numbers for word in number.mark.split()}
    return max([widest, *(text_width(Face.BOLD, word) for word in words)])


def _text_need(fixed: float, texts: Sequence[str]) -> Need:
    words = {word for text in texts for word in _WORD.findall(text)}
    word = max((text_width(Face.SERIF, word) for word in words), default=0.0)
    lines = [max(text_width(Face.SERIF, line) for line in text.split("\n")) for text in texts]
    return Need(fixed, word, tuple(lines))
