"""Every result can be retraced from the numbers of the reviewers."""

from fractions import Fraction
from random import Random
from typing import TypeVar

import pytest

from reviewer_app.domain.points import half_up
from reviewer_app.domain.results import ApplicationResult, Applied
from reviewer_app.domain.rules.explanation import (
    AbsentStep,
    CombineStep,
    Explanation,
    FactorsStep,
    ObjectiveStep,
    PlaceStep,
    RoundStep,
    SheetStep,
    SumStep,
    TieStep,
    explain,
)
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import RoundStage, Scheme
from tests.domain.a_batch import a_scheme, a_sheet, an_application, only, scored, value
from tests.domain.test_ranking_properties import SETTINGS, a_random_batch, a_random_scheme
from tests.domain.vector_schemes import input_factor, judged_factor

TRIMMED = {"combine": "trimmed_mean", "trim_from": 5, "quorum": 3}
T = TypeVar("T")
SEVEN = ("86.50", "84.00", "88.00", "79.50", "91.00", "85.00", "62.00")


def steps_of(explanation: Explanation, kind: type[T]) -> list[T]:
    return [step for step in explanation.steps if isinstance(step, kind)]


def explained(scheme: Scheme, *cells: str) -> Explanation:
    return explain(scheme, only(scheme, scored("P1", *cells)))


def test_the_sum_and_the_division_are_written_out() -> None:
    """domain.md 2.7: without 91.00 and 62.00 the rest is 423.00, / 5 = 84.60."""
    explanation = explained(a_scheme(**TRIMMED), *SEVEN)

    step = steps_of(explanation, CombineStep)[0]
    assert (step.subject, step.applied) == ("", Applied.TRIMMED_MEAN)
    assert [item.value for item in step.given] == [Fraction(text) for text in SEVEN]
    assert [item.reviewer for item in step.given if item.dropped == "high"] == ["R5"]
    assert [item.reviewer for item in step.given if item.dropped == "low"] == ["R7"]
    assert (sum(step.used), len(step.used), step.value) == (423, 5, Fraction("84.6"))


def test_the_median_uses_the_middle_values() -> None:
    step = steps_of(explained(a_scheme(combine="median"), "70", "90", "80", "10"), CombineStep)[0]

    assert step.used == (Fraction(70), Fraction(80))
    assert step.value == 75


def test_a_sheet_shows_its_factors_and_their_weights() -> None:
    scheme = a_scheme(input_factor("O", "x", "30"), judged_factor("A", "50", "1.5"))
    application = an_application("P1", a_sheet("R1", "40"), computed={"O1": value("5.55")})
    explanation = explain(scheme, only(scheme, application))

    assert steps_of(explanation, ObjectiveStep)[0].scores == (("O1", Fraction("5.55")),)
    sheet = steps_of(explanation, SheetStep)[0]
    products = [(term.code, term.value, term.product) for term in sheet.terms]
    assert products == [("O", Fraction("5.55"), Fraction("5.55")), ("A", 40, 60)]
    assert sheet.exact == sheet.total == Fraction("65.55")


def test_a_rounded_sheet_shows_both_values() -> None:
    scheme = a_scheme(judged_factor("A", "100", "1/3"), round_at=["sheet"])
    sheet = steps_of(explained(scheme, "10"), SheetStep)[0]

    assert (sheet.exact, sheet.total) == (Fraction(10, 3), Fraction("3.33"))


def test_a_sheet_that_does_not_count_is_named() -> None:
    explanation = explained(a_scheme(), "80", "recused", "90")

    assert [(step.reviewer, step.state.value) for step in steps_of(explanation, AbsentStep)] == [
        ("R2", "recused")
    ]


def test_each_rounding_is_a_step_of_its_own() -> None:
    """10, 20, 20: 16.666... to 16.67, x 4/3 = 22.2266... to 22.23."""
    scheme = a_scheme(judged_factor("A", "75", "4/3"), round_at=["factor", "weighted"])
    rounds = steps_of(explained(scheme, "10", "20", "20"), RoundStep)

    assert [(step.stage, step.value) for step in rounds] == [
        (RoundStage.FACTOR, Fraction("16.67")),
        (RoundStage.WEIGHTED, Fraction("22.23")),
        (RoundStage.FINAL, Fraction("22.23")),
    ]


def test_factors_that_do_not_add_up_are_said_so() -> None:
    """Three times 10/3 is 10, three times 3.33 is 9.99."""
    factors = [judged_factor(code, "50", "1/3") for code in "ABC"]
    scheme = a_scheme(*factors, total="50")
    result = only(scheme, an_application("P1", a_sheet("R1", "10", "10", "10")))
    step = steps_of(explain(scheme, result), FactorsStep)[0]

    assert [after for _, _, after in step.factors] == [Fraction("3.33")] * 3
    assert (step.score, step.adds_up) == (10, False)


def test_the_chain_is_told_up_to_the_deciding_step() -> None:
    scheme = a_scheme(tie_break=["median", "requested_asc", "vote"])
    batch = [
        scored("P1", "80", requested_fen=12_300),
        scored("P2", "80", requested_fen=45_600),
    ]
    step = steps_of(explain(scheme, rank(scheme, batch)[0]), TieStep)[0]

    assert step.told == (("median", Fraction(80)), ("requested_asc", Fraction(123)))
    assert step.tie.others == ("P2",)


def test_a_pending_application_says_why_and_how_far_it_is() -> None:
    explanation = explained(a_scheme(), "80", "draft")

    place = explanation.steps[-1]
    assert isinstance(place, PlaceStep)
    assert (place.rank, place.score, place.state) == (None, None, "pending")
    assert place.why[0].subject == "R2"
    assert steps_of(explanation, CombineStep)[0].value == 80


def test_without_any_number_only_the_state_is_left() -> None:
    kinds = [type(step) for step in explained(a_scheme(), "recused").steps]

    assert kinds == [AbsentStep, PlaceStep]


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_the_steps_lead_to_the_official_number(
    setting: tuple[str, str, tuple[str, ...], str],
) -> None:
    for seed in range(5):
        random = Random(seed)
        scheme, batch = a_random_scheme(random, setting), a_random_batch(random)
        for result in rank(scheme, batch):
            assert_retraced(scheme, result)


def assert_retraced(scheme: Scheme, result: ApplicationResult) -> None:
    explanation = explain(scheme, result)
    values = [step for step in explanation.steps if isinstance(step, CombineStep | SumStep)]
    if result.exact is None:
        assert values == []
        return
    assert values[-1].subject == ""
    assert values[-1].value == result.exact
    final = steps_of(explanation, RoundStep)[-1]
    assert final.value == half_up(values[-1].value, scheme.rules.places) == result.provisional
    for step in steps_of(explanation, SheetStep):
        total = next(row.total for row in result.reviewers if row.number == step.reviewer)
        assert step.total == total
