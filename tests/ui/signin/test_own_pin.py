"""Everybody sets and changes the own PIN from the head of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.ui.signin.conftest import PIN, Room, pause
from ui.dialogs.own_pin import OwnPin

RETURN = Qt.Key.Key_Return


def ask(room: Room) -> OwnPin:
    """Choose "My PIN" at the head of the window."""
    [menu] = [made for made in room.window.findChildren(QMenu) if "我的口令…" in words(made)]
    menu.actions()[0].trigger()
    pause(20)
    [dialog] = [made for made in room.window.findChildren(OwnPin) if made.isVisible()]
    return dialog


def words(menu: QMenu) -> list[str]:
    """The lines of a menu."""
    return [action.text() for action in menu.actions()]


def test_a_reviewer_sets_a_pin_and_is_asked_for_it(room: Room) -> None:
    room.press("专家2")
    ask(room)
    room.keys("902713", RETURN, "902713", RETURN)
    room.settle()
    assert "口令已保存" in room.said()

    room.press("退出登录")
    room.press("专家2")
    room.keys("902713", RETURN)
    room.settle()

    assert room.window.current_place() == "scoring"


def test_a_change_needs_the_present_pin(room: Room) -> None:
    room.press("专家1")
    room.keys(PIN, RETURN)
    room.settle()
    dialog = ask(room)

    room.keys("000000", RETURN, "902713", RETURN, "902713", RETURN)
    room.settle()

    assert dialog.isVisible()
    assert "口令不正确" in dialog.text()


def test_a_new_pin_holds_for_the_lock_too(room: Room) -> None:
    room.press("专家2")
    ask(room)
    room.keys("902713", RETURN, "902713", RETURN)
    room.settle()

    room.window.locking.emit()
    assert "继续工作" not in room.said()
    room.keys("902713", RETURN)
    room.settle()

    screen = room.window.current_screen()
    assert screen is not None
    assert screen.isVisible()
