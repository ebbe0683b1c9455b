"""The wall stays when the PC is locked or handed on, and goes with the batch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Person, Role
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, begin_item, make_agenda
from reviewer_app.workspace import Workspace
from tests.session.meeting import to_scoring
from ui.app import Opening, Shell
from ui.place import WallWish
from ui.projector import ProjectorWindow
from ui.seat import Seat

STAFF = Person("王干事", Role.SECRETARY)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """A meeting in which scores are given, the secretary at the keys."""
    path = tmp_path / "w.review"
    meeting = to_scoring(path)
    make_agenda(meeting.staff, agenda_as_drawn(meeting.staff))
    meeting.staff.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Shell(Opening(path, "zh_CN", STAFF.name), application)
    qtbot.addWidget(made.window)
    made.begin()
    made.sign_in(STAFF)
    yield made
    made.end()
    application.setStyleSheet("")


def seat_of(shell: Shell) -> Seat:
    assert shell.seat is not None
    return shell.seat


def pictures() -> list[ProjectorWindow]:
    """Give the windows for the wall that are seen."""
    found = QApplication.topLevelWidgets()
    return [made for made in found if isinstance(made, ProjectorWindow) and made.isVisible()]


def on_the_wall() -> str:
    [window] = pictures()
    return "\n".join(made.text() for made in window.findChildren(QLabel))


def press_f11(qtbot: QtBot, shell: Shell) -> None:
    """Press F11 in the main window."""
    shell.window.activateWindow()
    qtbot.waitUntil(shell.window.isActiveWindow)
    qtbot.keyClick(shell.window, Qt.Key.Key_F11)


def open_here(qtbot: QtBot, shell: Shell) -> None:
    """Press F11 and take the one screen there is."""
    press_f11(qtbot, shell)
    qtbot.waitUntil(lambda: shell.window.findChild(QDialog, "one_screen_dialog") is not None)
    dialog = shell.window.findChild(QDialog, "one_screen_dialog")
    assert isinstance(dialog, QDialog)
    show = dialog.findChild(QPushButton, "confirm")
    assert isinstance(show, QPushButton)
    show.click()


def begin_first(workspace: Workspace) -> None:
    begin_item(workspace, load_agenda(workspace.store)[0].key)


def test_with_one_screen_it_warns_before_it_covers_the_desk(qtbot: QtBot, shell: Shell) -> None:
    press_f11(qtbot, shell)
    qtbot.waitUntil(lambda: shell.window.findChild(QDialog, "one_screen_dialog") is not None)
    assert pictures() == []
    dialog = shell.window.findChild(QDialog, "one_screen_dialog")
    assert isinstance(dialog, QDialog)

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert pictures() == []


def test_escape_ends_the_picture_and_f11_brings_it_again(qtbot: QtBot, shell: Shell) -> None:
    open_here(qtbot, shell)
    [window] = pictures()
    assert window.isFullScreen()

    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert pictures() == []

    qtbot.waitUntil(lambda: shell.window.findChild(QDialog, "one_screen_dialog") is None)
    open_here(qtbot, shell)
    assert len(pictures()) == 1


def test_it_follows_the_meeting_for_whoever_sits_at_the_keys(qtbot: QtBot, shell: Shell) -> None:
    open_here(qtbot, shell)
    assert "项目P1" not in on_the_wall()
    assert shell.window._desk is not None

    shell.window._desk.do(begin_first)
    assert "项目P1" in on_the_wall()

    seat_of(shell).lock()
    assert "项目P1" in on_the_wall()
    seat_of(shell)._hand_over()
    shell.sign_in(Person("专家2", Role.REVIEWER, "R2"))
    assert "项目P1" in on_the_wall()


def test_nobody_changes_the_wall_of_a_locked_pc(qtbot: QtBot, shell: Shell) -> None:
    open_here(qtbot, shell)
    seat_of(shell).lock()

    shell.give(WallWish.OPEN)

    assert len(pictures()) == 1


def test_a_member_of_the_panel_puts_nothing_on_the_wall(qtbot: QtBot, shell: Shell) -> None:
    seat_of(shell).ask_who()
    shell.sign_in(Person("专家2", Role.REVIEWER, "R2"))

    press_f11(qtbot, shell)

    qtbot.waitUntil(lambda: shell.window._messages.text() != "")
    assert pictures() == []


def test_it_goes_with_the_batch(qtbot: QtBot, shell: Shell) -> None:
    open_here(qtbot, shell)

    shell.show_start()

    assert pictures() == []
