"""The lock: nothing is readable, work goes on, and everything comes back as it was."""

import threading
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.ui.signin.conftest import PIN, R1, STAFF, Room, pause, verbs
from tests.ui.test_spoken import unnamed
from ui import messages
from ui.idle import IdleWatch
from ui.jobs import Job, Progress
from ui.screens.entry.grid_view import PaperGrid
from ui.screens.scoring.screen import Scoring
from ui.screens.signin.lock_page import LockPage

RETURN = Qt.Key.Key_Return


def sit_down(room: Room) -> Scoring:
    """R1 signs in."""
    room.press(R1.name)
    room.keys(PIN, RETURN)
    room.settle()
    place = room.window.current_screen()
    assert isinstance(place, Scoring)
    return place


def unlock(room: Room) -> None:
    """R1 types the PIN at the lock."""
    room.keys(PIN, RETURN)
    room.settle()


def is_locked(room: Room) -> bool:
    """Whether the lock is seen."""
    return bool(room.seen(LockPage))


def test_the_lock_returns_to_the_same_row_and_half_typed_text(room: Room) -> None:
    place = sit_down(room)
    room.keys(Qt.Key.Key_Down, "1.")
    field = place.form.rows[1].field
    assert QApplication.focusWidget() is field

    room.window.locking.emit()
    unlock(room)

    assert room.window.current_screen() is place
    assert place.isVisible()
    assert QApplication.focusWidget() is field
    assert field.text() == "1."
    room.keys("5", RETURN)
    assert field.text() == "1.5"


def test_a_comment_half_typed_is_gone_on_with(room: Room) -> None:
    place = sit_down(room)
    room.keys("c")
    comment = QApplication.focusWidget()
    assert isinstance(comment, QPlainTextEdit)
    room.keys("solid wo")

    room.window.locking.emit()
    unlock(room)
    room.keys("rk")

    assert place.isVisible()
    assert comment.toPlainText() == "solid work"


def test_a_cell_half_typed_stays_open(room: Room) -> None:
    room.press(STAFF.name)
    room.go("entry")
    grid = room.seen(PaperGrid)[0]
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_1)
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)

    room.window.locking.emit()
    room.press("继续工作")

    assert QApplication.focusWidget() is cell
    assert cell.text() == "1"
    assert verbs(room)[-1][0] != "type_paper_score"


def test_nothing_is_readable_under_the_lock(room: Room) -> None:
    place = sit_down(room)
    title = room.window.windowTitle()

    room.window.locking.emit()

    assert not place.isVisible()
    assert "测试批次" in title
    assert "测试批次" not in room.said()
    assert "A0001" not in room.said()
    unlock(room)
    assert room.window.windowTitle() == title


def test_where_no_pin_is_kept_a_click_on_the_own_name_goes_on(room: Room) -> None:
    room.press(STAFF.name)
    place = room.window.current_screen()
    room.window.locking.emit()

    room.press(f"{STAFF.name}，继续工作")

    assert not is_locked(room)
    assert room.window.current_screen() is place


def test_a_wrong_pin_keeps_the_window_locked(room: Room) -> None:
    sit_down(room)
    room.window.locking.emit()

    room.keys("000000", RETURN)
    room.settle()

    assert is_locked(room)
    assert "口令不正确" in room.said()


def test_somebody_else_signs_in_after_what_was_typed_is_kept(room: Room) -> None:
    sit_down(room)
    room.keys("1.5")
    room.window.locking.emit()

    room.press("换人登录")

    assert "请选择您的姓名" in room.said()
    assert verbs(room)[-1][:2] == ("give_score", R1.name)


def test_a_cell_half_typed_is_kept_before_somebody_else_signs_in(room: Room) -> None:
    room.press(STAFF.name)
    room.go("entry")
    grid = room.seen(PaperGrid)[0]
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_1)
    room.window.locking.emit()

    room.press("换人登录")

    assert verbs(room)[-1][:2] == ("type_paper_score", STAFF.name)


def test_a_dialog_is_put_aside_and_comes_back_with_its_text(room: Room) -> None:
    room.press(STAFF.name)
    assert room.shell.seat is not None
    room.shell.seat.ask_own_pin()
    pause(20)
    room.keys("9027")
    typed = room.seen(QLineEdit)[-2]
    assert typed.text() == "9027"

    room.window.locking.emit()
    assert not typed.isVisible()
    room.press("继续工作")

    assert typed.isVisible()
    assert typed.text() == "9027"


def test_a_question_that_waits_gets_its_safe_answer(room: Room) -> None:
    room.press(STAFF.name)
    QTimer.singleShot(50, room.window.locking.emit)

    answer = messages.ask(room.window, "?", yes="Delete", no="Keep")

    assert not answer
    assert is_locked(room)


def test_a_running_job_goes_on_under_the_lock_which_opens_after_it(room: Room) -> None:
    sit_down(room)
    goes_on = threading.Event()

    def run(progress: Progress) -> str:
        progress.tell(12, 24, "secret")
        goes_on.wait(10)
        return "done"

    answers: list[str] = []
    room.shell.jobs.start(Job("Writing", run, answers.append))
    room.window.locking.emit()
    pause(50)
    assert "12/24" in room.said()
    assert "secret" not in room.said()
    room.keys(PIN, RETURN)
    pause(50)
    assert is_locked(room)

    goes_on.set()
    pause(100)
    room.settle()

    assert answers == ["done"]
    assert not is_locked(room)


def test_an_untouched_window_locks_itself(room: Room) -> None:
    sit_down(room)
    watch(room).set_after(timedelta(milliseconds=200))

    pause(600)

    assert is_locked(room)


def test_every_key_and_every_move_of_the_mouse_counts_as_a_touch(room: Room) -> None:
    sit_down(room)
    handle = room.window.windowHandle()
    watch(room).set_after(timedelta(milliseconds=600))

    for step in range(10):
        if step % 2:
            QTest.keyClick(handle, Qt.Key.Key_Shift)
        else:
            QTest.mouseMove(handle, room.window.rect().center())
        pause(150)

    assert not is_locked(room)


def test_the_names_are_never_locked(room: Room) -> None:
    sit_down(room)
    room.press("退出登录")
    room.window.locking.emit()

    assert not is_locked(room)


def test_a_locked_window_can_be_closed_by_anybody(room: Room) -> None:
    sit_down(room)
    room.keys("99")
    room.window.locking.emit()

    room.window.close()
    pause(300)

    assert not room.window.isVisible()


def test_every_control_of_lock_and_pin_has_a_name(room: Room) -> None:
    silent: list[str] = []
    sit_down(room)
    room.window.locking.emit()
    silent += unnamed(room.window)
    unlock(room)
    assert room.shell.seat is not None
    room.shell.seat.ask_own_pin()
    pause(20)
    silent += unnamed(room.window)

    assert silent == []


def watch(room: Room) -> IdleWatch:
    """What counts the time since the last touch."""
    assert room.shell.seat is not None
    found = room.shell.seat.findChild(IdleWatch)
    assert isinstance(found, IdleWatch)
    return found
