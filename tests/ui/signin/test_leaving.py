"""Handing over and closing: nothing of the former person is left, nothing typed is lost."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.storage import backup
from reviewer_app.workspace import open_workspace
from tests.builders import some_surroundings
from tests.ui.signin.conftest import PIN, R1, STAFF, Room, pause, verbs
from ui.jobs import Job, Progress
from ui.screens.entry.grid_view import PaperGrid

RETURN = Qt.Key.Key_Return
COMMENT, NOTE, SCORE = "planted comment", "planted note", "0.3"


def everything_in(widgets: list[QWidget]) -> Iterator[str]:
    """Every text that widgets hold, seen or not."""
    for made in widgets:
        yield from (made.windowTitle(), made.toolTip(), made.accessibleName())
        match made:
            case QLabel() | QAbstractButton() | QLineEdit():
                yield made.text()
            case QPlainTextEdit() | QTextEdit():
                yield made.toPlainText()
            case QComboBox():
                yield from (made.itemText(place) for place in range(made.count()))
            case QAbstractItemView():
                yield from cells_of(made)
            case _:
                pass


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    """What the first columns of a table or list say."""
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield str(model.index(row, column).data() or "")


def traces_in(widgets: list[QWidget]) -> set[str]:
    """What of R1 stands in widgets; the score as a whole text, it is short."""
    texts = set(everything_in(widgets))
    words = {trace for trace in (COMMENT, NOTE, R1.name) if any(trace in text for text in texts)}
    return words | ({SCORE} & texts)


def leave_traces(room: Room) -> None:
    """R1 scores, comments, notes and copies."""
    room.press(R1.name)
    room.keys(PIN, RETURN)
    room.settle()
    room.keys(SCORE, "c", COMMENT)
    QGuiApplication.clipboard().setText(COMMENT)
    room.window.say(f"{R1.name}: {NOTE}")


def test_nothing_of_the_former_person_is_left_in_any_widget(qtbot: QtBot, room: Room) -> None:
    """Windows that an earlier test left behind are no windows of this program."""
    strangers = [top for top in QApplication.topLevelWidgets() if top is not room.window]

    def traces() -> set[str]:
        ours = [made for made in QApplication.allWidgets() if made.window() not in strangers]
        return traces_in(ours)

    leave_traces(room)
    assert traces() == {COMMENT, NOTE, SCORE, R1.name}

    room.press("退出登录")
    room.press("专家2")

    qtbot.waitUntil(lambda: traces() == set())


def test_what_was_copied_here_is_not_for_the_next(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)  # offscreen never knows
    leave_traces(room)

    room.press("退出登录")

    assert QGuiApplication.clipboard().text() == ""


def test_what_was_half_typed_is_written_under_the_own_name_at_sign_out(room: Room) -> None:
    leave_traces(room)

    room.press("退出登录")

    assert ("write_comment", R1.name) in [entry[:2] for entry in verbs(room)]


def test_a_score_that_is_none_keeps_the_window_open(room: Room) -> None:
    room.press(R1.name)
    room.keys(PIN, RETURN)
    room.settle()
    room.keys("99")

    room.window.close()
    pause(100)

    assert room.window.isVisible()
    assert room.window.current_place() == "scoring"


def test_a_cell_half_typed_is_written_when_the_window_closes(room: Room, batch: Path) -> None:
    room.press(STAFF.name)
    room.go("entry")
    grid = room.seen(PaperGrid)[0]
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_1)

    room.window.close()
    pause(500)

    assert not room.window.isVisible()
    workspace = open_workspace(batch, some_surroundings())
    assert workspace.store.entries()[-1].verb == "type_paper_score"
    workspace.close()


def test_a_cell_half_typed_is_written_before_a_job_has_the_store(room: Room) -> None:
    room.press(STAFF.name)
    room.go("entry")
    grid = room.seen(PaperGrid)[0]
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_1)

    def run(_progress: Progress) -> None:
        """Nothing to do."""

    room.shell.jobs.start(Job("Backup", run, lambda _answer: None))
    pause(50)

    assert verbs(room)[-1][0] == "type_paper_score"


def test_the_window_answers_while_the_last_backup_is_made(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.press(STAFF.name)
    room.go("settings")
    switch = room.seen(QCheckBox)[-1]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(12, switch.height() // 2))
    beats: list[float] = []
    heart = QTimer(interval=20)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    slow = backup.make_backup
    made: list[Path] = []

    def make_slowly(*arguments: object) -> object:
        time.sleep(0.6)
        found = slow(*arguments)  # type: ignore[arg-type] # passed on as it came
        made.append(found.path)
        return found

    monkeypatch.setattr(backup, "make_backup", make_slowly)
    heart.start()

    room.window.close()
    pause(1500)

    assert not room.window.isVisible()
    assert len(made) == 1
    gaps = [after - before for before, after in pairwise(beats)]
    assert max(gaps) < 0.3
    heart.stop()
