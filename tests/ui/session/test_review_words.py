"""The deliberation: the opinion of the panel, its votes, and who thinks otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.person import Actor
from reviewer_app.queries.disclosed import disclosed_application
from reviewer_app.workflow.deliberate import write_opinion
from tests.session.meeting import Meeting, reviewer
from tests.session.test_opinion_file import edited, swapped
from tests.ui.session.deliberating import dialog, laid_open, opinion_field, press, shown_page
from tests.ui.waiting import settle
from ui import messages
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


def test_the_opinion_is_drafted_edited_and_decided(page_for: Open, meeting: Meeting) -> None:
    page = page_for(meeting.staff.actor)
    page.show_subject("P1", "opinion")
    press(page, "draft_opinion")
    field = opinion_field(page)
    assert "技术" in field.toPlainText()
    QTest.keyClicks(field, "Agreed. ")
    press(page, "recommend_recommended")
    settle(page)

    opinion = disclosed_application(meeting.staff, "P1").opinion
    assert opinion is not None
    assert opinion.text.startswith("Agreed.")
    assert opinion.recommendation is Recommendation.RECOMMENDED


def test_an_opinion_half_typed_is_there_when_one_comes_back(
    qtbot: QtBot, page_for: Open, meeting: Meeting
) -> None:
    page = page_for(meeting.staff.actor)
    page.show_subject("P1", "opinion")
    with qtbot.waitSignal(page.opinion.panel.typing):
        QTest.keyClicks(opinion_field(page), "Half a tho")

    other = page_for(reviewer("R1"))
    other.show_subject("P1", "opinion")

    assert opinion_field(other).toPlainText() == "Half a tho"


def test_members_read_the_opinion_and_change_nothing(page_for: Open, meeting: Meeting) -> None:
    page = page_for(reviewer("R2"))
    page.show_subject("P1", "opinion")

    assert opinion_field(page).isReadOnly()


def test_a_vote_says_who_may_vote_and_how_it_ends(page_for: Open, meeting: Meeting) -> None:
    page = page_for(meeting.staff.actor)
    page.show_subject("P1", "decisions")
    told, outcome = page.findChild(QLabel, "voters"), page.findChild(QLabel, "vote_outcome")
    assert told is not None
    assert outcome is not None
    assert told.text().startswith("3 may vote now: R1 专家1")
    for name, count in (("vote_yes", 2), ("vote_no", 1)):
        field = page.findChild(QSpinBox, name)
        assert field is not None
        field.setValue(count)
    assert outcome.text() == "2 for, 1 against, 0 abstained: carried"
    press(page, "record_vote")
    press(dialog(page, "confirm_dialog"), "confirm")
    settle(page)

    assert "2 for, 1 against, 0 abstained: carried" in page.decisions.votes.minutes()


def test_a_member_states_a_dissent_with_reasons(page_for: Open, meeting: Meeting) -> None:
    page = page_for(reviewer("R2"))
    page.show_subject("P1", "decisions")
    field = page.findChild(QPlainTextEdit, "dissent_text")
    assert field is not None
    QTest.keyClicks(field, "Training and test data overlap.")
    press(page, "state_dissent")
    settle(page)

    assert "R2: Training and test data overlap." in page.decisions.dissents.text()
    assert field.toPlainText() == ""


def test_an_edited_word_file_shows_what_differs_and_is_taken_in(
    qtbot: QtBot, page_for: Open, meeting: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_opinion(meeting.staff, application="P1", text="技术水平较高。")
    path = tmp_path / "P1.docx"
    monkeypatch.setattr(messages, "choose_new_file", lambda *_: path)
    page = page_for(meeting.staff.actor)
    page.show_subject("P1", "opinion")
    with qtbot.waitSignal(page.said):
        press(page, "write_opinion_file")
    other = edited(path, swapped("较高", "很高"))
    monkeypatch.setattr(messages, "choose_file", lambda *_: other)

    press(page, "take_opinion_file")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(QDialog, "opinion_preview")))
    box = dialog(page.window(), "opinion_preview")
    told = [one.text() for one in box.findChildren(QLabel)]
    assert "− 技术水平较高。" in told
    assert "+ 技术水平很高。" in told
    press(box, "confirm")
    settle(page)

    assert opinion_field(page).toPlainText() == "技术水平很高。"


def test_ctrl_z_takes_the_own_last_deed_back(page_for: Open, meeting: Meeting) -> None:
    page = page_for(meeting.staff.actor)
    page.show_subject("P1", "opinion")
    QTest.keyClicks(opinion_field(page), "An opinion.")
    page.may_leave()
    settle(page)

    page.undoing.undo()
    settle(page)

    assert disclosed_application(meeting.staff, "P1").opinion is None
    assert opinion_field(page).toPlainText() == ""
