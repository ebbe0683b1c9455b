"""PDFs for those who read on the screen: outline, title, language, order of the text."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from reviewer_app.domain.document import Document
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.pdf import pdf_bytes, texts
from reviewer_app.reports.pdf_read import pdf_text
from tests.reports.builders import a_batch, a_panel, some_facts

FACTS = some_facts(a_batch(3, 5), a_panel(5))
NUMBERS = [result.number for result in FACTS.chosen]


def outline(document: Document) -> list[tuple[int, str]]:
    with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
        return [(entry.level, entry.get_title()) for entry in pdf.get_toc()]


@pytest.mark.parametrize("key", ["opinions", "feedback", "result-notice", "rank-explanation"])
def test_the_outline_has_an_entry_for_each_application(key: str) -> None:
    entries = outline(build(key, FACTS))

    assert [title.split()[0] for level, title in entries if level == 0] == NUMBERS


def test_the_outline_of_score_sheets_names_the_reviewers() -> None:
    entries = outline(build("score-sheets", FACTS))

    assert [title.split()[0] for level, title in entries if level == 0] == [
        person.number for person in FACTS.reviewers
    ]


def test_headings_of_a_single_paper_stand_beside_each_other() -> None:
    entries = outline(build("work-report", FACTS))

    assert len(entries) == 9
    assert {level for level, _ in entries} == {0}


def test_an_annex_is_in_the_outline() -> None:
    assert outline(build("publicity", FACTS)) == [(0, "附件 拟支持项目名单")]


@pytest.mark.parametrize("key", ["publicity", "work-report", "opinions", "ranking"])
def test_title_and_language_are_set(key: str) -> None:
    document = build(key, FACTS)

    data = pdf_bytes(document)

    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf.get_metadata_dict()["Title"] == document.title
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data


def test_the_packet_for_archives_names_title_language_and_code() -> None:
    document = replace(build("ranking", FACTS), subtitle="一批 <甲> & 乙")

    data = pdf_bytes(document)

    start, end = data.index(b"<x:xmpmeta"), data.index(b"</x:xmpmeta>") + len("</x:xmpmeta>")
    packet = ET.fromstring(data[start:end])
    texts_there = [text for text in map(str.strip, packet.itertext()) if text]
    assert texts_there == [
        "application/pdf",
        "评审结果汇总表 一批 <甲> & 乙",
        "zh-CN",
        document.code,
    ]


@pytest.mark.parametrize("key", ["publicity", "work-report", "minutes", "opinions", "feedback"])
def test_the_text_of_a_paper_is_in_reading_order(key: str, tmp_path: Path) -> None:
    document, path = build(key, FACTS), tmp_path / "paper.pdf"
    path.write_bytes(pdf_bytes(document))
    found, place = "".join(pdf_text(path).split()), 0

    for text in texts(document):
        part = "".join(text.split())[:12]
        if text in (document.printed, document.software) or not part:
            continue
        place = found.find(part, place)
        assert place >= 0, text
