"""A Document as PDF: the same bytes for the same values, every font embedded.

User text is drawn as plain strings; nothing here reads markup.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reviewer_app.domain.document import (
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Number,
    PageBreak,
    SealSpace,
    Section,
    Signatures,
    Table,
    Text,
)
from reviewer_app.domain.report_errors import MissingGlyph, MissingGlyphs
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.fonts import Face, font, missing_glyphs, runs, text_width
from reviewer_app.reports.layout import lay_out
from reviewer_app.reports.surface import MM, Paper, paper

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

RULE = 0.5
_FOOT = 7.5
_TINT = 0.92


def pdf_bytes(document: Document, *, allow_missing: bool = False) -> bytes:
    """Give the PDF of a document.

    Raises:
        MissingGlyphs: a character no embedded font has; with `allow_missing` it is
            printed as a box, with a line to write it in by hand.
    """
    missing = missing_glyphs(texts(document))
    if missing and not allow_missing:
        raise MissingGlyphs(missing)
    surface = PdfSurface(document, missing)
    lay_out(document, surface)
    return surface.finish()


def texts(document: Document) -> Iterator[str]:
    """Every text the document prints."""
    yield document.title
    yield document.subtitle
    yield from (document.printed, document.software)
    for block in document.blocks:
        match block:
            case Heading(text) | Text(text) | Note(text):
                yield text
            case Facts(facts):
                yield from (text for fact in facts for text in _of_fact(fact))
            case Table(columns, rows):
                yield from (column.title + column.group for column in columns)
                for row in rows:
                    for cell in row.cells:
                        yield cell.mark if isinstance(cell, Number) else cell
            case Signatures(statement, places, date):
                yield from (statement, *places, date)
            case SealSpace(label, date):
                yield from (label, date)
            case Section() | PageBreak():
                pass


def _of_fact(fact: Fact) -> tuple[str, str]:
    return fact.label, fact.value


class PdfSurface:
    """Pages as PDF operators; the foot is added when the number of pages is known."""

    def __init__(self, document: Document, missing: tuple[MissingGlyph, ...]) -> None:
        self._paper: Paper = paper(document.orientation)
        self._document = document
        self._missing = missing
        self._buffer = io.BytesIO()
        self._canvas = _canvas(self._buffer, self._paper, document)
        self._pages: list[dict[str, object]] = []
        self._texts: list[tuple[float, float, Face, float, str]] = []
        self._lines: list[tuple[float, float, float, float]] = []
        self._foot_code = document.code

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Write one line, its base line at y."""
        self._texts.append((x, self._paper.height - y, face, size, text))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a thin rule."""
        height = self._paper.height
        self._lines.append((x1, height - y1, x2, height - y2))

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        """Tint a box; it lies beneath what is drawn before and after it."""
        canvas = self._canvas
        canvas.setFillGray(_TINT)
        canvas.rect(x, self._paper.height - y - height, width, height, stroke=0, fill=1)

    def end_page(self) -> None:
        """Finish the page, keeping it open for its foot."""
        canvas = self._canvas
        canvas.setLineWidth(RULE)
        canvas.setFillGray(0)
        canvas.lines(self._lines)
        self._write(self._texts)
        self._lines, self._texts = [], []
        self._pages.append(dict(canvas.__dict__))
        # The known way to number pages once all are laid: keep the page, begin another.
        begin: Any = canvas
        begin._startPage()  # noqa: SLF001

    def finish(self) -> bytes:
        """Add the feet and give the file."""
        canvas = self._canvas
        for number, page in enumerate(self._pages, 1):
            canvas.__dict__.update(page)
            self._foot(number)
            canvas.showPage()
        canvas.save()
        return self._buffer.getvalue()

    def _write(self, pieces: list[tuple[float, float, Face, float, str]]) -> None:
        writer = self._canvas.beginText()
        current: tuple[Face, float] | None = None
        for x, y, face, size, text in pieces:
            writer.setTextOrigin(x, y)
            for home, part in runs(face, text):
                if (home, size) != current:
                    font(home)
                    writer.setFont(home.value, size)
                    current = (home, size)
                writer.textOut(part)
        self._canvas.drawText(writer)

    def _foot(self, number: int) -> None:
        sheet, document = self._paper, self._document
        base = 9 * MM
        middle = document.words.page.format(page=number, pages=len(self._pages))
        right = " · ".join(filter(None, (document.printed, document.software)))
        pieces = [(sheet.left, base, Face.SERIF, _FOOT, self._foot_code)]
        if self._missing:
            signs = "  ".join(f"{glyph.code}" for glyph in self._missing)
            line = document.words.missing.format(characters=signs)
            pieces.append((sheet.left, base + 11, Face.SERIF, _FOOT, line))
        if right:
            pieces.append(_ending_at(sheet.width - sheet.right, base, printable(right)))
        self._canvas.setFillGray(0.35)
        self._write(pieces)
        self._canvas.setFillGray(0)
        width = text_width(Face.SERIF, middle) * 0.009
        self._write([((sheet.width - width) / 2, base, Face.SERIF, 9, middle)])


def _ending_at(right: float, base: float, text: str) -> tuple[float, float, Face, float, str]:
    width = text_width(Face.SERIF, text) * _FOOT / 1000
    return (right - width, base, Face.SERIF, _FOOT, text)


def _canvas(buffer: io.BytesIO, sheet: Paper, document: Document) -> "Canvas":
    from reportlab.pdfgen.canvas import Canvas

    font(Face.SERIF)
    # Without initialFontName every PDF refers to a Helvetica that is not embedded.
    start: Any = Canvas  # its stub takes the font's name for a number
    canvas: Canvas = start(
        buffer,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=Face.SERIF.value,
        lang=document.language.replace("_", "-"),
    )
    canvas.setTitle(printable(document.title))
    canvas.setSubject(document.code)
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas.setProducer("")
    return canvas
