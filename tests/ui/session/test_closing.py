"""Closing in the window: the gate, the settled results, the seal, reconvening."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session import session_of
from reviewer_app.storage.attachments import digest_of
from reviewer_app.storage.closing import load_overrides, load_reconvenings, load_snapshots
from reviewer_app.storage.exports import SEALED, exports_of
from reviewer_app.storage.signing import load_scans
from reviewer_app.workflow.close_session import close_session, settle_results
from reviewer_app.workflow.correct_input import correct_input
from reviewer_app.workflow.sign import sign_document
from reviewer_app.workspace import backup_folder
from tests.session.meeting import (
    BUREAU,
    Meeting,
    reviewer,
    to_final,
    to_scoring,
)
from tests.session.test_signing import a_picture
from tests.ui.session.at_closing import find, page_of, press, texts
from tests.ui.waiting import settle
from ui import messages
from ui.desk import Desk
from ui.place import Destination
from ui.screens.session.closing.page import ClosingPage

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


def leave_open(meeting: Meeting) -> None:
    """A corrected figure that nobody has read a second time."""
    correct_input(meeting.staff, application="P1", name="users", typed="5", reason="05 合同补录")


def test_a_green_gate_says_that_all_is_in_order(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert "各项均已就绪" in texts(page)


def test_an_open_line_names_what_is_open_and_leads_there(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert "1 个数据未经第二人" in texts(page)
    with qtbot.waitSignal(page.going) as going:
        press(qtbot, page, "mend_inputs_0")
    assert going.args == [Destination("applications", "P1")]


def test_the_leader_accepts_an_open_line_by_name_and_it_stays_seen(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, reviewer("R1")))

    press(qtbot, page, "accept_inputs")
    field = page.findChild(QLineEdit, "reason")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "checked by phone, no rank moves")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    [kept] = load_overrides(meeting.staff.store).values()
    assert (kept.signer, kept.names) == ("专家1", ("P1 用户数",))
    qtbot.waitUntil(lambda: "checked by phone" in texts(page))
    assert "已认可" in texts(page)


def test_a_reason_half_typed_is_there_again(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, reviewer("R1")))
    press(qtbot, page, "accept_inputs")
    field = page.findChild(QLineEdit, "reason")
    qtbot.keyClicks(field, "checked")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    press(qtbot, page, "accept_inputs")

    assert "checked" in [made.text() for made in page.findChildren(QLineEdit, "reason")]


def test_staff_accept_no_line(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert page.findChild(QPushButton, "accept_inputs") is None


def test_while_scores_are_given_the_gate_tells_nothing(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    assert "公开评分之后" in texts(page)


def test_results_are_settled_after_one_confirmation(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    desk = desk_for(meeting.staff, meeting.staff.actor)
    page = page_of(qtbot, desk, "settle")

    press(qtbot, page, "settle_results")
    assert session_of(meeting.staff).phase is SessionPhase.FINAL
    with qtbot.waitSignal(page.said, timeout=20_000):
        press(qtbot, page, "confirm")

    settle(page)
    [kept] = load_snapshots(meeting.staff.store)
    qtbot.waitUntil(lambda: kept.digest[:4] in texts(page))
    assert "第 1 版" in texts(page)


def test_an_open_gate_settles_nothing(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    leave_open(meeting)
    page = page_of(qtbot, desk_for(meeting.staff, meeting.staff.actor), "settle")

    assert not find(page, "settle_results").isEnabled()
    assert "1 项未了结" in texts(page)


def seal_page(qtbot: QtBot, desk: Desk) -> ClosingPage:
    page = page_of(qtbot, desk, "seal")
    settle(page)
    return page


def test_closing_without_a_signature_asks_for_the_reason(
    qtbot: QtBot, settled: Meeting, desk_for: Make
) -> None:
    for number in ("R1", "R2"):
        sign_document(settled.staff, "11", reviewer(number))
    page = seal_page(qtbot, desk_for(settled.staff, settled.staff.actor))
    assert "未签字：专家3" in texts(page)

    press(qtbot, page, "close_session")
    assert not find(page, "confirm").isEnabled()
    qtbot.keyClicks(page.findChild(QLineEdit, "reason"), "ill, signs tomorrow")
    with qtbot.waitSignal(page.said, timeout=30_000):
        press(qtbot, page, "confirm")

    settle(page)
    assert session_of(settled.staff).phase is SessionPhase.CLOSED
    qtbot.waitUntil(lambda: "31-closing-sheet" in texts(page))
    [copy] = [one for one in exports_of(settled.staff.store) if one.note == SEALED]
    sealed = backup_folder(settled.staff.store) / copy.file
    assert digest_of(sealed) == copy.sha256
    assert copy.sha256[:4] in texts(page)
    assert "任何人" in texts(page), "the law of corrections is said"


def test_closed_results_are_opened_by_the_bureau_with_the_scanned_decision(
    qtbot: QtBot, settled: Meeting, desk_for: Make, tmp_path: Path, monkeypatch: Patch
) -> None:
    close_session(settled.staff, unsigned_reason="次日补签")
    picture = a_picture(tmp_path, "决定.png")
    monkeypatch.setattr(messages, "choose_file", lambda *_given: picture)
    page = seal_page(qtbot, desk_for(settled.staff, BUREAU))

    press(qtbot, page, "reconvene")
    qtbot.keyClicks(page.findChild(QLineEdit, "decision_number"), "2026-1")
    qtbot.keyClicks(page.findChild(QLineEdit, "reconvene_reason"), "objection upheld")
    assert not find(page, "confirm").isEnabled()
    press(qtbot, page, "choose_scan")
    with qtbot.waitSignal(page.said):
        press(qtbot, page, "confirm")

    settle(page)
    [made] = load_reconvenings(settled.staff.store)
    assert (made.decision, made.bureau_leader, made.supervisor) == ("2026-1", "林局长", "周监督")
    assert session_of(settled.staff).phase is SessionPhase.FINAL
    assert [one.document for one in load_scans(settled.staff.store)] == ["decision"]
