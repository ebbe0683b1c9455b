"""A rehearsal in the window: made from its batch, marked everywhere, scores invented."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.preparation import Preparing
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.session import is_rehearsal
from reviewer_app.storage.sheets import all_sheets
from reviewer_app.workflow.session_steps import open_scoring
from reviewer_app.workspace import open_workspace
from tests.builders import some_surroundings
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, to_disclosure, to_scoring
from tests.session.test_rehearsal import made_from
from tests.ui.session.test_before_people import click, dialog_of, found, shown
from ui.app import Opening, Shell
from ui.desk import Desk
from ui.place import Destination, OtherBatch
from ui.screens.session.screen import SessionPlace

Make = Callable[..., Desk]


@pytest.fixture
def shell_of(qtbot: QtBot) -> Iterator[Callable[[Path], Shell]]:
    shells: list[Shell] = []

    def make(path: Path) -> Shell:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        made = Shell(Opening(path, "zh_CN", "王干事"), application)
        qtbot.addWidget(made.window)
        made.begin()
        shells.append(made)
        return made

    yield make
    for shell in shells:
        shell.end()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


@pytest.fixture
def rehearsal(tmp_path: Path) -> Meeting:
    real = to_disclosure(tmp_path / "real.review")
    made = made_from(real, tmp_path / "演练.review")
    real.staff.store.close()
    open_scoring(made.staff)
    return made


def place_of(qtbot: QtBot, desk: Desk) -> SessionPlace:
    place = SessionPlace(desk)
    qtbot.addWidget(place)
    place.show()
    return place


def test_a_rehearsal_is_made_beside_its_batch_and_opened(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = a_meeting(tmp_path / "real.review")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.SETUP)
    click(page, "rehearse")
    with qtbot.waitSignal(page.wanted) as wanted:
        click(dialog_of(page), "confirm")

    assert wanted.args == [OtherBatch(tmp_path / "real-演练.review")]
    made = open_workspace(tmp_path / "real-演练.review", some_surroundings())
    assert is_rehearsal(made)
    made.store.close()


def test_a_rehearsal_of_a_rehearsal_and_by_a_supervisor_is_not_offered(
    qtbot: QtBot, rehearsal: Meeting, tmp_path: Path, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(rehearsal.staff, rehearsal.staff.actor), Preparing.SETUP)
    assert found(page, QPushButton, "rehearse").isHidden()
    real = a_meeting(tmp_path / "another.review")
    page = shown(qtbot, desk_for(real.staff, SUPERVISOR), Preparing.SETUP)
    assert found(page, QPushButton, "rehearse").isHidden()


def test_while_a_rehearsal_is_open_the_window_says_so_at_every_place(
    rehearsal: Meeting, tmp_path: Path, shell_of: Callable[[Path], Shell]
) -> None:
    rehearsal.staff.store.close()
    shell = shell_of(tmp_path / "演练.review")
    strip = found(shell.window, QFrame, "rehearsal_strip")

    assert strip.isVisible()
    assert shell.window.windowTitle().startswith("【演练】")
    shell.sign_in(Person("王干事", Role.SECRETARY))
    for place in ("overview", "session", "reports", "history", "settings"):
        shell.window.show_place(place)
        assert strip.isVisible()
        assert shell.window.windowTitle().startswith("【演练】")
    shell.show_start()
    assert not strip.isVisible()
    assert "演练" not in shell.window.windowTitle()


def test_the_program_goes_on_in_the_rehearsal_that_was_made(
    qtbot: QtBot, tmp_path: Path, shell_of: Callable[[Path], Shell]
) -> None:
    meeting = a_meeting(tmp_path / "real.review")
    meeting.staff.store.close()
    shell = shell_of(tmp_path / "real.review")
    shell.sign_in(Person("王干事", Role.SECRETARY))
    shell.window.go(Destination("session", "before", "setup"))
    click(shell.window, "rehearse")
    dialog = next(one for one in shell.window.findChildren(QDialog) if one.isVisible())
    click(dialog, "confirm")

    def is_open() -> bool:
        return shell.seat is not None and shell.seat.batch.path.name == "real-演练.review"

    qtbot.waitUntil(is_open, timeout=10_000)
    assert shell.window.windowTitle() == "【演练】测试批次（演练）"


def test_a_real_batch_bears_no_mark(tmp_path: Path, shell_of: Callable[[Path], Shell]) -> None:
    meeting = a_meeting(tmp_path / "real.review")
    meeting.staff.store.close()
    shell = shell_of(tmp_path / "real.review")

    assert found(shell.window, QFrame, "rehearsal_strip").isHidden()
    assert "演练" not in shell.window.windowTitle()


def test_scores_are_invented_for_those_whom_nobody_plays(
    qtbot: QtBot, rehearsal: Meeting, desk_for: Make
) -> None:
    place = place_of(qtbot, desk_for(rehearsal.staff, rehearsal.staff.actor))
    qtbot.mouseClick(found(place, QPushButton, "invent_scores"), Qt.MouseButton.LeftButton)
    found(place, QCheckBox, "played_R1").setChecked(True)
    click(place, "fill_all")

    states = [sheet.state for sheet in all_sheets(rehearsal.staff.store)]
    assert states == [SheetState.SUBMITTED] * 4


def test_in_a_real_batch_nothing_offers_to_invent_scores(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "real.review")
    place = place_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert not found(place, QPushButton, "invent_scores").isVisible()
