"""What a rehearsal prints says so on every page, and is known when it comes back."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook

from reviewer_app.domain.document import Document
from reviewer_app.domain.rehearsal import REHEARSAL_KEYWORD
from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.docx import write_docx
from reviewer_app.reports.excel import write_workbook
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.writing import write_report
from tests.reports.builders import a_batch, a_panel, some_facts
from tests.reports.form_facts import with_forms

MARK = "演练，不作任何依据"


def facts(*, is_rehearsal: bool) -> ReportFacts:
    return replace(with_forms(some_facts(a_batch(3, 5), a_panel(5))), is_rehearsal=is_rehearsal)


def made(key: str, *, is_rehearsal: bool = True) -> Document:
    return build(key, facts(is_rehearsal=is_rehearsal))


def keys(form: str) -> list[str]:
    return [report.key for report in made_now() if form in report.formats]


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as found:
        return [page.get_textpage().get_text_range() for page in found]


@pytest.mark.parametrize("key", keys("pdf"))
def test_every_page_of_every_pdf_says_that_it_is_a_rehearsal(key: str) -> None:
    found = pages(pdf_bytes(made(key)))

    assert [page.count(MARK) for page in found] == [2] * len(found)


def test_no_page_of_a_real_paper_says_so() -> None:
    assert not any("演练" in page for page in pages(pdf_bytes(made("ranking", is_rehearsal=False))))


@pytest.mark.parametrize("key", keys("xlsx"))
def test_every_sheet_of_every_workbook_says_so_at_its_head(key: str) -> None:
    buffer = io.BytesIO()
    write_workbook(made(key), buffer)
    book = load_workbook(buffer)

    assert {sheet.oddHeader.center.text for sheet in book if sheet.oddHeader} == {MARK}
    assert all(sheet.oddHeader for sheet in book)
    assert book.properties.keywords == REHEARSAL_KEYWORD


@pytest.mark.parametrize("key", keys("docx"))
def test_every_page_of_every_docx_says_so_at_its_head(key: str) -> None:
    buffer = io.BytesIO()
    write_docx(made(key), buffer)
    paper = docx.Document(buffer)

    section = paper.sections[0]
    heads = (section.header, section.even_page_header)
    assert [head.paragraphs[0].text for head in heads] == [MARK, MARK]
    assert paper.core_properties.keywords == REHEARSAL_KEYWORD


@pytest.mark.parametrize("form", ["pdf", "xlsx", "docx"])
def test_a_marked_paper_is_written_and_read_back_like_any_other(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"paper.{form}"

    write_report(made("minutes" if form == "docx" else "ranking"), path)

    assert path.stat().st_size > 0
