"""The recomputation is independent of the rules, so the two hold each other."""

import itertools
import random

import pytest

from reviewer_app.domain.points import scaled_half_up
from reviewer_app.domain.results import Ranking, ResultState
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.recomputation import recompute, round_half_up
from tests.reports.builders import a_candidate, a_ranking, a_scheme, a_sheet

THIRDS = """
[[factor]]
code = "A"
name = "投入"
weight = "4/3"
[[factor.indicator]]
code = "A1"
name = "规模"
kind = "judged"
max = "15"
[[factor]]
code = "B"
name = "技术"
weight = "1/3"
[[factor.indicator]]
code = "B1"
name = "创新"
kind = "judged"
max = "240"
"""

STAGES = ('["final"]', '["factor"]', '["weighted"]', '["factor", "weighted"]', '["sheet"]')
COMBINES = ("mean", "trimmed_mean", "median")
LEVELS = ("total", "factor", "indicator")


def _is_allowed(combine: str, level: str, stage: str) -> bool:
    """Whether `scheme check` lets the settings stand together (contract.md 2)."""
    if "sheet" in stage:
        return level == "total"
    by_factor = "factor" in stage or "weighted" in stage
    return not (combine == "median" and level == "total" and by_factor)


CASES = [
    (combine, level, stage, scope)
    for combine, level, stage in itertools.product(COMBINES, LEVELS, STAGES)
    for scope in (("application", "group") if combine == "trimmed_mean" else ("application",))
    if _is_allowed(combine, level, stage)
]


def some_rules(combine: str, level: str, stage: str, scope: str) -> str:
    return f"""
combine = "{combine}"
trim_level = "{level}"
trim_scope = "{scope}"
trim_from = 4
round_at = {stage}
tie_break = ["B", "untrimmed_mean", "median", "requested_asc"]
"""


def a_small_batch(factors: str = "", rules: str = "", *, seed: int = 7) -> Ranking:
    """Nine applications with three to six sheets and coarse scores, so that many tie."""
    scheme = a_scheme(rules, factors)
    chance = random.Random(seed)
    candidates = []
    for place in range(9):
        sheets = [
            a_sheet(
                f"R{seat}",
                {
                    row.code: chance.randint(3, 6) * int(row.maximum * 100) // 12 // 50 * 50
                    for row in scheme.on_sheet
                },
            )
            for seat in range(1, 4 + place % 4)
        ]
        sheets.append(a_sheet("R9", {}, SheetState.RECUSED))
        fen = None if place == 4 else chance.choice([5, 5, 7]) * 10**8
        candidates.append(a_candidate(f"P{place}", tuple(sheets), requested_fen=fen))
    candidates.append(a_candidate("P1b", candidates[1].sheets, requested_fen=5 * 10**8))
    return a_ranking(scheme, tuple(candidates))


@pytest.mark.parametrize("settings", CASES, ids="-".join)
@pytest.mark.parametrize("factors", ["", THIRDS], ids=["halves", "thirds"])
def test_every_setting_gives_the_official_scores_and_ranks(
    settings: tuple[str, str, str, str], factors: str
) -> None:
    ranking = a_small_batch(factors, some_rules(*settings))

    for check in recompute(ranking):
        result = check.result
        assert result.score is not None
        assert check.score == scaled_half_up(result.score, 2)
        assert check.rank == result.rank
        assert result.untrimmed_mean is not None
        assert check.mean == scaled_half_up(result.untrimmed_mean, 2)
        assert [
            scaled_half_up(value, 2) for value in result.factors.values() if value is not None
        ] == list(check.factors)


def test_only_ranked_applications_are_recomputed() -> None:
    ranking = a_small_batch(rules="quorum = 5")

    checked = {check.result.number for check in recompute(ranking)}

    ranked = {row.number for row in ranking.applications if row.state is ResultState.RANKED}
    assert checked == ranked
    assert len(checked) < len(ranking.applications)


def test_halves_go_away_from_zero() -> None:
    # 86.125 -> 86.13 and -0.005 -> -0.01 (stats.md 3.1)
    assert round_half_up(689, 8, 2) == 8613
    assert round_half_up(-1, 200, 2) == -1
