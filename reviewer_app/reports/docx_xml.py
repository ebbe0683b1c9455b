"""Paragraphs and tables of a .docx as XML, streamed into what python-docx made around them.

python-docx looks through the whole body for each paragraph it adds: the opinions on 1,000
applications took it two minutes, those on 10,000 hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer_app.reports.cells import escaped
from reviewer_app.reports.docx_look import GREY, LATIN, Look

_ALIGNED = {"full": "both", "left": "left", "middle": "center", "right": "right"}
_EMU, _EMU_IN_TWIPS = 12_700, 635
_CELL_MARGIN = 50
"""In twips, twentieths of a point: little room beside the text, as on the PDF."""

_MIDDLE = '<w:vAlign w:val="center"/>'
_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
    f'<w:left w:w="{_CELL_MARGIN}" w:type="dxa"/><w:right w:w="{_CELL_MARGIN}" w:type="dxa"/>'
    '</w:tblCellMar><w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" '
    'w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr>'
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop, in points from the left: with `is_line` a line to write on leads to it."""

    at: float
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph is set: a style, or a look of its own where there is one."""

    style: str = ""
    look: Look | None = None
    keeps_next: bool = False
    turns: bool = False
    stops: tuple[Stop, ...] = ()
    right: float | None = None


def twips(points: float) -> int:
    """Give twentieths of a point, rounded as python-docx rounds them.

    >>> twips(28.95), twips(595.2756)
    (579, 11906)
    """
    return round(int(points * _EMU) / _EMU_IN_TWIPS)


def paragraph(form: Form, *runs: str) -> str:
    """Write a paragraph of ready runs."""
    return f"<w:p>{_properties(form)}{''.join(runs)}</w:p>"


def run(text: str, look: Look | None = None) -> str:
    """Write cleaned text, in the look of its paragraph's style where none is given."""
    fonts = _fonts(look, look.font) if look else ""
    return f"<w:r>{fonts}{_content(text)}</w:r>"


@lru_cache(maxsize=1000)
def _properties(form: Form) -> str:
    parts = [f'<w:pStyle w:val="{form.style}"/>'] if form.style else []
    parts += ["<w:keepNext/>"] if form.keeps_next else []
    parts += ["<w:pageBreakBefore/>"] if form.turns else []
    parts += ['<w:widowControl w:val="0"/>'] if form.look else []
    if form.stops:
        stops = "".join(map(_stop, sorted(form.stops, key=lambda stop: stop.at)))
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    if form.look:
        parts.append(_shape(form.look, form.right))
    return f"<w:pPr>{''.join(parts)}</w:pPr>" if parts else "<w:pPr/>"


def _stop(stop: Stop) -> str:
    kind = 'w:val="right" w:leader="underscore"' if stop.is_line else 'w:val="left"'
    return f'<w:tab w:pos="{twips(stop.at)}" {kind}/>'


def _shape(look: Look, right: float | None) -> str:
    """Write line pitch, indents and alignment."""
    indent = "" if right is None else f' w:right="{twips(right)}"'
    return (
        f'<w:spacing w:lineRule="exact" w:line="{twips(look.pitch)}" w:before="0" w:after="0"/>'
        f'<w:ind w:firstLine="{twips(look.indent * look.size)}" '
        f'w:firstLineChars="{look.indent * 100}"{indent}/>'
        f'<w:jc w:val="{_ALIGNED[look.align]}"/>'
    )


@lru_cache(maxsize=1000)
def _fonts(look: Look, font: str) -> str:
    color = f'<w:color w:val="{GREY}"/>' if look.grey else ""
    spacing = f'<w:spacing w:val="{look.tracking}"/>' if look.tracking else ""
    return (
        f'<w:rPr><w:rFonts w:eastAsia="{escaped(font)}" w:ascii="{LATIN}" w:hAnsi="{LATIN}" '
        f'w:cs="{LATIN}"/>{color}{spacing}<w:sz w:val="{int(look.size * 2)}"/></w:rPr>'
    )


@lru_cache(maxsize=10_000)
def _content(text: str) -> str:
    """Write text; tabs and line ends are signs of their own."""
    lines = ("<w:tab/>".join(map(_letters, line.split("\t"))) for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _letters(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{space}>{escaped(text)}</w:t>"


def table_begin(widths: Sequence[float]) -> str:
    """Begin a table of columns so many points wide."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return f"{_TABLE}<w:tblGrid>{columns}</w:tblGrid>"


TABLE_END = "</w:tbl>"


def table_row(cells: Sequence[str], *, is_header: bool) -> str:
    """Write a row that is never broken; a header is repeated on each page."""
    repeats = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"


def table_cell(width: float, text: str, look: Look) -> str:
    """Write a cell with its text in the middle of its height."""
    inside = paragraph(Form(look=look), run(text, look))
    return f"<w:tc>{_cell(width, _MIDDLE)}{inside}</w:tc>"


def empty_cell(width: float) -> str:
    """Write a cell without anything."""
    return f"<w:tc>{_cell(width)}<w:p/></w:tc>"


def _cell(width: float, align: str = "") -> str:
    return f'<w:tcPr><w:tcW w:type="dxa" w:w="{twips(width)}"/>{align}</w:tcPr>'
