"""One block of a document drawn at the cursor."""

from typing import assert_never

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import Box
from reviewer_app.domain.document import (
    Addressee,
    Annex,
    Block,
    Chart,
    Facts,
    HandLines,
    Heading,
    Lead,
    Note,
    PageBreak,
    SealSpace,
    Section,
    Signatures,
    Subject,
    Table,
    Text,
)
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.flow import Flow
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.head_grid import draw_facts
from reviewer_app.reports.surface import MM
from reviewer_app.reports.table_layout import TableLayout
from reviewer_app.reports.wrapping import wrap

_HEADINGS = {1: 12.0, 2: 10.5}
_SIGNATURE = 9.5
_CHART_TEXT = 8.0
_ABOVE = 0.18
"""So far above the next line, in lines, a line to write on is ruled."""

_SHORTEST = 70.0
"""A line to sign is at least so long where the paper allows it."""


def draw(flow: Flow, block: Block, kept: float = 0) -> None:
    """Draw a block; so much height as `kept` stays on the page where it ends."""
    match block:
        case Heading() | Text() | Lead() | Addressee() | Note() | Annex():
            _words(flow, block, kept)
        case Facts():
            draw_facts(flow, block, kept)
        case Table():
            flow.gap(3)
            TableLayout(block, flow, kept).lay()
            flow.advance(3)
        case Signatures():
            _signatures(flow, block)
        case Chart(figure, height):
            flow.gap(6)
            flow.need(height)
            box = Box(flow.paper.text_width, height, _CHART_TEXT)
            flow.surface.draw(flow.paper.left, flow.y, drawing_of(figure, box))
            flow.advance(height + 4)
        case SealSpace(label, date):
            _seal(flow, label, date)
        case HandLines(count):
            hand_lines(flow, count, flow.density.body * 2)
        case Section(name) | Subject(name):
            flow.surface.bookmark(printable(name), 0)
        case PageBreak():
            pass
        case _:
            assert_never(block)


def _words(
    flow: Flow, block: Heading | Text | Lead | Addressee | Note | Annex, kept: float
) -> None:
    density = flow.density
    match block:
        case Heading(text, level):
            _heading(flow, text, _HEADINGS[level], kept)
            if level == 1:
                flow.surface.bookmark(printable(text), 1)
        case Text(text) | Addressee(text):
            flow.gap(3)
            flow.paragraph(text, Face.SERIF, density.body, density.body * 1.5, kept)
        case Lead(head, text):
            flow.gap(3)
            flow.paragraph(head + text, Face.SERIF, density.body, density.body * 1.5, kept)
        case Note(text):
            flow.gap(2)
            flow.paragraph(text, Face.SERIF, density.note, density.note * 1.4, kept)
        case Annex(label, title):
            flow.new_page()
            _heading(flow, f"{label}  {title}", _HEADINGS[1], kept)
        case _:
            assert_never(block)


def _heading(flow: Flow, text: str, size: float, kept: float) -> None:
    flow.gap(flow.density.fact_row / 2 - 1)
    flow.need(size * 1.5 + max(kept, 60))
    flow.paragraph(text, Face.BOLD, size, size * 1.5)
    flow.advance(2)


def hand_lines(flow: Flow, count: int, pitch: float) -> None:
    """Rule lines to write on, `pitch` points apart."""
    for _ in range(count):
        flow.need(pitch)
        flow.advance(pitch)
        left, level = flow.paper.left, flow.y - pitch * _ABOVE
        flow.surface.line(left, level, left + flow.paper.text_width, level)


def _signatures(flow: Flow, block: Signatures) -> None:
    """Set lines to sign beside each other, with room for a hand."""
    density = flow.density
    flow.gap(6)
    in_a_row = _in_a_row(flow, block)
    rows = -(-len(block.places) // in_a_row)
    flow.need(min(rows, 2) * density.signature + 18)
    if block.statement:
        flow.paragraph(block.statement, Face.SERIF, density.body, density.body * 1.5)
    share = flow.paper.text_width / in_a_row
    for start in range(0, len(block.places), in_a_row):
        flow.need(density.signature)
        base = flow.y + density.signature - 6
        for position, label in enumerate(block.places[start : start + in_a_row]):
            x = flow.paper.left + position * share
            _signature(flow, printable(label), block.date, (x, base), share - 16)
        flow.advance(density.signature)


def _in_a_row(flow: Flow, block: Signatures) -> int:
    """Give how many places stand beside each other: three, or four where that saves rows.

    One or two have half an upright sheet each.
    """
    if len(block.places) <= 2 and flow.paper.width < flow.paper.height:
        return 2
    labels = [text_width(Face.SERIF, printable(label)) for label in block.places]
    place = max(labels, default=0) * _SIGNATURE / 1000 + _SHORTEST + 19
    saves = -(-len(labels) // 4) < -(-len(labels) // 3)
    return 4 if saves and place * 4 <= flow.paper.text_width else 3


def _signature(
    flow: Flow, label: str, date: str, origin: tuple[float, float], width: float
) -> None:
    """Set a name with a line to the end of its place, the date beneath."""
    x, base = origin
    size = _SIGNATURE
    room = max(width * 0.4, width - _SHORTEST)
    if text_width(Face.SERIF, label) * size > room * 1000:
        label = label.replace("（", "\n（", 1)
    lines = wrap(Face.SERIF, label, size, room)[:3]
    for position, line in enumerate(lines):
        level = base - (len(lines) - position) * 13
        flow.surface.text(x, level, Face.SERIF, size, line)
    start = x + max(text_width(Face.SERIF, line) for line in lines) * size / 1000 + 3
    flow.surface.line(start, base - 11, x + width, base - 11)
    date_width = text_width(Face.SERIF, date) * size / 1000
    flow.surface.text(x + width - date_width, base + 3, Face.SERIF, size, date)


def _seal(flow: Flow, label: str, date: str) -> None:
    flow.gap(10)
    flow.need(26 * MM)
    right = flow.paper.left + flow.paper.text_width - 40
    size = flow.density.body
    for text, down in ((label, 12 * MM), (date, 20 * MM)):
        width = text_width(Face.SERIF, printable(text)) * size / 1000
        flow.surface.text(right - width, flow.y + down, Face.SERIF, size, printable(text))
    flow.advance(26 * MM)
