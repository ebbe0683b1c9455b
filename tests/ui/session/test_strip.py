"""The strip above the meeting: where it stands, what the next step waits for, one question."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session import moment_now
from tests.builders import score_sheet
from tests.session.meeting import (
    PANEL,
    SUPERVISOR,
    Meeting,
    a_meeting,
    reviewer,
    to_disclosure,
    to_final,
    to_scoring,
)
from tests.ui.session.room_hands import dialog_of, found, is_shown, press, says
from ui.desk import Desk
from ui.screens.session.closing.page import ClosingPage
from ui.screens.session.screen import SessionPlace
from ui.widgets.line_list import LineList

Make = Callable[..., Desk]


def shown(qtbot: QtBot, desk: Desk) -> SessionPlace:
    place = SessionPlace(desk)
    qtbot.addWidget(place)
    place.resize(1180, 620)
    place.show()
    return place


def phase(meeting: Meeting) -> SessionPhase | None:
    return moment_now(meeting.staff).phase


def test_a_step_that_waits_says_for_whom_and_does_nothing(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    score_sheet(meeting.by("R1"), "P1", "R1", "30", "30")
    score_sheet(meeting.by("R1"), "P2", "R1", "30", "30")
    place = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    assert says(place, "step_waits").endswith("专家2、专家3")

    press(place, "next_phase")

    dialog = dialog_of(place)
    assert "专家2、专家3" in found(dialog, LineList).text()
    assert not is_shown(dialog, "confirm")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert phase(meeting) is SessionPhase.SCORING


def test_a_step_names_its_consequences_and_the_safe_answer_is_the_default(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    for number in PANEL:
        for application in ("P1", "P2"):
            score_sheet(meeting.by(number), application, number, "30", "30")
    place = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    press(place, "next_phase")
    assert "不能撤销" in found(dialog_of(place), LineList).text()
    qtbot.keyClick(dialog_of(place), Qt.Key.Key_Return)
    assert phase(meeting) is SessionPhase.SCORING

    press(place, "next_phase")
    press(dialog_of(place), "confirm")

    assert phase(meeting) is SessionPhase.DISCLOSURE
    assert says(place, "step_waits").endswith("P1、P2")


def test_while_no_sheet_is_in_the_meeting_goes_back_with_a_reason(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    place = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    press(place, "back_to_preparation")
    qtbot.keyClicks(found(dialog_of(place), QLineEdit), "one more expert")
    press(dialog_of(place), "confirm")

    assert phase(meeting) is SessionPhase.PREPARATION
    assert not is_shown(place, "back_to_preparation")


def test_an_arrival_is_seen_by_the_strip_at_once(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    place = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    assert "0/1" in says(place, "step_waits")
    place.show_page("room")

    press(place.page, "stamp_R1")

    assert "0/1" not in says(place, "step_waits")


def test_the_last_steps_lead_to_the_page_of_signing(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_final(tmp_path / "w.review")
    place = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    press(place, "next_phase")

    assert isinstance(place.page, ClosingPage)


def test_who_may_not_lead_on_sees_the_phases_only(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_disclosure(tmp_path / "w.review")

    for actor in (SUPERVISOR, reviewer("R2")):
        place = shown(qtbot, desk_for(meeting.staff, actor))
        assert not is_shown(place, "next_phase")
        assert not is_shown(place, "back_to_preparation")
        place.hide()
