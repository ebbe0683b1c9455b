"""What the batch demands, and what the administrator does about a forgotten PIN."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from reviewer_app.domain.batch_setup import PINS, PINS_DEMANDED
from reviewer_app.queries.sign_in import sign_in_rules
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workspace import open_workspace
from tests.builders import some_surroundings
from tests.ui.signin.conftest import ADMIN, STAFF, Room, verbs

RETURN = Qt.Key.Key_Return


@pytest.fixture
def demanding(batch: Path) -> Path:
    """In this batch nobody signs in without a PIN."""
    workspace = open_workspace(batch, some_surroundings())
    change_setting(workspace, PINS, PINS_DEMANDED)
    workspace.close()
    return batch


def test_where_pins_are_demanded_one_chooses_the_own_at_first_sign_in(
    demanding: Path, room: Room
) -> None:
    room.press("专家2")
    room.keys("902713", RETURN, "902713", RETURN)
    room.settle()

    assert room.window.current_place() == "scoring"
    assert verbs(room)[-1][:2] == ("set_pin", "专家2")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("123456", "123456", "口令至少6位"), ("902713", "902731", "两次输入不一致")],
)
def test_a_plain_or_mistyped_first_pin_is_refused_in_words(
    demanding: Path, room: Room, first: str, second: str, told: str
) -> None:
    room.press("专家2")
    room.keys(first, RETURN, second, RETURN)
    room.settle()

    assert room.window.current_screen() is None
    assert told in room.said()
    assert [field.text() for field in room.seen(QLineEdit)] == ["", ""]


def test_where_pins_are_demanded_nobody_enters_themselves(demanding: Path, room: Room) -> None:
    assert "添加并登录" not in room.said()
    assert "请由工作人员在" in room.said()


def test_the_secretary_demands_pins_in_the_settings(room: Room) -> None:
    room.press(STAFF.name)
    room.go("settings")
    [switch] = [made for made in room.seen(QCheckBox) if "口令" in made.text()]

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(12, switch.height() // 2))

    assert verbs(room)[-1][:2] == ("change_setting", STAFF.name)
    assert switch.isChecked()


def test_the_administrator_takes_a_forgotten_pin_away_with_a_reason(room: Room) -> None:
    room.press(ADMIN.name)
    room.press("重置…")
    room.keys("forgotten, seen in person")
    [do] = [made for made in room.buttons() if made.text() == "重置"]
    QTest.mouseClick(do, Qt.MouseButton.LeftButton)

    assert verbs(room)[-1] == ("reset_pin", ADMIN.name, "forgotten, seen in person")
    assert room.shell.seat is not None
    rules = sign_in_rules(room.shell.seat.batch.acting(ADMIN.actor))
    assert [state.person.number for state in rules.people if state.has_pin] == []


def test_the_secretary_sees_who_has_a_pin_and_takes_none_away(room: Room) -> None:
    room.press(STAFF.name)
    room.go("settings")

    assert "已设口令" in room.said()
    assert "重置…" not in room.said()
