"""Signing in the window: ticks of staff, PINs of members, papers and scans."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.session import SessionPlan, Signing
from reviewer_app.queries.report_check import read_code
from reviewer_app.storage.signing import load_papers, load_signatures
from reviewer_app.workflow.close_session import settle_results
from reviewer_app.workflow.deliberate import state_dissent
from reviewer_app.workflow.pins import set_pin
from reviewer_app.workflow.sign import sign_document
from tests.session.meeting import (
    DAYS,
    SUPERVISOR,
    Meeting,
    reviewer,
    to_final,
)
from tests.session.test_signing import a_picture
from tests.ui.session.at_closing import find, page_of, press, texts
from tests.ui.waiting import settle
from ui import messages
from ui.desk import Desk
from ui.dialogs.pages import PagesDialog
from ui.screens.session.closing.page import ClosingPage
from ui.widgets.notice import Notice
from ui.widgets.pin_form import PinForm

Make = Callable[..., Desk]
Patch = pytest.MonkeyPatch


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Everything is decided; the gate is green."""
    return to_final(tmp_path / "w.review")


@pytest.fixture
def settled(meeting: Meeting) -> Meeting:
    """Version 1 is settled, nothing is signed."""
    settle_results(meeting.staff)
    return meeting


def sign_page(qtbot: QtBot, desk: Desk) -> ClosingPage:
    page = page_of(qtbot, desk, "sign")
    settle(page)
    return page


def tick(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Tick with the keyboard."""
    box = page.findChild(QCheckBox, name)
    assert isinstance(box, QCheckBox), name
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def signers(meeting: Meeting, document: str) -> list[str]:
    return [one.number or one.person for one in load_signatures(meeting.staff.store)
            if one.document == document]  # fmt: skip


def test_staff_tick_who_signed_by_hand_after_one_confirmation(
    qtbot: QtBot, settled: Meeting, desk_for: Make
) -> None:
    page = sign_page(qtbot, desk_for(settled.staff, settled.staff.actor))
    assert "还缺 12 个签字" in texts(page), "three by each expert, two more of the leader, one"

    tick(qtbot, page, "tick_11_R2")
    tick(qtbot, page, "tick_all_14")
    assert find(page, "note_signatures").text() == "登记 4 个签字(&N)…"
    press(qtbot, page, "note_signatures")
    with qtbot.waitSignal(page.said, timeout=20_000):
        press(qtbot, page, "confirm")
    settle(page)

    assert signers(settled, "11") == ["R2"]
    assert signers(settled, "14") == ["R1", "R2", "R3"]
    qtbot.waitUntil(lambda: "还缺 8 个签字" in texts(page))


def test_members_and_supervisor_tick_nothing(
    qtbot: QtBot, settled: Meeting, desk_for: Make
) -> None:
    for who in (reviewer("R2"), SUPERVISOR):
        page = sign_page(qtbot, desk_for(settled.staff, who))

        assert "还缺 12 个签字" in texts(page)
        assert page.findChildren(QCheckBox) == []


def test_a_member_signs_all_own_documents_by_one_pin(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_final(tmp_path / "pin.review", SessionPlan(DAYS, signing=Signing.PIN))
    set_pin(meeting.by("R2"), "380274")
    settle_results(meeting.staff)
    page = sign_page(qtbot, desk_for(meeting.staff, reviewer("R2")))
    assert "有 3 份文件待您签字" in texts(page)

    type_pin(qtbot, page, "111213")
    qtbot.waitUntil(lambda: bool(pin_form(page).text()), timeout=20_000)
    settle(page)
    assert load_signatures(meeting.staff.store) == ()
    meeting.clock.set("2026-12-01 17:00")
    with qtbot.waitSignal(page.said, timeout=20_000):
        pin_form(page).given.emit("380274")

    settle(page)
    assert {one.document for one in load_signatures(meeting.staff.store)} == {"11", "14", "16"}
    assert not page.findChildren(QFrame, "own_papers")[0].isVisible()


def pin_form(page: QWidget) -> PinForm:
    found = page.findChild(PinForm, "sign_by_pin")
    assert isinstance(found, PinForm)
    return found


def type_pin(qtbot: QtBot, page: QWidget, pin: str) -> None:
    field = pin_form(page).focusProxy()
    qtbot.keyClicks(field, pin)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_changed_document_is_said_and_issued_anew(
    qtbot: QtBot, settled: Meeting, desk_for: Make
) -> None:
    sign_document(settled.staff, "15", reviewer("R1"))
    state_dissent(settled.by("R3"), reviewer="R3", application="P1", text="测试集与训练集有重叠。")
    page = sign_page(qtbot, desk_for(settled.staff, settled.staff.actor))
    assert "内容与出具时不一致" in texts(page)

    settle(page)
    page.findChild(Notice, "changed_documents").press()  # type: ignore[union-attr]
    with qtbot.waitSignal(page.said, timeout=20_000):
        press(qtbot, page, "confirm")

    settle(page)
    assert "签的是旧文本" in boxes(page)
    assert "内容与出具时不一致" not in texts(page)


def boxes(page: QWidget) -> str:
    return "\n".join(box.text() for box in page.findChildren(QCheckBox))


def test_documents_are_read_and_saved_as_they_were_issued(
    qtbot: QtBot, settled: Meeting, desk_for: Make, tmp_path: Path, monkeypatch: Patch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(messages, "choose_folder", lambda *_given: folder)
    page = sign_page(qtbot, desk_for(settled.staff, settled.staff.actor))

    press(qtbot, page, "read_11")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(PagesDialog)), timeout=20_000)
    page.window().findChildren(PagesDialog)[0].accept()
    press(qtbot, page, "save_documents")
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) == 5, timeout=30_000)

    qtbot.waitUntil(lambda: "已写入" in texts(page), timeout=20_000)
    settle(page)
    code = {one.document: one.code for one in load_papers(settled.staff.store)}["11"]
    found = read_code(folder / "11-ranking.pdf")
    assert code == f"11-ranking · {found.sequence} · {found.digest}"


def test_a_scan_is_attached_and_seen(
    qtbot: QtBot, settled: Meeting, desk_for: Make, tmp_path: Path, monkeypatch: Patch
) -> None:
    picture = a_picture(tmp_path)
    monkeypatch.setattr(messages, "choose_file", lambda *_given: picture)
    page = sign_page(qtbot, desk_for(settled.staff, settled.staff.actor))

    press(qtbot, page, "scans_11")
    press(qtbot, page.window(), "attach_scan")
    qtbot.waitUntil(lambda: find(page, "scans_11").text() == "1", timeout=20_000)
    press(qtbot, page, "scans_11")
    qtbot.waitUntil(lambda: page.window().findChild(QPushButton, "see_scan_0") is not None)
    press(qtbot, page.window(), "see_scan_0")

    qtbot.waitUntil(lambda: bool(page.window().findChildren(PagesDialog)))
    page.window().findChildren(PagesDialog)[0].accept()
