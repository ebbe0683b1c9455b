"""A reason that was typed is not lost with its dialog."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.reason import ReasonDialog


def asked(place: QWidget, title: str) -> tuple[ReasonDialog, QLineEdit]:
    made = ReasonDialog(place, title, (), ask="Why", do="Do", leave="Leave")
    made.open()
    field = made.findChild(QLineEdit, "reason")
    assert field is not None
    return made, field


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("leave", ["reject", "close"])
def test_what_was_typed_stands_there_at_the_same_question_only(place: QWidget, leave: str) -> None:
    first, field = asked(place, "Drop P1?")
    QTest.keyClicks(field, "power cut")
    getattr(first, leave)()

    assert asked(place, "Drop P2?")[1].text() == ""
    assert asked(place, "Drop P1?")[1].text() == "power cut"


def test_a_given_reason_is_not_offered_again(place: QWidget) -> None:
    first, field = asked(place, "Drop P1?")
    QTest.keyClicks(field, "power cut")
    first.accept()

    assert asked(place, "Drop P1?")[1].text() == ""
