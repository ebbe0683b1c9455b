"""The lock: nothing is readable, and everything comes back as it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.signin.conftest import PIN, Room
from ui.screens.scoring.screen import Scoring

RETURN = Qt.Key.Key_Return


def at_second_row(room: Room) -> Scoring:
    """R1 signs in and types half a score into the second row."""
    room.press("专家1")
    room.keys(PIN, RETURN)
    room.settle()
    place = room.window.current_screen()
    assert isinstance(place, Scoring)
    room.keys(Qt.Key.Key_Down, "3.")
    return place


def test_the_lock_returns_to_the_same_row_and_half_typed_text(room: Room) -> None:
    place = at_second_row(room)
    field = place.form.rows[1].field
    assert QApplication.focusWidget() is field

    room.window.locking.emit()
    room.keys(PIN, RETURN)
    room.settle()

    assert room.window.current_screen() is place
    assert place.isVisible()
    assert QApplication.focusWidget() is field
    assert field.text() == "3."
    room.keys("5", RETURN)
    assert field.text() == "3.5"


def test_nothing_is_readable_under_the_lock(room: Room) -> None:
    place = at_second_row(room)
    title = room.window.windowTitle()

    room.window.locking.emit()

    assert not place.isVisible()
    assert "测试批次" in title
    assert "测试批次" not in room.said()
    assert "P1" not in room.said()
    room.keys(PIN, RETURN)
    room.settle()
    assert room.window.windowTitle() == title
