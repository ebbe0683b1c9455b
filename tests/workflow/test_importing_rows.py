"""What an import writes, and what it leaves alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.application import DetailKind, DetailRow
from reviewer_app.domain.errors import PlanHasProblems
from reviewer_app.domain.plans import (
    ImportKind,
    Payload,
    Problem,
    ScoreRow,
    Severity,
    StateRow,
)
from reviewer_app.domain.results import WhyKind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.present import present
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workspace import Workspace
from tests.builders import a_plan, a_workspace, an_application


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "batch.review")


def test_an_import_is_one_entry_that_names_file_and_digest(workspace: Workspace) -> None:
    entry = workspace.store.entries(2)[0]

    assert entry.verb == "import_applications"
    assert entry.reason == "test.xlsx sha256:" + "0" * 64


def test_a_plan_with_problems_writes_nothing(workspace: Workspace) -> None:
    before = workspace.store.head()
    problem = Problem("anything", Severity.ERROR, "test.xlsx", row=3)
    plan = a_plan(ImportKind.APPLICATIONS, Payload(applications=(an_application("P9"),)))

    with pytest.raises(PlanHasProblems):
        apply_import(workspace, replace(plan, problems=(problem,)))

    assert workspace.store.head() == before


def test_an_unchanged_import_makes_no_entry(workspace: Workspace) -> None:
    before = workspace.store.head()

    apply_import(workspace, a_plan(ImportKind.APPLICATIONS, Payload()))

    assert workspace.store.head() == before


def test_a_corrected_input_is_computed_again(workspace: Workspace) -> None:
    corrected = an_application("P1", users="9")

    apply_import(workspace, a_plan(ImportKind.APPLICATIONS, Payload(applications=(corrected,))))

    result = {item.number: item for item in ranking(workspace).applications}["P1"]
    assert result.computed["A1"].value == 9
    assert verification(workspace).passed


def test_a_missing_input_leaves_the_application_pending_and_is_named(tmp_path: Path) -> None:
    workspace = a_workspace(
        tmp_path / "b.review", applications=(an_application("P1", users=None),), reviewers=0
    )

    why = ranking(workspace).applications[0].why

    assert [(item.kind, item.subject, item.found) for item in why] == [
        (WhyKind.MISSING_INPUT, "A1", "users")
    ]


def test_a_struck_off_row_keeps_its_reason_and_who(workspace: Workspace) -> None:
    fields = {"name": "示例用户"}
    rows = (
        DetailRow("P1", DetailKind.USERS, 1, fields, counted=True),
        DetailRow("P1", DetailKind.USERS, 2, fields, counted=False, reason="关联方"),
    )
    payload = Payload(details=rows, metrics={"P1": {"users": "1"}})

    apply_import(workspace, a_plan(ImportKind.DETAILS, payload))

    stored = present(workspace).details[("P1", "users")]
    assert [(row.counted, row.reason, row.decided_by) for row in stored] == [
        (True, "", ""),
        (False, "关联方", "王干事"),
    ]
    assert present(workspace).applications["P1"].metrics["users"] == "1"


def test_scores_and_states_of_a_workbook_become_sheets(workspace: Workspace) -> None:
    payload = Payload(
        scores=(ScoreRow("P1", "R1", "B1", 3000, "有依据"), ScoreRow("P1", "R1", "B2", 4000)),
        states=(
            StateRow("P1", "R1", SheetState.SUBMITTED),
            StateRow("P2", "R1", SheetState.RECUSED, "同一单位"),
        ),
    )

    apply_import(workspace, a_plan(ImportKind.SCORES, payload))

    now = present(workspace)
    assert now.scores == {("P1", "R1", "B1"): 3000, ("P1", "R1", "B2"): 4000}
    assert now.sheets == {
        ("P1", "R1"): SheetState.SUBMITTED,
        ("P2", "R1"): SheetState.RECUSED,
    }
    assert now.comments == {("P1", "R1", "B1"): "有依据"}
