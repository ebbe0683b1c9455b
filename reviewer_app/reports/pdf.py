"""A Document as PDF: the same bytes for the same values, every font embedded.

User text is drawn as plain strings; nothing here reads markup.
"""

import io
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from reviewer_app.charts.shapes import Drawing
from reviewer_app.domain.document import (
    Addressee,
    Annex,
    Chart,
    Document,
    Fact,
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
    Style,
    Subject,
    Table,
    Text,
)
from reviewer_app.domain.report_errors import MissingGlyph, MissingGlyphs
from reviewer_app.reports.chart import chart_operators, chart_texts, texts_of
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.fonts import Face, drawn, font, missing_glyphs, runs, text_width
from reviewer_app.reports.layout import lay_out
from reviewer_app.reports.official_layout import CELL, lay_out_official
from reviewer_app.reports.pdf_metadata import describe
from reviewer_app.reports.reportlab_faults import pack_last_page
from reviewer_app.reports.surface import MM, Paper, official_paper, paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

RULE = 0.5
_FOOT = 7.5
_PAGE_NUMBER = 9.0
_OFFICIAL_NUMBER = 14.0
_BELOW_THE_TEXT = 10 * MM
_HEAVIER = 0.45
"""The bundled 宋体 is drawn with an outline of so many points where it stands for 小标宋."""

_TINT = 0.92
_PALE, _COS, _SIN = 0.9, 0.8192, 0.5736
"""The mark across a page: its grey, and its slope of 35 degrees."""
_MARK_ACROSS, _MARK_AT_HEAD, _HEAD = 0.8, 11.0, 9 * MM
"""How much of the width it takes; size and place of the one at the head."""
_NAMED = 12
"""So many missing characters are named on the page; the log has all."""

_ESCAPES = tuple(
    chr(code) if 32 <= code < 127 and chr(code) not in "()\\" else f"\\{code:03o}"
    for code in range(256)
)
"""Each byte as it stands inside a PDF string."""


def pdf_bytes(document: Document, *, allow_missing: bool = False) -> bytes:
    """Give the PDF of a document.

    Raises:
        MissingGlyphs: see `write_pdf`.
    """
    target = io.BytesIO()
    write_pdf(document, target, allow_missing=allow_missing)
    return target.getvalue()


def write_pdf(
    document: Document, target: BinaryIO, *, allow_missing: bool = False
) -> tuple[MissingGlyph, ...]:
    """Write the PDF of a document and give what is printed as boxes.

    Raises:
        MissingGlyphs: a character no embedded font has; with `allow_missing` it is
            printed as a box, with a line to write it in by hand.
    """
    missing = missing_glyphs(texts(document))
    if missing and not allow_missing:
        raise MissingGlyphs(missing)
    surface = PdfSurface(document, missing, target)
    if document.style is Style.OFFICIAL:
        lay_out_official(document, surface)
    else:
        lay_out(document, surface)
    surface.finish()
    return missing


def texts(document: Document) -> Iterator[str]:
    """Every text the document prints."""
    yield document.title
    yield document.subtitle
    yield from (document.printed, document.software)
    for block in document.blocks:
        match block:
            case Heading(text) | Text(text) | Note(text) | Addressee(text):
                yield text
            case Facts(facts):
                yield from (text for fact in facts for text in _of_fact(fact))
            case Table():
                yield from _of_table(block)
            case Signatures(statement, places, date):
                yield from (statement, *places, date)
            case SealSpace(first, second) | Annex(first, second) | Lead(first, second):
                yield from (first, second)
            case Chart(figure):
                yield from chart_texts(figure)
            case HandLines() | Section() | PageBreak() | Subject():
                pass


def _of_table(block: Table) -> Iterator[str]:
    yield from (column.title + column.group for column in block.columns)
    for row in block.rows:
        for cell in row.cells:
            yield cell.mark if isinstance(cell, Number) else cell


def _of_fact(fact: Fact) -> tuple[str, str]:
    return fact.label, fact.value


