"""One application: totals, trimming, rounding, quorum and states."""

from fractions import Fraction

import pytest

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.results import Applied, Dropped, ResultState, WhyKind
from reviewer_app.domain.rules.aggregation import combine, trim
from tests.domain.a_batch import (
    a_scheme,
    a_sheet,
    an_application,
    only,
    scored,
    two_factors,
    value,
)
from tests.domain.vector_schemes import input_factor, judged_factor

# domain.md 2.7, worked example with seven experts.
SEVEN = ("86.50", "84.00", "88.00", "79.50", "91.00", "85.00", "62.00")
TRIMMED = {"combine": "trimmed_mean", "trim_from": 5, "quorum": 3}


def test_seven_experts_are_trimmed_to_the_printed_score() -> None:
    result = only(a_scheme(**TRIMMED), scored("P1", *SEVEN))

    assert result.score == Fraction("84.60")
    assert result.untrimmed_mean == Fraction("82.29")
    assert result.median == Fraction("85.00")
    assert (result.applied, result.sheets, result.counted, result.kept) == ("trimmed_mean", 7, 7, 5)
    marks = {row.number: row.dropped.value for row in result.reviewers if row.dropped != "no"}
    assert marks == {"R5": "high", "R7": "low"}


@pytest.mark.parametrize(("level", "score"), [("total", "56.33"), ("indicator", "56.00")])
def test_the_level_of_trimming_changes_the_score(level: str, score: str) -> None:
    sheets = [("32", "33"), ("22", "20"), ("26", "30"), ("25", "27"), ("27", "34")]
    application = an_application(
        "P1", *[a_sheet(f"R{index}", *cells) for index, cells in enumerate(sheets)]
    )
    result = only(two_factors(**TRIMMED, trim_level=level), application)

    assert result.score == Fraction(score)
    assert result.kept == (3 if level == "total" else 5)


def test_with_four_sheets_the_mean_is_used_and_said() -> None:
    result = only(a_scheme(**TRIMMED), scored("P1", "80", "90", "85", "61"))

    assert (result.applied, result.score, result.kept) == ("mean", Fraction(79), 4)


def test_of_equal_sheets_the_smallest_and_the_greatest_number_go() -> None:
    numbers = ["R10", "R2", "R9", "R1", "R11"]
    application = an_application("P1", *[a_sheet(number, "80") for number in numbers])
    result = only(a_scheme(**TRIMMED), application)

    assert [row.number for row in result.reviewers] == ["R1", "R2", "R9", "R10", "R11"]
    assert [row.dropped.value for row in result.reviewers] == ["low", "no", "no", "no", "high"]


def test_r2_goes_before_r10_among_equal_lowest() -> None:
    sheets = [a_sheet("R10", "70"), a_sheet("R2", "70"), a_sheet("R3", "90")]
    sheets += [a_sheet("R4", "80"), a_sheet("R5", "90")]
    result = only(a_scheme(**TRIMMED), an_application("P1", *sheets))

    marks = {row.number: row.dropped for row in result.reviewers if row.dropped is not Dropped.NO}
    assert marks == {"R2": Dropped.LOW, "R5": Dropped.HIGH}


def test_trimming_by_factor_names_where_a_value_was_left_out() -> None:
    sheets = [("10", "30"), ("20", "30"), ("30", "30"), ("40", "30"), ("50", "30")]
    application = an_application(
        "P1", *[a_sheet(f"R{index}", *cells) for index, cells in enumerate(sheets)]
    )
    result = only(two_factors(**TRIMMED, trim_level="factor"), application)

    assert [dict(row.dropped_in) for row in result.reviewers] == [
        {"A": "low"},
        {},
        {},
        {},
        {"A": "high"},
    ]
    assert {row.dropped for row in result.reviewers} == {Dropped.NO}
    assert result.factors == {"A": 30, "B": 30}


