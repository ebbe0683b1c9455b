"""A shared PC: two reviewers with PINs at one batch, and time that a test can wait for."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Person, Role
from reviewer_app.exchange import pins as hashing
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.pins import set_pin
from tests.benchmarks.batches import an_application, measure_5
from tests.builders import a_workspace, as_person
from ui.app import Opening, Shell

PIN = "380274"
R1 = Person("专家1", Role.REVIEWER, "R1")
R2 = Person("专家2", Role.REVIEWER, "R2")
STAFF = Person("王干事", Role.SECRETARY)
ADMIN = Person("陈管理员", Role.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with little memory: what is promised of the hash is tested in tests/exchange."""
    monkeypatch.setattr(hashing, "_BYTES", 8 * 1024 * 1024)
    monkeypatch.setattr(hashing, "_PASSES", 1)


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Three applications; R1 has the PIN 380274, R2, R3, a secretary, an administrator none."""
    path = tmp_path / "w.review"
    scheme = measure_5()
    found = tuple(an_application(scheme, place) for place in (1, 2, 3))
    workspace = a_workspace(path, applications=found, scheme=scheme)
    add_person(workspace, name=STAFF.name, role=STAFF.role)
    add_person(workspace, name=ADMIN.name, role=ADMIN.role)
    set_pin(as_person(workspace, R1.actor), PIN)
    workspace.close()
    return path


W = TypeVar("W", bound=QWidget)


class Room:
    """The shared PC and whoever presses its keys."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.window = shell.window

    def settle(self) -> None:
        """Let the job thread look at a PIN and the screen follow."""
        pause(20)
        self.shell.jobs.settle()
        pause(20)
        if QApplication.activeWindow() is None:  # offscreen nobody gives it back after a dialog
            self.window.activateWindow()
            pause(20)

    def keys(self, *keys: str | Qt.Key) -> None:
        """Press keys where the focus is; a text is one key for each sign."""
        for key in keys:
            focused = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key)

    def press(self, text: str) -> None:
        """Click the button that is seen with these words on it."""
        [found] = [made for made in self.seen(QPushButton) if text in made.text()]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        pause(20)

    def go(self, place: str) -> None:
        """Go to a place."""
        self.window.show_place(place)
        pause(20)

    def buttons(self) -> list[QPushButton]:
        """The buttons that are seen."""
        return self.seen(QPushButton)

    def said(self) -> str:
        """Everything that can be read in the window."""
        labels = [made.text() for made in self.seen(QLabel)]
        buttons = [made.text() for made in self.seen(QPushButton)]
        return "\n".join((self.window.windowTitle(), *labels, *buttons))

    def seen(self, kind: type[W]) -> list[W]:
        """The widgets of a kind that are seen."""
        return [made for made in self.window.findChildren(kind) if made.isVisible()]


@pytest.fixture
def room(qtbot: QtBot, batch: Path) -> Iterator[Room]:
    """The names of the batch are shown."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shell = Shell(Opening(batch, "zh_CN", "office"), application)
    qtbot.addWidget(shell.window)
    shell.begin()
    shell.window.resize(1366, 700)
    shell.window.activateWindow()
    qtbot.waitActive(shell.window)
    yield Room(shell)
    shell.end()
    application.setStyleSheet("")


def pause(milliseconds: int) -> None:
    """Let events and the job thread run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def verbs(room: Room) -> list[tuple[str, str, str]]:
    """Verb, person and reason of each entry so far."""
    assert room.shell.seat is not None
    now = room.shell.seat.batch.acting(STAFF.actor)
    return [(entry.verb, entry.actor, entry.reason) for entry in now.store.entries()]
