"""What people type for a score is read as they meant it, or refused."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.errors import ScoreOutOfRange
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.typed_score import typed_points
from tests.builders import a_scheme

EIGHT = replace(a_scheme().by_code["B1"], maximum=Fraction(8), step=Fraction(1, 10))
FORTY_FIVE = a_scheme().by_code["B1"]


@pytest.mark.parametrize(
    "text",
    ["7.2", "72", "7。2", "７.２", "７．２", "７２", "7,2", " 7.2 ", "7.20", "7.2分"],
)
def test_each_way_to_write_seven_point_two_is_it(text: str) -> None:
    assert typed_points(text, EIGHT) == Fraction(36, 5)


@pytest.mark.parametrize(
    ("text", "value"),
    [("8", "8"), ("80", "8"), ("0", "0"), ("05", "0.5"), (".5", "0.5"), ("7.", "7"), ("00", "0")],
)
def test_short_ways_are_read_with_the_missing_point(text: str, value: str) -> None:
    assert typed_points(text, EIGHT) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "value"), [("30", "30"), ("305", "30.5"), ("4.5", "4.5"), ("45", "45")]
)
def test_what_is_a_score_as_it_stands_stays_so(text: str, value: str) -> None:
    assert typed_points(text, FORTY_FIVE) == Fraction(value)


@pytest.mark.parametrize("text", ["", ".", "-1", "81", "8.1", "7.25", "x", "7.2.1", "1e1", "二"])
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(ScoreOutOfRange):
        typed_points(text, EIGHT)


def test_without_decimals_no_point_is_put_in() -> None:
    whole: Indicator = replace(EIGHT, step=Fraction(1))

    assert typed_points("08", whole) == 8
    with pytest.raises(ScoreOutOfRange):
        typed_points("72", whole)
