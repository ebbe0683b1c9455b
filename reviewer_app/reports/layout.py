"""A Document laid out over pages: each block drawn in turn on a surface."""

from typing import assert_never

from reviewer_app.domain.document import (
    Block,
    Document,
    Facts,
    Heading,
    Note,
    PageBreak,
    SealSpace,
    Section,
    Signatures,
    Table,
    Text,
)
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.flow import Flow
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.surface import MM, Surface, paper
from reviewer_app.reports.table_grid import CAP, PAD
from reviewer_app.reports.table_layout import TableLayout
from reviewer_app.reports.wrapping import wrap

TITLE, SUBTITLE = 18.0, 10.5
HEADINGS = {1: 12.0, 2: 10.5}
BODY, NOTE = 10.5, 8.5
SIGNATURE_HEIGHT = 19 * MM


def lay_out(document: Document, surface: Surface) -> None:
    """Draw the document; the last page is ended too."""
    running = "  ".join(filter(None, (document.title, document.subtitle)))
    flow = Flow(paper(document.orientation), surface, printable(running))
    _title(flow, document)
    first = True  # nothing beneath the title yet
    for block in document.blocks:
        if not isinstance(block, Section | PageBreak):
            _lay(flow, block)
            first = False
        elif not first:
            flow.turn()
            _title(flow, document)
            first = True
    surface.end_page()


def _title(flow: Flow, document: Document) -> None:
    flow.centred(document.title, Face.BOLD, TITLE, TITLE * 1.35)
    if document.subtitle:
        flow.centred(document.subtitle, Face.SERIF, SUBTITLE, SUBTITLE * 1.5)
    flow.advance(5)


def _lay(flow: Flow, block: Block) -> None:
    match block:
        case Heading(text, level):
            _heading(flow, text, HEADINGS[level])
        case Text(text):
            flow.gap(3)
            flow.paragraph(text, Face.SERIF, BODY, BODY * 1.55)
        case Note(text):
            flow.gap(2)
            flow.paragraph(text, Face.SERIF, NOTE, NOTE * 1.45)
        case Facts():
            _facts(flow, block)
        case Table():
            flow.gap(3)
            TableLayout(block, flow).lay()
            flow.advance(3)
        case Signatures():
            _signatures(flow, block)
        case SealSpace(label, date):
            _seal(flow, label, date)
        case Section() | PageBreak():
            pass
        case _:
            assert_never(block)


def _heading(flow: Flow, text: str, size: float) -> None:
    flow.gap(8)
    flow.need(size * 1.5 + 60)
    flow.paragraph(text, Face.BOLD, size, size * 1.5)
    flow.advance(2)


def _facts(flow: Flow, block: Facts) -> None:
    """Set labelled values in a ruled grid, labels in bold."""
    flow.gap(2)
    left, width = flow.paper.left, flow.paper.text_width
    share = width / block.per_row
    label_width = min(
        share * 0.4,
        max(text_width(Face.BOLD, fact.label) for fact in block.facts) * 0.009 + 2 * PAD,
    )
    for start in range(0, len(block.facts), block.per_row):
        facts = block.facts[start : start + block.per_row]
        cell = (width if len(facts) == 1 else share) - label_width - 2 * PAD
        labels = [wrap(Face.BOLD, printable(f.label), 9, label_width - 2 * PAD) for f in facts]
        values = [wrap(Face.SERIF, printable(f.value), 9, cell) for f in facts]
        height = max(map(len, labels + values)) * 12.5 + 5
        flow.need(height)
        top = flow.y
        for position in range(len(facts)):
            x = left + position * share
            _lines(flow, labels[position], Face.BOLD, x + PAD, top, height)
            _lines(flow, values[position], Face.SERIF, x + label_width + PAD, top, height)
            for edge in (x, x + label_width):
                flow.surface.line(edge, top, edge, top + height)
        flow.surface.line(left + width, top, left + width, top + height)
        for level in (top, top + height):
            flow.surface.line(left, level, left + width, level)
        flow.advance(height)
    flow.advance(4)


def _lines(
    flow: Flow, lines: tuple[str, ...], face: Face, x: float, top: float, height: float
) -> None:
    base = top + (height - len(lines) * 12.5) / 2 + (12.5 + 9 * CAP) / 2
    for line in lines:
        flow.surface.text(x, base, face, 9, line)
        base += 12.5


def _signatures(flow: Flow, block: Signatures) -> None:
    """Set three lines to sign beside each other, with room for a hand."""
    flow.gap(8)
    in_a_row = 3 if flow.paper.width > flow.paper.height else 2
    rows = -(-len(block.places) // in_a_row)
    flow.need(min(rows, 2) * SIGNATURE_HEIGHT + 18)
    if block.statement:
        flow.paragraph(block.statement, Face.SERIF, BODY, BODY * 1.5)
    share = flow.paper.text_width / in_a_row
    for start in range(0, len(block.places), in_a_row):
        flow.need(SIGNATURE_HEIGHT)
        base = flow.y + SIGNATURE_HEIGHT - 6
        for position, label in enumerate(block.places[start : start + in_a_row]):
            x = flow.paper.left + position * share
            _signature(flow, printable(label), block.date, (x, base), share - 16)
        flow.advance(SIGNATURE_HEIGHT)


def _signature(
    flow: Flow, label: str, date: str, origin: tuple[float, float], width: float
) -> None:
    """Set a name with a line to the end of its place, the date beneath."""
    x, base = origin
    size = 9.5
    lines = wrap(Face.SERIF, label, size, width * 0.6)[:3]
    for position, line in enumerate(lines):
        level = base - (len(lines) - position) * 13
        flow.surface.text(x, level, Face.SERIF, size, line)
    start = x + max(text_width(Face.SERIF, line) for line in lines) * size / 1000 + 3
    flow.surface.line(start, base - 11, x + width, base - 11)
    date_width = text_width(Face.SERIF, date) * size / 1000
    flow.surface.text(x + width - date_width, base + 4, Face.SERIF, size, date)


def _seal(flow: Flow, label: str, date: str) -> None:
    flow.gap(10)
    flow.need(26 * MM)
    right = flow.paper.left + flow.paper.text_width - 40
    for text, down in ((label, 12 * MM), (date, 20 * MM)):
        width = text_width(Face.SERIF, printable(text)) * BODY / 1000
        flow.surface.text(right - width, flow.y + down, Face.SERIF, BODY, printable(text))
    flow.advance(26 * MM)
