"""Reports 25 to 30: letters and forms to applicants, and the explanation of a rank."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.application import Application, Computed, Standing
from reviewer_app.domain.checks import FormalLine, FormalResult, Supplement
from reviewer_app.domain.document import Document, HandLines, Section, Table
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.report_errors import ReviewerRecognisable
from reviewer_app.i18n import translator
from reviewer_app.reports.catalogue import REPORTS, build
from reviewer_app.reports.facts import CheckFacts, ReportFacts
from reviewer_app.reports.pdf import texts
from reviewer_app.words.reports import sentence
from tests.reports.builders import (
    a_batch,
    a_candidate,
    a_panel,
    a_ranking,
    a_scheme,
    a_sheet,
    some_facts,
)

FACTS = some_facts(a_batch(4, 6, absences=True), a_panel(6))
FIRST, SECOND = (result.number for result in FACTS.chosen[:2])
RELEASED = {"feedback.comments": "released"}


def words(document: Document) -> str:
    return "\n".join(texts(document))


def sections(document: Document) -> list[str]:
    return [block.name.split()[0] for block in document.blocks if isinstance(block, Section)]


@pytest.mark.parametrize("key", [row.key for row in REPORTS if row.by_application])
def test_a_paper_by_application_can_be_had_for_one(key: str) -> None:
    document = words(build(key, replace(FACTS, only=SECOND)))

    assert SECOND in document
    assert FIRST not in document


def with_checks(*lines: FormalLine) -> ReportFacts:
    supplements = {FIRST: Supplement("2026-11-02", "2026-11-09")}
    return replace(FACTS, checks=CheckFacts(formal={FIRST: lines}, supplements=supplements))


def test_a_supplement_names_what_is_missing_and_until_when() -> None:
    lines = (
        FormalLine(8, FormalResult.SUPPLEMENT, "缺2025年发票"),
        FormalLine(9, FormalResult.PASSED),
    )

    document = build("supplement-notice", with_checks(*lines))

    assert sections(document) == [FIRST]
    assert "：缺2025年发票" in words(document)
    assert "请于2026年11月9日前" in words(document)


def test_without_anything_recorded_there_is_a_blank_letter() -> None:
    for key in ("supplement-notice", "refusal-notice"):
        document = build(key, FACTS)

        assert any(isinstance(block, HandLines) for block in document.blocks)
        assert "“________”项目（编号：________）" in words(document)


def test_a_refusal_gives_the_lines_that_failed() -> None:
    facts = replace(with_checks(FormalLine(3, FormalResult.FAILED, "执照过期")), only=FIRST)

    assert "：执照过期" in words(build("refusal-notice", facts))


def test_a_refusal_without_a_failed_line_gives_the_recorded_reason() -> None:
    ranking = a_ranking(a_scheme(), (a_candidate("P1", (), standing=Standing.INELIGIBLE),))
    application = Application("P1", "项目", "单位", standing_reason="列入失信名单")
    facts = replace(some_facts(ranking), applications={"P1": application})

    assert "1.列入失信名单" in words(build("refusal-notice", facts))


def test_the_data_confirmation_shows_inputs_as_used_and_scores() -> None:
    scheme = FACTS.ranking.scheme
    computed = {
        row.code: Computed(Fraction("1.25"), "x", {"verified_input": "2850"})
        for row in scheme.indicators()
        if row.formula
    }
    candidate = a_candidate("P1", (), computed=computed)

    document = build("data-confirmation", some_facts(a_ranking(scheme, (candidate,))))

    data, scores = (block for block in document.blocks if isinstance(block, Table))
    assert "2850" in str(data.rows[0].cells[1])
    assert len(scores.rows) == 11
    assert {str(getattr(row.cells[3], "text", "")) for row in scores.rows} == {"1.25"}


def test_the_result_is_told_with_rank_and_pass_line() -> None:
    result = next(row for row in FACTS.ranking.applications if row.rank == 1)

    document = words(build("result-notice", replace(FACTS, only=result.number)))

    assert "列第1名，达到合格线" in document


def test_an_application_without_a_rank_is_told_so_without_names() -> None:
    sheets = (a_sheet("R1", {}),)
    ranking = a_ranking(a_scheme(), (a_candidate("P1", sheets, standing=Standing.WITHDRAWN),))

    assert "项目未形成排名（已撤回）" in words(build("result-notice", some_facts(ranking)))


def test_the_explanation_goes_from_the_sheets_to_the_rank() -> None:
    document = words(build("rank-explanation", replace(FACTS, only=FIRST)))

    assert "R1 的评分表" in document
    assert "第 " in document


def commented(text: str) -> ReportFacts:
    seat = next(row.number for row in FACTS.chosen[0].reviewers if row.state.counts)
    return replace(FACTS, only=FIRST, settings=RELEASED, comments={(FIRST, seat, "B1"): text})


def test_comments_stay_out_until_they_are_released() -> None:
    facts = commented("建议补充第三方测评。")

    assert "第三方测评。" in words(build("feedback", facts))
    assert "补充第三方测评。" not in words(build("feedback", replace(facts, settings={})))


PLANTED = Reviewer("R5", "某专家甲", "虚构示例大学")


def _planted() -> list[str]:
    (score, *_) = next(row.scores.values() for row in FACTS.chosen[0].reviewers if row.scores)
    return ["某专家甲同意", "R5同意", "虚构示例大学有同类成果", f"我给了{score / 100:.2f}"]


@pytest.mark.parametrize("place", range(4))
def test_a_comment_that_points_to_a_reviewer_stops_the_letters(place: int) -> None:
    facts = replace(commented(_planted()[place]), reviewers=(PLANTED,))

    with pytest.raises(ReviewerRecognisable) as caught:
        build("feedback", facts)

    assert FIRST in (sentence(caught.value, translator("zh_CN")) or "")


def test_a_sheet_that_does_not_count_gives_no_comment() -> None:
    sheets = (a_sheet("R1", {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500}),)
    ranking = a_ranking(a_scheme(), (a_candidate("P1", sheets),))
    facts = some_facts(ranking, comments={("P1", "R2", "A1"): "未提交的意见"})

    assert "未提交的意见" not in words(build("feedback", replace(facts, settings=RELEASED)))


@pytest.mark.parametrize(
    "key", ["result-notice", "feedback", "supplement-notice", "refusal-notice"]
)
def test_no_letter_names_a_reviewer(key: str) -> None:
    found = words(build(key, FACTS))

    assert not [person.name for person in FACTS.reviewers if person.name in found]
    assert not [row.number for row in FACTS.reviewers if f"{row.number} " in found]


@pytest.mark.parametrize("key", [row.key for row in REPORTS if int(row.number) >= 25])
def test_letters_are_also_english(key: str) -> None:
    english = replace(FACTS, translator=translator("en"))

    assert "项目编号" not in words(build(key, english))
