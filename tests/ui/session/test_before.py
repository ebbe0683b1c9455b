"""The page before the meeting: its steps, and the opening of the scoring."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session import moment_now
from reviewer_app.workflow.room import choose_leader
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, gather
from ui.desk import Desk
from ui.screens.session.before.page import BeforePage
from ui.screens.session.before.people import PeoplePanel

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


def waits(page: BeforePage) -> str:
    found = page.findChild(QLabel, "waits_for")
    assert isinstance(found, QLabel)
    return found.text()


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


def test_the_opening_waits_by_name(qtbot: QtBot, tmp_path: Path, desk_for: Make) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor, "en"))

    assert not named(page, "open_scoring").isEnabled()
    assert "the panel has no leader." in waits(page)


def test_when_everything_holds_one_confirmation_opens_the_scoring(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = prepared(a_meeting(tmp_path / "w.review"))
    desk = desk_for(meeting.staff, meeting.staff.actor)
    page = shown(qtbot, desk)

    qtbot.mouseClick(named(page, "open_scoring"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QDialog)
    assert dialog is not None
    assert desk.look(moment_now).phase is SessionPhase.PREPARATION
    do = dialog.findChild(QPushButton, "do")
    assert do is not None
    qtbot.mouseClick(do, Qt.MouseButton.LeftButton)

    assert desk.look(moment_now).phase is SessionPhase.SCORING


def test_a_supervisor_looks_and_does_not_open(qtbot: QtBot, tmp_path: Path, desk_for: Make) -> None:
    meeting = prepared(a_meeting(tmp_path / "w.review"))

    page = shown(qtbot, desk_for(meeting.staff, SUPERVISOR))

    assert named(page, "open_scoring").isHidden()
