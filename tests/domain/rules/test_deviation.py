"""A sheet is flagged beyond 20 per cent of the others' mean; nothing is removed."""

from fractions import Fraction

import pytest

from reviewer_app.domain.deviation import PatternKind
from reviewer_app.domain.points import format_points
from reviewer_app.domain.rules.deviation import deviations, flagged, patterns
from reviewer_app.domain.rules.ranking import rank
from tests.domain.a_batch import a_scheme, only, scored, value
from tests.domain.a_batch import an_application as an_application_of
from tests.domain.vector_schemes import input_factor, judged_factor

SEVEN = ("86.50", "84.00", "88.00", "79.50", "91.00", "85.00", "62.00")
"""Source: domain.md 2.7, worked example with seven experts."""


def test_the_worked_example_flags_the_lowest_and_not_the_highest() -> None:
    result = only(a_scheme(), scored("P1", *SEVEN))
    told = {item.reviewer: item for item in deviations(a_scheme(), result)}

    assert format_points(told["R7"].others, 2) == "85.67"
    assert told["R7"].share is not None
    assert format_points(told["R7"].share * 100, 2) == "-27.63"
    assert format_points(told["R5"].others, 2) == "80.83"
    assert told["R5"].share is not None
    assert format_points(told["R5"].share * 100, 2) == "12.58"
    assert [item.reviewer for item in flagged(a_scheme(), [result])] == ["R7"]


def test_a_flagged_sheet_still_counts() -> None:
    result = only(a_scheme(), scored("P1", *SEVEN))

    assert result.counted == 7


@pytest.mark.parametrize(("own", "is_flagged"), [("60", False), ("59.99", True), ("90", False)])
def test_exactly_twenty_per_cent_is_not_beyond(own: str, is_flagged: bool) -> None:
    result = only(a_scheme(), scored("P1", own, "75", "75"))
    # The others of R1 have 75: 60 is 20 % below, 90 is 20 % above.

    assert ("R1" in [item.reviewer for item in flagged(a_scheme(), [result])]) is is_flagged


def test_objective_points_are_left_out_because_they_would_hide_it() -> None:
    scheme = a_scheme(input_factor("B", "50"), judged_factor("A", "50"))
    sheets = scored("P1", "20", "30", "30").sheets
    result = only(scheme, an_application_of("P1", *sheets, computed={"B1": value("50")}))
    # With the objective 50: 70 against 80 is only 12.5 %; without: 20 against 30 is 33 %.

    assert [item.reviewer for item in flagged(scheme, [result])] == ["R1"]


def test_one_sheet_has_nothing_to_be_compared_with() -> None:
    assert deviations(a_scheme(), only(a_scheme(), scored("P1", "80", "pending"))) == ()


def test_any_points_beside_nothing_are_far() -> None:
    result = only(a_scheme(), scored("P1", "5", "0", "0"))
    found = flagged(a_scheme(), [result])

    assert ("R1", None) in [(item.reviewer, item.share) for item in found]
    assert "R2" in [item.reviewer for item in found]  # 0 beside a mean of 2.5: -100 %


def test_a_reviewer_who_gives_all_the_same_or_the_maximum_is_named() -> None:
    batch = [
        scored("P1", "80", "100", "70"),
        scored("P2", "80", "100", "70"),
        scored("P3", "80", "100", "71"),
    ]
    found = patterns(a_scheme(), rank(a_scheme(), batch))

    assert [(item.reviewer, item.kind, item.sheets, item.value) for item in found] == [
        ("R1", PatternKind.EQUAL, 3, Fraction(80)),
        ("R2", PatternKind.MAXIMUM, 3, Fraction(100)),
    ]


def test_two_equal_sheets_are_no_pattern() -> None:
    batch = [scored("P1", "80"), scored("P2", "80")]

    assert patterns(a_scheme(), rank(a_scheme(), batch)) == ()
