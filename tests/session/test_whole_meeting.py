"""A meeting from arrival to close: the record tells it right, the final file proves it."""

import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.agenda import Step, TimerDeed
from reviewer_app.domain.deliberation import Ballots, Correction, Recommendation, VoteKind
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.history import JournalFilter
from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.domain.projector import PROJECTOR_ORDER, PROJECTOR_RANKING, RELEASED, Wall
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session_errors import NotNow
from reviewer_app.i18n import translator
from reviewer_app.queries.journal import journal_page
from reviewer_app.queries.meeting_record import meeting_record
from reviewer_app.queries.projector import projector
from reviewer_app.queries.results import results
from reviewer_app.queries.session_desk import DeskMember, session_desk
from reviewer_app.queries.supervisor import late_changes
from reviewer_app.queries.verification import verification
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.close_session import close_session, settle_results
from reviewer_app.workflow.deliberate import (
    change_score,
    confirm_changes,
    disclose,
    hold_vote,
    state_dissent,
    write_opinion,
)
from reviewer_app.workflow.draw_lots import type_lots
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, begin_item, make_agenda, time_step
from reviewer_app.workflow.room import adjourn, choose_leader, leave_room, resume, return_to_room
from reviewer_app.workflow.session_steps import open_disclosure, open_final, open_scoring
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.sign import sign_document
from reviewer_app.workspace import Workspace, open_workspace, workspace_at
from tests.builders import as_person, score_sheet
from tests.session.meeting import (
    BUREAU,
    PANEL,
    SUPERVISOR,
    Meeting,
    a_meeting,
    gather,
    reviewer,
    to_disclosure,
    to_scoring,
)
from tests.storage.files import edit

SLIP = Correction("P1", "R2", "B1", Fraction(25), ChangeReason.SLIP, "笔误,应为25分")


def hold(meeting: Meeting) -> None:
    """R3 comes late and is recused from P2; R2 changes a score of P1; P1 is voted on."""
    staff, clock = meeting.staff, meeting.clock
    choose_leader(staff, "R1", "举手推选")
    gather(meeting, "R1", "R2")
    type_lots(staff, ["P2", "P1"], supervisor="周监督")
    make_agenda(staff, agenda_as_drawn(staff))
    open_scoring(staff)
    second, first = (item.key for item in load_agenda(staff.store))
    clock.set("2026-12-01 09:20")
    gather(meeting, "R3")
    recuse(staff, application="P2", reviewer="R3", ground="同单位")
    leave_room(staff, application="P2", person=reviewer("R3"))
    begin_item(staff, second)
    clock.set("2026-12-01 09:45")
    return_to_room(staff, application="P2", person=reviewer("R3"))
    begin_item(staff, first)
    for number in PANEL:
        score_sheet(meeting.by(number), "P1", number, "30", "30")
    for number in ("R1", "R2"):
        score_sheet(meeting.by(number), "P2", number, "20", "20")
    decide(meeting)


def decide(meeting: Meeting) -> None:
    """Disclosure, the change, the vote, the dissent; settled, signed, closed."""
    staff = meeting.staff
    open_disclosure(staff)
    for number in ("P1", "P2"):
        disclose(staff, number)
        advice = Recommendation.RECOMMENDED
        write_opinion(staff, application=number, text="同意", recommendation=advice)
    change_score(meeting.by("R2"), SLIP)
    confirm_changes(meeting.by("R1"), "P1")
    open_final(staff)
    ballots = Ballots(2, 1, 0)
    question = "是否推荐P1"
    hold_vote(
        staff, kind=VoteKind.RECOMMENDATION, question=question, ballots=ballots, application="P1"
    )
    state_dissent(meeting.by("R3"), reviewer="R3", application="P1", text="测试集与训练集有重叠。")
    settle_results(staff)
    for number in PANEL:
        sign_document(staff, "11", reviewer(number))
    close_session(staff)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    made = a_meeting(tmp_path / "whole.review")
    hold(made)
    yield made
    made.staff.store.close()


@pytest.fixture
def record(meeting: Meeting) -> MeetingRecord:
    return meeting_record(meeting.staff)


def test_the_record_tells_the_steps_in_order(record: MeetingRecord) -> None:
    assert [event.verb for event in record.events] == [
        *("begin_session", "choose_leader", "open_scoring"),
        *("open_disclosure", "open_final", "settle_results", "close_session"),
    ]


def test_the_record_tells_who_was_out_and_came_back(record: MeetingRecord) -> None:
    [leave] = record.room.leaves

    assert (leave.application, leave.person.number) == ("P2", "R3")
    assert (leave.left_at[11:16], leave.returned_at[11:16]) == ("09:20", "09:45")
    assert [row.arrived_at[11:16] for row in record.room.attendance] == ["08:40", "08:40", "09:20"]


def test_the_record_has_preliminary_and_final_results(record: MeetingRecord) -> None:
    """P1: 4 + 60 = 64, then 64 - 5/3 = 62.33; P2: 7 + 40 = 47, from two sheets."""
    found = {row.application: (row.preliminary, row.final, row.rank) for row in record.outcomes}

    assert found == {"P1": (64, Fraction("62.33"), 1), "P2": (47, 47, 2)}


def test_the_record_has_decisions_and_the_end(record: MeetingRecord) -> None:
    assert [vote.carried for vote in record.decisions.votes] == [True]
    assert [dissent.name for dissent in record.decisions.dissents] == ["专家3"]
    assert [snapshot.version for snapshot in record.closing.snapshots] == [1]
    assert len(record.closing.signatures) == 3


