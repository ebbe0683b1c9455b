"""Score workbooks in long and wide form."""

from pathlib import Path
from typing import Any

import pytest

from reviewer_app.domain.plans import Change, ImportKind, ImportPlan, Present, ScoreRow, StateRow
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from reviewer_app.domain.sheet import SheetState
from tests.importing.builders import (
    a_batch,
    a_plan,
    an_application,
    book_of,
    error_kinds,
    errors,
    note_kinds,
)

LONG = ("项目编号", "专家编号", "指标", "得分", "意见")
WIDE = ("项目编号", "专家编号", "A2 合理性（70分）", "B1")


def a_panel(**fields: Any) -> Present:
    """XM-1 (suggestion for B1: 10.00 points) and XM-2; reviewers R1 and R2."""
    fields.setdefault(
        "applications",
        [an_application("XM-1", metrics={"verified_input": "500"}), an_application("XM-2")],
    )
    return a_batch(reviewers=["R1", "R2"], **fields)


def long(folder: Path, *rows: tuple[object, ...], **options: Any) -> ImportPlan:
    """Plan a workbook in long form."""
    options.setdefault("present", a_panel())
    return a_plan(folder, book_of([LONG, *rows]), ImportKind.SCORES, **options)


def wide(
    folder: Path, *rows: tuple[object, ...], headers: Any = WIDE, **options: Any
) -> ImportPlan:
    """Plan a workbook in wide form."""
    options.setdefault("present", a_panel())
    return a_plan(folder, book_of([headers, *rows]), ImportKind.SCORES, **options)


def test_long_rows_become_scores_in_hundredths_with_comments(tmp_path: Path) -> None:
    plan = long(tmp_path, ("XM-1", "R1", "a2", 62.5, "扎实"), ("XM-1", "R1", "B1", "9.9", None))

    assert plan.payload.scores == (
        ScoreRow("XM-1", "R1", "A2", 6250, "扎实"),
        ScoreRow("XM-1", "R1", "B1", 990),
    )
    assert plan.new == (Change("XM-1 · R1", after="A2 62.5 · B1 9.9 · A2 意见 扎实"),)


def test_wide_rows_become_the_same_scores(tmp_path: Path) -> None:
    plan = wide(tmp_path, ("XM-1", "R1", 62.5, 9.9), ("XM-2", "R1", 60, None))

    assert plan.payload.scores == (
        ScoreRow("XM-1", "R1", "A2", 6250),
        ScoreRow("XM-1", "R1", "B1", 990),
        ScoreRow("XM-2", "R1", "A2", 6000),
    )


def test_an_empty_score_is_no_zero_and_a_typed_zero_is_a_score(tmp_path: Path) -> None:
    plan = wide(tmp_path, ("XM-1", "R1", 0, None))

    assert plan.payload.scores == (ScoreRow("XM-1", "R1", "A2", 0),)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("70.5", Kind.SCORE_RANGE),
        ("-1", Kind.SCORE_RANGE),
        ("60.3", Kind.SCORE_STEP),
        ("60.001", Kind.SCORE_STEP),
        ("优", Kind.NOT_A_NUMBER),
    ],
)
def test_a_score_out_of_range_or_off_its_step_is_an_error(
    tmp_path: Path, value: str, kind: Kind
) -> None:
    plan = long(tmp_path, ("XM-1", "R1", "A2", value, None), ("XM-1", "R2", "A2", 60, None))

    assert errors(plan) == [(kind, 2)]
    assert plan.payload.scores == (ScoreRow("XM-1", "R2", "A2", 6000),)