def test_factor_results_are_the_means_over_the_kept_sheets() -> None:
    """Of 3+3, 10+20, 20+10, 20+20, 50+50 the first and the last go: A 50/3, B 50/3."""
    sheets = [("3", "3"), ("10", "20"), ("20", "10"), ("20", "20"), ("50", "50")]
    application = an_application(
        "P1", *[a_sheet(f"R{index}", *cells) for index, cells in enumerate(sheets)]
    )
    result = only(two_factors(**TRIMMED), application)

    assert result.factors == {"A": Fraction("16.67"), "B": Fraction("16.67")}
    assert (result.score, result.exact) == (Fraction("33.33"), Fraction(100, 3))


def test_the_median_shows_the_median_of_each_factor() -> None:
    sheets = [("10", "50"), ("20", "0"), ("50", "1")]
    application = an_application(
        "P1", *[a_sheet(f"R{index}", *cells) for index, cells in enumerate(sheets)]
    )
    result = only(two_factors(combine="median"), application)

    assert result.score == 51
    assert result.factors == {"A": 20, "B": 1}


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    result = only(a_scheme(combine="median"), scored("P1", "80", "90.01", "10", "90"))

    assert result.score == Fraction(85)


@pytest.mark.parametrize(
    ("stages", "points", "weighted", "score"),
    [
        # 16.666… × 4/3 = 22.222…, 16.666… × 2/3 = 11.111…
        ([], "16.67", "22.22", "33.33"),
        (["factor"], "16.67", "22.23", "33.34"),  # 16.67 × 2 = 33.34
        (["weighted"], "16.67", "22.22", "33.33"),
        (["factor", "weighted"], "16.67", "22.23", "33.34"),  # 22.23 + 11.11
    ],
)
def test_each_stage_rounds_where_it_says(
    stages: list[str], points: str, weighted: str, score: str
) -> None:
    scheme = a_scheme(
        judged_factor("A", "50", "4/3"), judged_factor("B", "50", "2/3"), round_at=stages
    )
    sheets = [a_sheet("R1", "10", "10"), a_sheet("R2", "20", "20"), a_sheet("R3", "20", "20")]
    result = only(scheme, an_application("P1", *sheets))

    assert result.factor_points["A"] == Fraction(points)
    assert result.factors["A"] == Fraction(weighted)
    assert result.score == Fraction(score)


def test_rounding_the_sheets_comes_before_the_mean() -> None:
    """1/3 of 10, 10 and 11: 3.33 + 3.33 + 3.67 = 10.33, / 3 = 3.4433; unrounded 3.444."""
    scheme = a_scheme(judged_factor("A", "300", "1/3"), round_at=["sheet"], places=2)
    result = only(scheme, scored("P1", "10", "10", "11"))

    assert [row.total for row in result.reviewers] == [
        Fraction("3.33"),
        Fraction("3.33"),
        Fraction("3.67"),
    ]
    assert (result.exact, result.score) == (Fraction("10.33") / 3, Fraction("3.44"))


def test_rounded_sheets_can_tie_for_the_lowest() -> None:
    """2.004 and 2.001 both count as 2.00, so the smaller number is left out."""
    scheme = a_scheme(judged_factor("A", "1000", "1/10"), round_at=["sheet"], **TRIMMED)
    result = only(scheme, scored("P1", "20.04", "20.01", "50", "60", "70"))

    assert [row.dropped.value for row in result.reviewers] == ["low", "no", "no", "no", "high"]


def test_a_deduction_lowers_the_score() -> None:
    scheme = a_scheme(judged_factor("A"), judged_factor("B", "10", "-1.5"), total="85")
    result = only(scheme, an_application("P1", a_sheet("R1", "80", "4")))

    assert result.score == 74
    assert result.factors["B"] == -6
    assert result.factor_points["B"] == 4


def test_halves_of_a_negative_score_go_away_from_zero() -> None:
    scheme = a_scheme(judged_factor("A", "10"), judged_factor("B", "10", "-1"), places=0, total="0")
    result = only(scheme, an_application("P1", a_sheet("R1", "0", "2.5")))

    assert result.score == -3


