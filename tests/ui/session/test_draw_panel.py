"""The draw as a clerk and a supervisor do it: list, seats, seed, answers, seats taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.drawing import DrawPurpose
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.storage.experts import load_experts
from reviewer_app.storage.people import load_reviewers
from reviewer_app.workflow.draw_lots import drawn_now
from reviewer_app.workflow.expert_list import take_list
from tests.builders import a_plan
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting
from tests.ui.session.controls import answer, part, press
from ui.desk import Desk
from ui.dialogs.import_panel import ImportPanel
from ui.screens.session.before.draw import DrawPanel

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Three technical experts on the list, one of them of an applicant."""
    made = a_meeting(tmp_path / "w.review")
    people = (
        Reviewer("E1", "甲", "甲大学", "教授", "技术"),
        Reviewer("E2", "乙", "虚构单位", "教授", "技术"),
        Reviewer("E3", "丙", "丙大学", "教授", "技术"),
    )
    take_list(made.staff, a_plan(ImportKind.REVIEWERS, Payload(reviewers=people)))
    return made


def shown(qtbot: QtBot, desk: Desk) -> DrawPanel:
    panel = DrawPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 560)
    panel.show()
    return panel


def draw(qtbot: QtBot, panel: DrawPanel) -> None:
    part(panel, QSpinBox, "seats_技术").setValue(1)
    qtbot.keyClicks(part(panel, QLineEdit, "seed"), "314159")
    press(qtbot, panel, "draw_panel")
    answer(qtbot)


def test_an_empty_list_says_what_goes_there(qtbot: QtBot, tmp_path: Path, desk_for: Make) -> None:
    made = a_meeting(tmp_path / "w.review")
    panel = shown(qtbot, desk_for(made.staff, made.staff.actor))

    assert any("名单" in told.text() for told in panel.findChildren(QLabel) if told.isVisible())
    press(qtbot, panel, "take_panel")
    assert set(load_experts(made.staff.store)) == {"R1", "R2", "R3"}


def test_an_expert_is_shut_out_with_a_reason(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    table = part(panel, QTableView, "expert_list")
    table.selectRow(0)

    press(qtbot, panel, "shut_out")
    answer(qtbot, "abroad")

    assert load_experts(meeting.staff.store)["E1"].reason == "abroad"
    assert "不参加抽取2人" in part(panel, QLabel, "expert_count").text()


def test_drawn_answered_and_seated(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    """E2 works for the applicant: only E1 and E3 are drawn from."""
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    draw(qtbot, panel)
    press(qtbot, panel, "declines")
    answer(qtbot, "ill")
    table = part(panel, QTableView, "picks")
    table.selectRow(1)
    press(qtbot, panel, "comes")
    press(qtbot, panel, "seat_panel")

    now = drawn_now(meeting.staff, DrawPurpose.PANEL)
    assert now is not None
    assert [(pick.answer.value, pick.note) for pick in now.picks] == [
        ("refused", "ill"),
        ("accepted", ""),
    ]
    seated = load_reviewers(meeting.staff.store)["R4"]
    assert seated.name == {"E1": "甲", "E3": "丙"}[now.picks[1].subject]


def test_the_screen_says_how_to_draw_again(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, SUPERVISOR))
    draw(qtbot, panel)

    assert "“314159:1:编号”" in part(panel, QLabel, "draw_again").text()


def test_a_draw_without_seats_says_so_and_keeps_what_was_typed(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    desk = desk_for(meeting.staff, meeting.staff.actor)
    panel = shown(qtbot, desk)
    qtbot.keyClicks(part(panel, QLineEdit, "seed"), "314159")
    press(qtbot, panel, "draw_panel")

    with qtbot.waitSignal(desk.refused):
        answer(qtbot)

    assert part(panel, QLineEdit, "seed").text() == "314159"


def test_the_tables_are_sound(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    testers = [
        QAbstractItemModelTester(
            part(panel, QTableView, name).model(),
            QAbstractItemModelTester.FailureReportingMode.Fatal,
        )
        for name in ("expert_list", "picks")
    ]

    draw(qtbot, panel)

    assert len(testers) == 2


def test_a_workbook_is_looked_at_and_taken_into_the_list(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    made = a_meeting(tmp_path / "w.review")
    (tmp_path / "list.csv").write_text(
        "专家编号,姓名,单位,职称,专业\nE1,甲,甲大学,教授,技术\nE2,乙,乙大学,教授,财务\n", "utf-8"
    )
    panel = shown(qtbot, desk_for(made.staff, made.staff.actor))

    panel.import_list(tmp_path / "list.csv")
    imports = part(panel, ImportPanel)
    buttons = imports.findChildren(QPushButton)
    [take] = [one for one in buttons if one.property("kind") == "primary"]
    preview = part(imports, QTableView).model()
    qtbot.waitUntil(lambda: preview.rowCount() == 2, timeout=20_000)
    with qtbot.waitSignal(panel.said, timeout=20_000):
        take.click()

    found = load_experts(made.staff.store)
    assert [(one.person.name, one.person.speciality) for one in found.values()] == [
        ("甲", "技术"),
        ("乙", "财务"),
    ]
    assert set(load_reviewers(made.staff.store)) == {"R1", "R2", "R3"}
    assert part(panel, QSpinBox, "seats_财务").isVisible()


def test_what_does_not_count_as_technical_is_remembered(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    part(panel, QCheckBox, "technical_技术").click()

    again = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert not part(again, QCheckBox, "technical_技术").isChecked()


def test_the_screen_says_what_the_coming_panel_lacks(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    draw(qtbot, panel)

    press(qtbot, panel, "comes")

    assert part(panel, QLabel, "composition").text() == "已答复参加1人。 专家组不足五人。"


def test_a_supervisor_draws_but_keeps_no_list(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, SUPERVISOR))

    assert not part(panel, QPushButton, "import_list").isEnabled()
    assert part(panel, QPushButton, "draw_panel").isEnabled()
