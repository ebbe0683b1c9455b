"""Fields of numbers as people type into them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.calm import CalmNumber

TWELVE = "\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT TWO}"


@pytest.fixture
def field(qtbot: QtBot) -> CalmNumber:
    made = CalmNumber("Votes", 0, 99)
    qtbot.addWidget(made)
    made.show()
    made.selectAll()
    return made


def test_full_width_digits_count_as_digits(field: CalmNumber) -> None:
    for digit in TWELVE:
        pressed = QKeyEvent(QEvent.Type.KeyPress, ord(digit), Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(field, pressed)

    assert (field.value(), field.text()) == (12, "12")


def test_full_width_digits_of_an_input_method_count_too(field: CalmNumber) -> None:
    event = QInputMethodEvent()
    event.setCommitString(TWELVE)
    QApplication.sendEvent(field, event)

    assert (field.value(), field.text()) == (12, "12")
