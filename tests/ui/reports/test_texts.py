"""Staff word the papers of their bureau; nothing they typed is lost on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.report_errors import UnknownPlaces
from reviewer_app.queries.batch import batch_settings
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.screens.reports.texts import Texts

WANG = Actor("王干事", Role.SECRETARY)
PERIOD = "text.publicity.period"


@pytest.fixture
def texts(qtbot: QtBot, desk_for: Callable[..., Desk], workspace: Workspace) -> Texts:
    page = Texts(desk_for(workspace, WANG))
    qtbot.addWidget(page)
    page.show()
    page.look_again()
    page._list.choose(PERIOD)
    return page


def worded(workspace: Workspace) -> str:
    return batch_settings(workspace).get(PERIOD, "")


def retype(page: Texts, wording: str) -> None:
    QTest.keyClick(page._wording, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page._wording, wording)
    page.finish()


def test_a_text_is_worded_and_the_list_says_so(texts: Texts, workspace: Workspace) -> None:
    retype(texts, "From {start}, five days.")

    assert worded(workspace) == "From {start}, five days."
    texts.look_again()
    assert texts._list.currentItem().toolTip(0) == "本单位改写的用语"


def test_a_place_nobody_fills_is_refused_and_the_words_stay(
    qtbot: QtBot, texts: Texts, workspace: Workspace
) -> None:
    with qtbot.waitSignal(texts._desk.refused) as refused:
        retype(texts, "From {begin}.")

    assert isinstance(refused.args[0], UnknownPlaces)
    assert worded(workspace) == ""
    assert texts._wording.toPlainText() == "From {begin}."


def test_refused_words_are_not_lost_by_going_on(texts: Texts) -> None:
    retype(texts, "From {begin}.")

    texts._list.choose("text.publicity.contact")

    assert texts._list.current_key() == PERIOD
    assert texts._wording.toPlainText() == "From {begin}."


def test_a_place_is_put_where_the_cursor_is(texts: Texts, workspace: Workspace) -> None:
    QTest.keyClick(texts._wording, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(texts._wording, "until ")
    place = texts._places.findChild(QPushButton, "end")
    assert isinstance(place, QPushButton)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    texts.finish()

    assert worded(workspace) == "until {end}"


def test_the_wording_that_came_is_taken_again(texts: Texts, workspace: Workspace) -> None:
    bundled = texts._wording.toPlainText()
    retype(texts, "Something else.")
    texts.look_again()

    QTest.mouseClick(texts._reset, Qt.MouseButton.LeftButton)

    assert worded(workspace) == ""
    texts.look_again()
    assert texts._wording.toPlainText() == bundled


def test_the_next_text_does_not_take_words_of_the_last(texts: Texts, workspace: Workspace) -> None:
    QTest.keyClick(texts._wording, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(texts._wording, "Half a word")

    texts._list.choose("text.publicity.contact")

    assert worded(workspace) == "Half a word"
    assert batch_settings(workspace).get("text.publicity.contact", "") == ""
