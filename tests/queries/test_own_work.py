"""What a reviewer sees of the own work, and that nobody else sees it."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.own_work import Question, Stand
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.own_history import score_history
from reviewer_app.queries.own_material import own_material
from reviewer_app.queries.own_queue import own_phrases, own_queue, own_statistics_of
from reviewer_app.queries.own_review import sheet_review
from reviewer_app.queries.own_sheet import own_sheet
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.phrases import add_phrase
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workflow.submit_sheet import submit_sheet
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person, score_sheet

R1 = Actor("专家1", Role.REVIEWER, "R1")
R2 = Actor("专家2", Role.REVIEWER, "R2")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "batch.review")


def stands(workspace: Workspace) -> list[Stand]:
    return [row.stand for row in own_queue(as_person(workspace, R1), "R1")]


def test_the_queue_tells_how_far_each_sheet_is(workspace: Workspace) -> None:
    assert stands(workspace) == [Stand.NEW, Stand.NEW]
    score_sheet(workspace, "P1", "R1", "30", submit=False)
    assert stands(workspace) == [Stand.BEGUN, Stand.NEW]
    score_sheet(workspace, "P1", "R1", "30", "31", submit=False)
    assert stands(workspace) == [Stand.COMPLETE, Stand.NEW]
    submit_sheet(workspace, application="P1", reviewer="R1")
    change_standing(workspace, application="P2", standing=Standing.WITHDRAWN, reason="撤回")
    assert stands(workspace) == [Stand.SUBMITTED, Stand.OUT]


def test_the_running_total_is_exact_and_leaves_out_what_is_missing(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30.5", submit=False)

    total = own_sheet(as_person(workspace, R1), "P1", "R1").total

    # Four users give 4 of 10 points; 30.5 of 45 on B1; B2 is open.
    assert (total.total, total.objective, total.given) == (Fraction(69, 2), 4, Fraction(61, 2))
    assert (total.scored, total.of) == (1, 2)


def test_own_statistics_are_over_complete_sheets_only(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", "31")
    score_sheet(workspace, "P2", "R1", "45", submit=False)

    found = own_statistics_of(own_queue(as_person(workspace, R1), "R1"), 2)

    assert (found.count, found.mean) == (1, 65)


def test_a_recused_reviewer_sees_nothing_of_the_application(workspace: Workspace) -> None:
    state = SheetState.RECUSED
    set_aside(workspace, application="P1", reviewer="R1", state=state, reason="同单位")
    own = as_person(workspace, R1)

    assert own_material(own, "P1", "R1") is None
    assert own_sheet(own, "P1", "R1").objective == ()


def test_the_material_names_no_contact(workspace: Workspace) -> None:
    found = own_material(as_person(workspace, R1), "P1", "R1")

    assert found is not None
    assert found.application.contact == ""
    assert [section.factor.code for section in found.sections if section.factor] == ["A", "B"]


@pytest.mark.parametrize(
    "query",
    [
        lambda batch: own_queue(batch, "R2"),
        lambda batch: own_sheet(batch, "P1", "R2"),
        lambda batch: own_material(batch, "P1", "R2"),
        lambda batch: sheet_review(batch, "P1", "R2"),
        lambda batch: score_history(batch, "P1", "R2", "B1"),
        lambda batch: own_phrases(batch, "R2"),
    ],
)
def test_no_query_gives_a_reviewer_what_is_somebody_elses(
    workspace: Workspace, query: object
) -> None:
    assert callable(query)
    with pytest.raises(NotAllowed):
        query(as_person(workspace, R1))


def test_a_question_answered_is_asked_again_only_when_the_value_changed(
    workspace: Workspace,
) -> None:
    own = as_person(workspace, R1)
    score_sheet(own, "P1", "R1", "0", "31", submit=False)
    asked = sheet_review(own, "P1", "R1").asked
    assert [item.question for item in asked] == [Question.ZERO]

    submit_sheet(own, application="P1", reviewer="R1", answered=asked)

    assert sheet_review(own, "P1", "R1").asked == ()


def test_the_history_of_a_score_is_told_newest_first(workspace: Workspace) -> None:
    own = as_person(workspace, R1)
    score_sheet(own, "P1", "R1", "30", submit=False)
    score_sheet(own, "P1", "R1", "31.5", submit=False)

    found = score_history(own, "P1", "R1", "B1")

    assert [(change.before, change.after) for change in found] == [(3000, 3150), (None, 3000)]
    assert found[0].actor == "专家1"


def test_phrases_are_ones_own(workspace: Workspace) -> None:
    add_phrase(as_person(workspace, R1), reviewer="R1", text=" 依据  充分 ")

    assert own_phrases(as_person(workspace, R1), "R1") == ("依据 充分",)
    assert own_phrases(as_person(workspace, R2), "R2") == ()
