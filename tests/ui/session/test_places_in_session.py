"""Every place can be gone to in every phase; what nobody may see now is said, not shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Person, Role
from tests.session.meeting import (
    Meeting,
    a_meeting,
    to_disclosure,
    to_final,
    to_scoring,
)
from ui.app import Opening, Shell
from ui.main_window import PLACES
from ui.widgets.message_bar import MessageBar

PHASES = (a_meeting, to_scoring, to_disclosure, to_final)


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[QApplication]:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    yield found
    found.setStyleSheet("")


def seated(path: Path, application: QApplication) -> Shell:
    """The clerk's window at a batch."""
    shell = Shell(Opening(path, "zh_CN", "王干事"), application)
    shell.begin()
    shell.sign_in(Person("王干事", Role.SECRETARY))
    return shell


@pytest.mark.parametrize("begin", PHASES)
def test_staff_go_everywhere_without_a_fault(
    begin: Callable[[Path], Meeting], tmp_path: Path, application: QApplication
) -> None:
    begin(tmp_path / "w.review").staff.store.close()
    shell = seated(tmp_path / "w.review", application)

    for place in PLACES:
        shell.window.show_place(place.key)
        rest()

    assert shell.window.current_place() == PLACES[-1].key
    shell.end()


def test_while_scores_are_given_the_results_are_refused_in_words(
    tmp_path: Path, application: QApplication
) -> None:
    to_scoring(tmp_path / "w.review").staff.store.close()
    shell = seated(tmp_path / "w.review", application)
    shell.window.show_place("session")
    shell.window.show_place("results")

    assert shell.window.current_place() == "session"
    assert "评审会处于“独立打分”阶段" in said(shell)
    shell.end()


def rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(30, loop.quit)
    loop.exec()


def said(shell: Shell) -> str:
    bar = shell.window.findChild(MessageBar)
    assert bar is not None
    return "".join(one.text() for one in bar.findChildren(QLabel))
