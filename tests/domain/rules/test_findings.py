"""What the panel found: the level its mean reached on each indicator."""

import tomllib

import pytest

from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.findings import findings
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from tests.reports.builders import RULES, a_candidate, a_sheet

FACTORS = """
[[factor]]
code = "A"
name = "投入"
[[factor.indicator]]
code = "A1"
name = "规模"
kind = "judged"
max = "10"
level = [
    { name = "优", from = "9", text = "充足" },
    { name = "良", from = "7.5", text = "较充足" },
    { name = "中", from = "6", text = "一般" },
    { name = "差", from = "0", text = "不足" },
]
[[factor.indicator]]
code = "A2"
name = "无档"
kind = "judged"
max = "90"
"""


def a_scheme(**rules: object) -> Scheme:
    document = {"key": "k", "title": "t", **tomllib.loads(FACTORS), "rules": {**RULES, **rules}}
    return scheme_from(document)


def a_result(scheme: Scheme, *scores: float) -> ApplicationResult:
    """One sheet for each score on A1; A2 is ten times it."""
    sheets = tuple(
        a_sheet(f"R{seat}", {"A1": int(score * 100), "A2": int(score * 900)})
        for seat, score in enumerate(scores, 1)
    )
    (result,) = rank(scheme, (a_candidate("P1", sheets),))
    return result


def reached(scheme: Scheme, *scores: float) -> str:
    (factor,) = findings(scheme, a_result(scheme, *scores))
    (found,) = factor.reached
    return found.level.name


@pytest.mark.parametrize(
    ("scores", "level"),
    [((9.0,), "优"), ((8.5,), "良"), ((7.0, 8.0), "良"), ((7.0, 7.5), "中"), ((0.0,), "差")],
)
def test_the_level_is_that_of_the_mean(scores: tuple[float, ...], level: str) -> None:
    """(7 + 8) / 2 = 7.5 just reaches 良; (7 + 7.5) / 2 = 7.25 does not."""
    assert reached(a_scheme(), *scores) == level


def test_what_trimming_left_out_does_not_count() -> None:
    """9, 9, 9 stay: 优. With the 0 and the 10 the mean were 7.4: 中."""
    scheme = a_scheme(combine="trimmed_mean", trim_from=5)

    assert reached(scheme, 0.0, 9.0, 9.0, 9.0, 10.0) == "优"


def test_trimming_by_indicator_is_followed() -> None:
    scheme = a_scheme(combine="trimmed_mean", trim_from=3, trim_level="indicator")

    assert reached(scheme, 1.0, 8.0, 10.0) == "良"


def test_under_the_median_it_is_the_level_of_the_median() -> None:
    assert reached(a_scheme(combine="median"), 1.0, 9.0, 9.5) == "优"


def test_an_indicator_without_levels_has_no_finding() -> None:
    (factor,) = findings(a_scheme(), a_result(a_scheme(), 9.0))

    assert [found.indicator.code for found in factor.reached] == ["A1"]


def test_without_sheets_nothing_is_found() -> None:
    scheme = a_scheme()
    (result,) = rank(scheme, (a_candidate("P1", ()),))

    (factor,) = findings(scheme, result)

    assert (factor.points, factor.reached) == (None, ())


def test_the_two_best_levels_are_no_weakness() -> None:
    scheme = a_scheme()
    weak = [
        findings(scheme, a_result(scheme, score))[0].reached[0].is_weak
        for score in (9.0, 8.0, 6.0, 1.0)
    ]

    assert weak == [False, False, True, True]
