"""Reports 15 and 16: what is counted, and what waits for a hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.application import Standing
from reviewer_app.domain.checks import FORMAL_ITEMS, FormalLine, FormalResult, Supplement
from reviewer_app.domain.document import HandLines, Heading, Signatures
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.counts import counts_of
from reviewer_app.reports.facts import CheckFacts
from reviewer_app.reports.minutes import Minutes, minutes
from reviewer_app.reports.pdf import texts
from reviewer_app.reports.work_record import WorkReport
from reviewer_app.reports.work_report import work_report
from tests.reports.builders import (
    a_candidate,
    a_ranking,
    a_reviewer,
    a_scheme,
    a_sheet,
    some_facts,
)

SCORES = {"A1": 1000, "A2": 1000, "B1": 1500, "B2": 500}
"""1000 + 1000 + 1.5 × (1500 + 500) = 50.00 points."""

RANKING = a_ranking(
    a_scheme('pass_total = "50"'),
    (
        a_candidate(
            "P1",
            (
                a_sheet("R1", SCORES),
                a_sheet("R2", {}, SheetState.RECUSED),
                a_sheet("R3", {}, SheetState.ABSENT),
            ),
            requested_fen=123_450_000,
        ),
        a_candidate(
            "P2", (a_sheet("R1", SCORES | {"A1": 900}), a_sheet("R2", {}, SheetState.DRAFT))
        ),
        a_candidate("P3", (a_sheet("R1", {}, SheetState.PENDING),), standing=Standing.WITHDRAWN),
        a_candidate("P4", (), standing=Standing.INELIGIBLE),
    ),
)
PANEL = (a_reviewer("R1", leader=True), a_reviewer("R2"), a_reviewer("R3"))
FACTS = some_facts(RANKING, PANEL)


def test_sheets_and_applications_are_counted() -> None:
    counts = counts_of(RANKING)

    assert (counts.sheets, counts.counted, counts.recused, counts.absent) == (5, 2, 1, 1)
    assert (counts.open, counts.abstained) == (1, 0)
    assert (counts.applications, counts.withdrawn, counts.ineligible) == (4, 1, 1)
    assert (counts.reviewed, counts.ranked, counts.passing) == (2, 1, 1)


def test_the_nine_parts_stand_in_order() -> None:
    headings = [b.text for b in build("work-report", FACTS).blocks if isinstance(b, Heading)]

    assert headings == [
        "一、项目概况",
        "二、依据与方法",
        "三、申报与形式审查",
        "四、专家组产生与回避",
        "五、评审过程",
        "六、评分汇总与排名",
        "七、异常与修改",
        "八、推荐名单",
        "九、不同意见",
    ]


def test_amounts_are_summed_in_whole_fen() -> None:
    """1,234,500.00 + 3 × 100,000.00 yuan = 153.45 万元."""
    assert "申请资金合计153.45万元" in "".join(texts(build("work-report", FACTS)))


def test_the_panel_and_its_recusals_are_named() -> None:
    tables = list(build("work-report", FACTS).tables())

    assert [row.cells[0] for row in tables[1].rows] == ["专家R1", "专家R2", "专家R3"]
    assert [row.cells for row in tables[2].rows] == [("P1", "专家R2")]


def test_everybody_signs() -> None:
    (block,) = [b for b in build("work-report", FACTS).blocks if isinstance(b, Signatures)]

    assert block.places == ("专家R1", "专家R2", "专家R3")


@pytest.mark.parametrize("key", ["minutes", "work-report"])
def test_what_is_not_recorded_has_lines_to_write_on(key: str) -> None:
    assert any(isinstance(block, HandLines) for block in build(key, FACTS).blocks)


def test_what_is_recorded_takes_their_place() -> None:
    review = WorkReport(supplements="补正2个，均按期补齐。", changes="修改1项。", dissent="无。")
    session = Minutes(host="甲", points=("一周内完成公示。",))

    report = work_report(FACTS, review)
    protocol = minutes(FACTS, session)

    for document in (report, protocol):
        assert not [block for block in document.blocks if isinstance(block, HandLines)]
    assert "形式审查与补正情况：补正2个，均按期补齐。" in texts(report)
    assert "一周内完成公示。" in texts(protocol)


def test_checks_and_supplements_are_counted() -> None:
    passed = tuple(FormalLine(item, FormalResult.PASSED) for item in FORMAL_ITEMS)
    failed = (FormalLine(1, FormalResult.FAILED), *passed[1:])
    asked = {
        "P1": Supplement("2026-11-02", "2026-11-09", "2026-11-06"),
        "P2": Supplement("2026-11-02", "2026-11-09"),
    }
    checks = CheckFacts({"P1": passed, "P2": passed, "P3": failed}, asked)

    report = build("work-report", replace(FACTS, checks=checks))

    sentence = "审查通过2个，不通过1个；发出补正通知2份，已补正1份，未补正1份。"
    assert f"形式审查与补正情况：{sentence}" in texts(report)


def test_few_changes_are_told_and_many_only_counted() -> None:
    change = ScoreChange(
        "2026-12-01", "P1", "R2", "B1", Fraction(30), Fraction(51, 2), "王干事", "07 笔误", ""
    )

    few = "\n".join(texts(build("work-report", replace(FACTS, changes=(change,) * 2))))
    many = "\n".join(texts(build("work-report", replace(FACTS, changes=(change,) * 11))))

    assert few.count("专家R2将项目P1的B1由30改为25.5，原因：笔误；笔误。") == 2
    assert "评分提交后共修改11项。" in many
    assert "专家R2将" not in many


def test_the_leader_signs_first_and_the_others_by_strokes() -> None:
    names = ("郑三", "王二", "丁一")
    panel = tuple(
        a_reviewer(f"R{at}", name, leader=name == "郑三") for at, name in enumerate(names, 1)
    )
    facts = replace(FACTS, reviewers=panel)

    (block,) = [
        block for block in build("work-report", facts).blocks if isinstance(block, Signatures)
    ]

    assert block.places == ("郑三", "丁一", "王二")
    assert "参会专家：郑三（组长）、丁一、王二" in texts(build("minutes", facts))


def test_minutes_and_report_are_also_english() -> None:
    facts = some_facts(RANKING, PANEL, language="en")

    assert "1. Agenda" in texts(build("minutes", facts))
    assert "9. Dissent" in texts(build("work-report", facts))


def test_a_batch_without_anybody_is_printed() -> None:
    empty = replace(FACTS, ranking=a_ranking(a_scheme(), ()), reviewers=())

    assert "没有达到合格线的项目。" in texts(build("work-report", empty))
    assert "评审中无回避情形。" in texts(build("work-report", empty))
