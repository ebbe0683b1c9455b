"""Every test value of the default scheme (domain.md 5.1 to 5.7), copied by hand."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from importlib import resources

import pytest

from reviewer_app.domain.points import format_points
from reviewer_app.domain.rules.scoring import compute, level_middle, level_of
from reviewer_app.domain.scheme import IndicatorKind, Scheme
from reviewer_app.domain.scheme_check import check
from reviewer_app.domain.scheme_reading import scheme_from

PRESETS = ("measure-5", "measure-5-balanced", "measure-5-application", "measure-5-technology")


def bundled(key: str) -> Scheme:
    path = resources.files("resources") / "schemes" / f"{key}.toml"
    return scheme_from(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return bundled("measure-5")


def funds(planned: str, actual: str, *, audit: str) -> dict[str, str]:
    return {"planned_input": planned, "actual_input": actual, "special_audit": audit}


def trial(metric: str, *, kind: str = "第三方测评", ideal: str = "100") -> dict[str, str]:
    return {
        "main_metric": metric,
        "metric_baseline": "83.5",
        "metric_ideal": ideal,
        "test_kind": kind,
    }


def rights(granted: str, pending: str, software: str, joined: str, led: str) -> dict[str, str]:
    return {
        "patents_granted": granted,
        "patents_pending": pending,
        "software_copyrights": software,
        "standards_joined": joined,
        "standards_led": led,
    }


def team(size: str, turnover: str) -> dict[str, str]:
    return {"team_size": size, "turnover_rate": turnover}


def liked(satisfaction: str, evaluations: str) -> dict[str, str]:
    return {"satisfaction": satisfaction, "evaluations": evaluations}


def used(ratio: str, months: str) -> dict[str, str]:
    return {"independent_users": "1", "usage_ratio": ratio, "usage_months": months}


def paid(contracts: str, received: str) -> dict[str, str]:
    return {"contract_total": contracts, "received_total": received}


VECTORS: tuple[tuple[str, Mapping[str, str], str], ...] = (
    ("A1", {"verified_input": "150"}, "0.60"),
    ("A1", {"verified_input": "650"}, "2.40"),
    ("A1", {"verified_input": "2850"}, "5.57"),
    ("A1", {"verified_input": "9000"}, "6.00"),
    ("A2", {"verified_input": "100", "core_cost": "35"}, "0.00"),
    ("A2", {"verified_input": "100", "core_cost": "72"}, "3.20"),
    ("A2", {"verified_input": "100", "core_cost": "95"}, "4.00"),
    ("A2", {"verified_input": "0", "core_cost": "0"}, "0.00"),
    ("A3", funds("3000", "2400", audit="1"), "2.40"),
    ("A3", funds("3000", "3300", audit="1"), "3.00"),
    ("A3", funds("3000", "3300", audit="0"), "0.00"),
    ("A3", funds("0", "3300", audit="1"), "0.00"),
    ("B1", trial("91.2"), "7.47"),
    ("B1", trial("88"), "4.36"),
    ("B1", trial("83"), "0.00"),
    ("B1", trial("95"), "8.00"),
    ("B1", trial("91.2", kind="自测"), "3.73"),
    ("B1", trial("91.2", ideal="83.5"), "0.00"),
    ("B1", {}, "0.00"),
    ("B3", {"data_tb": "0.35", "lawful_share": "0.8", "data_quality": "部分"}, "3.30"),
    ("B4", rights("1", "3", "1", "1", "0"), "2.60"),
    ("B4", rights("2", "3", "3", "1", "1") | {"domestic_adaptation": "1"}, "5.00"),
    (
        "B5",
        {"ai_filing": "不适用（已认可）", "graded_protection": "1", "data_legality": "1"},
        "2.50",
    ),
    ("C2", team("20", "0"), "4.00"),
    ("C2", team("14", "1/10"), "2.90"),
    ("C2", team("8", "0.25"), "1.55"),
    ("C2", team("30", "0.5"), "2.00"),
    ("C3", {"releases": "3"}, "2.25"),
    ("D1", liked("95", "5"), "6.00"),
    ("D1", liked("91.25", "8"), "5.36"),
    ("D1", liked("91.25", "3"), "3.21"),
    ("D1", liked("78", "6"), "3.09"),
    ("D1", liked("60", "10"), "0.00"),
    ("D1", {"evaluations": "0"}, "0.00"),
    ("D2", used("60/100", "12"), "4.00"),
    ("D2", used("45/120", "9"), "2.75"),
    ("D2", used("10/200", "3"), "0.67"),
    ("D2", {"independent_users": "0"}, "0.00"),
    ("E1", {"independent_users": "2"}, "2.25"),
    ("E1", {"independent_users": "4"}, "3.50"),
    ("E1", {"independent_users": "7"}, "4.40"),
    ("E1", {"independent_users": "50"}, "6.00"),
    ("E2", paid("1680", "1120"), "4.40"),
    ("E2", paid("500", "0"), "2.06"),
    ("E2", paid("120", "120"), "1.58"),
)


@pytest.mark.parametrize(("code", "metrics", "expected"), VECTORS)
def test_each_published_value_comes_out(
    scheme: Scheme, code: str, metrics: Mapping[str, str], expected: str
) -> None:
    found = compute(scheme, metrics)[code]

    assert found.value is not None, (found.trouble, found.trouble_detail)
    assert format_points(found.value, 2) == expected


def test_a_metric_where_less_is_better_uses_the_same_formula(scheme: Scheme) -> None:
    """Baseline 20, lower ideal 0, reached 15: g = 5/20, so 8 x 0.25/0.5 = 4."""
    metrics = trial("15", ideal="0") | {"metric_baseline": "20"}

    assert compute(scheme, metrics)["B1"].value == 4


def test_the_kinds_are_eleven_two_and_nine(scheme: Scheme) -> None:
    kinds = [indicator.kind for indicator in scheme.indicators()]

    assert kinds.count(IndicatorKind.OBJECTIVE) == 11
    assert kinds.count(IndicatorKind.ASSISTED) == 2
    assert kinds.count(IndicatorKind.JUDGED) == 9


@pytest.mark.parametrize(
    ("key", "weights", "pass_line"),
    [
        ("measure-5", (15, 30, 15, 15, 25), 18),
        ("measure-5-balanced", (20, 20, 20, 20, 20), 12),
        ("measure-5-application", (15, 25, 15, 20, 25), 15),
        ("measure-5-technology", (15, 40, 15, 10, 20), 24),
    ],
)
def test_each_preset_has_its_published_weights(
    key: str, weights: tuple[int, ...], pass_line: int
) -> None:
    preset = bundled(key)

    reached = tuple(
        factor.weight * sum(row.weight * row.maximum for row in factor.indicators)
        for factor in preset.factors
    )

    assert reached == weights
    assert preset.rules.pass_factor == (("B", Fraction(pass_line)),)


@pytest.mark.parametrize("key", PRESETS)
def test_each_preset_has_nothing_wrong_and_says_it_is_a_default(key: str) -> None:
    path = resources.files("resources") / "schemes" / f"{key}.toml"
    document = tomllib.loads(path.read_text(encoding="utf-8"))

    assert check(document) == ()
    assert document["notice"].startswith("本评分方案为系统缺省方案。厦府办规〔2026〕3号未规定权重")


@pytest.mark.parametrize(
    ("maximum", "bounds"),
    [
        (8, ("7.2", "6", "4.8", "0")),
        (5, ("4.5", "3.8", "3", "0")),
        (3, ("2.7", "2.3", "1.8", "0")),
    ],
)
def test_levels_follow_the_generic_shares(
    scheme: Scheme, maximum: int, bounds: tuple[str, ...]
) -> None:
    """0.90, 0.75 and 0.60 of the maximum, HALF_UP to 0.1 (domain.md 5.1)."""
    rows = [row for row in scheme.on_sheet if row.maximum == maximum]

    assert rows
    for row in rows:
        assert tuple(level.lower for level in row.levels) == tuple(map(Fraction, bounds))
        assert [level.name for level in row.levels] == ["优", "良", "中", "差"]
        assert all(level.text for level in row.levels)


def test_a_level_holds_up_to_the_next_and_offers_its_middle(scheme: Scheme) -> None:
    novelty = scheme.by_code["B2"]

    assert level_of(novelty, 719) == novelty.levels[1]
    assert level_of(novelty, 720) == novelty.levels[0]
    assert [level_middle(novelty, level) for level in novelty.levels] == [760, 660, 540, 240]
