"""The night in the window: locked in the evening, compared in the morning."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.reports.reading_back import text_of
from reviewer_app.storage.room import load_recesses
from reviewer_app.workflow.night import lock_evening
from tests.session.meeting import (
    SUPERVISOR,
    Meeting,
    to_final,
)
from tests.storage.files import a_deed
from tests.ui.session.at_closing import find, page_of, press, texts
from tests.ui.waiting import settle
from ui import messages
from ui.desk import Desk
from ui.screens.session.closing.page import ClosingPage
from ui.screens.session.screen import SessionPlace

Make = Callable[..., Desk]
Patch = pytest.MonkeyPatch


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Everything is decided; the gate is green."""
    return to_final(tmp_path / "w.review")


def night_page(qtbot: QtBot, desk: Desk) -> ClosingPage:
    return page_of(qtbot, desk, "night")


def test_the_night_is_locked_and_opened_by_what_stands_on_the_paper(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    meeting.clock.set("2026-12-01 18:00")
    desk = desk_for(meeting.staff, meeting.staff.actor)
    page = night_page(qtbot, desk)
    press(qtbot, page, "lock_evening")
    press(qtbot, page, "confirm")
    qtbot.waitUntil(lambda: shown_head(page) != "", timeout=30_000)
    paper = shown_head(page)
    head = meeting.staff.store.head()[1]
    assert paper.replace(" ", "") == head[:12]
    assert len(paper) == 14, "three groups of four"

    field = page.findChild(QLineEdit, "typed_head")
    qtbot.keyClicks(field, "0000 1111 2222")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert meeting.staff.moment.locked == "2026-12-01"
    field.clear()  # type: ignore[union-attr]
    qtbot.keyClicks(field, paper.replace(" ", "").upper())
    with qtbot.waitSignal(page.said):
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert meeting.staff.moment.locked == ""
    assert "王干事 于 2026-12-01 18:00 锁库" in texts(page)


def shown_head(page: QWidget) -> str:
    found = page.findChild(QLabel, "chain_head")
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def test_the_sealing_sheet_of_the_night_is_saved_with_the_head(
    qtbot: QtBot, meeting: Meeting, desk_for: Make, tmp_path: Path, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_given: tmp_path)
    meeting.clock.set("2026-12-01 18:00")
    page = night_page(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    press(qtbot, page, "lock_evening")
    press(qtbot, page, "confirm")
    qtbot.waitUntil(lambda: shown_head(page) != "", timeout=30_000)

    press(qtbot, page, "save_night_sheet")

    sheet = tmp_path / "31-closing-sheet.pdf"
    qtbot.waitUntil(lambda: "已写入" in texts(page), timeout=30_000)
    assert shown_head(page) in text_of(sheet), "the paper carries what the screen shows"


def test_the_head_is_gone_once_the_page_was_left(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    meeting.clock.set("2026-12-01 18:00")
    page = night_page(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    press(qtbot, page, "lock_evening")
    press(qtbot, page, "confirm")
    qtbot.waitUntil(lambda: shown_head(page) != "", timeout=30_000)

    page.show_step("gate")
    page.show_step("night")

    assert shown_head(page) == ""


def test_what_was_written_overnight_is_listed_and_the_supervisor_opens(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    meeting.clock.set("2026-12-01 18:00")
    lock_evening(meeting.staff)
    with meeting.staff.store.write(a_deed()):
        meeting.staff.store.change("UPDATE session SET host = 'x'")
    staff = night_page(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    assert "只能由监督人员" in texts(staff)
    assert not find(staff, "open_with_note").isVisible()

    page = night_page(qtbot, desk_for(meeting.staff, SUPERVISOR))
    press(qtbot, page, "open_with_note")
    qtbot.keyClicks(page.findChild(QLineEdit, "reason"), "upgrade, looked into")
    with qtbot.waitSignal(page.said):
        press(qtbot, page, "confirm")

    assert meeting.staff.moment.locked == ""
    assert "upgrade, looked into" in texts(page)


def test_a_locked_batch_opens_at_the_morning_check(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    meeting.clock.set("2026-12-01 18:00")
    lock_evening(meeting.staff)

    place = SessionPlace(desk_for(meeting.staff, meeting.staff.actor))
    qtbot.addWidget(place, before_close_func=settle)
    with qtbot.waitExposed(place):
        place.show()

    assert isinstance(place.page, ClosingPage)
    assert place.findChild(QLineEdit, "typed_head").isVisible()  # type: ignore[union-attr]


def test_the_meeting_is_adjourned_and_resumed(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = night_page(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    press(qtbot, page, "adjourn_or_resume")
    qtbot.keyClicks(page.findChild(QLineEdit, "reason"), "until tomorrow")
    press(qtbot, page, "confirm")
    assert "休会" in texts(page)
    press(qtbot, page, "adjourn_or_resume")

    [row] = load_recesses(meeting.staff.store)
    assert row.reason == "until tomorrow"
    assert row.ended_at
