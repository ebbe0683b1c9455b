"""Random keys and clicks, and faults of ours in every slot: the file stays whole."""

import json
import os
import random
from collections.abc import Callable
from fractions import Fraction
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.points import to_hundredths
from reviewer_app.queries.own_queue import own_queue
from reviewer_app.queries.verification import verification
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import as_person, some_surroundings
from tests.ui.scoring.conftest import R1, Reviewer
from ui.screens.scoring.deeds import OwnDeeds
from ui.screens.scoring.form import Given
from ui.screens.scoring.keys import KEYS
from ui.screens.scoring.screen import Scoring

EVENTS = int(os.environ.get("REVIEWER_RANDOM_EVENTS", "2000"))
"""10,000 before a release."""

SIGNS = "0123456789.jknsqwerc/a "
SPECIAL = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Return,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CHORDS = (
    (Qt.Key.Key_Return, CTRL),
    (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Z, CTRL | SHIFT),
)


def one_event(reviewer: Reviewer, chance: random.Random) -> None:
    popup = QApplication.activePopupWidget()
    target = popup or reviewer.focused
    draw = chance.random()
    if draw < 0.5:
        QTest.keyClicks(target, chance.choice(SIGNS))
    elif draw < 0.85:
        QTest.keyClick(target, chance.choice(SPECIAL))
    elif draw < 0.92:
        key, way = chance.choice(CHORDS)
        QTest.keyClick(target, key, way)
    elif popup is not None:
        popup.close()
    else:
        buttons = reviewer.place.findChildren(QPushButton)
        seen = [made for made in buttons if made.isVisible() and made.isEnabled()]
        QTest.mouseClick(chance.choice(seen), Qt.MouseButton.LeftButton)


def shown_scores(reviewer: Reviewer) -> list[dict[str, int]]:
    model = reviewer.place.table.model_of_scores
    return [dict(row.scores) for row in model.shown()]


def stored_scores(workspace: Workspace) -> list[tuple[str, int]]:
    """Read indicator and hundredths of every score the journal holds, in its order."""
    store = workspace.store
    return [
        (image["indicator"], image["value"])
        for entry in store.entries()
        if entry.verb == "give_score"
        for change in store.changes_of(entry.seq)
        if change.table == "score"
        for image in [json.loads(change.after or "{}")]
    ]


def test_random_events_lose_no_score_and_stop_nothing(
    reviewer: Reviewer, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    acknowledged: list[tuple[str, int]] = []
    give = OwnDeeds.give

    def noted(deeds: OwnDeeds, number: str, code: str, points: Fraction) -> bool:
        done = give(deeds, number, code, points)
        if done:
            acknowledged.append((code, to_hundredths(points)))
        return done

    monkeypatch.setattr(OwnDeeds, "give", noted)
    chance = random.Random(20261124)
    for _event in range(EVENTS):
        one_event(reviewer, chance)

    shown, copy = shown_scores(reviewer), workspace.store.path.with_name("copy.review")
    workspace.store.copy_to(copy)
    again = as_person(open_workspace(copy, some_surroundings()), R1)
    kept = [dict(row.scores) for row in own_queue(again, "R1")]
    stored, outcome = stored_scores(again), verification(again)
    again.close()
    assert len(acknowledged) > EVENTS / 50
    assert acknowledged == stored
    assert kept == shown
    assert outcome.passed


def trigger(at: int, place: Scoring) -> None:
    place.actions()[at].trigger()


EMITS: dict[str, Callable[[Scoring], None]] = {
    "_scored": lambda place: place.form.scored.emit(Given("B2", Fraction(7))),
    "_commented": lambda place: place.form.commented.emit("B2", "x"),
    "_noted": lambda place: place.form.noted.emit("x"),
    "_typing": lambda place: place.form.typing.emit(None),
    "_ended": lambda place: place.form.ended.emit(),
    "_take_back": lambda place: place.form.head.taking_back.emit(),
    "_abstain": lambda place: place.form.head.abstaining.emit("x"),
    "_show_history": lambda place: place.form.details.history_wanted.emit(),
    "_submit": lambda place: place.check.confirmed.emit(()),
    "_go_to_row": lambda place: place.check.wanted.emit("XM-2026-00002", "B2"),
    "_typed_in_table": lambda place: place.table.model_of_scores.typed.emit("x", "B2", "7"),
    "_opened_in_table": lambda place: place.table.row_opened.emit(None),
    "_changed": lambda place: place.desk.changed.emit(None),
    "open_application": lambda place: place.queue.chosen.emit("XM-2026-00002"),
    **{key.slot: partial(trigger, at) for at, key in enumerate(KEYS)},
}


@pytest.mark.parametrize("slot", EMITS)
def test_a_fault_in_a_slot_costs_nothing_that_was_given(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    workspace: Workspace,
    sit_down: Callable[[Workspace], Reviewer],
    slot: str,
) -> None:
    real, broken = getattr(Scoring, slot), [False]

    def sometimes(place: Scoring, *facts: object) -> object:
        if broken[0]:
            raise RuntimeError("a fault of ours")
        return real(place, *facts)

    monkeypatch.setattr(Scoring, slot, sometimes)
    reviewer = sit_down(workspace)
    reviewer.press("15", Qt.Key.Key_Return)
    broken[0] = True
    with qtbot.captureExceptions() as faults:
        EMITS[slot](reviewer.place)
    broken[0] = False
    reviewer.place.form.go_to_row(2)
    reviewer.press("71", Qt.Key.Key_Return)

    assert len(faults) == 1
    assert own_queue(reviewer.workspace, "R1")[0].scores == {"A4": 150, "B2": 710}
    assert verification(workspace).passed


def test_the_models_keep_the_rules_of_qt(reviewer: Reviewer) -> None:
    from PySide6.QtTest import QAbstractItemModelTester

    place = reviewer.place
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, mode, place)
        for model in (place.queue.model, place.table.model_of_scores)
    ]

    reviewer.press("15", Qt.Key.Key_Return, "J", "S")
    place.toggle_table()
    place.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    place.look_again()

    assert len(testers) == 2
    assert place.table.model_of_scores.rowCount(QModelIndex()) == 3
