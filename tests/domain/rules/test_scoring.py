"""Computed scores: defaults, troubles, taking a suggestion over, valid steps."""

from fractions import Fraction

import pytest

from reviewer_app.domain.rules.scoring import (
    compute,
    is_valid_score,
    level_of,
    needs_reason,
    take_over,
)
from reviewer_app.domain.scheme import Indicator, Scheme
from reviewer_app.domain.scheme_reading import scheme_from


def a_scheme(formula: str, *, maximum: str = "6", default: str | None = None) -> Scheme:
    item = {"key": "x", "label": "x", "kind": "number"}
    flag = {"key": "yes", "label": "yes", "kind": "flag"}
    row = {"code": "A1", "name": "a", "kind": "objective", "max": maximum, "formula": formula}
    return scheme_from(
        {
            "key": "k",
            "title": "t",
            "rules": {"total": maximum, "places": 2},
            "input": [item | ({} if default is None else {"default": default}), flag],
            "factor": [{"code": "A", "name": "a", "indicator": [row]}],
        }
    )


def an_assisted(maximum: str = "8", step: str = "0.5") -> Indicator:
    row = {
        "code": "B1",
        "name": "b",
        "kind": "assisted",
        "max": maximum,
        "step": step,
        "tolerance": "0.2",
        "formula": "1",
    }
    return scheme_from(
        {
            "key": "k",
            "title": "t",
            "rules": {"total": maximum, "places": 2},
            "factor": [{"code": "B", "name": "b", "indicator": [row]}],
        }
    ).by_code["B1"]


def test_a_value_is_rounded_half_up_once() -> None:
    found = compute(a_scheme("x / 8"), {"x": "1"})["A1"]

    assert found.value == Fraction("0.13")
    assert found.inputs == {"x": "1"}


def test_an_empty_cell_takes_the_default() -> None:
    scheme = a_scheme("x", default="2.5")

    assert compute(scheme, {"x": ""})["A1"].value == Fraction("2.5")
    assert compute(scheme, {})["A1"].inputs == {"x": "2.5"}


@pytest.mark.parametrize("text", ["", "about 3", "1e3"])
def test_no_value_and_no_default_names_the_input(text: str) -> None:
    found = compute(a_scheme("1 + x"), {"x": text})["A1"]

    assert (found.value, found.trouble, found.trouble_detail) == (None, "missing_input", "x")


@pytest.mark.parametrize(
    ("formula", "trouble", "detail"),
    [
        ("1 / (x - x)", "division_by_zero", "(x - x)"),
        ("x - 4", "out_of_range", "-1"),
        ("x + 3.001", "out_of_range", "6.001"),
        ("x + 10 / 3", "out_of_range", "6.333333"),
    ],
)
def test_what_cannot_be_a_score_says_why(formula: str, trouble: str, detail: str) -> None:
    found = compute(a_scheme(formula), {"x": "3"})["A1"]

    assert (found.value, found.trouble, found.trouble_detail) == (None, trouble, detail)


@pytest.mark.parametrize(("word", "expected"), [("1", 2), ("是", 2), ("0", 1), ("否", 1)])
def test_a_flag_is_one_or_zero(word: str, expected: int) -> None:
    assert compute(a_scheme("if(yes, 2, 1)"), {"yes": word})["A1"].value == expected


@pytest.mark.parametrize(
    ("suggestion", "expected"), [("7.47", 750), ("7.25", 750), ("7.24", 700), ("8", 800)]
)
def test_a_suggestion_is_taken_over_half_up_to_the_step(suggestion: str, expected: int) -> None:
    assert take_over(an_assisted(), Fraction(suggestion)) == expected


@pytest.mark.parametrize(
    ("score", "valid"),
    [(0, True), (800, True), (750, True), (810, False), (-50, False), (725, False)],
)
def test_a_score_lies_in_range_on_a_whole_step(score: int, *, valid: bool) -> None:
    assert is_valid_score(an_assisted(), score) is valid


def test_a_reason_is_needed_only_beyond_the_tolerance() -> None:
    """0.2 of 8 is 1.60; from 7.00 down to 5.40 is exactly that."""
    indicator = an_assisted(step="0.1")

    assert not needs_reason(indicator, Fraction(7), 540)
    assert needs_reason(indicator, Fraction(7), 530)


def test_without_levels_a_score_has_none() -> None:
    assert level_of(an_assisted(), 400) is None