def test_a_supervisor_with_only_the_file_lists_every_late_change(
    meeting: Meeting, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(meeting.staff.store.path, tmp_path / "final.review"))
    alone = as_person(open_workspace(copy, meeting.staff.surroundings), SUPERVISOR)

    [change] = late_changes(alone)

    assert (change.application, change.reviewer, change.indicator) == ("P1", "R2", "B1")
    assert (change.before, change.after, change.actor) == ("30", "25", "专家2")
    assert change.reason == "07 笔误,应为25分"
    assert change.confirmed_by == ("R2", "专家1")
    assert verification(alone).passed
    alone.store.close()
    edit(copy, "UPDATE score SET value = 2900 WHERE indicator = 'B1'")
    altered = open_workspace(copy, meeting.staff.surroundings)
    assert not verification(altered).passed
    altered.store.close()


def test_a_sheet_taken_out_after_submission_is_in_the_list(tmp_path: Path) -> None:
    meeting = to_disclosure(tmp_path / "w.review")
    recuse(meeting.staff, application="P1", reviewer="R2", ground="应回避未回避")

    [change] = late_changes(meeting.as_(SUPERVISOR))

    assert (change.indicator, change.before, change.after) == ("", "submitted", "recused")
    assert change.reason == "应回避未回避"
    with pytest.raises(NotAllowed):
        late_changes(meeting.by("R1"))


def member(workspace: Workspace, number: str) -> DeskMember:
    [found] = [one for one in session_desk(workspace).members if one.reviewer.number == number]
    return found


@pytest.fixture
def scoring(tmp_path: Path) -> Iterator[Meeting]:
    """P1 runs, P2 comes next; R2 has submitted P1."""
    made = to_scoring(tmp_path / "w.review")
    make_agenda(made.staff, agenda_as_drawn(made.staff))
    first, _ = (item.key for item in load_agenda(made.staff.store))
    begin_item(made.staff, first)
    time_step(made.staff, first, Step.REPORT, TimerDeed.STARTED)
    score_sheet(made.by("R2"), "P1", "R2", "31.5", "30")
    yield made
    made.staff.store.close()


def test_the_desk_says_who_submitted_and_no_number(scoring: Meeting) -> None:
    recuse(scoring.staff, application="P1", reviewer="R3", ground="同单位")

    desk = session_desk(scoring.staff)

    assert [one.has_submitted for one in desk.members] == [False, True, False]
    assert member(scoring.staff, "R3").must_leave
    assert desk.current is not None
    assert desk.current.name == "项目P1"
    assert desk.following is not None
    assert desk.following.item.application == "P2"
    assert desk.timer is not None
    assert 590 < desk.timer.left <= 600
    assert "31.5" not in repr(desk)
    assert "3150" not in repr(desk)
    leave_room(scoring.staff, application="P1", person=reviewer("R3"))
    assert not member(scoring.staff, "R3").must_leave


def test_the_wall_shows_the_application_and_nothing_more(scoring: Meeting) -> None:
    view = projector(scoring.staff)

    assert (view.wall, view.headline, view.step) == (Wall.RUNNING, "P1 项目P1", Step.REPORT)
    shown = repr(view)
    secret = ["31.5", "3150", "P2", *[one.name for one in map(reviewer, PANEL)], *PANEL]
    assert [text for text in secret if text in shown] == []
    change_setting(scoring.staff, PROJECTOR_ORDER, RELEASED)
    assert projector(scoring.staff).following == "P2 项目P2"


def test_a_ranking_reaches_the_wall_only_settled_and_released(
    scoring: Meeting, meeting: Meeting
) -> None:
    change_setting(scoring.staff, PROJECTOR_RANKING, RELEASED)
    assert projector(scoring.staff).wall is Wall.RUNNING
    assert projector(meeting.staff).rows == ()

    change_setting(meeting.staff, PROJECTOR_RANKING, RELEASED)

    view = projector(meeting.staff)
    assert [(row.rank, row.application) for row in view.rows] == [(1, "P1"), (2, "P2")]
    assert "62.33" not in repr(view)


def test_a_break_clears_the_wall(scoring: Meeting) -> None:
    adjourn(scoring.staff, "午休")
    during = projector(scoring.staff)
    resume(scoring.staff)

    assert (during.wall, during.headline) == (Wall.RECESS, "")
    assert projector(scoring.staff).wall is Wall.RUNNING


def test_no_results_are_in_the_record_while_scores_are_given(scoring: Meeting) -> None:
    assert meeting_record(scoring.staff).outcomes == ()
    assert meeting_record(scoring.as_(BUREAU)).outcomes == ()
    with pytest.raises(NotAllowed):
        meeting_record(scoring.by("R2"))
    with pytest.raises(NotNow):
        scoring.staff.require("change_score")


def test_the_past_shows_no_more_than_now_and_no_less(scoring: Meeting, meeting: Meeting) -> None:
    """Before disclosure a look back is as blind as now; after it the scoring lies open."""
    during = workspace_at(scoring.staff, 3)
    opened = [event.sequence for event in meeting_record(meeting.staff).events]
    back = workspace_at(meeting.staff, opened[2])

    with pytest.raises(NotNow):
        results(during)
    assert results(back).ranking.sequence == opened[2]
    during.store.close()
    back.store.close()


def test_while_scores_are_given_the_journal_tells_each_the_own(scoring: Meeting) -> None:
    _ = translator("zh_CN")
    told = {
        person.name: {row.actor for row in journal_page(view, JournalFilter(), 0, _).rows}
        for person, view in (
            (SUPERVISOR, scoring.as_(SUPERVISOR)),
            (reviewer("R2"), scoring.by("R2")),
        )
    }

    assert told == {"周监督": set(), "专家2": {"专家2"}}
