"""Statements and leader through the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.deliberation import VoteKind
from reviewer_app.domain.preparation import Preparing
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.composition import panel_view
from reviewer_app.queries.panel import panel
from reviewer_app.storage.deliberation import load_votes
from reviewer_app.storage.people import load_reviewers
from reviewer_app.storage.room import has_stated
from reviewer_app.workflow.pins import set_pin
from reviewer_app.workflow.room import choose_leader
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, gather
from tests.ui.session.test_before_people import click, dialog_of, found, shown
from ui.desk import Desk
from ui.dialogs.recusal import RecusalDialog
from ui.widgets.pin_form import PinForm

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return a_meeting(tmp_path / "w.review")


def test_one_click_says_that_both_are_signed(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.STATEMENTS)
    click(page, "signed_R2")

    assert has_stated(meeting.staff.store, "R2")
    assert found(page, QPushButton, "signed_R2").isHidden()


def test_a_conflict_named_asks_for_the_recusal_at_once(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.STATEMENTS)
    click(page, "conflict_R2")
    dialog = dialog_of(page)
    found(dialog, QCheckBox, "conflict_P2").setChecked(True)
    click(dialog, "confirm")

    recusal = dialog_of(page)
    assert isinstance(recusal, RecusalDialog)
    recusal.findChildren(QCheckBox)[0].click()
    QTest.mouseClick(
        next(one for one in recusal.findChildren(QPushButton) if one.text() == "回避"),
        Qt.MouseButton.LeftButton,
    )
    assert panel(meeting.staff).cells["P2", "R2"].state is SheetState.RECUSED


def test_a_recusal_put_off_stays_open_on_the_row(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.STATEMENTS)
    click(page, "conflict_R2")
    dialog = dialog_of(page)
    found(dialog, QCheckBox, "conflict_P2").setChecked(True)
    click(dialog, "confirm")
    dialog_of(page).reject()

    assert not found(page, QPushButton, "recuse_R2").isHidden()


def test_a_wrong_pin_is_said_in_the_dialog_and_typed_anew(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    set_pin(meeting.by("R2"), "280417")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.STATEMENTS)
    click(page, "on_screen_R2")
    dialog = dialog_of(page)
    field = next(
        one for one in dialog.findChildren(QLineEdit) if one.echoMode() is one.EchoMode.Password
    )
    QTest.keyClicks(field, "111222")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert not has_stated(meeting.staff.store, "R2")
    assert "口令" in found(dialog, PinForm, "pin_form").text()


def test_the_own_pin_confirms_both_statements_once(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    set_pin(meeting.by("R2"), "280417")
    before = meeting.staff.store.head()[0]
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.STATEMENTS)
    click(page, "on_screen_R2")
    dialog = dialog_of(page)
    field = next(
        one for one in dialog.findChildren(QLineEdit) if one.echoMode() is one.EchoMode.Password
    )
    QTest.keyClicks(field, "280417")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert has_stated(meeting.staff.store, "R2")
    assert meeting.staff.store.head()[0] == before + 1


def test_the_missing_are_named(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    gather(meeting, "R1")
    desk = desk_for(meeting.staff, meeting.staff.actor, "en")
    page = shown(qtbot, desk, Preparing.STATEMENTS)
    text = found(page, QLabel, "statements_missing")

    assert text.text() == "Everybody who is here has made both statements."


def test_the_leader_is_chosen_by_a_vote_that_is_written(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    gather(meeting)
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor, "en"), Preparing.LEADER)
    choice = found(page, QComboBox, "leader_choice")
    choice.setCurrentIndex(choice.findData("R2"))
    click(page, "choose_leader")

    assert [one.number for one in load_reviewers(meeting.staff.store).values() if one.leader] == [
        "R2"
    ]
    [vote] = load_votes(meeting.staff.store)
    assert (vote.kind, vote.ballots.yes, vote.carried) == (VoteKind.LEADER, 3, True)
    assert "by vote: 3 for" in found(page, QLabel, "leader_stands").text()


def test_a_vote_that_is_not_carried_leaves_the_leader(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    gather(meeting)
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.LEADER)
    found(page, QSpinBox, "leader_yes").setValue(1)
    found(page, QSpinBox, "leader_no").setValue(2)
    click(page, "choose_leader")

    assert not any(one.leader for one in load_reviewers(meeting.staff.store).values())


def test_seniority_is_recorded_as_the_way(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> None:
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.LEADER)
    click(page, "leader_by_seniority")
    click(page, "choose_leader")

    view = panel_view(meeting.staff)
    assert view.choice is not None
    assert (view.leader.number if view.leader else "", view.choice.how) == ("R1", "按资历确定")


def test_the_advice_on_the_composition_can_be_switched_off(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), Preparing.LEADER)
    assert panel_view(meeting.staff).composition is not None
    click(page, "composition_wanted")

    assert panel_view(meeting.staff).composition is None
    click(page, "composition_wanted")
    assert panel_view(meeting.staff).composition is not None


def test_a_supervisor_reads_and_chooses_nothing(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    choose_leader(meeting.staff, "R1", "举手推选")
    page = shown(qtbot, desk_for(meeting.staff, SUPERVISOR), Preparing.LEADER)

    assert not found(page, QPushButton, "choose_leader").isVisible()
    assert "举手推选" in found(page, QLabel, "leader_stands").text()
