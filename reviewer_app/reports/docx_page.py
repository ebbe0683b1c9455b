"""Page, styles, feet and properties of a .docx; the blocks are set by `reports.docx`."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewer_app.domain.document import Document
from reviewer_app.domain.rehearsal import REHEARSAL_KEYWORD
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.docx_look import (
    BODY,
    CODE,
    GREY,
    HEADING,
    LATIN,
    NUMBER,
    SUBHEADING,
    TITLE,
    Look,
)
from reviewer_app.reports.surface import official_paper

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.text.paragraph import Paragraph

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the property has no zone, and says nothing
_LOOKS = {
    "Normal": BODY,
    "Footer": NUMBER,
    "Title": TITLE,
    "Heading 1": HEADING,
    "Heading 2": SUBHEADING,
}


def prepare(paper: "Paper", document: Document) -> None:
    """Set page, styles, feet and properties."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    sheet, section = official_paper(), paper.sections[0]
    section.page_width, section.page_height = Pt(sheet.width), Pt(sheet.height)
    section.left_margin, section.right_margin = Pt(sheet.left), Pt(sheet.right)
    section.top_margin, section.bottom_margin = Pt(sheet.top), Pt(sheet.bottom)
    section.footer_distance = Pt(sheet.bottom - 42)
    for name, look in _LOOKS.items():
        _restyle(paper.styles[name], look)
    paper.settings.odd_and_even_pages_header_footer = True
    width = sheet.text_width
    _foot(section.footer.paragraphs[0], document.code, width, number_first=False)
    _foot(section.even_page_footer.paragraphs[0], document.code, width, number_first=True)
    if document.words.mark:
        for head in (section.header, section.even_page_header):
            head.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            add_run(head.paragraphs[0], document.words.mark, NUMBER)
    _describe(paper, document)


def _describe(paper: "Paper", document: Document) -> None:
    facts = paper.core_properties
    facts.title, facts.subject = printable(document.title), document.code
    facts.language = document.language.replace("_", "-")
    facts.author = facts.last_modified_by = facts.comments = ""
    facts.keywords = REHEARSAL_KEYWORD if document.words.mark else ""
    facts.created = facts.modified = _MADE
    facts.revision = 1
    package: Any = paper.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]


def _restyle(style: Any, look: Look) -> None:  # noqa: ANN401 - styles of any kind
    """Take away what the template says of a style and say what the look says."""
    for tag in ("w:rPr", "w:pPr"):
        for found in style.element.xpath(f"./{tag}"):
            style.element.remove(found)
    set_font(style.element.get_or_add_rPr(), look)
    shape(style.paragraph_format, look)


def set_font(properties: Any, look: Look) -> None:  # noqa: ANN401 - an element of lxml
    """Set the fonts for Chinese and for Latin text each by itself, and the size."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), look.font)
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), LATIN)
    properties.sz_val = Pt(look.size)
    if look.grey:
        color = OxmlElement("w:color")
        color.set(qn("w:val"), GREY)
        properties.insert_element_before(color, "w:sz", "w:szCs")
    if look.tracking:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), str(look.tracking))
        properties.insert_element_before(spacing, "w:sz", "w:szCs", "w:lang")


def shape(form: Any, look: Look) -> None:  # noqa: ANN401 - of a style or a paragraph
    """Set alignment, indent and the fixed line pitch."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    form.alignment = {
        "full": WD_ALIGN_PARAGRAPH.JUSTIFY,
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "middle": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }[look.align]
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.pitch)
    form.space_before = form.space_after = Pt(0)
    form.first_line_indent = Pt(look.indent * look.size)
    form.element.get_or_add_pPr().get_or_add_ind().set(
        qn("w:firstLineChars"), str(look.indent * 100)
    )
    form.widow_control = False


def _foot(foot: "Paragraph", code: str, width: float, *, number_first: bool) -> None:
    """Set the page number at the outer side, the code at the inner one."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Pt

    foot.paragraph_format.tab_stops.add_tab_stop(Pt(width), WD_TAB_ALIGNMENT.RIGHT)
    if not number_first:
        add_run(foot, f"{code}\t", CODE)
    add_run(foot, "　— " if number_first else "— ", NUMBER)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)  # noqa: SLF001 - the library has no fields
    number = add_run(foot, "1", NUMBER)
    field.append(number)
    add_run(foot, " —" if number_first else " —　", NUMBER)
    if number_first:
        add_run(foot, f"\t{code}", CODE)


def add_run(paragraph: "Paragraph", text: str, look: Look) -> Any:  # noqa: ANN401
    """Add text in a look and give its element."""
    run = paragraph.add_run("\t".join(map(printable, text.split("\t"))))
    element: Any = run._r  # noqa: SLF001 - the library sets no East Asian fonts
    set_font(element.get_or_add_rPr(), look)
    return element
