"""A rehearsal is one from its first entry on, in every copy and every look back."""

import sqlite3
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.drawing import Listing
from reviewer_app.domain.errors import FileExists, NotAllowed, NothingChanged
from reviewer_app.domain.session import SessionPhase, SessionPlan
from reviewer_app.domain.session_errors import NotARehearsal
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.meeting_record import meeting_record
from reviewer_app.queries.panel import panel
from reviewer_app.queries.results import results
from reviewer_app.queries.session import is_rehearsal
from reviewer_app.queries.verification import verification
from reviewer_app.storage.applications import load_applications
from reviewer_app.storage.batch import load_batch
from reviewer_app.storage.checks import retypings_of
from reviewer_app.storage.experts import load_experts
from reviewer_app.storage.people import load_people, reviewer_keys
from reviewer_app.storage.sheets import all_scores, all_sheets
from reviewer_app.workflow.close_session import close_session, settle_results
from reviewer_app.workflow.deliberate import disclose, write_opinion
from reviewer_app.workflow.expert_list import decide_expert, list_panel
from reviewer_app.workflow.fill_rehearsal import fill_rehearsal
from reviewer_app.workflow.make_rehearsal import RehearsalOrder, make_rehearsal
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.room import choose_leader
from reviewer_app.workflow.session_steps import (
    begin_session,
    open_disclosure,
    open_final,
    open_scoring,
)
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.sign import sign_document
from reviewer_app.workspace import Workspace, open_workspace, workspace_at
from tests.builders import a_scheme, a_workspace, score_sheet, some_surroundings
from tests.program.commands import done
from tests.session.meeting import (
    DAYS,
    PANEL,
    Meeting,
    a_meeting,
    gather,
    reviewer,
    to_disclosure,
)
from tests.session.test_papers import paper
from tests.storage.files import a_deed


@pytest.fixture
def rehearsal(tmp_path: Path) -> Workspace:
    return new_workspace(
        tmp_path / "w.review", "演练批次", a_scheme(), some_surroundings(), rehearsal=True
    )


def test_a_batch_is_no_rehearsal_unless_it_was_born_as_one(
    rehearsal: Workspace, tmp_path: Path
) -> None:
    assert is_rehearsal(rehearsal)
    assert not is_rehearsal(a_workspace(tmp_path / "real.review"))


def test_a_copy_and_a_look_back_are_rehearsals_too(rehearsal: Workspace, tmp_path: Path) -> None:
    copy = tmp_path / "copy.review"
    rehearsal.store.copy_to(copy)
    past = workspace_at(rehearsal, 1)

    opened = open_workspace(copy, rehearsal.surroundings)
    assert is_rehearsal(opened)
    assert is_rehearsal(past)
    opened.store.close()
    past.store.close()


@pytest.mark.parametrize(
    "statement", ["DELETE FROM rehearsal", "UPDATE rehearsal SET marked_at = ''"]
)
def test_the_mark_stays(rehearsal: Workspace, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="a rehearsal stays one"):
        change(rehearsal, statement)

    assert is_rehearsal(rehearsal)


def change(workspace: Workspace, statement: str) -> None:
    with workspace.store.write(a_deed()):
        workspace.store.change(statement)


def test_the_command_line_begins_a_rehearsal_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "w.review"

    outcome = done("new", path, "--title", "演练", "--rehearsal")

    assert "演练" in outcome.out + outcome.err
    opened = open_workspace(path, some_surroundings())
    assert is_rehearsal(opened)
    opened.store.close()


def made_from(meeting: Meeting, path: Path) -> Meeting:
    """A rehearsal of a meeting's batch, its own meeting begun and everybody there."""
    order = RehearsalOrder(path, "测试批次（演练）", "演练复核员")
    opened = open_workspace(make_rehearsal(meeting.staff, order), meeting.staff.surroundings)
    made = Meeting(opened, meeting.clock)
    begin_session(opened, SessionPlan(DAYS))
    gather(made, "R1", "R2", "R3")
    return made


@pytest.fixture
def made(tmp_path: Path) -> Meeting:
    """A rehearsal of a batch in which R3 is recused from P2 and scores are given already."""
    real = to_disclosure(tmp_path / "real.review")
    recuse(real.staff, application="P2", reviewer="R3", ground="同单位")
    rehearsal = made_from(real, tmp_path / "演练.review")
    real.staff.store.close()
    return rehearsal


