"""What the desk asks before it does it: recusal, withdrawal, recess, release, disclosure."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.agenda import ItemState
from reviewer_app.domain.application import Standing
from reviewer_app.domain.projector import PROJECTOR_ORDER, PROJECTOR_RANKING, RELEASED
from reviewer_app.domain.room import LeaveGround
from reviewer_app.queries.session_desk import DeskMember, session_desk
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.storage.applications import load_applications
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.deliberation import disclosed
from reviewer_app.storage.room import load_leaves, load_recesses
from reviewer_app.workflow.close_session import settle_results
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, make_agenda
from reviewer_app.workflow.room import mark_departure
from tests.builders import score_sheet
from tests.session.meeting import Meeting, reviewer, to_disclosure, to_final, to_scoring
from tests.ui.session.room_hands import choose, dialog_of, found, is_shown, press, says
from ui.desk import Desk
from ui.dialogs.recusal import RecusalDialog
from ui.place import WallWish
from ui.screens.session.room.member_row import MemberRow
from ui.screens.session.room.page import RoomPage

Make = Callable[..., Desk]
Open = Callable[[Meeting], RoomPage]


@pytest.fixture
def shown(qtbot: QtBot, desk_for: Make) -> Open:
    """Show the secretary's desk of a meeting that has its agenda."""

    def show(meeting: Meeting) -> RoomPage:
        make_agenda(meeting.staff, agenda_as_drawn(meeting.staff))
        page = RoomPage(desk_for(meeting.staff, meeting.staff.actor))
        qtbot.addWidget(page)
        page.resize(1160, 560)
        page.show()
        page.setFocus()
        return page

    return show


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return to_scoring(tmp_path / "w.review")


@pytest.fixture
def page(shown: Open, meeting: Meeting) -> RoomPage:
    made = shown(meeting)
    press(made, "begin_item")
    return made


def member(meeting: Meeting, number: str) -> DeskMember:
    desk = session_desk(meeting.staff)
    [one] = [row for row in desk.members if row.reviewer.number == number]
    return one


def more(page: RoomPage, number: str, deed: str) -> None:
    """Choose from the menu of a member."""
    press(page, f"more_{number}")
    choose(page, f"{deed}_{number}")


def give_reason(qtbot: QtBot, page: RoomPage, text: str) -> None:
    field = found(dialog_of(page), QLineEdit, "reason")
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def told(page: RoomPage) -> str:
    return "\n".join(made.text() for made in dialog_of(page).findChildren(QLabel))