class PdfSurface:
    """Pages as PDF operators; the foot is added when the number of pages is known.

    Operators are written here, not by reportlab's text objects: a page of scores has a
    thousand short texts, most of them many times. Pages that wait for their foot are kept
    packed: the memory for 10,000 of them is that of the file.
    """

    def __init__(
        self, document: Document, missing: tuple[MissingGlyph, ...], target: BinaryIO
    ) -> None:
        official = document.style is Style.OFFICIAL
        self._paper: Paper = official_paper() if official else paper(document.orientation)
        self._document = document
        self._missing = missing
        self._code = document.code
        self._canvas = _canvas(target, self._paper, document)
        self._pages: list[bytes] = []
        self._marks: list[tuple[int, str, int]] = []
        self._boxes: list[str] = []
        self._lines: list[str] = []
        self._drawings: list[str] = []
        self._texts: list[str] = []
        self._font = ""
        self._known: dict[tuple[Face, str], tuple[tuple[str, str], ...]] = {}

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Write one line, its base line at y."""
        parts = self._known.get((face, text))
        if parts is None:
            parts = self._known[face, text] = tuple(self._encoded(face, text))
        write = self._texts.append
        write(f"1 0 0 1 {x:.2f} {self._paper.height - y:.2f} Tm")
        for name, codes in parts:
            chosen = f"{name} {size:g} Tf"
            if chosen != self._font:
                write(chosen)
                self._font = chosen
            write(f"({codes}) Tj")

    def spaced(
        self, at: tuple[float, float], face: Face, size: float, text: str, by: float
    ) -> None:
        """Write one line with `by` points more after each character."""
        is_heavier = face is Face.OFFICE_TITLE and drawn(face) is not face
        if is_heavier:
            self._texts.append(f"2 Tr {_HEAVIER} w")
        self._texts.append(f"{by:.3f} Tc")
        self.text(*at, face, size, text)
        self._texts.append("0 Tc")
        if is_heavier:
            self._texts.append("0 Tr")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a thin rule."""
        height = self._paper.height
        self._lines.append(f"{x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l")

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        """Tint a box; it lies beneath everything else."""
        bottom = self._paper.height - y - height
        self._boxes.append(f"{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re")

    def draw(self, x: float, y: float, drawing: Drawing) -> None:
        """Draw a chart; its texts are texts like all others."""
        bottom = self._paper.height - y - drawing.box.height
        self._drawings += chart_operators(drawing, x, bottom)
        for left, base, size, text in texts_of(drawing):
            self.text(x + left, y + base, Face.SERIF, size, text)

    def bookmark(self, title: str, level: int) -> None:
        """Keep an entry of the outline for this page."""
        self._marks.append((len(self._pages) + 1, title, level))

    def end_page(self) -> None:
        """Finish the page but for its foot."""
        boxes = [f"{_TINT} g", *self._boxes, "f"] if self._boxes else []
        lines = [f"{RULE} w 0 G", *self._lines, "S"] if self._lines else []
        page = "\n".join([*boxes, "0 g", *lines, *self._drawings, self._taken_texts()])
        self._pages.append(zlib.compress(page.encode("ascii"), level=1))
        self._boxes, self._lines, self._drawings = [], [], []

    def finish(self) -> None:
        """Add the feet and write the file."""
        outline = _Outline(self._canvas, self._marks)
        for number, page in enumerate(self._pages, 1):
            for operators in self._mark():
                self._canvas.addLiteral(operators)
            self._canvas.addLiteral(zlib.decompress(page).decode("ascii"))
            outline.enter(number)
            for operators in self._foot(number):
                self._canvas.addLiteral(operators)
            self._canvas.showPage()
            pack_last_page(self._canvas)
        self._canvas.save()

    def _taken_texts(self) -> str:
        texts, self._texts, self._font = self._texts, [], ""
        return "\n".join(["BT", *texts, "ET"])

    def _encoded(self, face: Face, text: str) -> Iterator[tuple[str, str]]:
        """Give font name and string operand for each run of one font subset."""
        canvas: Any = self._canvas
        target = canvas._doc  # noqa: SLF001 - subsets are kept for each PDF document
        for home, part in runs(face, text):
            drawn: Any = font(home)
            for subset, codes in drawn.splitString(part, target):
                name = drawn.getSubsetInternalName(subset, target)
                yield name, "".join(map(_ESCAPES.__getitem__, codes))

    def _mark(self) -> Iterator[str]:
        """Set the mark of a rehearsal: large and pale across the page, clear at its head."""
        mark, sheet = self._document.words.mark, self._paper
        if not mark:
            return
        width = text_width(Face.BOLD, mark) / 1000
        size = _MARK_ACROSS * sheet.width / width
        turn = f"{_COS} {_SIN} -{_SIN} {_COS}"
        x, y = (sheet.width - size * width * _COS) / 2, (sheet.height - size * width * _SIN) / 2
        runs = (
            f"{name} {size:.1f} Tf ({codes}) Tj" for name, codes in self._encoded(Face.BOLD, mark)
        )
        yield f"{_PALE} g BT {turn} {x:.2f} {y:.2f} Tm {' '.join(runs)} ET 0 g"
        left = (sheet.width - _MARK_AT_HEAD * width) / 2
        self.text(left, _HEAD, Face.BOLD, _MARK_AT_HEAD, mark)
        yield self._taken_texts()

    def _foot(self, number: int) -> Iterator[str]:
        if self._document.style is Style.OFFICIAL:
            yield from self._official_foot(number)
        else:
            yield from self._form_foot(number)

    def _official_foot(self, number: int) -> Iterator[str]:
        """Set the page number at the outer side, the code small at the inner one."""
        sheet = self._paper
        base = sheet.end + _BELOW_THE_TEXT
        page = f"— {number} —"
        outer = text_width(Face.SERIF, page) * _OFFICIAL_NUMBER / 1000 + CELL
        inner = text_width(Face.SERIF, self._code) * _FOOT / 1000
        right = sheet.width - sheet.right
        x, code = (right - outer, sheet.left) if number % 2 else (sheet.left + CELL, right - inner)
        self.text(x, base, Face.SERIF, _OFFICIAL_NUMBER, page)
        yield self._taken_texts()
        self.text(code, base, Face.SERIF, _FOOT, self._code)
        if self._missing:
            self.text(sheet.left, base + 14, Face.SERIF, _FOOT, self._by_hand())
        yield "0.35 g"
        yield self._taken_texts()
        yield "0 g"

    def _form_foot(self, number: int) -> Iterator[str]:
        sheet, document = self._paper, self._document
        base = sheet.height - 9 * MM
        self.text(sheet.left, base, Face.SERIF, _FOOT, self._code)
        if self._missing:
            self.text(sheet.left, base - 11, Face.SERIF, _FOOT, self._by_hand())
        right = printable(" · ".join(filter(None, (document.printed, document.software))))
        width = text_width(Face.SERIF, right) * _FOOT / 1000
        self.text(sheet.width - sheet.right - width, base, Face.SERIF, _FOOT, right)
        yield "0.35 g"
        yield self._taken_texts()
        middle = document.words.page.format(page=number, pages=len(self._pages))
        width = text_width(Face.SERIF, middle) * _PAGE_NUMBER / 1000
        self.text((sheet.width - width) / 2, base, Face.SERIF, _PAGE_NUMBER, middle)
        yield "0 g"
        yield self._taken_texts()

    def _by_hand(self) -> str:
        signs = " ".join(glyph.code for glyph in self._missing[:_NAMED])
        more = " …" if len(self._missing) > _NAMED else ""
        return self._document.words.missing.format(characters=signs + more)


