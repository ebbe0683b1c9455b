"""The papers of staff's checks: formal check, credit check, computed scores."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.application import Computed
from reviewer_app.domain.checks import CreditResult, FormalResult, InputCheck
from reviewer_app.domain.document import Document, Facts, Number, Row, RowKind
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.facts import CheckFacts, DataFacts, ReportFacts
from tests.builders import a_scheme
from tests.reports.builders import a_batch, a_candidate, a_ranking, a_sheet, some_facts
from tests.reports.form_facts import NUMBER, a_formal_check, a_query, with_forms


def forms(key: str, **checks: object) -> Document:
    facts = with_forms(some_facts(a_batch(2, 3)))
    if checks:
        facts = replace(facts, checks=replace(CheckFacts(), **checks))  # type: ignore[arg-type]
    return build(key, facts)


def values(document: Document, label: str) -> list[str]:
    """What stands beside a label in the heads, page by page."""
    return [
        fact.value
        for block in document.blocks
        if isinstance(block, Facts)
        for fact in block.facts
        if fact.label == label
    ]


def rows(document: Document, table: int = 0) -> tuple[Row, ...]:
    return list(document.tables())[table].rows


def test_what_is_recorded_is_printed_and_the_rest_is_left_to_a_hand() -> None:
    document = forms("formal-check")

    recorded, blank = list(document.tables())
    assert {row.kind for row in recorded.rows} == {RowKind.NORMAL}
    assert {row.kind for row in blank.rows} == {RowKind.BY_HAND}
    assert blank.rows[0].cells[2] == "□通过　□需补正\n□不通过　□不适用"
    assert len(recorded.rows) == len(blank.rows) == 15


@pytest.mark.parametrize(
    ("worst", "expected"),
    [
        (FormalResult.PASSED, "■通过　□需补正　□不通过"),
        (FormalResult.NOT_APPLICABLE, "■通过　□需补正　□不通过"),
        (FormalResult.SUPPLEMENT, "□通过　■需补正　□不通过"),
        (FormalResult.FAILED, "□通过　□需补正　■不通过"),
    ],
)
def test_the_conclusion_follows_from_the_lines(worst: FormalResult, expected: str) -> None:
    document = forms("formal-check", formal={NUMBER: a_formal_check(worst)})

    assert values(document, "结论") == [expected, "□通过　□需补正　□不通过"]


def test_a_line_still_open_leaves_the_conclusion_open() -> None:
    document = forms("formal-check", formal={NUMBER: a_formal_check()[:-1]})

    assert values(document, "结论")[0] == "□通过　□需补正　□不通过"


def test_the_dates_of_a_supplement_are_printed() -> None:
    assert values(forms("formal-check"), "补正收到日期") == ["2026-11-06", ""]


def test_without_a_supplement_a_passed_check_has_no_blank_for_one() -> None:
    document = forms("formal-check", formal={NUMBER: a_formal_check()})

    assert values(document, "补正通知日期") == ["—", ""]


def test_every_listed_source_stands_on_the_credit_check() -> None:
    document = forms("credit-check")

    names = [row.cells[1] for row in rows(document)]
    assert names[:2] == ["信用中国", "信用厦门"]
    assert names[-1] == "天眼查询"
    assert len(names) == 8


def test_a_source_recorded_in_english_is_the_same_source() -> None:
    document = forms("credit-check", credit={NUMBER: (a_query("Credit China"),)})

    assert [row.cells[1] for row in rows(document)].count("信用中国") == 1


@pytest.mark.parametrize(
    ("result", "expected"),
    [(CreditResult.CLEAR, "□一票否决"), (CreditResult.VETO, "■一票否决")],
)
def test_one_veto_decides_and_one_clear_query_does_not(result: CreditResult, expected: str) -> None:
    document = forms("credit-check", credit={NUMBER: (a_query(result=result),)})

    conclusion = values(document, "结论")[0]
    assert expected in conclusion
    assert "■无记录" not in conclusion


def test_other_support_is_printed_with_its_amount() -> None:
    document = forms("credit-check")

    assert rows(document, 1)[0].cells[:5] == (
        "省级",
        "省级人工智能项目",
        "2026",
        Number("30.00"),
        "部分相同",
    )
    assert [row.kind for row in rows(document, 3)] == [RowKind.BY_HAND] * 2


def of_users(checks: dict[tuple[str, str], InputCheck] | None = None) -> ReportFacts:
    """One application with 4 users, which is 4.00 points of A1."""
    computed = {"A1": Computed(Fraction(4), "min(users, 10)", {"users": "4"})}
    candidate = a_candidate("P1", (a_sheet("R1", {"B1": 3000, "B2": 4000}),), computed=computed)
    facts = some_facts(a_ranking(a_scheme(), (candidate,)))
    return replace(facts, data=DataFacts(input_checks=checks or {}))


def test_a_computed_score_shows_inputs_formula_and_value() -> None:
    row = rows(build("objective-scores", of_users()))[0]

    assert row.cells[0] == "A1 用户"
    assert row.cells[2] == "用户数：4"
    assert row.cells[4] == "min(用户数, 10)"
    assert row.cells[5] == row.cells[7] == Number("4.00")


@pytest.mark.parametrize(
    ("value", "typed", "expected"), [("4", "4", "李复核"), ("4", "5", ""), ("3", "3", "")]
)
def test_the_second_person_stands_only_where_the_reading_is_that_of_today(
    value: str, typed: str, expected: str
) -> None:
    check = InputCheck(value, typed, "李复核", "2026-11-20")

    row = rows(build("objective-scores", of_users({("P1", "users"): check})))[0]

    assert row.cells[-1] == expected


def test_the_objective_total_is_weighed() -> None:
    assert rows(build("objective-scores", of_users()))[-1].cells[7] == Number("4.00")


def test_evidence_is_printed_with_its_page() -> None:
    document = build("objective-scores", with_forms(some_facts(a_batch(2, 3))))

    assert rows(document)[0].cells[3] == "专项审计报告 第 12 页"
    assert rows(document, 1)[0].cells[3] == ""


def test_one_application_alone_can_be_had() -> None:
    facts = with_forms(some_facts(a_batch(3, 3)))

    for key in ("formal-check", "credit-check", "objective-scores"):
        assert values(build(key, replace(facts, only=NUMBER)), "项目编号") == [NUMBER]
