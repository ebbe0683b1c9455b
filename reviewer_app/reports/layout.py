"""A Document laid out over pages, form by form.

A form is what stands between two new pages of the document: one reviewer's sheet, one
application's table. Each is set as roomily as its number of pages allows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer_app.domain.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Section,
    Subject,
    Table,
)
from reviewer_app.reports.blocks import draw
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.density import LEVELS, TIGHT, Density
from reviewer_app.reports.flow import Flow
from reviewer_app.reports.fonts import Face
from reviewer_app.reports.keeping import kept_heights
from reviewer_app.reports.surface import Draft, Surface, paper

_LONG = 300
"""A form of more rows takes many pages; it is laid out once, tightly."""

_SUBTITLE = 10.5


def lay_out(document: Document, surface: Surface) -> None:
    """Draw the document; the last page is ended too."""
    level, pages = 0, 1
    for blocks in forms(document):
        if sum(len(block.rows) for block in blocks if isinstance(block, Table)) > _LONG:
            _form(document, blocks, surface, TIGHT)
            continue
        level, draft = _best(document, blocks, level, pages)
        pages = draft.pages
        draft.copy_to(surface)


def forms(document: Document) -> Iterator[list[Block]]:
    """Give the blocks between new pages, a section's own before its first; at least one form."""
    found: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Section | PageBreak) and not _is_empty(found):
            yield found
            found = []
        if isinstance(block, Section):
            found = [block]
        elif not isinstance(block, PageBreak):
            found.append(block)
    yield found


def _is_empty(blocks: Sequence[Block]) -> bool:
    return all(isinstance(block, Section) for block in blocks)


def _best(document: Document, blocks: Sequence[Block], like: int, pages: int) -> tuple[int, Draft]:
    """Lay a form out at the roomiest level that does as well as the tightest.

    The level of the form before is kept where it takes as many pages: they look alike.
    """
    same, cost = _draft(document, blocks, like)
    if cost == (False, pages):
        return like, same
    last = len(LEVELS) - 1
    tightest, least = _draft(document, blocks, last)
    for level in range(last):
        draft, cost = _draft(document, blocks, level)
        if cost <= least:
            return level, draft
    return last, tightest


def _draft(
    document: Document, blocks: Sequence[Block], level: int
) -> tuple[Draft, tuple[bool, int]]:
    """Give the pages, whether they part what belongs together, and how many they are."""
    draft = Draft()
    whole = _form(document, blocks, draft, LEVELS[level])
    return draft, (not whole, draft.pages)


def _form(document: Document, blocks: Sequence[Block], surface: Surface, density: Density) -> bool:
    """Draw a form; say whether what belongs together stands together."""
    running = "  ".join(filter(None, (document.title, document.subtitle, _about(blocks))))
    flow = Flow(paper(document.orientation), surface, printable(running), density)
    _title(flow, document)
    kept, whole = kept_heights(blocks, lambda block: _height(block, flow), flow.full_room)
    for block, height in zip(blocks, kept, strict=True):
        draw(flow, block, height)
    surface.end_page()
    return whole


def _about(blocks: Sequence[Block]) -> str:
    """Give what the form is about, for those who find a later page of it alone."""
    for block in blocks[:2]:
        match block:
            case Section(name) | Subject(name) | Heading(name, 1):
                return name
            case _:
                pass
    return ""


def _height(block: Block, flow: Flow) -> float:
    """Measure a block on paper without an end."""
    endless = Flow(replace(flow.paper, height=1e7), Draft(), density=flow.density)
    endless.advance(0)
    start = endless.y
    draw(endless, block)
    return endless.y - start


def _title(flow: Flow, document: Document) -> None:
    size = flow.density.title
    flow.centred(document.title, Face.BOLD, size, size * 1.35)
    if document.subtitle:
        flow.centred(document.subtitle, Face.SERIF, _SUBTITLE, _SUBTITLE * 1.4)
    flow.advance(4)