class _Outline:
    """The bookmarks of a file, entered page by page."""

    def __init__(self, canvas: "Canvas", marks: Sequence[tuple[int, str, int]]) -> None:
        self._canvas: Any = canvas  # its stub has no outlines
        self._marks = deque(marks)
        self._outermost = min((level for _, _, level in marks), default=0)
        self._level = -1
        if marks:
            self._canvas.showOutline()

    def enter(self, page: int) -> None:
        """Enter what leads to this page; no level is left out."""
        while self._marks and self._marks[0][0] == page:
            _, title, level = self._marks.popleft()
            self._level = min(level - self._outermost, self._level + 1)
            name = f"{page}-{len(self._marks)}"
            self._canvas.bookmarkPage(name)
            self._canvas.addOutlineEntry(title, name, self._level)


def _canvas(target: BinaryIO, sheet: Paper, document: Document) -> "Canvas":
    from reportlab.pdfgen.canvas import Canvas

    font(Face.SERIF)
    # Without initialFontName every PDF refers to a Helvetica that is not embedded.
    start: Any = Canvas  # its stub takes the font's name for a number
    canvas: Canvas = start(
        target,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=Face.SERIF.value,
        lang=document.language.replace("_", "-"),
        pdfVersion=(1, 4),
    )
    describe(canvas, document)
    return canvas
