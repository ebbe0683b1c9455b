"""A Document as .docx, for those who edit the words: the same bytes for the same values.

Only this module and `reports.docx_page` know python-docx. What they write is read back by
`reports.docx_read`, which knows nothing of it.

Source: domain.md 6.0.
"""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, assert_never

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
    repacked,
    wide,
)
from reviewer_app.reports.docx_page import LOOKS, add_run, prepare, set_font, shape
from reviewer_app.reports.official_layout import balanced
from reviewer_app.reports.surface import official_paper
from reviewer_app.reports.table_grid import grid_of

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.table import Table as Grid
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

_BETWEEN = 12.0
_CELL_MARGIN = "50"
"""In twentieths of a point."""

_FROM_THE_RIGHT = 4


def docx_bytes(document: Document) -> bytes:
    """Give the .docx of a document."""
    import docx

    paper = docx.Document()
    prepare(paper, document)
    writer = _Writer(paper)
    if not document.blocks or not isinstance(document.blocks[0], Section):
        writer.title(document)
    following = [*document.blocks[1:], None]
    for block, after in zip(document.blocks, following, strict=True):
        writer.closing = isinstance(after, SealSpace | Signatures)
        if isinstance(block, Section):
            writer.turn()
            writer.title(document)
        else:
            writer.draw(block)
    buffer = io.BytesIO()
    paper.save(buffer)
    return repacked(buffer.getvalue())