@pytest.mark.parametrize(
    ("word", "state"),
    [("回避", SheetState.RECUSED), ("弃权", SheetState.ABSTAINED), ("缺席", SheetState.ABSENT)],
)
def test_a_word_in_a_score_cell_sets_the_sheets_state(
    tmp_path: Path, word: str, state: SheetState
) -> None:
    in_wide = wide(tmp_path, ("XM-1", "R1", word, word))
    in_long = long(tmp_path, ("XM-1", "R1", "A2", word, "亲属"))

    assert in_wide.payload.states == (StateRow("XM-1", "R1", state),)
    assert in_long.payload.states == (StateRow("XM-1", "R1", state, "亲属"),)
    assert in_wide.payload.scores == ()


def test_a_status_column_sets_the_state_too(tmp_path: Path) -> None:
    headers = ("项目编号", "专家编号", "A2", "status")
    plan = wide(tmp_path, ("XM-1", "R1", None, "RECUSED"), ("XM-2", "R1", 5, ""), headers=headers)

    assert plan.payload.states == (StateRow("XM-1", "R1", SheetState.RECUSED),)
    assert len(plan.payload.scores) == 1


def test_an_unknown_status_is_an_error(tmp_path: Path) -> None:
    headers = ("项目编号", "专家编号", "A2", "状态")

    plan = wide(tmp_path, ("XM-1", "R1", None, "出差"), headers=headers)

    assert errors(plan) == [(Kind.STATE_UNKNOWN, 2)]


def test_a_state_beside_scores_is_an_error(tmp_path: Path) -> None:
    assert error_kinds(wide(tmp_path, ("XM-1", "R1", "回避", 5))) == [Kind.STATE_AND_SCORES]


def test_objective_columns_are_only_compared(tmp_path: Path) -> None:
    headers = ("项目编号", "专家编号", "A1", "A2")

    equal = wide(tmp_path, ("XM-1", "R1", "5.00", 60), headers=headers)
    different = wide(tmp_path, ("XM-1", "R1", "5.01", 60), headers=headers)
    unknown = wide(tmp_path, ("XM-2", "R1", "5", 60), headers=headers)

    assert note_kinds(equal) == {Kind.OBJECTIVE_EQUAL}
    assert [row.indicator for row in equal.payload.scores] == ["A2"]
    assert [(item.kind, item.found, item.expected) for item in different.problems] == [
        (Kind.OBJECTIVE_DIFFERENT, "5.01", "5.00")
    ]
    assert note_kinds(unknown) == {Kind.OBJECTIVE_UNKNOWN}


def test_unknown_numbers_and_unassigned_cells_are_errors(tmp_path: Path) -> None:
    present = a_panel(assignments=frozenset({("XM-1", "R1")}))

    plan = long(
        tmp_path,
        ("XM-9", "R1", "A2", 1, None),
        ("XM-1", "R9", "A2", 1, None),
        ("XM-1", "R2", "A2", 1, None),
        ("XM-1", "R1", "Z9", 1, None),
        present=present,
    )

    assert sorted(errors(plan), key=str) == sorted(
        [
            (Kind.UNKNOWN_APPLICATION, 2),
            (Kind.UNKNOWN_REVIEWER, 3),
            (Kind.NOT_ASSIGNED, 4),
            (Kind.UNKNOWN_INDICATOR, 5),
        ],
        key=str,
    )


def test_one_cell_scored_twice_differently_keeps_both_out(tmp_path: Path) -> None:
    plan = long(tmp_path, ("XM-1", "R1", "A2", 1, None), ("XM-1", "R1", "A2", 2, None))

    assert errors(plan) == [(Kind.ROW_CONFLICT, 2), (Kind.ROW_CONFLICT, 3)]
    assert plan.payload.scores == ()


def test_drafts_may_change_and_the_difference_is_shown(tmp_path: Path) -> None:
    present = a_panel(
        sheets={("XM-1", "R1"): SheetState.DRAFT},
        scores={("XM-1", "R1", "A2"): 6000, ("XM-1", "R1", "B1"): 990},
    )

    plan = wide(tmp_path, ("XM-1", "R1", 62, 9.9), present=present)

    assert plan.changed == (Change("XM-1 · R1", "A2", "60.0", "62.0"),)
    assert plan.payload.scores == (ScoreRow("XM-1", "R1", "A2", 6200),)


