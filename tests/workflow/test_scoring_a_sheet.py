"""What scoring promises a reviewer."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import (
    NotAssigned,
    ScoreOutOfRange,
    SheetClosed,
    SheetIncomplete,
    UnknownNumber,
)
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.results import ResultState
from reviewer_app.queries.present import present
from reviewer_app.queries.ranking import ranking
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.give_score import give_score, take_back_score, write_comment
from reviewer_app.workflow.submit_sheet import reopen_sheet, submit_sheet
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import a_plan, a_workspace, score_sheet, some_surroundings


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "batch.review")


def give(workspace: Workspace, value: str, indicator: str = "B1") -> None:
    give_score(
        workspace, application="P1", reviewer="R1", indicator=indicator, value=Fraction(value)
    )


def test_a_given_score_is_there_after_reopening(workspace: Workspace) -> None:
    give(workspace, "30.5")
    path = workspace.store.path
    workspace.close()

    again = open_workspace(path, some_surroundings())

    assert present(again).scores == {("P1", "R1", "B1"): 3050}


def test_each_score_is_one_entry_and_the_same_score_none(workspace: Workspace) -> None:
    before, _ = workspace.store.head()

    give(workspace, "30")
    give(workspace, "31")
    give(workspace, "31")

    assert [entry.verb for entry in workspace.store.entries(before + 1)] == ["give_score"] * 2


@pytest.mark.parametrize("value", ["-0.5", "45.5", "30.25", "30.001"])
def test_a_score_outside_range_or_step_is_refused(workspace: Workspace, value: str) -> None:
    with pytest.raises(ScoreOutOfRange) as caught:
        give(workspace, value)

    assert (caught.value.maximum, caught.value.step) == ("45", "0.5")
    assert present(workspace).scores == {}


def test_an_objective_indicator_cannot_be_scored_by_hand(workspace: Workspace) -> None:
    with pytest.raises(UnknownNumber):
        give(workspace, "3", indicator="A1")


def test_the_first_score_freezes_the_scheme(workspace: Workspace) -> None:
    assert not ranking(workspace).frozen

    give(workspace, "30")

    assert ranking(workspace).frozen


def test_a_typed_zero_is_a_score_and_an_open_row_is_not(workspace: Workspace) -> None:
    give(workspace, "0")

    with pytest.raises(SheetIncomplete) as caught:
        submit_sheet(workspace, application="P1", reviewer="R1")

    assert caught.value.missing == ("B2",)


def test_a_submitted_sheet_takes_no_scores_until_taken_back(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    with pytest.raises(SheetClosed):
        give(workspace, "31")

    reopen_sheet(workspace, application="P1", reviewer="R1")
    give(workspace, "31")

    assert present(workspace).scores[("P1", "R1", "B1")] == 3100


def test_taking_a_score_back_opens_the_row_and_keeps_the_trace(workspace: Workspace) -> None:
    give(workspace, "30")

    take_back_score(workspace, application="P1", reviewer="R1", indicator="B1")

    assert present(workspace).scores == {}
    last = workspace.store.changes_of(workspace.store.head()[0])[0]
    assert last.before is not None
    assert '"value":3000' in last.before
    assert last.after is None


def test_a_comment_can_be_written_before_any_score(workspace: Workspace) -> None:
    write_comment(workspace, application="P1", reviewer="R1", indicator="B1", text="=好")

    assert present(workspace).comments == {("P1", "R1", "B1"): "=好"}


def test_an_unassigned_reviewer_cannot_score(workspace: Workspace) -> None:
    pairs = frozenset({("P1", "R2")})
    apply_import(workspace, a_plan(ImportKind.ASSIGNMENTS, Payload(assignments=pairs)))

    with pytest.raises(NotAssigned):
        give(workspace, "30")


def test_an_unknown_number_is_answered_with_the_nearest(workspace: Workspace) -> None:
    with pytest.raises(UnknownNumber) as caught:
        give_score(workspace, application="P3", reviewer="R1", indicator="B1", value=Fraction(1))

    assert set(caught.value.near) == {"P1", "P2"}


def test_an_application_is_ranked_when_its_last_sheet_is_in(workspace: Workspace) -> None:
    for reviewer in ("R1", "R2"):
        score_sheet(workspace, "P1", reviewer, "30", "40")
    states = {item.number: item.state for item in ranking(workspace).applications}
    assert states["P1"] is ResultState.PENDING

    score_sheet(workspace, "P1", "R3", "30", "43")

    first = ranking(workspace).applications[0]
    assert (first.number, first.rank, first.score) == ("P1", 1, Fraction(75))