class _Writer:
    """Adds blocks to the paper; `closing` while a place to sign follows the block."""

    def __init__(self, paper: "Paper") -> None:
        self._paper = paper
        self._turns = False
        self._begun = False
        self.closing = False

    def turn(self) -> None:
        """Begin what follows on a new page, unless nothing stands yet."""
        self._turns = self._begun

    def title(self, document: Document) -> None:
        """Set the title, an empty line beneath."""
        self._title(document.title)
        if document.subtitle:
            self._add(document.subtitle, LINE, "Normal")
        self._add("", BODY)

    def _title(self, text: str) -> None:
        lines = balanced(text, official_paper().text_width)
        self._add("\n".join(lines), TITLE, "Title")

    def _add(self, text: str, look: Look, style: str = "Normal") -> "Paragraph":
        paragraph = self._paper.add_paragraph(printable(text), style=style)
        if LOOKS.get(style) is not look:
            shape(paragraph.paragraph_format, look)
            for run in paragraph.runs:
                element: Any = run._r  # noqa: SLF001 - the library sets no East Asian fonts
                set_font(element.get_or_add_rPr(), look)
        if self._turns:
            paragraph.paragraph_format.page_break_before = True
        if self.closing:
            paragraph.paragraph_format.keep_with_next = True
        self._turns, self._begun = False, True
        return paragraph

    def draw(self, block: Block) -> None:
        """Add a block."""
        match block:
            case Heading() | Text() | Lead() | Addressee() | Note() | Facts():
                self._words(block)
            case Table():
                self._table(block)
            case HandLines(count):
                for _ in range(count):
                    self._rule(self._add("", BODY.flush()), official_paper().text_width)
            case Signatures():
                self._signatures(block)
            case Chart() | Subject():
                pass
            case SealSpace(label, date):
                self._seal(label, date)
            case Annex(label, title):
                self._annex(label, title)
            case PageBreak() | Section():
                self.turn()
            case _:
                assert_never(block)

    def _words(self, block: Heading | Text | Lead | Addressee | Note | Facts) -> None:
        match block:
            case Heading(text, level):
                look = HEADING if level == 1 else SUBHEADING
                self._add(text, look, f"Heading {level}").paragraph_format.keep_with_next = True
            case Text(text):
                for part in text.split("\n"):
                    self._add(part, BODY)
            case Lead(head, text):
                self._lead(head, text)
            case Addressee(text):
                self._add(text, BODY.flush())
            case Note(text):
                self._add(text, NOTE)
            case Facts(facts):
                for fact in facts:
                    self._add(f"{fact.label}：{fact.value}", BODY)
            case _:
                assert_never(block)

    def _lead(self, head: str, text: str) -> None:
        paragraph = self._add("", BODY)
        add_run(paragraph, head, HEADING)
        add_run(paragraph, text, BODY)

    def _annex(self, label: str, title: str) -> None:
        self.turn()
        self._add(label, HEADING.flush())
        self._add("", BODY)
        self._title(title)
        self._add("", BODY)

    def _rule(self, paragraph: "Paragraph", edge: float) -> None:
        """Draw a line to write on from the end of the text to `edge`."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Pt

        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Pt(edge), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        paragraph.add_run("\t")

    def _leap(self, paragraph: "Paragraph", edge: float) -> None:
        """Go on at `edge` without a line."""
        from docx.shared import Pt

        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(edge))
        paragraph.add_run("\t")

    def _table(self, table: Table) -> None:
        from docx.shared import Pt

        made = self._paper.add_table(rows=0, cols=len(table.columns), style="Table Grid")
        made.autofit = False
        _tighten(made)
        edges = grid_of(table, 0, official_paper().text_width, OFFICIAL).edges
        widths = [right - left for left, right in pairwise(edges)]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Pt(width)
        titles = [column.title for column in table.columns]
        middles = [True] * len(titles)
        self._row(made.add_row(), titles, widths, middles, TABLE_HEADER)
        for row in table.rows:
            cells = [cell.text if isinstance(cell, Number) else cell for cell in row.cells]
            kinds = [column.kind is not ColumnKind.TEXT for column in table.columns]
            self._row(made.add_row(), cells, widths, kinds, TABLE)
        self._turns, self._begun = False, True

    def _row(
        self,
        row: "_Row",
        texts: Sequence[str],
        widths: Sequence[float],
        middles: Sequence[bool],
        look: Look,
    ) -> None:
        """Fill a row that is never broken; a header row is repeated on each page."""
        marks = ("w:cantSplit", "w:tblHeader") if look is TABLE_HEADER else ("w:cantSplit",)
        _mark(row, marks)
        for cell, text, width, middle in zip(row.cells, texts, widths, middles, strict=False):
            self._cell(cell, text, width, look.centred() if middle else look)

    def _cell(self, cell: "_Cell", text: str, width: float, look: Look) -> "Paragraph":
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.shared import Pt

        cell.width = Pt(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph: Paragraph = cell.paragraphs[0]
        shape(paragraph.paragraph_format, look)
        add_run(paragraph, text, look)
        return paragraph

    def _signatures(self, block: Signatures) -> None:
        """Set names with lines to sign, two beside each other, one date beneath all."""
        if block.statement:
            self._add(block.statement, BODY).paragraph_format.keep_with_next = True
        self.closing = True
        width = official_paper().text_width
        for start in range(0, len(block.places), 2):
            first, *second = block.places[start : start + 2]
            paragraph = self._add(first, SIGNER)
            self._rule(paragraph, width / 2 - _BETWEEN)
            if second:
                self._leap(paragraph, width / 2)
                add_run(paragraph, second[0], SIGNER)
                self._rule(paragraph, width - _BETWEEN)
        self.closing = False
        self._add(block.date, LINE.to_the_right())

    def _seal(self, label: str, date: str) -> None:
        """Set unit and date at the right, the unit over the middle of the date."""
        from docx.shared import Pt

        self.closing = True
        self._add("", BODY)
        self._add("", BODY)
        edge = _FROM_THE_RIGHT * BODY.size
        over = edge + (wide(date) - wide(label)) * BODY.size / 2
        unit = self._add(label, BODY.to_the_right())
        unit.paragraph_format.right_indent = Pt(max(0.0, over))
        self.closing = False
        self._add(date, BODY.to_the_right()).paragraph_format.right_indent = Pt(edge)


def _tighten(made: "Grid") -> None:
    """Leave little room beside the text of cells, as on the PDF."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), _CELL_MARGIN)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties: Any = made._tbl.tblPr  # noqa: SLF001 - the library has no such margins
    properties.insert_element_before(margins, "w:tblLook")


def _mark(row: "_Row", tags: Sequence[str]) -> None:
    from docx.oxml.parser import OxmlElement

    properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no such marks
    for tag in tags:
        properties.append(OxmlElement(tag))
