"""What others wrote, gave and are called never reaches a reviewer's window, log or files."""

import os
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reviewer_app.domain.own_work import HalfTyped
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.sheet import SheetState
from reviewer_app.workflow.give_score import give_score, write_comment
from reviewer_app.workflow.keep_half_typed import keep_half_typed
from reviewer_app.workflow.phrases import add_phrase
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workflow.submit_sheet import submit_sheet
from reviewer_app.workflow.write_note import write_note
from reviewer_app.workspace import Workspace
from tests.builders import as_person
from tests.conftest import STATE_VARIABLES
from tests.ui.scoring.conftest import Reviewer

FIRST, SECOND, THIRD = (f"XM-2026-{place:05d}" for place in (1, 2, 3))
COMMENT, NOTE, REASON = "某评语ζ1", "某备忘ζ2", "某理由ζ3"
PHRASE, HALF, OWN = "某常用语ζ4", "某半句ζ5", "本人意见ω"
OTHERS = (COMMENT, NOTE, REASON, PHRASE, HALF, "专家2", "专家3")
GETTERS = (
    "text",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "placeholderText",
    "toPlainText",
    "toHtml",
    "objectName",
)
ROLES = (*range(14), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 9))


def plant(workspace: Workspace) -> str:
    """Let R2 score, write and hand in; give the total R2 arrived at."""
    other = as_person(workspace, Actor("专家2", Role.REVIEWER, "R2"))
    sheet = {"application": FIRST, "reviewer": "R2"}
    for row in workspace.scheme().on_sheet:
        give_score(other, **sheet, indicator=row.code, value=row.maximum - Fraction(1, 10))
        write_comment(other, **sheet, indicator=row.code, text=COMMENT)
    write_note(other, **sheet, text=NOTE)
    submit_sheet(other, application=FIRST, reviewer="R2")
    add_phrase(other, reviewer="R2", text=PHRASE)
    typed = HalfTyped("A4", is_note=False, text=HALF)
    keep_half_typed(other, application=SECOND, reviewer="R2", typed=typed)
    third = {"application": THIRD, "reviewer": "R3"}
    set_aside(workspace, **third, state=SheetState.ABSTAINED, reason=REASON)
    return FIRST


def texts_of(thing: QObject) -> Iterator[str]:
    for name in GETTERS:
        getter = getattr(thing, name, None)
        if callable(getter):
            yield str(getter())
    if isinstance(thing, QAbstractItemView):
        yield from model_texts(thing.model())


def model_texts(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield from (repr(index.data(role)) for role in ROLES)


def file_texts() -> Iterator[str]:
    for folder in {os.environ[name] for name in STATE_VARIABLES}:
        for path in Path(folder).rglob("*"):
            if path.is_file():
                yield path.read_bytes().decode("utf-8", "replace")


def everything(window: QWidget) -> str:
    found = [*texts_of(window), *file_texts()]
    for child in window.findChildren(QObject):
        found += texts_of(child)
    return "\n".join(found)


def wander(reviewer: Reviewer) -> Iterator[str]:
    """Go wherever a reviewer can go, and give all there is to read each time."""
    place = reviewer.place
    for number in (FIRST, SECOND, THIRD):
        place.open_application(number)
        for row in range(len(place.form.rows)):
            place.form.go_to_row(row)
        place.form.details.history_wanted.emit()
        place.phrases()
        place.review()
        yield everything(reviewer.window)
        place.escape()
    place.review_all()
    place.toggle_table()
    place.undo()
    yield everything(reviewer.window)


def test_nothing_of_other_reviewers_is_found_anywhere(
    workspace: Workspace, sit_down: Callable[[Workspace], Reviewer]
) -> None:
    plant(workspace)
    reviewer = sit_down(workspace)
    reviewer.press("15", Qt.Key.Key_Return, "c", Qt.Key.Key_Escape)
    reviewer.place.form.details.comment.insertPlainText(OWN)
    reviewer.place.may_leave()

    seen = "\n".join(wander(reviewer))

    assert OWN in seen, "the search finds what is there"
    assert [needle for needle in OTHERS if needle in seen] == []


@pytest.mark.parametrize("code", ["B1", "B2", "E4"])
def test_no_score_of_others_is_in_a_field_or_a_row(
    workspace: Workspace, sit_down: Callable[[Workspace], Reviewer], code: str
) -> None:
    plant(workspace)
    reviewer = sit_down(workspace)

    row = next(made for made in reviewer.place.form.rows if made.indicator.code == code)

    assert row.field.text() == ""
    assert all(not shown.scores for shown in reviewer.place.queue.model.shown())
    assert all(shown.total is None for shown in reviewer.place.queue.model.shown())
