"""The head of a form: labelled values in a ruled grid, labels in bold.

A value of nothing but white space is a blank to fill in by hand and gets room for it.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from reviewer_app.domain.document import Fact, Facts
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.flow import Flow
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.sharing import shared
from reviewer_app.reports.surface import HAND
from reviewer_app.reports.table_grid import CAP, PAD
from reviewer_app.reports.wrapping import wrap

_SIZE, _LEADING = 9.0, 12.0
_SHARE = 0.5
"""Labels take at most this share of the width."""

_BLANK = 90.0
"""The width that a blank asks for."""


def draw_facts(flow: Flow, block: Facts, kept: float = 0) -> None:
    """Set the facts at the cursor; the last of an unfinished row reaches to the edge."""
    flow.gap(2)
    rows = [
        block.facts[start : start + block.per_row]
        for start in range(0, len(block.facts), block.per_row)
    ]
    edges = _edges(flow, rows, min(block.per_row, len(block.facts)))
    for number, facts in enumerate(rows):
        _row(flow, facts, edges, kept if number == len(rows) - 1 else 0)
    flow.advance(flow.density.fact_row / 4)


def _edges(flow: Flow, rows: Sequence[Sequence[Fact]], columns: int) -> list[float]:
    """Give the left edges of label, value, label, value … and the right edge of all."""
    width = flow.paper.text_width
    named = [
        _widest(Face.BOLD, [row[at].label for row in rows if at < len(row)])
        for at in range(columns)
    ]
    labels = shared([0.0] * columns, named, min(sum(named), width * _SHARE))
    wanted = [max(_wanted(row[at].value) for row in rows if at < len(row)) for at in range(columns)]
    values = shared([min(30.0, part) for part in wanted], wanted, width - sum(labels))
    parts = [part for pair in zip(labels, values, strict=True) for part in pair]
    return list(accumulate(parts, initial=flow.paper.left))


def _wanted(value: str) -> float:
    return _widest(Face.SERIF, [value]) if value.strip() else _BLANK


def _widest(face: Face, texts: Sequence[str]) -> float:
    widest = max(
        (text_width(face, line) for text in texts for line in printable(text).split("\n")),
        default=0.0,
    )
    return widest * _SIZE / 1000 + 2 * PAD + 0.5


def _row(flow: Flow, facts: Sequence[Fact], edges: Sequence[float], kept: float) -> None:
    own = [*edges[: 2 * len(facts)], edges[-1]]
    texts = [pair for fact in facts for pair in ((Face.BOLD, fact.label), (Face.SERIF, fact.value))]
    cells = [
        (face, wrap(face, printable(text), _SIZE, right - left - 2 * PAD))
        for (face, text), (left, right) in zip(texts, pairwise(own), strict=True)
    ]
    most = max(len(lines) for _, lines in cells)
    height = most * _LEADING + flow.density.fact_row - _LEADING
    if not all(fact.value.strip() for fact in facts):
        height = max(height, HAND)
    flow.need(height + kept)
    for (face, lines), x in zip(cells, own, strict=False):
        _lines(flow, lines, face, x + PAD, height)
    surface, top = flow.surface, flow.y
    for x in own:
        surface.line(x, top, x, top + height)
    for y in (top, top + height):
        surface.line(own[0], y, own[-1], y)
    flow.advance(height)


def _lines(flow: Flow, lines: tuple[str, ...], face: Face, x: float, height: float) -> None:
    base = flow.y + (height - len(lines) * _LEADING) / 2 + (_LEADING + _SIZE * CAP) / 2
    for line in lines:
        flow.surface.text(x, base, face, _SIZE, line)
        base += _LEADING
