"""Recusal, absence, withdrawal: shown before, traced after, never a zero."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.consequences import consequence_of_aside, consequence_of_standing
from reviewer_app.queries.present import present
from reviewer_app.queries.ranking import ranking
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.set_aside import bring_back, recuse, set_aside
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, score_sheet


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = a_workspace(tmp_path / "batch.review")
    for reviewer, value in (("R1", "30"), ("R2", "33"), ("R3", "39")):
        score_sheet(made, "P1", reviewer, value, "40")
    return made


def first(workspace: Workspace) -> ApplicationResult:
    return ranking(workspace).applications[0]


def test_a_recused_sheet_leaves_the_mean(workspace: Workspace) -> None:
    assert first(workspace).score == Fraction(78)  # 4 + 40 + (30 + 33 + 39) / 3

    recuse(workspace, application="P1", reviewer="R3", ground="同一单位")

    result = first(workspace)
    assert (result.score, result.counted, result.sheets) == (Fraction("75.5"), 2, 3)


def test_the_consequence_is_told_before_anything_is_written(workspace: Workspace) -> None:
    before, _ = workspace.store.head()

    told = consequence_of_aside(
        workspace, application="P1", reviewer="R3", state=SheetState.RECUSED
    )

    assert (told.touched.before.score, told.touched.after.score) == (78, Fraction("75.5"))
    assert workspace.store.head()[0] == before


def test_a_recusal_without_a_ground_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ReasonMissing):
        recuse(workspace, application="P1", reviewer="R3", ground="  ")


def test_recusing_twice_on_one_ground_changes_nothing(workspace: Workspace) -> None:
    recuse(workspace, application="P1", reviewer="R3", ground="同一单位")

    with pytest.raises(NothingChanged):
        recuse(workspace, application="P1", reviewer="R3", ground="同一单位")


def test_who_comes_back_finds_the_own_draft(workspace: Workspace) -> None:
    set_aside(
        workspace, application="P1", reviewer="R3", state=SheetState.ABSENT, reason="航班延误"
    )

    bring_back(workspace, application="P1", reviewer="R3", reason="已到会")

    assert first(workspace).reviewers[2].state is SheetState.DRAFT
    assert present(workspace).scores[("P1", "R3", "B1")] == 3900


def test_the_result_shows_no_score_of_a_sheet_that_does_not_count(workspace: Workspace) -> None:
    recuse(workspace, application="P1", reviewer="R3", ground="同一单位")

    assert first(workspace).reviewers[2].scores == {}


def test_a_withdrawn_application_has_no_rank_and_keeps_its_sheets(workspace: Workspace) -> None:
    told = consequence_of_standing(workspace, application="P1", standing=Standing.WITHDRAWN)
    change_standing(
        workspace, application="P1", standing=Standing.WITHDRAWN, reason="申报单位书面撤回"
    )

    result = {item.number: item for item in ranking(workspace).applications}["P1"]
    assert told.touched.after.state is ResultState.WITHDRAWN
    assert (result.state, result.rank, result.score) == (ResultState.WITHDRAWN, None, None)
    assert result.counted == 3
