"""Signing and closing in the window: the gate, the results, the signatures, the nights."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session import session_of
from reviewer_app.storage.closing import load_overrides, load_snapshots
from reviewer_app.workflow.correct_input import correct_input
from tests.session.meeting import Meeting, reviewer, to_final, to_scoring
from ui.desk import Desk
from ui.place import Destination
from ui.screens.session.closing.page import ClosingPage

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Everything is decided; the gate is green."""
    return to_final(tmp_path / "w.review")


def page_of(qtbot: QtBot, desk: Desk, step: str = "") -> ClosingPage:
    page = ClosingPage(desk)
    qtbot.addWidget(page)
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


def leave_open(meeting: Meeting) -> None:
    """A corrected figure that nobody has read a second time."""
    correct_input(meeting.staff, application="P1", name="users", typed="5", reason="05 合同补录")


def test_a_green_gate_says_that_all_is_in_order(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert "各项均已就绪" in texts(page)


def test_an_open_line_names_what_is_open_and_leads_there(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert "1 个数据未经第二人" in texts(page)
    with qtbot.waitSignal(page.going) as going:
        press(qtbot, page, "mend_inputs_0")
    assert going.args == [Destination("applications", "P1")]


def test_the_leader_accepts_an_open_line_by_name_and_it_stays_seen(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, reviewer("R1")))

    press(qtbot, page, "accept_inputs")
    field = page.findChild(QLineEdit, "reason")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "checked by phone, no rank moves")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    [kept] = load_overrides(meeting.staff.store).values()
    assert (kept.signer, kept.names) == ("专家1", ("P1 用户数",))
    qtbot.waitUntil(lambda: "checked by phone" in texts(page))
    assert "已认可" in texts(page)


def test_a_reason_half_typed_is_there_again(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, reviewer("R1")))
    press(qtbot, page, "accept_inputs")
    field = page.findChild(QLineEdit, "reason")
    qtbot.keyClicks(field, "checked")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    press(qtbot, page, "accept_inputs")

    assert "checked" in [made.text() for made in page.findChildren(QLineEdit, "reason")]


def test_staff_accept_no_line(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert page.findChild(QPushButton, "accept_inputs") is None


def test_while_scores_are_given_the_gate_tells_nothing(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert "公开评分之后" in texts(page)


def test_results_are_settled_after_one_confirmation(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    desk = desk_for(meeting.staff, meeting.staff.actor)
    page = page_of(qtbot, desk, "settle")

    press(qtbot, page, "settle_results")
    assert session_of(meeting.staff).phase is SessionPhase.FINAL
    with qtbot.waitSignal(page.said, timeout=20_000):
        press(qtbot, page, "confirm")

    [kept] = load_snapshots(meeting.staff.store)
    qtbot.waitUntil(lambda: kept.digest[:4] in texts(page))
    assert "第 1 版" in texts(page)


def test_an_open_gate_settles_nothing(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor), "settle")

    assert not find(page, "settle_results").isEnabled()
    assert "1 项未了结" in texts(page)
