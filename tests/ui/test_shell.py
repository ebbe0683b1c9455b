"""The whole shell without a screen: opening, signing in, settings, the past, faults."""

import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app import paths
from reviewer_app.domain.person import Person, Role
from reviewer_app.queries.own_history import sequence_now
from reviewer_app.settings import Look, Settings, load_settings
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.undo import undo
from tests.builders import a_workspace
from ui.app import Opening, Shell
from ui.crash import FaultCatcher
from ui.instance import Instance
from ui.place import Moment
from ui.theme.palette import DARK
from ui.theme.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.message_bar import MessageBar


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "w.review"
    workspace = a_workspace(path)
    give_score(workspace, application="P1", reviewer="R1", indicator="B1", value=Fraction(30))
    workspace.close()
    return path


@pytest.fixture
def shell(qtbot: QtBot, batch: Path) -> Iterator[Shell]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Shell(Opening(batch, "zh_CN", "王干事"), application)
    qtbot.addWidget(made.window)
    made.begin()
    yield made
    made.end()
    application.setStyleSheet("")


def texts(shell: Shell) -> str:
    """Everything that labels and buttons of the window say."""
    labels = [made.text() for made in shell.window.findChildren(QLabel) if made.isVisible()]
    buttons = [made.text() for made in shell.window.findChildren(QPushButton) if made.isVisible()]
    return "\n".join((*labels, *buttons))


def test_an_opened_batch_asks_who_sits_there(shell: Shell) -> None:
    assert "R2  专家2" in texts(shell)
    assert load_settings(paths.settings_file()).recent[0].endswith("w.review")


def test_staff_who_come_first_are_added_by_name(qtbot: QtBot, shell: Shell) -> None:
    field = shell.window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)

    field.setText("李干事")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert shell.window.current_place() == "overview"
    assert "李干事" in texts(shell)


def test_signing_out_clears_the_screen_for_the_next(shell: Shell) -> None:
    shell.sign_in(Person("专家1", Role.REVIEWER, "R1"))

    shell.window.leaving.emit()

    assert shell.window.current_screen() is None
    assert "请选择您的姓名" in texts(shell)


def test_what_was_done_before_signing_in_is_not_taken_back(shell: Shell) -> None:
    secretary = Person("李干事", Role.SECRETARY)
    shell.sign_in(secretary)
    desk = shell.window._desk
    assert desk is not None
    desk.do(lambda now: add_person(now, name="赵干事", role=Role.SECRETARY))
    done = desk.look(sequence_now)
    shell.window.leaving.emit()

    shell.sign_in(secretary)
    desk = shell.window._desk
    assert desk is not None

    assert not desk.do(lambda now: undo(now, done))
    assert "本次登录之前" in texts(shell)


def test_settings_hold_at_once_and_keep_the_place(qtbot: QtBot, shell: Shell) -> None:
    shell.sign_in(Person("王干事", Role.SECRETARY))
    shell.window.show_place("settings")

    shell.give(Settings(language="en", look=Look.DARK, text_size=150))

    assert shell.window.current_place() == "settings"
    qtbot.waitUntil(lambda: "Settings of this PC" in texts(shell))
    assert theme().colours == DARK
    assert theme().per_cent == 150
    shell.give(Settings())


def test_the_past_is_asked_by_the_job_thread_too(qtbot: QtBot, shell: Shell) -> None:
    shell.sign_in(Person("王干事", Role.SECRETARY))
    faults: list[str] = []
    shell.jobs.failed.connect(faults.append)

    shell.give(Moment(3))
    qtbot.waitUntil(lambda: not shell.jobs.is_running and "下一步" in texts(shell))

    assert faults == []
    shell.give(Moment(0))


def test_the_past_is_looked_at_and_takes_no_deed(shell: Shell) -> None:
    shell.sign_in(Person("王干事", Role.SECRETARY))

    shell.give(Moment(3))
    desk = shell.window._desk
    assert desk is not None
    done = desk.do(
        lambda past: give_score(
            past, application="P1", reviewer="R1", indicator="B1", value=Fraction(1)
        )
    )

    assert not done
    assert len(shell.window.findChildren(Banner)) == 1
    shell.give(Moment(0))
    assert [made for made in shell.window.findChildren(Banner) if made.isVisible()] == []


def test_a_file_that_is_no_batch_is_refused_in_words(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "x.review").write_bytes(b"")

    shell.open(tmp_path / "x.review")

    assert "0 字节" in shell.window.findChildren(MessageBar)[0].text()
    assert "最近的批次" in texts(shell)


def test_a_second_start_calls_the_first_with_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.is_first()
    assert not second.is_first()

    with qtbot.waitSignal(first.called, timeout=3000) as called:
        second.call(tmp_path / "w.review")

    assert called.args == [str(tmp_path / "w.review")]
    first.end()
    assert Instance(tmp_path).is_first()


def test_a_fault_in_a_slot_is_told_and_the_program_lives(qtbot: QtBot) -> None:
    faults = FaultCatcher()
    hook = sys.excepthook
    faults.install()

    def stumble() -> None:
        raise ZeroDivisionError("planted")

    try:
        with qtbot.captureExceptions(), qtbot.waitSignal(faults.happened) as told:
            faults.install()
            QTimer.singleShot(0, stumble)
    finally:
        sys.excepthook = hook

    assert "planted" in told.args[0]
    assert "Python" in told.args[0]


def test_a_name_is_chosen_by_arrows_and_enter(qtbot: QtBot, shell: Shell) -> None:
    focus = shell.window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert "R1" in focus.text()

    qtbot.keyClick(focus, Qt.Key.Key_Right)
    second = shell.window.focusWidget()
    assert second is not None
    qtbot.keyClick(second, Qt.Key.Key_Return)

    assert shell.window.current_place() == "scoring"
    assert "专家2" in texts(shell)
