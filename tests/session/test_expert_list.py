"""A panel is drawn from a list: who may be drawn, who comes, and who sits in the end."""

from pathlib import Path

import pytest

from reviewer_app.domain.drawing import Answer, Draw, DrawPurpose, Listing, Said, Seats
from reviewer_app.domain.errors import NotAllowed, ReasonMissing
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.rules.draw import key_of
from reviewer_app.domain.rules.draw_list import Bar, ShutOut
from reviewer_app.domain.session_errors import NobodyToDraw, NobodyToSeat, NotNow, StillOnPanel
from reviewer_app.i18n import translator
from reviewer_app.queries.expert_draw import barred_experts, draw_desk
from reviewer_app.storage.experts import load_experts
from reviewer_app.storage.people import load_reviewers
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.draw_lots import answer_draw, drawn_now
from reviewer_app.workflow.expert_list import clear_list, decide_expert, list_panel, take_list
from reviewer_app.workflow.room import mark_arrival
from reviewer_app.workflow.seat_panel import draw_from_list, seat_panel
from reviewer_app.workflow.undo import undo_last
from reviewer_app.workspace import Workspace
from tests.builders import a_plan
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, reviewer, to_scoring

CHINESE = translator("zh_CN")
LIST = (
    Reviewer("E1", "甲", "甲大学", "教授", "技术"),
    Reviewer("E2", "乙", "虚构单位", "教授", "技术"),
    Reviewer("E3", "丙", "丙大学", "教授", "技术", former_organisations=("虚构单位有限公司",)),
    Reviewer("E4", "丁", "丁大学", "教授", "技术"),
    Reviewer("E5", "戊", "某某市工信局", "处长", "技术"),
    Reviewer("E6", "己", "己事务所", "会计师", "财务"),
)


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Both applications are of 虚构单位."""
    made = a_meeting(tmp_path / "w.review")
    change_setting(made.staff, "bureau.name", "某某市工信局")
    take_list(made.staff, a_plan(ImportKind.REVIEWERS, Payload(reviewers=LIST)))
    return made


def a_draw(workspace: Workspace, technical: int = 1, finance: int = 1, reason: str = "") -> Draw:
    seats = (Seats("技术", technical), Seats("财务", finance))
    return draw_from_list(workspace, seats, Said("314159", "周监督", reason), CHINESE)


def test_own_units_and_the_bureaus_people_are_shut_out(meeting: Meeting) -> None:
    assert barred_experts(meeting.staff) == {
        "E2": ShutOut(Bar.APPLICANT, "虚构单位", ("P1", "P2")),
        "E3": ShutOut(Bar.FORMER, "虚构单位有限公司", ("P1", "P2")),
        "E5": ShutOut(Bar.BUREAU, "某某市工信局"),
    }


def test_people_decide_with_a_reason_and_may_leave_it_to_the_rules_again(
    meeting: Meeting,
) -> None:
    decide_expert(meeting.staff, "E3", Listing.LET_IN, "2020年离开")
    decide_expert(meeting.staff, "E1", Listing.SHUT_OUT, "出国")

    barred = barred_experts(meeting.staff)
    assert "E3" not in barred
    assert barred["E1"] == ShutOut(Bar.BY_HAND, "出国")

    decide_expert(meeting.staff, "E1", Listing.BY_RULE)
    assert "E1" not in barred_experts(meeting.staff)
    with pytest.raises(ReasonMissing):
        decide_expert(meeting.staff, "E4", Listing.SHUT_OUT, " ")


def test_the_record_has_the_list_as_it_was_with_the_reasons(meeting: Meeting) -> None:
    a_draw(meeting.as_(SUPERVISOR))
    clear_list(meeting.staff)

    draw = drawn_now(meeting.staff, DrawPurpose.PANEL)

    assert draw is not None
    assert draw.pool[0] == "E1｜甲｜技术｜甲大学｜教授｜"
    assert draw.pool[1].endswith("｜本人单位参与申报：虚构单位（P1、P2）")


def test_nobody_shut_out_is_drawn_and_the_order_is_that_of_the_digests(meeting: Meeting) -> None:
    draw = a_draw(meeting.staff)

    able = sorted(("E1", "E4"), key=lambda number: key_of("314159", 1, number))
    assert [pick.subject for pick in draw.picks] == [*able, "E6"]


def test_seats_of_a_kind_nobody_may_be_drawn_for_are_refused(meeting: Meeting) -> None:
    with pytest.raises(NobodyToDraw):
        a_draw(meeting.staff, technical=0, finance=0)
    decide_expert(meeting.staff, "E6", Listing.SHUT_OUT, "出国")
    with pytest.raises(NobodyToDraw):
        a_draw(meeting.staff, technical=0)


def test_who_comes_is_seated_under_the_next_numbers_and_it_can_be_undone(
    meeting: Meeting,
) -> None:
    draw = a_draw(meeting.staff)
    for pick in draw.picks:
        if pick.answer is Answer.DRAWN:
            answer_draw(meeting.staff, draw.attempt, pick.place, comes=True)

    seated = seat_panel(meeting.staff)

    assert [(one.number, one.speciality) for one in seated] == [("R4", "技术"), ("R5", "财务")]
    assert set(load_reviewers(meeting.staff.store)) == {"R1", "R2", "R3", "R4", "R5"}
    assert barred_experts(meeting.staff)["E6"] == ShutOut(Bar.SEATED, "R5")
    with pytest.raises(NobodyToSeat):
        seat_panel(meeting.staff)

    undo_last(meeting.staff, meeting.staff.since)
    assert set(load_reviewers(meeting.staff.store)) == {"R1", "R2", "R3"}
    assert len(seat_panel(meeting.staff)) == 2


def test_drawn_from_the_panel_itself_those_who_do_not_come_leave_it(tmp_path: Path) -> None:
    made = a_meeting(tmp_path / "w.review")
    list_panel(made.staff)
    draw = draw_from_list(made.staff, (Seats("", 1),), Said("314159", "周监督"), CHINESE)
    answer_draw(made.staff, 1, 1, comes=True)

    seat_panel(made.staff)

    assert list(load_reviewers(made.staff.store)) == [draw.picks[0].subject]


def test_who_was_there_already_does_not_leave_the_panel_unseen(tmp_path: Path) -> None:
    made = a_meeting(tmp_path / "w.review")
    list_panel(made.staff)
    draw = draw_from_list(made.staff, (Seats("", 1),), Said("314159", "周监督"), CHINESE)
    answer_draw(made.staff, 1, 1, comes=True)
    mark_arrival(made.staff, reviewer(draw.picks[2].subject))

    with pytest.raises(StillOnPanel):
        seat_panel(made.staff)


def test_the_desk_says_what_the_coming_panel_lacks(meeting: Meeting) -> None:
    draw = a_draw(meeting.staff)
    answer_draw(meeting.staff, draw.attempt, 1, comes=True)

    desk = draw_desk(meeting.staff)

    assert [one.number for one in desk.members] == [draw.picks[0].subject]
    assert [fault.value for fault in desk.faults] == ["too_small"]
    assert [(kind.name, kind.able) for kind in desk.kinds] == [("技术", 2), ("财务", 1)]
    assert desk.supervisors == ("周监督",)


def test_no_member_of_the_panel_sees_or_changes_the_list(meeting: Meeting) -> None:
    with pytest.raises(NotAllowed):
        draw_desk(meeting.by("R1"))
    with pytest.raises(NotAllowed):
        decide_expert(meeting.by("R1"), "E1", Listing.SHUT_OUT, "出国")


def test_once_scores_are_given_nobody_is_drawn(tmp_path: Path) -> None:
    made = to_scoring(tmp_path / "w.review")
    with pytest.raises(NotNow):
        list_panel(made.staff)
    assert load_experts(made.staff.store) == {}
