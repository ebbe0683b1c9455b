"""The order of the defences: by a seed, or by lots typed as they are drawn in the room."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.drawing import DrawPurpose
from reviewer_app.queries.order_desk import order_desk
from reviewer_app.workflow.draw_lots import drawn_now
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting
from tests.ui.session.controls import answer, part, press
from ui.desk import Desk
from ui.screens.session.before.order import OrderPanel

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return a_meeting(tmp_path / "w.review")


def shown(qtbot: QtBot, desk: Desk) -> OrderPanel:
    panel = OrderPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 560)
    panel.show()
    return panel


def order(meeting: Meeting) -> list[str]:
    draw = drawn_now(meeting.staff, DrawPurpose.ORDER)
    return [pick.subject for pick in draw.picks] if draw else []


def type_lot(qtbot: QtBot, panel: OrderPanel, number: str, lot: str) -> None:
    field = part(panel, QLineEdit, f"lot_{number}")
    field.clear()
    qtbot.keyClicks(field, lot)


def test_the_supervisor_draws_the_order_by_a_seed(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, SUPERVISOR))
    qtbot.keyClicks(part(panel, QLineEdit, "seed"), "271828")

    press(qtbot, panel, "draw_order")
    answer(qtbot)

    assert order(meeting) == ["P1", "P2"]
    assert "“271828:1:编号”" in part(panel, QLabel, "order_story").text()


def test_typed_lots_say_their_fault_beside_the_line_until_they_are_right(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    part(panel, QRadioButton, "by_lots").click()
    type_lot(qtbot, panel, "P1", "2")
    type_lot(qtbot, panel, "P2", "2")
    told = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert told.count("重复") == 2
    assert not part(panel, QPushButton, "draw_order").isEnabled()

    type_lot(qtbot, panel, "P2", "1")
    press(qtbot, panel, "draw_order")
    answer(qtbot)

    assert order(meeting) == ["P2", "P1"]


def test_enter_goes_from_lot_to_lot(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    part(panel, QRadioButton, "by_lots").click()
    first = part(panel, QLineEdit, "lot_P1")
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Return)

    assert panel.focusWidget() is part(panel, QLineEdit, "lot_P2")


def test_lots_survive_what_others_change(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    part(panel, QRadioButton, "by_lots").click()
    type_lot(qtbot, panel, "P1", "2")

    panel.look_again()

    assert part(panel, QLineEdit, "lot_P1").text() == "2"


def test_drawn_again_only_with_a_reason(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    desk = desk_for(meeting.staff, meeting.staff.actor)
    panel = shown(qtbot, desk)
    for reason in ("", "", "wrong seed heard"):
        part(panel, QLineEdit, "seed").clear()
        qtbot.keyClicks(part(panel, QLineEdit, "seed"), "271828")
        qtbot.keyClicks(part(panel, QLineEdit, "draw_reason"), reason)
        press(qtbot, panel, "draw_order")
        answer(qtbot)

    assert [draw.reason for draw in order_desk(meeting.staff).draws] == ["", "wrong seed heard"]


def test_the_order_is_released_to_the_projector_by_a_button_only(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    qtbot.keyClicks(part(panel, QLineEdit, "seed"), "271828")
    press(qtbot, panel, "draw_order")
    answer(qtbot)
    assert not order_desk(meeting.staff).is_released

    press(qtbot, panel, "release_order")
    assert order_desk(meeting.staff).is_released
    press(qtbot, panel, "release_order")
    assert not order_desk(meeting.staff).is_released
