"""The .docx: as python-docx and LibreOffice read it."""

import io
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from reviewer_app.domain.document import Annex, Document, HandLines, SealSpace, Signatures, Text
from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.docx import write_docx
from reviewer_app.reports.docx_read import docx_text
from reviewer_app.reports.pdf import texts
from reviewer_app.reports.pdf_read import pdf_text
from tests.reports.builders import a_batch, a_panel, some_facts
from tests.reports.test_official_papers import a_paper

KEYS = tuple(report.key for report in made_now() if "docx" in report.formats)
FACTS = some_facts(a_batch(5, 6, absences=True), a_panel(6))
Tool = Callable[[str], str]


def docx_bytes(document: Document) -> bytes:
    target = io.BytesIO()
    write_docx(document, target)
    return target.getvalue()


@pytest.mark.parametrize("key", KEYS)
def test_the_same_values_give_the_same_bytes(key: str) -> None:
    assert docx_bytes(build(key, FACTS)) == docx_bytes(build(key, FACTS))


@pytest.mark.parametrize("key", KEYS)
def test_every_text_of_the_document_is_in_it(key: str, tmp_path: Path) -> None:
    document, path = build(key, FACTS), tmp_path / "paper.docx"
    path.write_bytes(docx_bytes(document))

    found = "".join(docx_text(path).split())

    missing = [text for text in texts(document) if "".join(text.split()) not in found]
    assert missing == [document.printed, document.software]
    assert "".join(document.code.split()) in found


def test_the_page_is_that_of_the_standard() -> None:
    section = docx.Document(io.BytesIO(docx_bytes(a_paper(Text("正文"))))).sections[0]

    margins = (section.top_margin, section.left_margin, section.right_margin, section.bottom_margin)
    for found, millimetres in zip(margins, (37, 28, 26, 35), strict=True):
        assert found == pytest.approx(Mm(millimetres), abs=Mm(0.1))


def test_chinese_and_latin_fonts_are_set_each_by_itself() -> None:
    style = docx.Document(io.BytesIO(docx_bytes(a_paper(Text("正文"))))).styles["Normal"]

    fonts = style.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == "Times New Roman"


def test_the_lines_have_a_fixed_pitch() -> None:
    style = docx.Document(io.BytesIO(docx_bytes(a_paper(Text("正文"))))).styles["Normal"]

    assert style.paragraph_format.line_spacing.pt == 28.95


def test_nobody_and_no_time_is_in_its_properties() -> None:
    document = a_paper(Text("正文"))

    facts = docx.Document(io.BytesIO(docx_bytes(document))).core_properties

    assert (facts.title, facts.subject, facts.author) == ("公示", document.code, "")
    assert facts.language == "zh-CN"
    assert facts.modified is not None
    assert facts.modified.year == 2000


def test_no_part_carries_the_time_of_writing() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(a_paper(Text("正文"))))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_markup_and_control_signs_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"

    path.write_bytes(docx_bytes(a_paper(Text("<w:p>&\x00\x07 =cmd|x \u202e{name}"))))

    assert "<w:p>& =cmd|x {name}" in docx_text(path)


@pytest.mark.parametrize("key", KEYS)
def test_libreoffice_reads_it_without_loss(key: str, tool: Tool, tmp_path: Path) -> None:
    document, path = build(key, FACTS), tmp_path / "paper.docx"
    path.write_bytes(docx_bytes(document))

    command = [tool("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/office"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, capture_output=True, check=True)

    found = Counter(pdf_text(tmp_path / "paper.pdf"))
    own = Counter("".join(texts(replace(document, printed="", software=""))))
    lost = own - found
    assert not lost.keys() - set("_ \u3000\n"), lost


def test_places_to_sign_hand_lines_and_annexes_are_set() -> None:
    document = a_paper(
        Text("正文"),
        HandLines(2),
        Signatures("确认。", ("组长 甲", "成员 乙", "成员 丙"), "年 月 日"),
        SealSpace("某某局", "2026年11月24日"),
        Annex("附件", "名单"),
    )

    paper = docx.Document(io.BytesIO(docx_bytes(document)))

    signers = [part.text.split("\t") for part in paper.paragraphs if "组长" in part.text]
    assert signers == [["组长 甲", "", "成员 乙", ""]]
    (annex,) = [part for part in paper.paragraphs if part.text == "附件"]
    assert annex.paragraph_format.page_break_before
