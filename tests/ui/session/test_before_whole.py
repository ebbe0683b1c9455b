"""A clerk prepares a whole meeting through the window, from nothing to the opening."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session import moment_now
from reviewer_app.workspace import Workspace
from tests.session.meeting import PANEL
from ui.desk import Desk
from ui.screens.session.before.setup import SetupPanel
from ui.screens.session.screen import SessionPlace

Make = Callable[..., Desk]


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, desk_for: Make) -> SessionPlace:
    place = SessionPlace(desk_for(workspace, workspace.actor))
    qtbot.addWidget(place)
    place.resize(1100, 700)
    place.show()
    return place


def press(place: QWidget, name: str) -> None:
    found = place.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isEnabled(), name
    found.click()


def answer(place: QWidget, name: str) -> None:
    dialog = next(one for one in place.findChildren(QDialog) if one.isVisible())
    press(dialog, name)


def test_a_meeting_is_prepared_from_nothing_to_the_opening(place: SessionPlace) -> None:
    press(place, "step_setup")
    field = place.findChild(QLineEdit, "place")
    assert field is not None
    field.setText("三楼会议室")
    press(place, "begin_session")
    answer(place, "confirm")
    press(place, "step_people")
    for number in PANEL:
        press(place, f"arrive_{number}")
    press(place, "step_statements")
    for number in PANEL:
        press(place, f"signed_{number}")
    press(place, "step_leader")
    choice = place.findChild(QComboBox, "leader_choice")
    assert choice is not None
    choice.setCurrentIndex(choice.findData("R3"))
    press(place, "choose_leader")
    press(place, "next_phase")
    answer(place, "confirm")

    assert place.desk.look(moment_now).phase is SessionPhase.SCORING


def test_setting_up_is_reached_from_the_strip_at_any_step(place: SessionPlace) -> None:
    press(place, "step_people")
    press(place, "next_phase")
    setup = place.findChild(QPushButton, "step_setup")

    assert setup is not None
    assert setup.isChecked()


def test_setting_up_leads_to_the_first_day_also_from_the_end_of_the_form(
    place: SessionPlace,
) -> None:
    press(place, "next_phase")
    panel = place.findChild(SetupPanel)
    assert panel is not None
    area = panel.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())

    press(place, "next_phase")

    focused = place.focusWidget()
    assert bar.maximum() > bar.value() == 0
    assert focused is not None
    assert focused.objectName() == "day_1_date"
