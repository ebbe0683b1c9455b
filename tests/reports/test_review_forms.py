"""The papers about single scores and reviewers: recusals, unusual and changed scores."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.deviation import OutlierDecision, OutlierReview
from reviewer_app.domain.document import Document, Number, RowKind
from reviewer_app.domain.grounds import RaisedBy, RecusalCase
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.pdf import texts
from tests.reports.builders import (
    a_batch,
    a_candidate,
    a_panel,
    a_ranking,
    a_scheme,
    a_sheet,
    some_facts,
)
from tests.reports.form_facts import NUMBER


def of_three() -> ReportFacts:
    return some_facts(a_batch(1, 3), a_panel(3))


def with_cases(*cases: RecusalCase) -> Document:
    return build("recusals", replace(of_three(), recusals=cases))


def the_rows(document: Document) -> list[tuple[object, ...]]:
    return [row.cells for row in next(document.tables()).rows]


def test_a_recusal_names_ground_and_who_raised_it() -> None:
    case = RecusalCase(
        NUMBER, "R2", "labour, shares", RaisedBy.SELF, at="2026-11-24T09:05:07+08:00"
    )

    row = the_rows(with_cases(case))[0]

    assert row[1] == NUMBER
    assert row[4] == "黄某某"
    assert row[5] == "1 近三年内与申报单位存在劳动关系；8 持有申报单位股份"
    assert row[6:9] == ("专家本人", "回避，不参与该项目评审", "2026-11-24 09:05")


def test_a_ground_in_own_words_stays_as_it_is() -> None:
    assert the_rows(with_cases(RecusalCase(NUMBER, "R2", "曾任顾问", RaisedBy.OTHER)))[0][5] == (
        "曾任顾问"
    )


def test_what_was_said_besides_a_ticked_ground_is_printed() -> None:
    case = RecusalCase(NUMBER, "R2", "shares", RaisedBy.SELF, said="持股 2%")

    assert the_rows(with_cases(case))[0][5] == "8 持有申报单位股份\n持股 2%"


def test_a_hint_says_what_met() -> None:
    case = RecusalCase(NUMBER, "R1", "applicant|甲大学|甲大学附属医院", RaisedBy.HINT, "无关")

    assert the_rows(with_cases(case))[0][5] == "专家单位“甲大学”与申报材料中的“甲大学附属医院”相符"


def test_a_dismissed_hint_stands_with_its_reason() -> None:
    case = RecusalCase(NUMBER, "R1", "同一单位", RaisedBy.HINT, "校办医院，无关")

    assert the_rows(with_cases(case))[0][6:8] == ("系统提示", "不回避：校办医院，无关")


def test_five_numbered_rows_are_left_for_the_meeting() -> None:
    rows = the_rows(with_cases(RecusalCase(NUMBER, "R2", "曾任顾问", RaisedBy.OTHER)))

    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert set(rows[-1][1:]) == {""}


def with_changes(*changes: ScoreChange) -> Document:
    return build("score-changes", replace(of_three(), changes=changes))


def a_change(
    before: str | None, after: str | None, reason: str = "", by: str = "R2"
) -> ScoreChange:
    return ScoreChange(
        at="2026-11-24T10:30:00+08:00",
        application=NUMBER,
        reviewer=by,
        indicator="B2" if by else "B4",
        before=None if before is None else Fraction(before),
        after=None if after is None else Fraction(after),
        actor="黄某某",
        reason=reason,
        digest="0123456789abcdef" * 4,
    )


def test_a_changed_score_shows_before_after_and_digest() -> None:
    row = the_rows(with_changes(a_change("7.2", "6.5", "07 录入笔误")))[0]

    assert row[:5] == ("1", "2026-11-24 10:30", "黄某某", NUMBER, "B2 技术创新性")
    assert row[5:10] == (Number("7.2"), Number("6.5"), "07", "录入笔误", "0123456789ab")
    assert row[10:] == ("", "", "")


def test_a_score_taken_back_has_none_after() -> None:
    assert the_rows(with_changes(a_change("7.2", None)))[0][5:7] == (Number("7.2"), "—")


def test_a_computed_score_is_that_of_all_reviewers() -> None:
    row = the_rows(with_changes(a_change("2.6", "3", "05 更正", by="")))[0]

    assert row[2] == "各专家（客观分）"
    assert row[5:7] == (Number("2.60"), Number("3.00"))


def test_without_changes_the_log_says_so_and_can_be_written_in() -> None:
    document = with_changes()

    assert any("共有 0 处修改" in text for text in texts(document))
    assert [row.kind for row in next(document.tables()).rows] == [RowKind.BY_HAND] * 6


def of_outlier(review: OutlierReview | None = None) -> Document:
    """Three reviewers over 20+20 and (30+10) × 3/2; the third far below the others."""
    high = {"A1": 2000, "A2": 1000, "B1": 2000, "B2": 1000}
    low = {"A1": 1000, "A2": 1000, "B1": 1000, "B2": 1000}
    sheets = (a_sheet("R1", high), a_sheet("R2", high), a_sheet("R3", low))
    facts = some_facts(a_ranking(a_scheme(), (a_candidate("P1", sheets),)), a_panel(3))
    reviews = {("P1", "R3"): review} if review else {}
    return build("outlier-review", replace(facts, outlier_reviews=reviews))


def test_an_unusual_score_stands_factor_by_factor_beside_the_others() -> None:
    rows = the_rows(of_outlier())

    # A: 20 against 30; B: 1.5 × 20 against 1.5 × 30; together 50 against 75.
    assert rows[0][1:] == ("40", Number("20.00"), Number("30.00"), Number("-33.33"))
    assert rows[1][1:] == ("60", Number("30.00"), Number("45.00"), Number("-33.33"))
    assert rows[2][1:] == ("100", Number("50.00"), Number("75.00"), Number("-33.33"))


def test_each_slip_is_for_one_reviewer() -> None:
    slips = [text for text in texts(of_outlier()) if text.startswith("R3")]

    # R1 and R2 are 75 against (75 + 50) / 2 = 62.5: a fifth exactly, and not asked about.
    assert slips == ["R3  专家R3"]
    assert len(list(of_outlier().tables())) == 1


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (OutlierDecision.KEPT, "■维持原评分　□修改评分（见评分修改记录表）"),
        (OutlierDecision.CHANGED, "□维持原评分　■修改评分（见评分修改记录表）"),
    ],
)
def test_a_recorded_answer_is_printed(decision: OutlierDecision, expected: str) -> None:
    document = of_outlier(OutlierReview(decision, "测试样本明显不足，坚持原分", "专家R3"))

    everything = list(texts(document))
    assert expected in everything
    assert "测试样本明显不足，坚持原分" in everything


def test_without_unusual_scores_the_paper_says_so() -> None:
    sheets = tuple(
        a_sheet(f"R{seat}", {"A1": 1000, "A2": 1000, "B1": 1000, "B2": 1000}) for seat in (1, 2, 3)
    )
    facts = some_facts(a_ranking(a_scheme(), (a_candidate("P1", sheets),)), a_panel(3))

    assert any("20%" in text for text in texts(build("outlier-review", facts)))
