"""A reviewer at work in a real window: eleven rows to score, real keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.i18n import translator
from reviewer_app.workspace import Workspace
from tests.benchmarks.batches import an_application, measure_5
from tests.builders import a_workspace, as_person
from ui.desk import Desk
from ui.jobs import JobRunner
from ui.main_window import MainWindow
from ui.screens.scoring.screen import Scoring

R1 = Actor("专家1", Role.REVIEWER, "R1")


class Reviewer:
    """Somebody at the window who presses keys and reads."""

    def __init__(self, window: MainWindow, place: Scoring, workspace: Workspace) -> None:
        self.window = window
        self.place = place
        self.workspace = as_person(workspace, R1)
        self.pressed = 0

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys where the focus is; a text is one key for each sign."""
        for key in keys:
            if isinstance(key, str):
                self.pressed += len(key)
                QTest.keyClicks(self.focused, key)
            else:
                self.pressed += 1
                QTest.keyClick(self.focused, key)

    def chord(self, key: Qt.Key, way: Qt.KeyboardModifier) -> None:
        """Press a key with Ctrl or the like."""
        QTest.keyClick(self.focused, key, way)

    @property
    def focused(self) -> QWidget:
        """The widget that has the keys."""
        return QApplication.focusWidget() or self.window

    def typed(self, place: int) -> str:
        """Read the field of a row."""
        return self.place.form.rows[place].field.text()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Three applications under the default scheme, reviewers R1 to R3."""
    scheme = measure_5()
    found = tuple(an_application(scheme, place) for place in (1, 2, 3))
    return a_workspace(tmp_path / "w.review", applications=found, scheme=scheme)


@pytest.fixture
def sit_down(qtbot: QtBot, desk_for: Callable[..., Desk]) -> Callable[[Workspace], Reviewer]:
    """Give R1 a window at a workspace."""

    def make(workspace: Workspace) -> Reviewer:
        window = MainWindow(translator("zh_CN"), JobRunner())
        qtbot.addWidget(window)
        window.resize(1366, 700)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.show_places(desk_for(workspace, R1))
        place = window.current_screen()
        assert isinstance(place, Scoring)
        return Reviewer(window, place, workspace)

    return make


@pytest.fixture
def reviewer(workspace: Workspace, sit_down: Callable[[Workspace], Reviewer]) -> Reviewer:
    """R1 in front of the first application."""
    return sit_down(workspace)
