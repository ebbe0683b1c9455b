"""The page before the meeting: its steps and how far each of them is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.workflow.room import choose_leader
from tests.session.meeting import Meeting, a_meeting, gather
from ui.desk import Desk
from ui.screens.session.before.page import BeforePage
from ui.screens.session.before.people import PeoplePanel
from ui.screens.session.before.statements import StatementsPanel

Make = Callable[..., Desk]


def shown(qtbot: QtBot, desk: Desk) -> BeforePage:
    page = BeforePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    return page


def named(page: BeforePage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def prepared(meeting: Meeting) -> Meeting:
    choose_leader(meeting.staff, "R1", "举手推选")
    gather(meeting)
    return meeting


def test_it_opens_at_the_first_step_that_is_open(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = a_meeting(tmp_path / "w.review")

    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert isinstance(page.panel, PeoplePanel)


def test_each_step_says_how_far_it_is(qtbot: QtBot, tmp_path: Path, desk_for: Make) -> None:
    meeting = prepared(a_meeting(tmp_path / "w.review"))

    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor, "en"))

    assert named(page, "step_people").accessibleName() == "Who is here, settled"
    assert named(page, "step_order").accessibleName() == "Order of the defences, still open"


def test_the_steps_are_walked_with_the_arrow_keys(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    named(page, "step_people").setFocus()
    QTest.keyClick(named(page, "step_people"), Qt.Key.Key_Down)

    assert isinstance(page.panel, StatementsPanel)