def test_indicator_weights_work_within_the_factor() -> None:
    factor = judged_factor("A", "30")
    factor["indicator"].append({**factor["indicator"][0], "code": "B1", "weight": "7/3"})
    result = only(a_scheme(factor), an_application("P1", a_sheet("R1", "30", "3")))

    assert result.score == 37


def test_objective_scores_stand_on_every_sheet() -> None:
    """trim(c + x) = c + trim(x)."""
    scheme = a_scheme(input_factor("O", "x", "30"), judged_factor("A", "70"), **TRIMMED)
    sheets = [a_sheet(f"R{index}", str(score)) for index, score in enumerate((10, 20, 30, 40, 60))]
    result = only(scheme, an_application("P1", *sheets, computed={"O1": value("5.55")}))

    assert result.score == Fraction("35.55")
    assert result.reviewers[0].total == Fraction("15.55")
    assert result.factors == {"O": Fraction("5.55"), "A": 30}


def test_a_scheme_without_judgement_needs_no_sheets() -> None:
    scheme = a_scheme(input_factor("O", "x"), quorum=3, quorum_share="2/3")
    application = an_application("P1", a_sheet("R1", "pending"), computed={"O1": value("61.5")})
    result = only(scheme, application)

    assert (result.applied, result.state, result.score) == ("objective", "ranked", Fraction("61.5"))
    assert (result.untrimmed_mean, result.median) == (None, None)
    assert (result.sheets, result.counted, result.kept) == (1, 0, 0)


@pytest.mark.parametrize("state", ["pending", "draft"])
def test_an_open_sheet_keeps_the_application_pending(state: str) -> None:
    result = only(a_scheme(), scored("P1", "80", state, "90"))

    assert (result.state, result.score, result.rank) == (ResultState.PENDING, None, None)
    assert (result.provisional, result.passes) == (Fraction(85), None)
    assert [(why.kind, why.subject) for why in result.why] == [(WhyKind.SHEETS_OPEN, "R2")]


@pytest.mark.parametrize("state", ["recused", "abstained", "absent"])
def test_a_sheet_set_aside_is_no_zero(state: str) -> None:
    result = only(a_scheme(quorum=2), scored("P1", "80", state, "90"))

    assert (result.state, result.score) == (ResultState.RANKED, Fraction(85))
    assert (result.sheets, result.counted) == (3, 2)
    assert result.reviewers[1].total is None


def test_a_typed_zero_is_a_score() -> None:
    assert only(a_scheme(), scored("P1", "0", "90")).score == 45


def test_a_locked_sheet_counts() -> None:
    application = an_application("P1", a_sheet("R1", "80", state="locked"))

    assert only(a_scheme(), application).counted == 1


def test_half_a_sheet_is_no_sheet() -> None:
    """A later scheme voids the scores of an indicator: its sheets wait again."""
    application = an_application("P1", a_sheet("R1", "30", "40"), a_sheet("R2", "30"))
    result = only(two_factors(), application)

    assert (result.state, result.counted) == (ResultState.PENDING, 1)
    assert result.provisional == 70
    assert result.why[0].subject == "R2"


def test_too_few_sheets_are_below_the_quorum() -> None:
    result = only(a_scheme(quorum=3), scored("P1", "80", "90", "recused"))

    assert (result.state, result.score) == (ResultState.BELOW_QUORUM, None)
    assert result.provisional == 85
    assert [(why.found, why.expected) for why in result.why] == [("2", "3")]


@pytest.mark.parametrize(("counted", "state"), [(4, "ranked"), (3, "below_quorum")])
def test_the_share_counts_recused_sheets_and_is_reached_exactly(counted: int, state: str) -> None:
    """4 of 6 are 2/3; 3 of 6 are not."""
    cells = ["80"] * counted + ["recused"] * (6 - counted)
    result = only(a_scheme(quorum=3, quorum_share="2/3"), scored("P1", *cells))

    assert result.state == state
    kinds = [why.kind for why in result.why]
    assert kinds == ([] if state == "ranked" else [WhyKind.TOO_SMALL_SHARE])