def test_a_rehearsal_takes_over_everything_but_scores_and_the_meeting(tmp_path: Path) -> None:
    real = to_disclosure(tmp_path / "real.review")
    recuse(real.staff, application="P2", reviewer="R3", ground="同单位")
    order = RehearsalOrder(tmp_path / "演练.review", "演练", "演练复核员")

    made = open_workspace(make_rehearsal(real.staff, order), real.staff.surroundings)

    assert is_rehearsal(made)
    assert load_batch(made.store).uuid != load_batch(real.staff.store).uuid
    assert load_applications(made.store) == load_applications(real.staff.store)
    assert set(load_people(made.store)) >= {
        one for one in load_people(real.staff.store) if not one.number
    }
    assert [sheet.state for sheet in all_sheets(made.store)] == [SheetState.RECUSED]
    assert panel(made).cells["P2", "R3"].reason == "同单位"
    assert all_scores(made.store) == {}
    assert made.moment.phase is None
    assert {one.check.checked_by for one in retypings_of(made.store, 1).values()} == {"演练复核员"}
    assert verification(made).passed
    made.store.close()
    real.staff.store.close()


def test_making_a_rehearsal_changes_nothing_of_the_batch(tmp_path: Path) -> None:
    real = a_meeting(tmp_path / "real.review")
    before = real.staff.store.head()

    order = RehearsalOrder(tmp_path / "演练.review", "演练", "演练复核员")
    make_rehearsal(real.staff, order)

    assert real.staff.store.head() == before
    with pytest.raises(FileExists):
        make_rehearsal(real.staff, order)
    with pytest.raises(NotAllowed):
        make_rehearsal(real.by("R2"), RehearsalOrder(tmp_path / "x.review", "演练", "演练复核员"))
    assert not (tmp_path / "x.review").exists()
    real.staff.store.close()


def test_invented_scores_complete_the_sheets_that_nobody_plays(made: Meeting) -> None:
    open_scoring(made.staff)
    score_sheet(made.by("R2"), "P1", "R2", "25", submit=False)

    count = fill_rehearsal(made.staff, played=("R1",))

    states = {(key.application, key.reviewer): key.state for key in all_sheets(made.staff.store)}
    assert count == 3
    assert sorted(states.values()) == [SheetState.RECUSED, *[SheetState.SUBMITTED] * 3]
    assert 2500 in {scores.get("B1") for scores in all_scores(made.staff.store).values()}
    fill_rehearsal(made.staff)
    open_disclosure(made.staff)
    assert all(one.score for one in results(made.staff).ranking.applications)


def test_invented_scores_are_on_the_steps_of_the_scheme_and_given_once(made: Meeting) -> None:
    open_scoring(made.staff)
    fill_rehearsal(made.staff, application="P1")
    first = next(iter(all_scores(made.staff.store).values()))
    with pytest.raises(NothingChanged):
        fill_rehearsal(made.staff, application="P1")

    step = made.staff.scheme().on_sheet[0].step
    assert all(Fraction(value, 100) % step == 0 for value in first.values())


def test_who_did_not_come_gets_no_invented_score(tmp_path: Path) -> None:
    real = to_disclosure(tmp_path / "real.review")
    order = RehearsalOrder(tmp_path / "演练.review", "演练", "演练复核员")
    opened = open_workspace(make_rehearsal(real.staff, order), real.staff.surroundings)
    made = Meeting(opened, real.clock)
    begin_session(opened, SessionPlan(DAYS))
    gather(made, "R1", "R2")
    open_scoring(opened)

    assert fill_rehearsal(opened) == 4
    assert {sheet.reviewer for sheet in all_sheets(opened.store)} == {
        reviewer_keys(opened.store)[number] for number in ("R1", "R2")
    }
    opened.store.close()
    real.staff.store.close()


def test_in_a_real_batch_nobody_invents_scores(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    gather(meeting)
    choose_leader(meeting.staff, "R1")
    open_scoring(meeting.staff)

    with pytest.raises(NotARehearsal):
        fill_rehearsal(meeting.staff)
    assert list(all_sheets(meeting.staff.store)) == []
    meeting.staff.store.close()


def test_the_list_of_experts_comes_with_what_was_decided(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "real.review")
    list_panel(meeting.staff)
    decide_expert(meeting.staff, "R2", Listing.SHUT_OUT, "出差")
    known = load_experts(meeting.staff.store)
    order = RehearsalOrder(tmp_path / "演练.review", "批次", "演练复核员")

    rehearsal = open_workspace(make_rehearsal(meeting.staff, order), some_surroundings())

    assert load_experts(rehearsal.store) == known
    rehearsal.close()
    meeting.staff.close()


def test_a_whole_meeting_is_rehearsed_to_its_end(made: Meeting) -> None:
    open_scoring(made.staff)
    fill_rehearsal(made.staff)
    open_disclosure(made.staff)
    for number in ("P1", "P2"):
        disclose(made.staff, number)
        advice = Recommendation.RECOMMENDED
        write_opinion(made.staff, application=number, text="同意", recommendation=advice)
    open_final(made.staff)
    settle_results(made.staff)
    for number in PANEL:
        sign_document(made.staff, "11", reviewer(number))
    close_session(made.staff)

    record = meeting_record(made.staff)
    assert made.staff.moment.phase is SessionPhase.CLOSED
    assert [row.rank for row in record.outcomes] == [1, 2]
    assert paper(made.staff, "minutes").title.startswith("【演练】")