def test_a_recusal_in_the_meeting_says_what_it_does_and_asks_the_member_out(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    score_sheet(meeting.by("R2"), "P1", "R2", "31.5", "30")
    page.look_again()

    more(page, "R2", "recuse")
    assert "3" in told(page)
    assert "已提交的评分表保留" in told(page)
    assert "61.5" not in told(page)
    dialog = dialog_of(page)
    assert isinstance(dialog, RecusalDialog)
    found(dialog, QCheckBox).click()
    press(dialog, "confirm")

    assert member(meeting, "R2").must_leave
    qtbot.waitUntil(lambda: is_shown(page, "call_left_room_R2"))


def test_a_member_steps_out_for_another_reason(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    more(page, "R3", "steps_out")
    give_reason(qtbot, page, "phone")

    [leave] = load_leaves(meeting.staff.store)
    assert (leave.ground, leave.note) == (LeaveGround.OTHER, "phone")
    press(page, "stamp_R3")
    assert not member(meeting, "R3").is_out


def test_a_member_who_left_for_a_while_arrives_again(page: RoomPage, meeting: Meeting) -> None:
    more(page, "R3", "departed")
    assert not member(meeting, "R3").is_here

    press(page, "stamp_R3")

    assert member(meeting, "R3").is_here


def seen(row: MemberRow) -> list[str]:
    return [made.text() for made in row.findChildren(QLabel) if made.isVisible()]


def test_a_late_member_is_marked_late(qtbot: QtBot, shown: Open, meeting: Meeting) -> None:
    mark_departure(meeting.staff, reviewer("R3"))
    assert not member(meeting, "R3").is_late
    meeting.clock.set("2026-12-02 09:20")
    page = shown(meeting)

    press(page, "stamp_R3")

    assert member(meeting, "R3").is_late
    row = found(page, MemberRow, "member_R3")
    qtbot.waitUntil(lambda: "迟到" in seen(row))


def test_a_member_who_leaves_for_good_is_out_of_count_and_room(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    more(page, "R3", "cannot_go_on")
    dialog = dialog_of(page)
    assert "名次" not in told(page)
    found(dialog, QRadioButton).click()
    qtbot.keyClicks(found(dialog, QLineEdit, "reason"), "ill")
    press(dialog, "confirm")

    assert not member(meeting, "R3").is_here


def test_a_withdrawn_application_leaves_review_and_agenda(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    choose(page, "withdraw_item")
    give_reason(qtbot, page, "withdrawn by letter")

    found_one = load_applications(meeting.staff.store)["P1"]
    assert (found_one.standing, found_one.standing_reason) == (
        Standing.WITHDRAWN,
        "withdrawn by letter",
    )
    assert load_agenda(meeting.staff.store)[0].state is ItemState.DROPPED


def test_a_recess_by_key_has_its_reason_and_ends_by_the_same_key(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_R)
    give_reason(qtbot, page, "lunch")
    [recess] = load_recesses(meeting.staff.store)
    assert (recess.reason, recess.ended_at) == ("lunch", "")

    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_R)

    assert load_recesses(meeting.staff.store)[0].ended_at


def test_the_order_reaches_the_wall_only_after_a_confirmation(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    press(page, "release_order")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)
    assert PROJECTOR_ORDER not in load_settings(meeting.staff.store)

    press(page, "release_order")
    press(dialog_of(page), "confirm")
    assert load_settings(meeting.staff.store)[PROJECTOR_ORDER] == RELEASED

    press(page, "release_order")
    assert PROJECTOR_ORDER not in load_settings(meeting.staff.store)


def test_the_ranking_is_offered_for_the_wall_only_when_it_is_settled(
    shown: Open, tmp_path: Path
) -> None:
    meeting = to_final(tmp_path / "w.review")
    page = shown(meeting)
    assert not is_shown(page, "release_ranking")

    page.desk.do(settle_results)
    press(page, "release_ranking")
    press(dialog_of(page), "confirm")

    assert load_settings(meeting.staff.store)[PROJECTOR_RANKING] == RELEASED


def test_applications_are_disclosed_one_after_the_other(shown: Open, tmp_path: Path) -> None:
    meeting = to_disclosure(tmp_path / "w.review")
    page = shown(meeting)
    assert says(page, "sheets_in") == "已公开 0，待公开 2"

    press(page, "disclose_next")
    assert disclosed(meeting.staff.store).keys() == set()
    press(dialog_of(page), "confirm")

    assert set(disclosed(meeting.staff.store)) == {"P1"}
    assert says(page, "sheets_in") == "已公开 1，待公开 1"


def test_the_wall_is_asked_for_by_button_and_key(qtbot: QtBot, page: RoomPage) -> None:
    wishes: list[WallWish] = []
    page.wanted.connect(partial(_keep, wishes))

    press(page, "projector")
    qtbot.keyClick(page, Qt.Key.Key_B)

    assert wishes == [WallWish.OPEN, WallWish.BLACK]


def _keep(wishes: list[WallWish], wish: WallWish) -> None:
    wishes.append(wish)


def test_the_desk_says_how_late_it_is_and_plans_the_rest_anew(
    page: RoomPage, meeting: Meeting
) -> None:
    """P2 was planned for 09:25 and the day began at 09:00."""
    press(page, "end_item")
    meeting.clock.set("2026-12-01 10:00")
    page.look_again()
    assert says(page, "when_item") == "下一项 · 比计划晚 35 分钟"

    choose(page, "move_agenda")

    assert says(page, "when_item") == "下一项"
    assert load_agenda(meeting.staff.store)[1].starts == "10:00"


def test_a_stamp_is_taken_back_by_undo(qtbot: QtBot, page: RoomPage, meeting: Meeting) -> None:
    more(page, "R3", "departed")
    assert not member(meeting, "R3").is_here

    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert member(meeting, "R3").is_here