@pytest.mark.parametrize("state", [SheetState.SUBMITTED, SheetState.LOCKED])
def test_submitted_scores_are_never_changed(tmp_path: Path, state: SheetState) -> None:
    present = a_panel(
        sheets={("XM-1", "R1"): state, ("XM-1", "R2"): state},
        scores={("XM-1", "R1", "A2"): 6000, ("XM-1", "R2", "A2"): 6000},
    )

    plan = long(
        tmp_path, ("XM-1", "R1", "A2", 62, None), ("XM-1", "R2", "A2", 60, None), present=present
    )

    assert plan.kept == (Change("XM-1 · R1", "A2", "60.0", "62.0"),)
    assert plan.unchanged == ("XM-1 · R2",)
    assert plan.payload.scores == ()


def test_a_submitted_sheet_cannot_become_recused_by_import(tmp_path: Path) -> None:
    present = a_panel(sheets={("XM-1", "R1"): SheetState.SUBMITTED})

    plan = wide(tmp_path, ("XM-1", "R1", "回避", None), present=present)

    assert error_kinds(plan) == [Kind.STATE_SUBMITTED]


def test_a_recused_sheet_takes_no_scores(tmp_path: Path) -> None:
    present = a_panel(sheets={("XM-1", "R1"): SheetState.RECUSED})

    scored = wide(tmp_path, ("XM-1", "R1", 5, None), present=present)
    again = wide(tmp_path, ("XM-1", "R1", "回避", None), present=present)

    assert error_kinds(scored) == [Kind.SHEET_NOT_OPEN]
    assert again.unchanged == ("XM-1 · R1",)


def test_submitting_names_what_a_sheet_lacks(tmp_path: Path) -> None:
    plan = wide(tmp_path, ("XM-1", "R1", 60, 9), ("XM-1", "R2", 60, None), submit=True)

    assert plan.payload.submissions == (("XM-1", "R1"),)
    assert [(item.kind, item.facts["missing"]) for item in plan.problems] == [
        (Kind.SHEET_INCOMPLETE, "B1")
    ]
    assert len(plan.payload.scores) == 3


def test_stored_draft_scores_complete_a_sheet(tmp_path: Path) -> None:
    present = a_panel(
        sheets={("XM-1", "R1"): SheetState.DRAFT}, scores={("XM-1", "R1", "A2"): 6000}
    )

    plan = wide(tmp_path, ("XM-1", "R1", None, 9), present=present, submit=True)

    assert plan.payload.submissions == (("XM-1", "R1"),)


def test_a_score_far_from_the_suggestion_needs_a_reason_to_be_submitted(tmp_path: Path) -> None:
    # B1 is suggested 10.0; tolerance 0.2 of 20 points is 4: 14.1 is further, 14.0 is not.
    without = wide(tmp_path, ("XM-1", "R1", 60, 14.1), submit=True)
    reasoned = wide(
        tmp_path, ("XM-1", "R1", 60, 14.1, "领先"), headers=(*WIDE, "B1意见"), submit=True
    )
    near = wide(tmp_path, ("XM-1", "R1", 60, 14.0), submit=True)
    as_draft = wide(tmp_path, ("XM-1", "R1", 60, 14.1))

    assert error_kinds(without) == [Kind.REASON_MISSING]
    assert reasoned.payload.submissions == near.payload.submissions == (("XM-1", "R1"),)
    assert note_kinds(as_draft) == {Kind.REASON_MISSING}


def test_a_file_without_any_score_column_is_refused(tmp_path: Path) -> None:
    plan = wide(tmp_path, ("XM-1", "R1", 1), headers=("项目编号", "专家编号", "别的"))

    assert error_kinds(plan) == [Kind.HEADER_MISSING]
