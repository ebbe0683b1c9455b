"""The meeting as a place: it opens where the work is, for who may do it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.session.meeting import SUPERVISOR, Meeting, reviewer, to_disclosure, to_scoring
from ui.desk import Desk
from ui.screens.session.pages import pages_of
from ui.screens.session.review.page import ReviewPage
from ui.screens.session.room.page import RoomPage
from ui.screens.session.screen import SessionPlace

Make = Callable[..., Desk]


@pytest.fixture
def scoring(tmp_path: Path) -> Meeting:
    return to_scoring(tmp_path / "w.review")


def shown(qtbot: QtBot, desk: Desk) -> SessionPlace:
    place = SessionPlace(desk)
    qtbot.addWidget(place)
    place.show()
    return place


def test_while_scores_are_given_it_opens_at_the_desk(
    qtbot: QtBot, scoring: Meeting, desk_for: Make
) -> None:
    place = shown(qtbot, desk_for(scoring.staff, scoring.staff.actor))

    assert isinstance(place.page, RoomPage)


def test_after_disclosure_a_member_finds_the_deliberation(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_disclosure(tmp_path / "w.review")

    place = shown(qtbot, desk_for(meeting.staff, reviewer("R2")))

    assert isinstance(place.page, ReviewPage)


def test_only_staff_and_supervisor_prepare_the_meeting() -> None:
    assert "before" in {page.key for page in pages_of(SUPERVISOR.role)}
    assert {page.key for page in pages_of(reviewer("R2").role)} == {"review", "closing"}
