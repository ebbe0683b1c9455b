"""The session desk: the agenda is led from it, people are stamped at it, no score is on it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.agenda import ItemState, Step
from reviewer_app.queries.session_desk import session_desk
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.storage.room import load_leaves
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, begin_item, make_agenda
from reviewer_app.workflow.set_aside import recuse
from tests.session.meeting import SUPERVISOR, Meeting, to_scoring
from ui.desk import Desk
from ui.screens.session.room.page import RoomPage

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Scores are given; P1 and P2 stand on the agenda, nothing runs."""
    made = to_scoring(tmp_path / "w.review")
    make_agenda(made.staff, agenda_as_drawn(made.staff))
    return made


@pytest.fixture
def page(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> RoomPage:
    return shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))


def shown(qtbot: QtBot, desk: Desk) -> RoomPage:
    made = RoomPage(desk)
    qtbot.addWidget(made)
    made.resize(1160, 560)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def press(page: QWidget, name: str) -> None:
    """Press the button with a name."""
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    assert found.isEnabled(), name
    found.click()


def says(page: QWidget, name: str) -> str:
    """Give what the label with a name says."""
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found.text()


def dialog_of(page: QWidget) -> QDialog:
    """Give the dialog that is open."""
    [found] = [made for made in page.findChildren(QDialog) if made.isVisible()]
    return found


def test_the_keys_lead_through_an_application(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    store = meeting.staff.store

    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert says(page, "current_item") == "P1  项目P1"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert says(page, "timer") in ("10:00", "09:59")
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_N)
    timer = session_desk(meeting.staff).timer
    assert timer is not None
    assert (timer.step, timer.running) == (Step.QUESTIONS, True)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_E)

    assert [item.state for item in load_agenda(store)] == [ItemState.DONE, ItemState.PLANNED]


def test_who_must_leave_is_named_large_and_stamped_with_one_click(
    page: RoomPage, meeting: Meeting
) -> None:
    press(page, "begin_item")
    page.desk.do(partial(recuse, application="P1", reviewer="R3", ground="同单位"))

    press(page, "call_left_room_R3")

    [leave] = load_leaves(meeting.staff.store)
    assert (leave.application, leave.person.number, leave.returned_at) == ("P1", "R3", "")
    assert page.findChild(QPushButton, "call_left_room_R3") is None


def test_who_is_out_is_called_back_before_the_next_item(page: RoomPage, meeting: Meeting) -> None:
    press(page, "begin_item")
    page.desk.do(partial(recuse, application="P1", reviewer="R3", ground="同单位"))
    press(page, "call_left_room_R3")
    press(page, "end_item")

    press(page, "call_back_R3")

    [leave] = load_leaves(meeting.staff.store)
    assert leave.returned_at


def test_an_item_is_taken_out_with_a_reason_only(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    press(page, "drop_item")
    dialog = dialog_of(page)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)

    qtbot.keyClicks(field, "nobody came")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert load_agenda(meeting.staff.store)[0].state is ItemState.DROPPED


def test_a_supervisor_sees_the_desk_and_leads_nothing(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    first = load_agenda(meeting.staff.store)[0]
    begin_item(meeting.staff, first.key)

    page = shown(qtbot, desk_for(meeting.staff, SUPERVISOR))

    assert says(page, "current_item") == "P1  项目P1"
    names = ("begin_item", "end_item", "toggle_timer", "recess")
    found = [page.findChild(QPushButton, name) for name in names]
    assert [made.isEnabled() for made in found if isinstance(made, QPushButton)] == [False] * 4
