"""A Document as .docx, for those who edit the words: the same bytes for the same values.

Page, styles and feet are made by python-docx (`reports.docx_page`); what stands on the
pages is streamed into them (`reports.docx_xml`). What is written is read back by
`reports.docx_read`, which knows nothing of either.

Source: domain.md 6.0.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import IO, BinaryIO, assert_never

from reviewer_app.domain.document import (
    Addressee,
    Annex,
    Block,
    Chart,
    ColumnKind,
    Document,
    Facts,
    HandLines,
    Heading,
    Lead,
    Note,
    Number,
    PageBreak,
    SealSpace,
    Section,
    Signatures,
    Subject,
    Table,
    Text,
)
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.density import OFFICIAL
from reviewer_app.reports.docx_look import (
    BODY,
    HEADING,
    LINE,
    NOTE,
    SIGNER,
    SUBHEADING,
    TABLE,
    TABLE_HEADER,
    TITLE,
    Look,
    wide,
)
from reviewer_app.reports.docx_page import prepare
from reviewer_app.reports.docx_xml import (
    TABLE_END,
    Form,
    Stop,
    empty_cell,
    paragraph,
    run,
    table_begin,
    table_cell,
    table_row,
)
from reviewer_app.reports.official_layout import balanced
from reviewer_app.reports.surface import official_paper
from reviewer_app.reports.table_grid import grid_of

_BETWEEN = 12.0
_FROM_THE_RIGHT = 4
_BODY = "word/document.xml"
_PAGE = b"<w:sectPr"
"""The size of the page is said at the end of the body."""

_PLAIN = Form()
_LOOKS = {"": BODY, "Title": TITLE, "Heading1": HEADING, "Heading2": SUBHEADING}
_WHEN = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document, target: BinaryIO) -> None:
    """Write the .docx of a document; its parts carry no time."""
    with zipfile.ZipFile(_skeleton(document)) as skeleton, zipfile.ZipFile(target, "w") as packed:
        for name in skeleton.namelist():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with packed.open(entry, "w") as part:
                if name == _BODY:
                    _write_body(document, skeleton.read(name), part)
                else:
                    part.write(skeleton.read(name))


def _write_body(document: Document, empty: bytes, part: IO[bytes]) -> None:
    """Stream the blocks into the empty body, before its page."""
    head, page, tail = empty.partition(_PAGE)
    part.write(head)
    _Writer(lambda xml: part.write(xml.encode("utf-8"))).write(document)
    part.write(page + tail)


def _skeleton(document: Document) -> io.BytesIO:
    """Let python-docx make everything but what stands on the pages."""
    import docx

    paper = docx.Document()
    prepare(paper, document)
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer


class _Writer:
    """Streams blocks; `closing` while a place to sign follows the block."""

    def __init__(self, out: Callable[[str], object]) -> None:
        self._out = out
        self._turns = False
        self._begun = False
        self._closing = False

    def write(self, document: Document) -> None:
        """Write every block of the document."""
        if not document.blocks or not isinstance(document.blocks[0], Section):
            self._head(document)
        following = [*document.blocks[1:], None]
        for block, after in zip(document.blocks, following, strict=True):
            self._closing = isinstance(after, SealSpace | Signatures)
            if isinstance(block, Section):
                self._turn()
                self._head(document)
            else:
                self._draw(block)

    def _turn(self) -> None:
        """Begin what follows on a new page, unless nothing stands yet."""
        self._turns = self._begun

    def _head(self, document: Document) -> None:
        """Set the title, an empty line beneath."""
        self._title(document.title)
        if document.subtitle:
            self._add(document.subtitle, LINE)
        self._add("", BODY)

    def _title(self, text: str) -> None:
        lines = balanced(text, official_paper().text_width)
        self._add("\n".join(lines), TITLE, Form("Title"))

    def _add(self, text: str, look: Look, form: Form = _PLAIN, *more: str) -> None:
        """Add a paragraph of a text and further runs."""
        own = None if _LOOKS[form.style] is look else look
        text = printable(text)
        first = [run(text, own)] if text else []
        keeps = form.keeps_next or self._closing
        form = replace(form, look=own, turns=self._turns, keeps_next=keeps)
        self._out(paragraph(form, *first, *more))
        self._turns, self._begun = False, True

    def _draw(self, block: Block) -> None:
        match block:
            case Heading() | Text() | Lead() | Addressee() | Note() | Facts():
                self._words(block)
            case Table():
                self._table(block)
            case HandLines(count):
                for _ in range(count):
                    self._add("", BODY.flush(), _ruled(official_paper().text_width), run("\t"))
            case Signatures():
                self._signatures(block)
            case Chart() | Subject():
                pass
            case SealSpace(label, date):
                self._seal(label, date)
            case Annex(label, title):
                self._annex(label, title)
            case PageBreak() | Section():
                self._turn()
            case _:
                assert_never(block)

    def _words(self, block: Heading | Text | Lead | Addressee | Note | Facts) -> None:
        match block:
            case Heading(text, level):
                look = HEADING if level == 1 else SUBHEADING
                self._add(text, look, Form(f"Heading{level}", keeps_next=True))
            case Text(text):
                for part in text.split("\n"):
                    self._add(part, BODY)
            case Lead(head, text):
                self._add("", BODY, _PLAIN, _run(head, HEADING), _run(text, BODY))
            case Addressee(text):
                self._add(text, BODY.flush())
            case Note(text):
                self._add(text, NOTE)
            case Facts(facts):
                for fact in facts:
                    self._add(f"{fact.label}：{fact.value}", BODY)
            case _:
                assert_never(block)

    def _annex(self, label: str, title: str) -> None:
        self._turn()
        self._add(label, HEADING.flush())
        self._add("", BODY)
        self._title(title)
        self._add("", BODY)

    def _table(self, table: Table) -> None:
        edges = grid_of(table, 0, official_paper().text_width, OFFICIAL).edges
        widths = [right - left for left, right in pairwise(edges)]
        middles = [column.kind is not ColumnKind.TEXT for column in table.columns]
        self._out(table_begin(widths))
        titles = [column.title for column in table.columns]
        self._row(titles, widths, [True] * len(titles), TABLE_HEADER)
        for row in table.rows:
            cells = [cell.text if isinstance(cell, Number) else cell for cell in row.cells]
            self._row(cells, widths, middles, TABLE)
        self._out(TABLE_END)
        self._turns, self._begun = False, True

    def _row(
        self,
        texts: Sequence[str],
        widths: Sequence[float],
        middles: Sequence[bool],
        look: Look,
    ) -> None:
        """Write a row; where it has fewer texts than columns, the rest is empty."""
        cells = [
            table_cell(width, _clean(text), look.centred() if middle else look)
            for text, width, middle in zip(texts, widths, middles, strict=False)
        ]
        cells += [empty_cell(width) for width in widths[len(texts) :]]
        self._out(table_row(cells, is_header=look is TABLE_HEADER))

    def _signatures(self, block: Signatures) -> None:
        """Set names with lines to sign, two beside each other, one date beneath all."""
        if block.statement:
            self._add(block.statement, BODY, Form(keeps_next=True))
        self._closing = True
        width = official_paper().text_width
        line = run("\t")
        for start in range(0, len(block.places), 2):
            first, *second = block.places[start : start + 2]
            form, runs = _ruled(width / 2 - _BETWEEN), [line]
            if second:
                ends = Stop(width / 2), Stop(width - _BETWEEN, is_line=True)
                form = Form(stops=(*form.stops, *ends))
                runs += [line, _run(second[0], SIGNER), line]
            self._add(first, SIGNER, form, *runs)
        self._closing = False
        self._add(block.date, LINE.to_the_right())

    def _seal(self, label: str, date: str) -> None:
        """Set unit and date at the right, the unit over the middle of the date."""
        self._closing = True
        self._add("", BODY)
        self._add("", BODY)
        edge = _FROM_THE_RIGHT * BODY.size
        over = edge + (wide(date) - wide(label)) * BODY.size / 2
        self._add(label, BODY.to_the_right(), Form(right=max(0.0, over)))
        self._closing = False
        self._add(date, BODY.to_the_right(), Form(right=edge))


def _ruled(edge: float) -> Form:
    """Draw a line to write on from the end of the text to `edge`."""
    return Form(stops=(Stop(edge, is_line=True),))


def _run(text: str, look: Look) -> str:
    return run(_clean(text), look)


def _clean(text: str) -> str:
    """Clean text, its tabs kept."""
    return "\t".join(map(printable, text.split("\t")))
