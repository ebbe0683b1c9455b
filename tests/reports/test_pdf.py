"""The PDFs: what a reader sees, and that nothing in user text can break them."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.document import Document
from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import ResultState
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.pdf_read import pdf_text
from reviewer_app.reports.writing import numbers
from tests.reports.builders import (
    a_batch,
    a_candidate,
    a_panel,
    a_ranking,
    a_reviewer,
    a_scheme,
    a_sheet,
    some_facts,
)
from tests.reports.form_facts import with_forms

GOLDEN = Path(__file__).parent / "golden"
KEYS = tuple(report.key for report in made_now())
Tool = Callable[[str], str]


def _saved(document: Document, folder: Path) -> Path:
    path = folder / f"{document.key}.pdf"
    path.write_bytes(pdf_bytes(document))
    return path


def _poppler(tool: Tool, path: Path, *options: str) -> str:
    command = [tool("pdftotext"), *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _facts_of_five() -> ReportFacts:
    ranking = a_batch(5, 6, absences=True)
    comments = {(ranking.applications[0].number, "R2", "B2"): "方法有原创性，建议补充第三方测评。"}
    return with_forms(some_facts(ranking, a_panel(6), comments=comments))


@pytest.mark.parametrize("key", KEYS)
def test_the_text_is_the_golden_text(key: str, tmp_path: Path) -> None:
    document = build(key, _facts_of_five())

    text = pdf_text(_saved(document, tmp_path))

    golden = GOLDEN / f"{key}.txt"
    assert text == golden.read_text("utf-8"), "look at the pages, then renew the golden text"


@pytest.mark.parametrize("key", KEYS)
def test_the_same_values_give_the_same_bytes(key: str) -> None:
    facts = _facts_of_five()

    assert pdf_bytes(build(key, facts)) == pdf_bytes(build(key, facts))


def test_poppler_finds_every_rank_and_score(tool: Tool, tmp_path: Path) -> None:
    facts = some_facts(a_batch(40, 7, absences=True), a_panel(7))
    path = _saved(build("ranking", facts), tmp_path)

    lines = _poppler(tool, path, "-layout").splitlines()

    for result in facts.ranking.applications:
        if result.state is not ResultState.RANKED:
            continue
        line = next(line for line in lines if result.number in line)
        assert result.score is not None
        assert line.split()[0] == str(result.rank)
        assert format_points(result.score, 2) in line.split()


@pytest.mark.parametrize("key", KEYS)
def test_every_font_is_embedded(key: str, tool: Tool, tmp_path: Path) -> None:
    path = _saved(build(key, _facts_of_five()), tmp_path)

    listing = subprocess.run(
        [tool("pdffonts"), str(path)], capture_output=True, text=True, check=True
    )

    fonts = listing.stdout.splitlines()[2:]
    assert fonts
    assert all(re.search(r"\byes yes yes\b", font) for font in fonts)


@pytest.mark.parametrize("key", KEYS)
def test_the_file_is_sound(key: str, tool: Tool, tmp_path: Path) -> None:
    path = _saved(build(key, _facts_of_five()), tmp_path)

    command = [tool("qpdf"), "--check", str(path)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_each_page_of_a_form_says_which_of_how_many_and_carries_the_code(tmp_path: Path) -> None:
    document = build("score-sheets", _facts_of_five())

    pages = pdf_text(_saved(document, tmp_path)).split("\f")

    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页 共 {len(pages)} 页" in page
        assert document.code in page


HOSTILE = (
    '<img src="/etc/passwd"/>',
    '<a href="file:///c:/x.exe">单位</a>',
    "比例<b建议 2<x<3 &amp; &",
    '=HYPERLINK("http://x")',
    "a\x00b\x07c\u202ed",
    "{name} %s %(x)s",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_names_is_printed_as_it_is(text: str, tmp_path: Path) -> None:
    scheme = a_scheme()
    sheet = a_sheet("R1", {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500})
    ranking = a_ranking(scheme, (a_candidate("P1", (sheet,), name=text, applicant=text),))

    path = _saved(build("ranking", some_facts(ranking, (a_reviewer("R1", text),))), tmp_path)

    shown = re.sub(r"[\x00-\x1f\u202e]", "", text).replace(" ", "")
    assert shown in re.sub(r"\s", "", pdf_text(path))
    assert b"/Launch" not in path.read_bytes()
    assert b"/URI" not in path.read_bytes()


def test_rare_names_can_be_copied_from_the_file(tool: Tool, tmp_path: Path) -> None:
    names = ("张𬭎", "李𠮷野", "龚䶮", "王𫖮")
    panel = tuple(a_reviewer(f"R{seat}", name) for seat, name in enumerate(names, 1))

    path = _saved(build("ranking", some_facts(a_batch(1, 4), panel)), tmp_path)

    text = _poppler(tool, path)
    assert [name for name in names if name not in text] == []


def test_a_comment_of_twenty_thousand_characters_is_printed_whole(tmp_path: Path) -> None:
    facts = _facts_of_five()
    number = facts.ranking.applications[0].number
    comment = "".join(f"第{place}条意见。" for place in range(3200))

    path = _saved(
        build("score-sheets", replace(facts, comments={(number, "R2", "B2"): comment})), tmp_path
    )

    lines = "".join(pdf_text(path).split())
    torn_by_a_page_end = [place for place in range(3200) if f"第{place}条意见" not in lines]
    assert len(torn_by_a_page_end) <= lines.count("页共")
    assert "第3199条意见" in lines


def test_a_word_longer_than_its_cell_is_broken(tool: Tool, tmp_path: Path) -> None:
    word = "A" * 3000
    scheme = a_scheme()
    sheet = a_sheet("R1", {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500})
    ranking = a_ranking(scheme, (a_candidate("P1", (sheet,), name=word),))

    path = _saved(build("ranking", some_facts(ranking)), tmp_path)

    assert pdf_text(path).count("A") >= 3000


@pytest.mark.parametrize(("applications", "reviewers"), [(0, 0), (0, 3), (1, 0), (1, 1), (2, 20)])
@pytest.mark.parametrize("key", KEYS)
def test_odd_batches_are_printed(
    key: str, applications: int, reviewers: int, tmp_path: Path
) -> None:
    facts = some_facts(a_batch(applications, reviewers), a_panel(reviewers))

    document = build(key, facts)

    text = pdf_text(_saved(document, tmp_path))
    assert all(number.text in text for number in numbers(document))


def test_three_hundred_applications_and_fifteen_reviewers_stay_on_the_paper(
    tool: Tool, tmp_path: Path
) -> None:
    facts = some_facts(a_batch(300, 15), a_panel(15))
    path = _saved(build("ranking", facts), tmp_path)

    boxes = _poppler(tool, path, "-bbox")

    edges = [float(edge) for edge in re.findall(r'xMax="([0-9.]+)"', boxes)]
    assert max(edges) <= 841.9 - 16 * 72 / 25.4 + 1


def test_a_sheet_that_does_not_count_shows_its_state_and_no_score(tmp_path: Path) -> None:
    scheme = a_scheme()
    scores = {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500}
    sheets = (a_sheet("R1", scores), a_sheet("R2", {"A1": 777}, SheetState.DRAFT))
    facts = some_facts(
        a_ranking(scheme, (a_candidate("P1", sheets),)), (a_reviewer("R1"), a_reviewer("R2"))
    )

    text = pdf_text(_saved(build("score-sheets", facts), tmp_path))

    assert "未提交" in text
    assert "7.7" not in text


def test_english_paper_prints_under_any_window(tmp_path: Path) -> None:
    facts = some_facts(a_batch(3, 5), a_panel(5), language="en")

    text = pdf_text(_saved(build("ranking", facts), tmp_path))

    assert "Summary of review results" in text
    assert "Page 1 of" in text
