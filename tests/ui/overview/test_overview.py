"""The overview leads, by one click, to where each open thing is mended."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.gate import CheckKey, CheckState
from reviewer_app.domain.person import Actor, Role
from reviewer_app.queries.batch import batch_settings
from reviewer_app.workspace import Workspace
from tests.builders import score_sheet
from tests.ui.waiting import settle
from ui.desk import Desk
from ui.dialogs.batch_setup import BatchSetup
from ui.dialogs.scheme_confirm import SchemeConfirm
from ui.place import Destination
from ui.screens.overview.screen import Overview
from ui.widgets.check_row import CheckRow

WANG = Actor("王干事", Role.SECRETARY)

DeskMaker = Callable[..., Desk]


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, desk_for: DeskMaker) -> Overview:
    made = Overview(desk_for(workspace, WANG))
    qtbot.addWidget(made)
    made.resize(1180, 620)
    made.show()
    return made


def row(place: Overview, key: CheckKey) -> CheckRow:
    settle(place)
    found = place.findChild(CheckRow, key.value)
    assert isinstance(found, CheckRow)
    return found


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def state(place: Overview, key: CheckKey) -> CheckState:
    settle(place)
    return next(check.state for check in place.shown.checks if check.key is key)


def test_the_next_step_stands_first_with_the_one_main_button(place: Overview) -> None:
    settle(place)
    primary = [
        made for made in place.findChildren(QPushButton) if made.property("kind") == "primary"
    ]

    assert [made.text() for made in primary] == ["填写单位"]


def test_a_click_on_a_check_goes_to_the_first_thing_it_is_about(
    qtbot: QtBot, place: Overview
) -> None:
    with qtbot.waitSignal(place.going) as gone:
        press(qtbot, row(place, CheckKey.FORMAL))

    assert gone.args == [Destination("applications", "P1", "formal")]


def test_naming_the_bureau_turns_the_check_green(
    qtbot: QtBot, place: Overview, workspace: Workspace
) -> None:
    press(qtbot, row(place, CheckKey.BUREAU))
    dialog = place.findChild(BatchSetup)
    assert isinstance(dialog, BatchSetup)
    field = dialog.findChild(QLineEdit, "bureau.name")
    assert isinstance(field, QLineEdit)

    qtbot.keyClicks(field, "XM GXJ")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert batch_settings(workspace) == {"bureau.name": "XM GXJ"}
    assert state(place, CheckKey.BUREAU) is CheckState.DONE
    assert dialog.isVisible()


def test_confirming_the_scheme_turns_the_check_green(qtbot: QtBot, place: Overview) -> None:
    press(qtbot, row(place, CheckKey.SCHEME))
    dialog = place.findChild(SchemeConfirm)
    assert isinstance(dialog, SchemeConfirm)
    confirm = next(
        made for made in dialog.findChildren(QPushButton) if made.property("kind") == "primary"
    )

    press(qtbot, confirm)

    assert state(place, CheckKey.SCHEME) is CheckState.DONE


def test_verify_runs_here_and_turns_green(
    qtbot: QtBot, place: Overview, workspace: Workspace
) -> None:
    for application in ("P1", "P2"):
        for reviewer in ("R1", "R2", "R3"):
            score_sheet(workspace, application, reviewer, "30", "30")
    place.look_again()

    with qtbot.waitSignal(place.said):
        press(qtbot, row(place, CheckKey.VERIFY))

    assert state(place, CheckKey.VERIFY) is CheckState.DONE


def test_nothing_of_a_score_stands_here(place: Overview, workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "37.5", "41.5")
    place.look_again()
    settle(place)

    texts = " ".join(found.text() for found in place.findChildren(QLabel))

    assert not any(score in texts for score in ("37.5", "41.5", "79"))


def test_the_bureau_leader_is_led_nowhere_that_is_not_his(
    qtbot: QtBot, workspace: Workspace, desk_for: DeskMaker
) -> None:
    made = Overview(desk_for(workspace, Actor("局长", Role.BUREAU_LEADER)))
    qtbot.addWidget(made)
    made.show()

    assert not row(made, CheckKey.FORMAL).isEnabled()


def test_every_row_is_spoken_with_its_state(place: Overview) -> None:
    assert row(place, CheckKey.APPLICATIONS).accessibleName() == "申报项目导入, 已完成"
