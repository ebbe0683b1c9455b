"""Signing in: a name, then the PIN of who has one."""

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from reviewer_app.workflow import pins
from tests.ui.signin.conftest import PIN, Room, pause

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_who_has_a_pin_signs_in_by_it(room: Room) -> None:
    room.press("专家1")
    assert room.window.current_screen() is None

    room.keys(PIN, RETURN)
    room.settle()

    assert room.window.current_place() == "scoring"
    assert "R1 专家1" in room.said()


def test_who_has_none_signs_in_by_the_name(room: Room) -> None:
    room.press("专家2")

    assert room.window.current_place() == "scoring"


def test_a_pin_is_not_readable_while_it_is_typed(room: Room) -> None:
    room.press("专家1")
    [field] = room.seen(QLineEdit)

    room.keys(PIN)

    assert field.text() == PIN
    assert PIN not in field.displayText()


def test_a_wrong_pin_is_said_and_the_wait_is_counted_down(room: Room) -> None:
    room.press("专家1")
    room.keys("000000", RETURN)
    room.settle()

    assert room.window.current_screen() is None
    assert "口令不正确，请1秒后再试。" in room.said()
    room.keys(PIN, RETURN)
    room.settle()
    assert room.window.current_screen() is None, "a try before the wait is over is not heard"
    pause(1100)
    assert "现在可以重新输入。" in room.said()
    room.keys(RETURN)
    room.settle()
    assert room.window.current_place() == "scoring", "what was typed meanwhile is still there"


def test_escape_goes_back_to_the_names(room: Room) -> None:
    room.press("专家1")

    room.keys(ESCAPE)

    assert "请选择您的姓名" in room.said()
    room.press("专家2")
    assert "R2 专家2" in room.said()


def test_the_window_answers_while_a_pin_is_looked_at(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.press("专家1")
    beats: list[float] = []
    heart = QTimer(interval=20)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))

    def look_slowly(_pin: str, _kept: str) -> bool:
        time.sleep(0.6)
        return True

    monkeypatch.setattr(pins, "is_pin", look_slowly)
    heart.start()

    room.keys(PIN, RETURN)
    pause(200)
    assert "请稍候…" in room.said()
    pause(700)

    assert room.window.current_place() == "scoring"
    assert max(after - before for before, after in pairwise(beats)) < 0.4
    heart.stop()