def test_without_a_counted_sheet_nothing_is_defined() -> None:
    result = only(a_scheme(**TRIMMED), scored("P1", "recused", "absent"))

    assert result.state is ResultState.BELOW_QUORUM
    assert (result.provisional, result.untrimmed_mean, result.median) == (None, None, None)
    assert result.factors == {"A": None}


def test_a_missing_objective_value_leaves_no_score() -> None:
    scheme = a_scheme(input_factor("O", "x / y", "30"), judged_factor("A", "70"))
    trouble = Computed(None, "x / y", {"x": "1", "y": "0"}, "division_by_zero", "y")
    result = only(scheme, an_application("P1", a_sheet("R1", "60"), computed={"O1": trouble}))

    assert (result.state, result.provisional, result.counted) == ("pending", None, 1)
    why = result.why[0]
    assert (why.kind, why.subject, why.expected) == (WhyKind.DIVISION_BY_ZERO, "O1", "x / y")
    assert why.data == "x=1, y=0"


def test_a_value_never_computed_leaves_the_application_pending() -> None:
    scheme = a_scheme(input_factor("O", "x", "30"), judged_factor("A", "70"))
    result = only(scheme, an_application("P1", a_sheet("R1", "60")))

    assert [(why.kind, why.subject) for why in result.why] == [(WhyKind.MISSING_INPUT, "O1")]
    assert result.computed["O1"].value is None


def test_a_missing_suggestion_keeps_the_value_so_far() -> None:
    factor = judged_factor("A")
    factor["indicator"][0] |= {"kind": "assisted", "formula": "x"}
    trouble = Computed(None, "x", {}, "missing_input", "x")
    result = only(
        a_scheme(factor), an_application("P1", a_sheet("R1", "60"), computed={"A1": trouble})
    )

    assert result.state is ResultState.PENDING
    assert result.provisional == 60


@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.INELIGIBLE])
def test_who_left_is_not_asked_for_open_sheets(standing: Standing) -> None:
    application = an_application("P1", a_sheet("R1", "60"), a_sheet("R2", "draft"))
    left = an_application("P1", *application.sheets, standing=standing)
    result = only(a_scheme(quorum=3), left)

    assert result.state.value == standing.value
    assert result.provisional == 60
    assert [why.kind.value for why in result.why] == [standing.value]


def test_an_open_sheet_goes_before_the_quorum() -> None:
    result = only(a_scheme(quorum=3), scored("P1", "80", "pending"))

    assert result.state is ResultState.PENDING


@pytest.mark.parametrize(("second", "passes"), [("79.98", False), ("79.99", True)])
def test_the_pass_line_is_compared_with_the_rounded_score(second: str, *, passes: bool) -> None:
    """(80 + 79.99) / 2 = 79.995, published 80.00."""
    result = only(a_scheme(pass_total="80"), scored("P1", "80", second))

    assert result.passes is passes


def test_a_factor_has_a_pass_line_after_its_weight() -> None:
    factors = (judged_factor("A", "20", "2"), judged_factor("B", "60"))
    scheme = a_scheme(*factors, pass_factor={"A": "20"})

    assert only(scheme, an_application("P1", a_sheet("R1", "10", "0"))).passes
    assert only(scheme, an_application("P1", a_sheet("R1", "9.99", "60"))).passes is False


@pytest.mark.parametrize("applied", [Applied.MEAN, Applied.MEDIAN, Applied.TRIMMED_MEAN])
def test_equal_values_combine_to_themselves(applied: Applied) -> None:
    upper, lower = combine([7, 7, 7], applied)

    assert Fraction(upper, lower) == 7


def test_only_one_copy_of_an_extreme_is_left_out() -> None:
    assert trim([1, 1, 5, 9, 9]) == (0, 4)
    assert combine([1, 1, 5, 9, 9], Applied.TRIMMED_MEAN) == (15, 3)
