"""The agenda before the meeting is made, moved by keys, and warns of the end of the day."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.session import SessionDay, SessionPlan
from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workspace import Workspace
from tests.builders import a_plan, a_workspace, an_application
from tests.session.meeting import Meeting, a_meeting
from tests.ui.session.controls import answer, dialog_on_top, part, press
from ui.desk import Desk
from ui.screens.session.before.agenda import AgendaPanel
from ui.screens.session.before.agenda_table import AgendaTable
from ui.widgets.notice import Notice

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return a_meeting(tmp_path / "w.review")


def shown(qtbot: QtBot, desk: Desk) -> AgendaPanel:
    panel = AgendaPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 560)
    panel.show()
    return panel


def made(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> AgendaPanel:
    """Opening, P1, P2, discussion, as the button of the empty page makes them."""
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    [first] = [
        one
        for one in panel.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]
    first.click()
    return panel


def stands(workspace: Workspace) -> list[str]:
    return [item.application or item.title for item in load_agenda(workspace.store)]


def test_the_agenda_is_made_by_one_button(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    made(qtbot, meeting, desk_for)

    assert stands(meeting.staff)[1:3] == ["P1", "P2"]
    assert len(stands(meeting.staff)) == 4


def test_alt_and_arrows_move_the_chosen_item(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = made(qtbot, meeting, desk_for)
    table = part(panel, AgendaTable)
    table.selectRow(1)

    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert stands(meeting.staff)[1:3] == ["P2", "P1"]
    chosen = table.chosen()
    assert chosen is not None
    assert chosen.row.item.application == "P1"

    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert stands(meeting.staff)[1:3] == ["P1", "P2"]


def test_an_item_dragged_below_the_last_goes_to_the_end(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = made(qtbot, meeting, desk_for)
    table = part(panel, AgendaTable)
    key = load_agenda(meeting.staff.store)[1].key

    table.dropped.emit((key, 4))

    assert stands(meeting.staff)[-1] == "P1"
    table.dropped.emit((key, 1))
    assert stands(meeting.staff)[1] == "P1"


def test_a_pause_is_put_in_behind_the_chosen_item(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = made(qtbot, meeting, desk_for)
    part(panel, AgendaTable).selectRow(1)

    press(qtbot, panel, "insert_item")
    dialog = dialog_on_top()
    qtbot.keyClicks(part(dialog, QLineEdit, "title"), "coffee")
    part(dialog, QSpinBox, "minutes").setValue(15)
    press(qtbot, dialog, "confirm")

    assert stands(meeting.staff)[1:4] == ["P1", "coffee", "P2"]
    assert load_agenda(meeting.staff.store)[2].minutes == 15


def test_an_application_is_taken_off_with_a_reason_only(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = made(qtbot, meeting, desk_for)
    part(panel, AgendaTable).selectRow(1)

    press(qtbot, panel, "take_out")
    answer(qtbot, "withdrawn")

    assert load_agenda(meeting.staff.store)[1].state.value == "dropped"


def test_the_end_of_the_day_is_warned_about(qtbot: QtBot, tmp_path: Path, desk_for: Make) -> None:
    """40 + 25 + 25 + 60 minutes from 09:00 on: 11:30, half an hour past 11:00."""
    plan = SessionPlan((SessionDay("2026-12-01", "09:00", "11:00"),))
    meeting = a_meeting(tmp_path / "w.review", plan)

    panel = made(qtbot, meeting, desk_for)

    assert "超出结束时间30分钟" in part(panel, Notice, "agenda_warning").text()


def test_an_order_with_fewer_exits_is_offered_and_taken_by_a_button(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    payload = Payload(applications=(an_application("P3"),))
    apply_import(meeting.staff, a_plan(ImportKind.APPLICATIONS, payload))
    for number in ("P1", "P3"):
        set_aside(
            meeting.staff,
            application=number,
            reviewer="R2",
            state=SheetState.RECUSED,
            reason="合作",
        )
    panel = made(qtbot, meeting, desk_for)
    notice = part(panel, Notice, "agenda_notice")
    assert "需离场2次" in notice.text()

    notice.press()

    assert stands(meeting.staff)[1:4] == ["P1", "P3", "P2"]
    assert not notice.isVisible()


def test_without_a_session_the_agenda_says_what_comes_first(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    workspace = a_workspace(tmp_path / "w.review")

    panel = shown(qtbot, desk_for(workspace, workspace.actor))

    assert not part(panel, QPushButton, "insert_item").isVisible()


def test_the_model_of_the_agenda_is_sound(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    panel = made(qtbot, meeting, desk_for)
    table = part(panel, AgendaTable)
    tester = QAbstractItemModelTester(
        table.items, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert tester.model() is table.items
