"""A session goes on only when what it needs is there, and a member scores only when fit."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.person import Role
from reviewer_app.domain.room import LeaveGround, StatementKind
from reviewer_app.domain.session import SessionDay, SessionPhase, SessionPlan
from reviewer_app.domain.session_errors import (
    NoDays,
    NotASessionDay,
    NotNow,
    OutOfRoom,
    SessionStands,
    StaysOnRecord,
    StepNotReady,
)
from reviewer_app.queries.session import session_of
from reviewer_app.storage.room import load_attendance, load_leaves
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.room import (
    choose_leader,
    leave_room,
    mark_arrival,
    mark_departure,
    record_statement,
    return_to_room,
)
from reviewer_app.workflow.session_steps import (
    back_to_preparation,
    begin_session,
    open_disclosure,
    open_final,
    open_scoring,
    plan_days,
)
from reviewer_app.workflow.submit_sheet import reopen_sheet, submit_sheet
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, score_sheet
from tests.session.meeting import (
    DAYS,
    PANEL,
    Meeting,
    a_meeting,
    gather,
    reviewer,
    to_disclosure,
    to_scoring,
)


def waits_for(step: Callable[[Workspace], None], meeting: Meeting) -> tuple[str, tuple[str, ...]]:
    """Take a step that is not ready, and give what it waits for."""
    with pytest.raises(StepNotReady) as refused:
        step(meeting.staff)
    return refused.value.condition, refused.value.names


def test_a_batch_has_one_session(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")

    assert session_of(meeting.staff).phase is SessionPhase.PREPARATION
    with pytest.raises(SessionStands):
        begin_session(meeting.staff, SessionPlan(DAYS))


@pytest.mark.parametrize(
    "days", [(), (DAYS[0], DAYS[0]), (SessionDay("2026-12-01", "18:00", "09:00"),)]
)
def test_a_session_needs_sensible_days(tmp_path: Path, days: tuple[SessionDay, ...]) -> None:
    workspace = a_workspace(tmp_path / "w.review")

    with pytest.raises(NoDays):
        begin_session(workspace, SessionPlan(days))


def test_a_day_on_which_somebody_came_stays(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    mark_arrival(meeting.staff, reviewer("R1"))

    plan_days(meeting.staff, [SessionDay("2026-12-03")])

    assert [day.day for day in session_of(meeting.staff).plan.days] == ["2026-12-01", "2026-12-03"]


def test_scoring_waits_for_leader_quorum_and_statements(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")

    assert waits_for(open_scoring, meeting) == ("leader", ())
    choose_leader(meeting.staff, "R1", "举手推选")
    assert waits_for(open_scoring, meeting) == ("quorum", ("0/1",))
    mark_arrival(meeting.staff, reviewer("R1"))
    record_statement(meeting.staff, reviewer="R1", kind=StatementKind.PLEDGE)
    assert waits_for(open_scoring, meeting) == ("statements", ("专家1",))
    record_statement(meeting.staff, reviewer="R1", kind=StatementKind.RECUSAL)
    open_scoring(meeting.staff)

    assert session_of(meeting.staff).phase is SessionPhase.SCORING


def test_a_late_member_scores_after_the_statements_only(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    choose_leader(meeting.staff, "R1")
    gather(meeting, "R1", "R2")
    open_scoring(meeting.staff)

    with pytest.raises(StepNotReady):
        score_sheet(meeting.by("R3"), "P1", "R3", "30")
    gather(meeting, "R3")
    score_sheet(meeting.by("R3"), "P1", "R3", "30", submit=False)


def test_who_is_out_for_an_application_gives_it_no_score(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    leave_room(meeting.staff, application="P1", person=reviewer("R2"), ground=LeaveGround.OTHER)

    with pytest.raises(OutOfRoom):
        score_sheet(meeting.by("R2"), "P1", "R2", "30")
    score_sheet(meeting.by("R2"), "P2", "R2", "30", submit=False)
    return_to_room(meeting.staff, application="P1", person=reviewer("R2"))
    score_sheet(meeting.by("R2"), "P1", "R2", "30", submit=False)

    [leave] = load_leaves(meeting.staff.store)
    assert leave.left_at < leave.returned_at


def test_who_went_out_after_scoring_does_not_submit(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    score_sheet(meeting.by("R2"), "P1", "R2", "30", "30", submit=False)
    leave_room(meeting.staff, application="P1", person=reviewer("R2"), ground=LeaveGround.OTHER)

    with pytest.raises(OutOfRoom):
        submit_sheet(meeting.by("R2"), application="P1", reviewer="R2")


def test_nobody_scores_before_the_phase_says_so(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")

    with pytest.raises(NotNow):
        give_score(
            meeting.by("R1"), application="P1", reviewer="R1", indicator="B1", value=Fraction(30)
        )


def test_disclosure_waits_for_every_sheet_and_then_nothing_is_taken_back(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")

    assert waits_for(open_disclosure, meeting) == ("sheets", ("专家1", "专家2", "专家3"))
    for number in PANEL:
        for application in ("P1", "P2"):
            score_sheet(meeting.by(number), application, number, "30", "30")
    last = meeting.staff.store.head()[0]
    open_disclosure(meeting.staff)

    with pytest.raises(NotNow):
        reopen_sheet(meeting.by("R3"), application="P2", reviewer="R3")
    with pytest.raises(NotNow):
        undo(meeting.by("R3"), last)
    with pytest.raises(StaysOnRecord):
        undo(meeting.staff, last + 1)


def test_the_way_back_is_open_until_the_first_submission(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    back_to_preparation(meeting.staff, "需补签承诺书")
    open_scoring(meeting.staff)
    score_sheet(meeting.by("R1"), "P1", "R1", "30", "30")

    with pytest.raises(StepNotReady) as refused:
        back_to_preparation(meeting.staff, "太迟")

    assert refused.value.names == ("专家1",)


def test_the_final_deliberation_waits_for_disclosure(tmp_path: Path) -> None:
    meeting = to_disclosure(tmp_path / "w.review")

    assert waits_for(open_final, meeting) == ("disclosed", ("P1", "P2"))


def test_coming_and_going_is_kept_by_half_day(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    mark_arrival(meeting.staff, reviewer("R1"))
    meeting.clock.set("2026-12-01 12:00")
    mark_departure(meeting.staff, reviewer("R1"))
    meeting.clock.set("2026-12-01 13:30")
    mark_arrival(meeting.staff, reviewer("R1"))

    rows = load_attendance(meeting.staff.store)

    assert [(row.half.value, row.left_at[11:16]) for row in rows] == [
        ("morning", "12:00"),
        ("afternoon", ""),
    ]
    meeting.clock.set("2026-12-09 09:00")
    with pytest.raises(NotASessionDay):
        mark_arrival(meeting.staff, reviewer("R2"))


def test_a_new_leader_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    choose_leader(meeting.staff, "R1")
    choose_leader(meeting.staff, "R2", "原组长请辞")

    found = meeting.staff.store.rows("SELECT number, role FROM person WHERE number > ''")
    roles = {number: role for number, role in found}

    assert roles == {"R1": Role.REVIEWER, "R2": Role.LEADER, "R3": Role.REVIEWER}
