"""Find and press the controls of a page by their names, and answer its dialogs."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

T = TypeVar("T", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


def part(panel: QWidget, kind: type[T], name: str = "") -> T:
    """Find a control by its name."""
    found = panel.findChild(kind, name) if name else panel.findChild(kind)
    assert isinstance(found, kind)
    return found


def press(qtbot: QtBot, panel: QWidget, name: str) -> None:
    """Click a button."""
    qtbot.mouseClick(part(panel, QPushButton, name), LEFT)


def dialog_on_top() -> QWidget:
    """Give the dialog that waits for an answer."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def answer(qtbot: QtBot, reason: str = "") -> None:
    """Type a reason, if one is asked for, and do what the dialog on top offers."""
    dialog = dialog_on_top()
    if not reason:
        press(qtbot, dialog, "confirm")
        return
    qtbot.keyClicks(part(dialog, QLineEdit), reason)
    [do] = [one for one in dialog.findChildren(QPushButton) if one.property("kind")]
    qtbot.mouseClick(do, LEFT)
