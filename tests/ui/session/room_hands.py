"""How tests use the windows of the meeting: buttons, menus and dialogs by their names."""

from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def found(page: QWidget, kind: type[Kind], name: str = "") -> Kind:
    """Give the one widget of a kind and name."""
    made = page.findChild(kind, name) if name else page.findChild(kind)
    assert isinstance(made, kind), name
    return made


def press(page: QWidget, name: str) -> None:
    """Press the button with a name."""
    made = found(page, QPushButton, name)
    assert made.isEnabled(), name
    made.click()


def choose(page: QWidget, name: str) -> None:
    """Choose the entry of a menu."""
    made = page.findChild(QAction, name)
    assert isinstance(made, QAction), name
    assert made.isEnabled(), name
    made.trigger()


def says(page: QWidget, name: str) -> str:
    """Give what the label with a name says."""
    return found(page, QLabel, name).text()


def dialog_of(page: QWidget) -> QDialog:
    """Give the dialog that is open."""
    [made] = [made for made in page.findChildren(QDialog) if made.isVisible()]
    return made


def is_shown(page: QWidget, name: str) -> bool:
    """Say whether a button is there and seen."""
    made = page.findChild(QPushButton, name)
    return isinstance(made, QPushButton) and made.isVisible()
