"""A row shows the numbers of the ranking, and lines stand where they fall."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.person import Actor, Role
from reviewer_app.i18n import translator
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.results import results, why_this_rank
from reviewer_app.workflow.set_budget import set_budget
from reviewer_app.workspace import Workspace
from tests.builders import a_scheme, a_workspace, as_person, score_sheet
from ui.screens.results.rows import line_texts, rows_of

EN = translator("en")


@pytest.fixture
def scored(tmp_path: Path) -> Iterator[Workspace]:
    scheme = a_scheme(combine="trimmed_mean", trim_from=3, pass_total="60")
    made = a_workspace(tmp_path / "w.review", scheme=scheme)
    for reviewer, first in (("R1", "20"), ("R2", "30"), ("R3", "45")):
        score_sheet(made, "P1", reviewer, first, "40")  # 64, 74, 89: 74
        score_sheet(made, "P2", reviewer, first, "10")  # 37, 47, 62: 47
    yield made
    made.close()


def test_dots_and_bars_are_the_numbers_of_the_ranking(scored: Workspace) -> None:
    official = {item.number: item for item in ranking(scored).applications}

    for row in rows_of(results(scored), EN):
        result = official[row.number]
        assert [(dot.name, dot.value) for dot in row.strip.dots] == [
            (sheet.number, sheet.total) for sheet in result.reviewers
        ]
        assert row.strip.score == result.score
        assert row.bars.values == tuple(result.factors.values())


def test_left_out_sheets_are_hollow(scored: Workspace) -> None:
    row = rows_of(results(scored), EN)[0]

    assert [dot.is_hollow for dot in row.strip.dots] == [True, False, True]
    assert "R3 89.00 (highest, left out)" in row.dots_text
    assert row.spread == "25.00"


def test_an_axis_is_as_long_as_its_factor(scored: Workspace) -> None:
    row = rows_of(results(scored), EN)[0]

    assert [axis.maximum for axis in row.bars.axes] == [10, 90]


def test_the_pass_line_stands_between_who_passes_and_who_does_not(scored: Workspace) -> None:
    assert line_texts(results(scored), EN) == {1: "pass line 60.00"}
    assert [row.state for row in rows_of(results(scored), EN)] == ["ranked", "below the pass line"]


def test_who_may_not_see_single_sheets_sees_the_score_and_no_dots(scored: Workspace) -> None:
    leader = as_person(scored, Actor("赵局长", Role.BUREAU_LEADER))
    shown = results(leader)

    assert [row.strip.dots for row in rows_of(shown, EN)] == [(), ()]
    assert [row.score for row in rows_of(shown, EN)] == ["74.00", "47.00"]
    told = str(why_this_rank(leader, shown, "P1", EN))
    assert "Rank 1." in told
    assert "64.00" not in told
    assert "89.00" not in told


def test_the_budget_line_stands_where_the_money_ends(scored: Workspace) -> None:
    set_budget(scored, "3000")

    # Nobody asks for an amount here: the money reaches to the end, and it is said.
    shown = results(scored)
    assert (shown.fits, shown.unasked, shown.budget_fen) == (2, 2, 3_000_000_000)


def test_the_way_to_the_rank_is_written_out(scored: Workspace) -> None:
    parts = why_this_rank(scored, results(scored), "P1", EN)
    told = "\n".join(line for part in parts for line in part.lines)

    assert "R1 64.00 (lowest, left out)" in told
    assert "(74.00) ÷ 1 = 74.00 ÷ 1 = 74.00" in told
    assert Fraction(74) == results(scored).ranking.applications[0].score
