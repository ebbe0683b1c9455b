"""The attendance and the set-up of the meeting, through the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.preparation import Preparing
from reviewer_app.domain.room import Guest, GuestKind
from reviewer_app.domain.session import SessionDay, SessionWay
from reviewer_app.queries.session import in_the_room, session_of
from reviewer_app.storage.guests import load_visits
from reviewer_app.storage.room import load_attendance
from reviewer_app.workflow.guests import welcome_guest
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Workspace
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, gather, to_scoring
from ui.desk import Desk
from ui.screens.session.before.page import BeforePage
from ui.screens.session.before.people import PeoplePanel
from ui.widgets.line_list import LineList

Make = Callable[..., Desk]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    made = a_meeting(tmp_path / "w.review")
    made.clock.set("2026-12-01 10:00")
    return made


@pytest.fixture
def page(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> BeforePage:
    return shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.PEOPLE)


def shown(qtbot: QtBot, desk: Desk, step: Preparing) -> BeforePage:
    made = BeforePage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.show_step(step)
    return made


def found(page: QWidget, kind: type[W], name: str) -> W:
    made = page.findChild(kind, name)
    assert made is not None, name
    return made


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(found(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


def dialog_of(page: BeforePage) -> QDialog:
    return next(one for one in page.findChildren(QDialog) if one.isVisible())


def stays(meeting: Meeting) -> list[tuple[str, str, str]]:
    rows = load_attendance(meeting.staff.store)
    return [(row.person.number, row.arrived_at[11:16], row.left_at[11:16]) for row in rows]


def test_one_click_stamps_the_arrival_and_the_next_the_departure(
    meeting: Meeting, page: BeforePage
) -> None:
    click(page, "arrive_R2")
    assert in_the_room(meeting.staff.store) == {"R2"}
    meeting.clock.set("2026-12-01 11:30")
    click(page, "leave_R2")

    assert stays(meeting) == [("R2", "10:00", "11:30")]


def test_enter_stamps_and_the_focus_stays_on_the_person(meeting: Meeting, page: BeforePage) -> None:
    found(page, QPushButton, "arrive_R2").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    assert in_the_room(meeting.staff.store) == {"R2"}
    assert page.focusWidget() is found(page, QPushButton, "leave_R2")


def test_a_wrong_stamp_that_is_undone_is_gone_from_the_list(
    meeting: Meeting, page: BeforePage
) -> None:
    click(page, "arrive_R2")
    page.desk.do(lambda workspace: undo(workspace, workspace.store.head()[0]))

    assert found(page, QPushButton, "arrive_R2").isVisible()
    assert stays(meeting) == []


def test_a_time_that_was_not_stamped_needs_its_reason(meeting: Meeting, page: BeforePage) -> None:
    click(page, "times_R2")
    dialog = dialog_of(page)
    found(dialog, QTimeEdit, "arrived_at").setTime(QTime(8, 50))
    assert not found(dialog, QPushButton, "confirm").isEnabled()
    QTest.keyClicks(found(dialog, QLineEdit, "reason"), "late")
    click(dialog, "confirm")

    assert stays(meeting) == [("R2", "08:50", "")]


def test_a_typed_time_is_given_by_keys_alone(meeting: Meeting, page: BeforePage) -> None:
    found(page, QPushButton, "times_R2").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    dialog = dialog_of(page)
    arrived, reason = found(dialog, QTimeEdit, "arrived_at"), found(dialog, QLineEdit, "reason")
    QTest.keyClick(arrived, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(arrived, "0850")
    reason.setFocus()
    QTest.keyClicks(reason, "late")
    QTest.keyClick(reason, Qt.Key.Key_Return)

    assert stays(meeting) == [("R2", "08:50", "")]


def test_escape_leaves_the_attendance_as_it_was(meeting: Meeting, page: BeforePage) -> None:
    click(page, "times_R2")
    dialog = dialog_of(page)
    QTest.keyClicks(found(dialog, QLineEdit, "reason"), "late")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert stays(meeting) == []


def test_noted_times_are_corrected_in_the_same_dialog(meeting: Meeting, page: BeforePage) -> None:
    click(page, "arrive_R2")
    click(page, "times_R2")
    dialog = dialog_of(page)
    found(dialog, QTimeEdit, "arrived_at").setTime(QTime(9, 0))
    click(dialog, "has_left")
    found(dialog, QTimeEdit, "left_at").setTime(QTime(9, 30))
    QTest.keyClicks(found(dialog, QLineEdit, "reason"), "late")
    click(dialog, "confirm")

    assert stays(meeting) == [("R2", "09:00", "09:30")]


def test_a_presenter_comes_and_leaves(meeting: Meeting, page: BeforePage) -> None:
    click(page, "guest_comes")
    dialog = dialog_of(page)
    QTest.keyClicks(found(dialog, QLineEdit, "guest_name"), "Wang")
    click(dialog, "confirm")
    [visit] = load_visits(meeting.staff.store)
    click(page, f"leave_guest_{visit.key}")

    [visit] = load_visits(meeting.staff.store)
    assert (visit.guest.application, visit.guest.name) == ("P1", "Wang")
    assert visit.left_at


def test_a_guest_who_was_not_stamped_out_yesterday_is_typed_out_today(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    welcome_guest(meeting.staff, Guest(GuestKind.OBSERVER, "李科长"))
    meeting.clock.set("2026-12-02 09:00")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.PEOPLE)
    day = found(page, QComboBox, "attendance_day")
    day.setCurrentIndex(day.findData("2026-12-01"))
    day.activated.emit(day.currentIndex())
    [visit] = load_visits(meeting.staff.store)
    click(page, f"times_guest_{visit.key}")
    dialog = dialog_of(page)
    click(dialog, "has_left")
    QTest.keyClicks(found(dialog, QLineEdit, "reason"), "late")
    click(dialog, "confirm")

    [visit] = load_visits(meeting.staff.store)
    assert visit.left_at[:16] == "2026-12-01T12:00"


def test_everybody_leaves_with_one_click(meeting: Meeting, page: BeforePage) -> None:
    gather(meeting)
    page.panel.look_again()
    click(page, "everybody_leaves")

    assert in_the_room(meeting.staff.store) == frozenset()


def test_outside_the_days_nothing_can_be_stamped(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    meeting.clock.set("2026-12-05 09:00")

    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.PEOPLE)

    assert found(page, QPushButton, "arrive_R2").isHidden()
    assert not found(page, QPushButton, "times_R2").isHidden()
    assert found(page, QComboBox, "attendance_day").currentData() == "2026-12-02"


def test_a_supervisor_reads_the_attendance_and_stamps_nothing(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, SUPERVISOR), Preparing.PEOPLE)

    for name in ("arrive_R2", "times_R2", "guest_comes", "everybody_leaves"):
        assert found(page, QPushButton, name).isHidden()


def test_without_a_meeting_the_step_leads_to_setting_one_up(
    qtbot: QtBot, workspace: Workspace, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(workspace, workspace.actor, "en"), Preparing.PEOPLE)
    assert isinstance(page.panel, PeoplePanel)
    button = next(
        one for one in page.panel.findChildren(QPushButton) if one.text() == "Set up the meeting"
    )

    with qtbot.waitSignal(page.going) as went:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert (went.args[0].place, went.args[0].subject, went.args[0].part) == (
        "session",
        "before",
        "setup",
    )


def test_a_meeting_is_set_up_with_what_the_form_says(
    qtbot: QtBot, workspace: Workspace, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(workspace, workspace.actor), Preparing.SETUP)
    QTest.keyClicks(found(page, QLineEdit, "place"), "Hall 3")
    click(page, "way_two_rounds")
    click(page, "add_day")
    click(page, "begin_session")
    dialog = dialog_of(page)
    [told] = [one for one in dialog.findChildren(LineList)]
    assert "会期：" in told.text()
    click(dialog, "confirm")

    plan = session_of(workspace).plan
    assert (plan.place, plan.way, len(plan.days)) == ("Hall 3", SessionWay.TWO_ROUNDS, 2)
    assert (plan.days[0].begins, plan.lengths.total) == ("09:00", 25)


def test_days_are_planned_anew_at_once_and_sensible_ones_only(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor, "en"), Preparing.SETUP)
    ends = found(page, QTimeEdit, "day_1_ends")
    ends.setTime(QTime(8, 0))
    ends.editingFinished.emit()
    assert found(page, QLabel, "days_trouble").text() == "2026-12-01 ends before it begins."
    assert session_of(meeting.staff).plan.days[0] == SessionDay("2026-12-01")
    ends.setTime(QTime(12, 0))
    ends.editingFinished.emit()
    click(page, "day_2_remove")

    assert session_of(meeting.staff).plan.days == (SessionDay("2026-12-01", "09:00", "12:00"),)


def test_after_the_opening_the_place_can_be_changed_and_the_rounds_cannot(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    scoring = to_scoring(tmp_path / "scoring.review")
    page = shown(qtbot, desk_for(scoring.staff, scoring.staff.actor), Preparing.SETUP)
    place = found(page, QLineEdit, "place")
    place.setFocus()
    QTest.keyClicks(place, "Hall 5")
    QTest.keyClick(place, Qt.Key.Key_Return)

    assert not found(page, QAbstractButton, "way_two_rounds").isEnabled()
    assert session_of(scoring.staff).plan.place == "Hall 5"


def test_a_supervisor_reads_the_plan_and_changes_nothing(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, SUPERVISOR), Preparing.SETUP)

    assert not found(page, QLineEdit, "place").isEnabled()
    assert not found(page, QTimeEdit, "day_1_ends").isEnabled()
    assert found(page, QPushButton, "add_day").isHidden()
