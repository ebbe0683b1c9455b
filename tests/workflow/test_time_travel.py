"""The workspace as it was at any moment comes from the journal alone."""

from pathlib import Path

import pytest

from reviewer_app.domain.result_errors import ThePastStays
from reviewer_app.queries.ranking import candidates, ranking
from reviewer_app.storage.journal import Deed
from reviewer_app.storage.time_travel import store_at
from reviewer_app.workflow.record_vote import VoteTooShort, record_vote
from tests.builders import a_scheme, a_workspace, score_sheet


def test_the_past_is_what_it_was_and_the_present_stays(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review")
    score_sheet(workspace, "P1", "R1", "30", "40")
    moment, _ = workspace.store.head()
    then = candidates(workspace.store)
    score_sheet(workspace, "P1", "R2", "10", "10")

    past = store_at(workspace.store, moment)

    assert candidates(past) == then
    assert candidates(workspace.store) != then
    assert past.head() == (moment, workspace.store.entries(moment)[0].digest)


def test_nothing_can_be_written_into_the_past(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review")
    past = store_at(workspace.store, 1)
    deed = Deed("x", workspace.actor, "", workspace.stamp())

    with pytest.raises(ThePastStays), past.write(deed):
        pass


def test_a_recorded_vote_orders_a_tie(tmp_path: Path) -> None:
    workspace = a_workspace(
        tmp_path / "batch.review", reviewers=1, scheme=a_scheme(tie_break=["vote"])
    )
    score_sheet(workspace, "P1", "R1", "33", "40")  # 4 + 73 = 77
    score_sheet(workspace, "P2", "R1", "30", "40")  # 7 + 70 = 77

    record_vote(workspace, order=["P2", "P1"], reason="表决 3:0")

    assert {item.number: item.rank for item in ranking(workspace).applications} == {
        "P1": 2,
        "P2": 1,
    }


def test_a_vote_names_at_least_two_applications_once(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review")

    with pytest.raises(VoteTooShort):
        record_vote(workspace, order=["P1", "P1"], reason="表决")
