"""The place of history as people use it: find, read, undo, look back, verify."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.results import ResultState
from reviewer_app.queries.ranking import ranking
from reviewer_app.workspace import Workspace
from tests.builders import score_sheet
from ui.desk import Desk
from ui.dialogs.outcome import Outcome
from ui.place import Moment
from ui.screens.history.screen import History
from ui.widgets.labels import label

WANG = Actor("王干事", Role.SECRETARY)
DeskMaker = Callable[..., Desk]


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, desk_for: DeskMaker) -> History:
    score_sheet(workspace, "P1", "R1", "30", "40")
    made = History(desk_for(workspace, WANG, "en"))
    made.resize(1200, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_model_keeps_qts_rules(screen: History) -> None:
    tester = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(screen.model, tester, screen.model)
    screen.look_again()
    screen.model.fetchMore()


def test_the_newest_entry_is_told_at_once(screen: History) -> None:
    assert "Sheet submitted" in screen.detail.text()
    assert "P1 · R1" in screen.detail.text()
    assert "draft" in screen.detail.text()


def test_typing_finds_entries(qtbot: QtBot, screen: History) -> None:
    qtbot.keyClicks(screen.filters.search, "vote")

    qtbot.waitUntil(lambda: screen.model.rowCount() == 0)
    screen.filters.clear()
    assert screen.model.rowCount() > 0


def test_an_unknown_application_is_marked_and_the_list_stays(qtbot: QtBot, screen: History) -> None:
    before = screen.model.rowCount()
    qtbot.keyClicks(screen.filters.application, "P9")
    qtbot.keyClick(screen.filters.application, Qt.Key.Key_Return)

    assert screen.filters.application.property("wrong")
    assert screen.model.rowCount() == before


def test_an_own_entry_is_undone_and_a_foreign_one_says_why_not(
    qtbot: QtBot, screen: History, workspace: Workspace
) -> None:
    qtbot.mouseClick(screen.detail.undo, Qt.MouseButton.LeftButton)

    states = {item.number: item.state for item in ranking(workspace).applications}
    assert states["P1"] is ResultState.PENDING
    assert screen.model.row_at(0).deed == "Undone"
    screen.table.setCurrentIndex(screen.model.index(screen.model.rowCount() - 1, 0))
    assert not screen.detail.undo.isEnabled()
    assert screen.detail.why_not.text()


def test_looking_back_is_asked_of_the_window(qtbot: QtBot, screen: History) -> None:
    sequence = screen.model.row_at(0).sequence

    with qtbot.waitSignal(screen.wanted) as wanted:
        qtbot.mouseClick(screen.detail.moment, Qt.MouseButton.LeftButton)

    assert wanted.args[0] == Moment(sequence)


def test_verify_tells_its_result_in_words(qtbot: QtBot, screen: History) -> None:
    qtbot.mouseClick(screen.verify, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: screen.findChild(Outcome) is not None, timeout=10_000)
    told = screen.findChild(Outcome)
    assert told is not None
    texts = [found.text() for found in told.findChildren(type(label("")))]
    assert "The file is whole" in texts
    told.close()


def test_what_moved_is_told_beside_the_work(qtbot: QtBot, screen: History) -> None:
    qtbot.mouseClick(screen.detail.compare, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: screen.findChild(Outcome) is not None, timeout=10_000)
    told = screen.findChild(Outcome)
    assert told is not None
    assert "Nothing moved in the ranking." in [
        found.text() for found in told.findChildren(type(label("")))
    ]
    told.close()
