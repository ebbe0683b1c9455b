"""Hands in the deliberation: a meeting whose P1 lies open, and its page."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.workflow.deliberate import disclose
from reviewer_app.workflow.session_steps import open_disclosure
from tests.builders import score_sheet
from tests.session.meeting import Meeting, to_scoring
from tests.ui.waiting import settle
from ui.desk import Desk
from ui.screens.session.review.page import ReviewPage


def laid_open(path: Path) -> Meeting:
    """P1 lies open: 30+30 from R1 and R2, 20+20 from R3, who is far from them."""
    made = to_scoring(path)
    for number, value in (("R1", "30"), ("R2", "30"), ("R3", "20")):
        score_sheet(made.by(number), "P1", number, value, value)
        score_sheet(made.by(number), "P2", number, "30", "25")
    open_disclosure(made.staff)
    disclose(made.staff, "P1")
    return made


def shown_page(qtbot: QtBot, desk: Desk) -> ReviewPage:
    """The page in front of somebody."""
    page = ReviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1150, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    settle(page)
    return page


def press(page: QWidget, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    found.click()


def write(box: QWidget, text: str) -> None:
    """Type into the field of several lines."""
    found = box.findChild(QPlainTextEdit)
    assert found is not None
    QTest.keyClicks(found, text)


def dialog(page: QWidget, name: str) -> QDialog:
    found = [one for one in page.findChildren(QDialog, name) if one.isVisible()]
    return found[-1]


def at(page: ReviewPage, code: str, number: str) -> None:
    """Put the cursor into a cell."""
    grid = page.sheets.model.grid
    row = next(place for place, row in enumerate(grid.rows) if row.code == code)
    column = next(place for place, head in enumerate(grid.heads) if head.reviewer == number)
    page.sheets.grid.setCurrentIndex(page.sheets.model.index(row, column))


def opinion_field(page: ReviewPage) -> QPlainTextEdit:
    found = page.findChild(QPlainTextEdit, "opinion_text")
    assert found is not None
    return found
