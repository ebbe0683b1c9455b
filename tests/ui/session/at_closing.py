"""The page of signing and closing in tests: shown, read and pressed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.waiting import settle
from ui.desk import Desk
from ui.screens.session.closing.page import ClosingPage


def page_of(qtbot: QtBot, desk: Desk, step: str = "") -> ClosingPage:
    page = ClosingPage(desk)
    qtbot.addWidget(page, before_close_func=settle)
    page.resize(1100, 620)
    with qtbot.waitExposed(page):
        page.show()
    if step:
        page.show_step(step)
    return page


def texts(widget: QWidget) -> str:
    labels = [made.text() for made in widget.findChildren(QLabel) if made.isVisible()]
    return "\n".join(labels)


def find(widget: QWidget, name: str) -> QPushButton:
    found = widget.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    qtbot.mouseClick(find(widget, name), Qt.MouseButton.LeftButton)
