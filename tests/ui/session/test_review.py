"""The deliberation: sheets side by side, and what the panel does with them."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.deliberation import Correction, ReviewState
from reviewer_app.domain.person import Actor
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.queries.deliberation import deliberation
from reviewer_app.queries.disclosed import disclosed_application
from reviewer_app.workflow.deliberate import change_score
from reviewer_app.workflow.room import leave_room
from reviewer_app.workflow.set_aside import recuse
from tests.session.meeting import SUPERVISOR, Meeting, reviewer, to_scoring
from tests.ui.session.deliberating import (
    at,
    dialog,
    laid_open,
    press,
    shown_page,
    write,
)
from tests.ui.waiting import settle
from ui.desk import Desk
from ui.screens.session.review.page import ReviewPage

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return laid_open(tmp_path / "w.review")


@pytest.fixture
def page_for(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> Callable[[Actor], ReviewPage]:
    def make(actor: Actor) -> ReviewPage:
        return shown_page(qtbot, desk_for(meeting.staff, actor, "en"))

    return make


Open = Callable[[Actor], ReviewPage]


def test_sheets_stand_side_by_side_with_flags_in_words(page_for: Open, meeting: Meeting) -> None:
    page = page_for(meeting.staff.actor)

    grid = page.sheets.model.grid
    assert [cell.text for cell in grid.rows[0].cells] == ["64.00", "64.00", "44.00", "57.33"]
    assert "deviates −33.33 %, reason missing" in grid.heads[2].text
    QAbstractItemModelTester(page.sheets.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_members_stand_by_number_before_each_other(page_for: Open, meeting: Meeting) -> None:
    mine = page_for(reviewer("R2")).sheets.model.grid
    staff = page_for(meeting.staff.actor).sheets.model.grid

    assert [head.title for head in mine.heads] == ["R1", "R2 (you)", "R3", "Panel"]
    assert staff.heads[0].title == "R1 专家1"


def test_a_member_comes_to_the_own_column_and_stays_where_they_went(
    page_for: Open, meeting: Meeting
) -> None:
    page = page_for(reviewer("R2"))
    came = page.sheets.grid.currentIndex().column()
    at(page, "B1", "R3")
    page.look_again()

    assert (came, page.sheets.grid.currentIndex().column()) == (1, 2)


def test_a_score_changes_with_a_reason_and_says_what_it_does(
    page_for: Open, meeting: Meeting
) -> None:
    """R3: B1 20 becomes 25, the total 44 becomes 49."""
    page = page_for(reviewer("R3"))
    at(page, "B1", "R3")
    QTest.keyClick(page.sheets.grid, Qt.Key.Key_Return)
    box = dialog(page, "change_score")
    value, totals = box.findChild(QLineEdit, "new_score"), box.findChild(QLabel, "totals")
    assert value is not None
    assert totals is not None
    QTest.keyClicks(value, "25")
    assert "44.00 → 49.00" in totals.text()
    press(box, "reason_07")
    write(box, "slip of the pen")
    press(box, "confirm")
    settle(page)

    [change] = disclosed_application(meeting.staff, "P1").sheets[2].changes
    assert (change.after, change.reason) == (25, ChangeReason.SLIP)
    assert "counts from now on; waits for the confirmation of the leader" in page.sheets.text()


def test_what_waits_for_the_leader_is_shown_large_and_confirmed(
    page_for: Open, meeting: Meeting
) -> None:
    slip = Correction("P1", "R3", "B1", Fraction(25), ChangeReason.SLIP, "笔误")
    change_score(meeting.by("R3"), slip)
    page = page_for(reviewer("R1"))

    assert "wait for your confirmation: P1" in page.waiting.text()
    press(page, "confirm_changes")
    press(dialog(page, "confirm_dialog"), "confirm")
    settle(page)

    assert page.waiting.text() == ""
    assert disclosed_application(meeting.staff, "P1").changes[0].is_confirmed


def test_the_leaders_own_change_waits_for_the_supervisor(page_for: Open, meeting: Meeting) -> None:
    slip = Correction("P1", "R1", "B1", Fraction(25), ChangeReason.SLIP, "笔误")
    change_score(meeting.by("R1"), slip)

    assert "confirmation" not in page_for(reviewer("R1")).waiting.text()
    told = page_for(meeting.staff.actor).waiting.text()
    assert told == "Changed scores wait for the supervisor in the leader's place: P1"
    page = page_for(SUPERVISOR)
    assert "wait for your confirmation: P1" in page.waiting.text()
    press(page, "confirm_changes")
    press(dialog(page, "confirm_dialog"), "confirm")
    settle(page)

    assert disclosed_application(meeting.staff, "P1").changes[0].is_confirmed


def test_a_flagged_score_is_kept_with_a_reason(page_for: Open, meeting: Meeting) -> None:
    page = page_for(reviewer("R3"))
    assert "far from the others: P1" in page.waiting.text()
    at(page, "B1", "R3")
    press(page, "keep_score")
    box = dialog(page, "statement")
    write(box, "The benchmark is flawed.")
    press(box, "confirm")
    settle(page)

    review = disclosed_application(meeting.staff, "P1").sheets[2].review
    assert review is not None
    assert review.statement == "The benchmark is flawed."


def test_who_is_far_from_the_others_can_answer_at_once(page_for: Open, meeting: Meeting) -> None:
    """The own column is current for a member, the one that owes a reason for staff."""
    for actor in (reviewer("R3"), meeting.staff.actor):
        page = page_for(actor)
        assert page.sheets.grid.currentIndex().column() == 2
    own = page_for(reviewer("R3")).findChild(QAbstractButton, "keep_score")
    assert own is not None
    assert own.isEnabled()


def test_the_deeds_are_in_sight_on_a_low_page(page_for: Open) -> None:
    page = page_for(reviewer("R3"))
    page.resize(1080, 470)
    settle(page)
    keep = page.findChild(QAbstractButton, "keep_score")

    assert keep is not None
    assert keep.visibleRegion().boundingRect() == keep.rect()


def test_sheets_are_laid_open_after_a_question(page_for: Open, meeting: Meeting) -> None:
    page = page_for(meeting.staff.actor)
    page.show_subject("P2", "")
    press(page, "disclose")
    press(dialog(page, "confirm_dialog"), "confirm")
    settle(page)

    assert [row.state for row in deliberation(meeting.staff).rows] == [
        ReviewState.FLAGS_OPEN,
        ReviewState.OPINION_MISSING,
    ]


def test_j_and_k_go_through_the_applications(page_for: Open, meeting: Meeting) -> None:
    page = page_for(meeting.staff.actor)
    page.setFocus()

    QTest.keyClick(page.applications.table, Qt.Key.Key_J)
    second = page.number
    QTest.keyClick(page.applications.table, Qt.Key.Key_K)

    assert (second, page.number) == ("P2", "P1")


def test_a_recused_member_sees_no_sheet_of_it(page_for: Open, meeting: Meeting) -> None:
    recuse(meeting.staff, application="P1", reviewer="R2", ground="同单位")
    page = page_for(reviewer("R2"))
    page.show_subject("P1", "")

    row = page.shown.row("P1") if page.shown else None
    assert row is not None
    assert (row.state, row.sheets) == (ReviewState.KEPT_AWAY, None)


def test_before_disclosure_it_says_when_it_opens(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    early = to_scoring(tmp_path / "early.review")
    page = ReviewPage(desk_for(early.staff, SUPERVISOR, "en"))
    qtbot.addWidget(page)
    page.show()

    assert page.shown is None
    assert "opens with the disclosure" in page.told()


def test_the_leader_takes_a_change_back_with_a_reason(page_for: Open, meeting: Meeting) -> None:
    slip = Correction("P1", "R3", "B1", Fraction(25), ChangeReason.SLIP, "笔误")
    change_score(meeting.by("R3"), slip)
    page = page_for(reviewer("R1"))
    at(page, "B1", "R3")
    press(page, "take_back_change")
    box = dialog(page, "statement")
    write(box, "no slip of the pen")
    press(box, "confirm")
    settle(page)

    assert "taken back by R1" in page.sheets.text()
    assert disclosed_application(meeting.staff, "P1").sheets[2].result.total == 44


def test_the_supervisor_is_asked_for_a_remark_and_writes_it(
    page_for: Open, meeting: Meeting
) -> None:
    slip = Correction("P1", "R3", "B1", Fraction(25), ChangeReason.SLIP, "笔误")
    change_score(meeting.by("R3"), slip)
    page = page_for(SUPERVISOR)
    assert "without your remark: P1" in page.waiting.text()
    at(page, "B1", "R3")
    press(page, "note_change")
    box = dialog(page, "statement")
    write(box, "Compared with the paper.")
    press(box, "confirm")
    settle(page)

    assert disclosed_application(meeting.staff, "P1").changes[0].note == "Compared with the paper."
    assert "remark" not in page.waiting.text()


def test_who_was_out_is_named_at_the_head_and_set_aside(page_for: Open, meeting: Meeting) -> None:
    leave_room(meeting.staff, application="P1", person=reviewer("R3"))
    page = page_for(meeting.staff.actor)
    at(page, "B1", "R3")
    assert "was out of the room" in page.sheets.model.grid.heads[2].text
    press(page, "set_aside")
    box = dialog(page, "statement")
    write(box, "Was out by the attendance.")
    press(box, "confirm")
    settle(page)

    assert page.sheets.model.grid.heads[2].state == "absent"


def test_half_written_reasons_are_kept(page_for: Open, meeting: Meeting) -> None:
    page = page_for(reviewer("R3"))
    at(page, "B1", "R3")
    press(page, "keep_score")
    box = dialog(page, "statement")
    write(box, "The bench")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    press(page, "keep_score")

    again = dialog(page, "statement").findChild(QPlainTextEdit)
    assert again is not None
    assert again.toPlainText() == "The bench"
    QTest.keyClick(dialog(page, "statement"), Qt.Key.Key_Escape)


def test_staff_see_whose_confirmation_is_waited_for(page_for: Open, meeting: Meeting) -> None:
    slip = Correction("P1", "R3", "B1", Fraction(25), ChangeReason.SLIP, "笔误")
    change_score(meeting.staff, slip)

    page = page_for(meeting.staff.actor)

    assert page.waiting.text() == "Changed scores wait for R3, the leader: P1"


def test_where_the_page_is_narrow_the_list_comes_by_its_key(
    page_for: Open, meeting: Meeting
) -> None:
    page = page_for(meeting.staff.actor)
    page.resize(700, 600)
    was_hidden = page.applications.isHidden()
    page.sheets.grid.setFocus()

    QTest.keyClick(page.sheets.grid, Qt.Key.Key_F8)

    assert (was_hidden, page.applications.isHidden()) == (True, False)
