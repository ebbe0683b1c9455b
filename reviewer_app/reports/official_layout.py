"""An official paper (公文) laid out: 22 lines of 28 characters a page, the lines full.

Source: GB/T 9704; domain.md 6.0.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, assert_never

from reviewer_app.domain.document import (
    Addressee,
    Annex,
    Block,
    Chart,
    Document,
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
from reviewer_app.reports.blocks import hand_lines
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.density import OFFICIAL
from reviewer_app.reports.flow import LAST_LINES, Flow
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.surface import MM, Surface, official_paper
from reviewer_app.reports.table_layout import TableLayout
from reviewer_app.reports.wrapping import wrap

LINES, CHARACTERS = 22, 28
PITCH = 225 * MM / LINES
CELL = 156 * MM / CHARACTERS
_INDENT = 2
_SIGNING = 14.0
_SEAL_LINES = 4
_FROM_THE_RIGHT = 4
_HAIR = 0.1
_FIRST_LINES = 2
_LOOSEST = 1.7
"""A line that would have to be spaced wider than so many points is left ragged."""

_CLOSING = (Signatures, SealSpace)
_SHORT = (Heading, Note, HandLines, Signatures)


class OfficialSurface(Surface, Protocol):
    """A surface that can also space the characters of a line."""

    def spaced(
        self, at: tuple[float, float], face: Face, size: float, text: str, by: float
    ) -> None:
        """Write one line, its base line at `at`, with `by` points more after each character."""


class _Ruler:
    """A surface on which nothing is seen: to measure."""

    def text(self, _x: float, _y: float, _face: Face, _size: float, _text: str) -> None:
        """Leave the text out."""

    def spaced(
        self, _at: tuple[float, float], _face: Face, _size: float, _text: str, _by: float
    ) -> None:
        """Leave the text out."""

    def line(self, _x1: float, _y1: float, _x2: float, _y2: float) -> None:
        """Leave the rule out."""

    def grey(self, _x: float, _y: float, _width: float, _height: float) -> None:
        """Leave the box out."""

    def draw(self, *_: object) -> None:
        pass

    def bookmark(self, _title: str, _level: int) -> None:
        """Leave the entry out."""

    def end_page(self) -> None:
        """Go on."""


def lay_out_official(document: Document, surface: OfficialSurface) -> None:
    """Draw the paper; the last page is ended too."""
    flow = _Setter(surface)
    blocks = document.blocks
    if not blocks or not isinstance(blocks[0], Section):
        flow.title(document)
    for block, kept in zip(blocks, _kept_heights(blocks), strict=True):
        if isinstance(block, Section):
            flow.new_page()
            surface.bookmark(printable(block.name), 0)
            flow.title(document)
        else:
            flow.draw(block, kept)
    surface.end_page()


def _kept_heights(blocks: Sequence[Block]) -> list[float]:
    """Give for each block the height of what must stand on the page where it ends.

    A place to sign or seal takes the end of the text before it along.
    """
    kept = [0.0] * len(blocks)
    for place, block in enumerate(blocks):
        if not isinstance(block, _CLOSING):
            continue
        height = _height(block)
        for before in range(place - 1, -1, -1):
            earlier = blocks[before]
            if isinstance(earlier, Section | PageBreak | Annex):
                break
            kept[before] = max(kept[before], height)
            if not isinstance(earlier, _SHORT):
                break
            height += _height(earlier)
    return kept


def _height(block: Block) -> float:
    ruler = _Setter(_Ruler())
    ruler.paper = replace(ruler.paper, height=1e7)
    ruler.advance(0)
    start = ruler.y
    ruler.draw(block)
    return ruler.y - start


class _Setter(Flow):
    """A cursor that sets lines on the grid of an official paper."""

    surface: OfficialSurface

    def __init__(self, surface: OfficialSurface) -> None:
        super().__init__(official_paper(), surface, density=OFFICIAL)

    def new_page(self) -> None:
        """Go on at the top of a new page, without a running line."""
        if not self.is_fresh:
            self.turn()

    def need(self, height: float) -> None:
        """Go to a new page if so much does not fit here; a page of 22 lines is full."""
        super().need(height - 0.1)

    def title(self, document: Document) -> None:
        """Set the title in balanced lines, an empty line beneath."""
        self._title(document.title)
        if document.subtitle:
            self.centred(document.subtitle, Face.OFFICE_SUBHEADING, OFFICIAL.body, PITCH)
        self.advance(PITCH)

    def _title(self, text: str) -> None:
        for line in balanced(text, self.paper.text_width):
            self.need(PITCH * 1.25)
            width = text_width(Face.OFFICE_TITLE, line) * OFFICIAL.title / 1000
            x = self.paper.left + (self.paper.text_width - width) / 2
            base = self.y + (PITCH * 1.25 + OFFICIAL.title * 0.72) / 2
            self.surface.spaced((x, base), Face.OFFICE_TITLE, OFFICIAL.title, line, 0)
            self.advance(PITCH * 1.25)
        self._to_grid()

    def _to_grid(self) -> None:
        lines = -((self.paper.top - self.y) // PITCH)
        self.y = self.paper.top + lines * PITCH

    def draw(self, block: Block, kept: float = 0) -> None:
        """Draw a block; so much height as `kept` stays on the page where it ends."""
        match block:
            case Heading() | Text() | Lead() | Addressee() | Note() | Facts():
                self._words(block, kept)
            case Table():
                self.gap(4)
                TableLayout(block, self, kept).lay()
                self.advance(4)
                self._to_grid()
            case HandLines(count):
                hand_lines(self, count, PITCH)
            case Signatures():
                self._signatures(block)
            case Chart() | Subject():
                pass
            case SealSpace(label, date):
                self._seal(printable(label), printable(date))
            case Annex(label, title):
                self._annex(label, title)
            case PageBreak() | Section():
                self.new_page()
            case _:
                assert_never(block)

    def _words(self, block: Heading | Text | Lead | Addressee | Note | Facts, kept: float) -> None:
        match block:
            case Heading(text, level):
                face = Face.OFFICE_HEADING if level == 1 else Face.OFFICE_SUBHEADING
                self.need(2 * PITCH + kept)
                if level == 1:
                    self.surface.bookmark(printable(text), 1)
                self._body(text, face)
            case Text(text):
                self._body(text, Face.OFFICE_BODY, kept)
            case Lead(head, text):
                self._lead(printable(head), text, kept)
            case Addressee(text):
                self._body(text, Face.OFFICE_BODY, kept, indent=0)
            case Note(text):
                self._note(text, kept)
            case Facts(facts):
                for fact in facts:
                    self._body(f"{fact.label}：{fact.value}", Face.OFFICE_BODY)
            case _:
                assert_never(block)

    def _lead(self, head: str, text: str, kept: float) -> None:
        """Set the heading at the beginning of the paragraph's first line."""
        face = Face.OFFICE_HEADING
        characters = -(-text_width(face, head) // 1000)
        lines = wrap(Face.OFFICE_BODY, printable(text), CELL, self.paper.text_width)
        self.need(min(len(lines), _FIRST_LINES) * PITCH)
        self._line(head, face, _INDENT * CELL, is_last=True)
        self._body(text, Face.OFFICE_BODY, kept, indent=_INDENT + int(characters))

    def _annex(self, label: str, title: str) -> None:
        self.new_page()
        self.surface.bookmark(printable(f"{label} {title}"), 0)
        self._body(label, Face.OFFICE_HEADING, indent=0)
        self.advance(PITCH)
        self._title(title)
        self.advance(PITCH / 2)

    def _body(self, text: str, face: Face, kept: float = 0, indent: int = _INDENT) -> None:
        """Set paragraphs, the first line of each indented, all but the last lines full."""
        width = self.paper.text_width
        for part in printable(text).split("\n"):
            lines = wrap(face, "\u3000" * indent + part, CELL, width + _HAIR)
            for place, line in enumerate(lines):
                self.need(PITCH)
                last = len(lines) - place
                if kept and last == min(LAST_LINES, len(lines)):
                    self.need(last * PITCH + kept)
                shift = 0.0 if place else indent * CELL
                self._line(line[0 if place else indent :], face, shift, is_last=last == 1)
                self.advance(PITCH)

    def _line(self, text: str, face: Face, shift: float, *, is_last: bool) -> None:
        size, units = OFFICIAL.body, text_width(face, text) / 1000
        gaps = max(1, len(text) - 1)
        by = (self.paper.text_width - shift - units * size) / gaps
        if is_last or by > _LOOSEST or _is_latin(text):
            by = units * (CELL - size) / gaps
        base = self.y + (PITCH + size * 0.72) / 2
        self.surface.spaced((self.paper.left + shift, base), face, size, text, by)

    def _note(self, text: str, kept: float) -> None:
        size = OFFICIAL.note
        self.paragraph(text, Face.OFFICE_SUBHEADING, size, size * 1.5, kept)
        self._to_grid()

    def _signatures(self, block: Signatures) -> None:
        """Set names with lines to sign, two beside each other, one date beneath all."""
        if block.statement:
            self._body(block.statement, Face.OFFICE_BODY, 2 * OFFICIAL.signature)
        share = self.paper.text_width / 2
        for start in range(0, len(block.places), 2):
            self.need(OFFICIAL.signature)
            for position, label in enumerate(block.places[start : start + 2]):
                self._signature(printable(label), self.paper.left + position * share, share - 12)
            self.advance(OFFICIAL.signature)
        self.need(PITCH)
        date = printable(block.date)
        x = self.paper.left + self.paper.text_width - self._wide(date)
        self.surface.text(x, self.y + PITCH * 0.8, Face.OFFICE_BODY, OFFICIAL.body, date)
        self.advance(PITCH)
        self._to_grid()

    def _signature(self, label: str, x: float, width: float) -> None:
        lines = wrap(Face.OFFICE_BODY, label, _SIGNING, width * 0.6)[:2]
        base = self.y + OFFICIAL.signature - 8
        for place, line in enumerate(lines):
            level = base - (len(lines) - 1 - place) * 17
            self.surface.text(x, level, Face.OFFICE_BODY, _SIGNING, line)
        widest = max(text_width(Face.OFFICE_BODY, line) for line in lines) * _SIGNING / 1000
        self.surface.line(x + widest + 4, base + 3, x + width, base + 3)

    def _seal(self, label: str, date: str) -> None:
        """Set unit and date at the right, the unit over the middle of the date."""
        self.need(_SEAL_LINES * PITCH)
        right = self.paper.left + self.paper.text_width
        edge = right - _FROM_THE_RIGHT * CELL
        middle = edge - self._wide(date) / 2
        x = min(middle - self._wide(label) / 2, right - self._wide(label))
        face, size = Face.OFFICE_BODY, OFFICIAL.body
        self.surface.text(x, self.y + 2 * PITCH + size, face, size, label)
        self.surface.text(edge - self._wide(date), self.y + 3 * PITCH + size, face, size, date)
        self.advance(_SEAL_LINES * PITCH)

    def _wide(self, text: str) -> float:
        return text_width(Face.OFFICE_BODY, text) * OFFICIAL.body / 1000


def _is_latin(text: str) -> bool:
    """Whether most of a line is in letters, which are not spaced to fill it."""
    return 2 * sum(map(str.isascii, text)) > len(text)


def balanced(title: str, width: float) -> tuple[str, ...]:
    """Break a title into as few lines as it takes, as equal as they can be."""
    text = printable(title)
    lines = wrap(Face.OFFICE_TITLE, text, OFFICIAL.title, width)
    step = OFFICIAL.title / 2
    while len(lines) > 1 and width > step:
        narrower = wrap(Face.OFFICE_TITLE, text, OFFICIAL.title, width - step)
        if len(narrower) > len(lines):
            break
        lines, width = narrower, width - step
    return lines
