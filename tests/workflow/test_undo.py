"""Undo is a new entry, one's own, and never over somebody's later work."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.errors import (
    BeforeSignIn,
    ChangedSince,
    NothingChanged,
    NotYours,
    UnknownNumber,
)
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.queries.present import present
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.undo import undo, undo_last
from reviewer_app.workspace import Workspace
from tests.builders import a_plan, a_workspace, an_application, score_sheet


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "batch.review")


def last(workspace: Workspace) -> int:
    return workspace.store.head()[0]


def test_undo_puts_the_old_score_back_as_a_new_entry(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    score_sheet(workspace, "P1", "R1", "31", submit=False)
    before = last(workspace)

    undo(workspace, before)

    assert present(workspace).scores == {("P1", "R1", "B1"): 3000}
    assert [(e.verb, e.reason) for e in workspace.store.entries(before + 1)] == [
        ("undo", f"#{before}")
    ]


def test_an_undo_can_be_undone(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    undo(workspace, last(workspace))

    undo(workspace, last(workspace))

    assert present(workspace).scores == {("P1", "R1", "B1"): 3000}


def test_a_whole_import_is_one_undo(workspace: Workspace) -> None:
    more = tuple(an_application(f"Q{place}") for place in range(50))
    apply_import(workspace, a_plan(ImportKind.APPLICATIONS, Payload(applications=more)))

    undo(workspace, last(workspace))

    assert sorted(present(workspace).applications) == ["P1", "P2"]
    assert verification(workspace).passed


def test_later_work_on_the_same_rows_blocks_an_undo(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    first = last(workspace)
    score_sheet(workspace, "P1", "R1", "31", submit=False)

    with pytest.raises(ChangedSince) as caught:
        undo(workspace, first)

    assert caught.value.later == first + 1


def test_only_ones_own_entry_can_be_undone(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    other = replace(workspace.surroundings, actor=Actor("李干事", Role.SECRETARY))

    with pytest.raises(NotYours):
        undo(replace(workspace, surroundings=other), last(workspace))


def test_what_was_done_before_signing_in_anew_stays(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    again = replace(workspace, since=last(workspace))
    score_sheet(again, "P1", "R1", "31", submit=False)

    undo(again, last(again))
    with pytest.raises(BeforeSignIn) as caught:
        undo(again, again.since)

    assert caught.value.sequence == again.since
    assert present(again).scores == {("P1", "R1", "B1"): 3000}


def test_the_beginning_cannot_be_undone(workspace: Workspace) -> None:
    with pytest.raises(NothingChanged):
        undo(workspace, 1)


def test_an_unknown_entry_is_named(workspace: Workspace) -> None:
    with pytest.raises(UnknownNumber):
        undo(workspace, 999)


def test_what_later_work_points_to_is_not_taken_away(workspace: Workspace) -> None:
    more = (an_application("Q1"),)
    apply_import(workspace, a_plan(ImportKind.APPLICATIONS, Payload(applications=more)))
    imported = last(workspace)
    score_sheet(workspace, "Q1", "R1", "30", submit=False)

    with pytest.raises(ChangedSince):
        undo(workspace, imported)

    assert "Q1" in present(workspace).applications
    assert verification(workspace).passed


def test_the_last_own_deed_is_undone_one_after_the_other(workspace: Workspace) -> None:
    since = last(workspace)
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    score_sheet(workspace, "P1", "R1", "31", submit=False)

    assert [undo_last(workspace, since) for _ in range(2)] == [since + 2, since + 1]
    with pytest.raises(NothingChanged):
        undo_last(workspace, since)
    assert present(workspace).scores == {}
