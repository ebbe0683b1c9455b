"""What a reviewer does beside scoring: notes, skipping, undoing step by step."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import NotAllowed, SheetClosed
from reviewer_app.domain.own_work import HalfTyped
from reviewer_app.domain.person import Actor, Role
from reviewer_app.queries.own_history import own_steps, sequence_now
from reviewer_app.queries.own_queue import own_queue
from reviewer_app.queries.own_sheet import own_sheet
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.keep_half_typed import drop_half_typed, keep_half_typed
from reviewer_app.workflow.skip_sheet import skip_sheet, take_up_sheet
from reviewer_app.workflow.submit_sheet import submit_sheet
from reviewer_app.workflow.undo import undo
from reviewer_app.workflow.write_note import write_note
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import a_workspace, as_person, score_sheet, some_surroundings

R1 = Actor("专家1", Role.REVIEWER, "R1")


@pytest.fixture
def own(tmp_path: Path) -> Workspace:
    return as_person(a_workspace(tmp_path / "batch.review"), R1)


def give(own: Workspace, value: str) -> None:
    points = Fraction(value)
    give_score(own, application="P1", reviewer="R1", indicator="B1", value=points)


def score(own: Workspace) -> int | None:
    return own_sheet(own, "P1", "R1").rows[0].score


def test_every_step_since_sign_in_can_be_undone_and_done_again(own: Workspace) -> None:
    begin = sequence_now(own)
    for value in ("30", "31", "32"):
        give(own, value)

    seen = []
    while (step := own_steps(own, begin).undo) is not None:
        undo(own, step)
        seen.append(score(own))
    while (step := own_steps(own, begin).redo) is not None:
        undo(own, step)
        seen.append(score(own))

    assert seen == [3100, 3000, None, 3000, 3100, 3200]
    assert verification(own).passed


def test_a_new_deed_ends_what_could_be_done_again(own: Workspace) -> None:
    begin = sequence_now(own)
    give(own, "30")
    undo(own, begin + 1)
    give(own, "31")

    assert own_steps(own, begin).redo is None


def test_what_was_done_before_sign_in_is_not_undone(own: Workspace) -> None:
    give(own, "30")

    assert own_steps(own, sequence_now(own)).undo is None


def test_a_score_on_a_submitted_sheet_is_not_undone_alone(own: Workspace) -> None:
    score_sheet(own, "P1", "R1", "30", "31")
    given = sequence_now(own) - 1

    with pytest.raises(SheetClosed):
        undo(own, given)


def test_a_skipped_application_is_marked_until_taken_up(own: Workspace) -> None:
    skip_sheet(own, application="P1", reviewer="R1")
    assert [row.is_skipped for row in own_queue(own, "R1")] == [True, False]

    take_up_sheet(own, application="P1", reviewer="R1")
    assert [row.is_skipped for row in own_queue(own, "R1")] == [False, False]


def test_a_note_may_be_written_after_submission(own: Workspace) -> None:
    score_sheet(own, "P1", "R1", "30", "31")

    write_note(own, application="P1", reviewer="R1", text="问一下数据来源")

    assert own_sheet(own, "P1", "R1").note == "问一下数据来源"


def test_a_secretary_writes_no_note_for_a_reviewer(own: Workspace) -> None:
    with pytest.raises(NotAllowed):
        write_note(
            as_person(own, Actor("王干事", Role.SECRETARY)),
            application="P1",
            reviewer="R1",
            text="x",
        )


def test_half_typed_text_outlives_the_program_and_makes_no_entry(own: Workspace) -> None:
    typed, before = HalfTyped("B1", is_note=False, text="依据充"), sequence_now(own)
    keep_half_typed(own, application="P1", reviewer="R1", typed=typed)
    path = own.store.path
    own.close()

    again = as_person(open_workspace(path, some_surroundings()), R1)

    assert own_sheet(again, "P1", "R1").half_typed == (typed,)
    assert sequence_now(again) == before
    drop_half_typed(again, application="P1", reviewer="R1", typed=typed)
    assert own_sheet(again, "P1", "R1").half_typed == ()
    assert verification(again).passed


@pytest.mark.parametrize("verb", [skip_sheet, submit_sheet])
def test_nobody_does_it_on_somebody_elses_sheet(own: Workspace, verb: Callable[..., None]) -> None:
    score_sheet(as_person(own, Actor("王干事", Role.SECRETARY)), "P1", "R2", "1", "2", submit=False)

    with pytest.raises(NotAllowed):
        verb(own, application="P1", reviewer="R2")
