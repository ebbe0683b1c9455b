"""Reviewers and assignments."""

from pathlib import Path

from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import Change, ImportKind
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from reviewer_app.domain.sheet import SheetState
from tests.importing.builders import a_batch, a_plan, an_application, book_of, errors

HEADERS = ("专家编号", "姓名", "单位", "组长", "近三年单位")


def test_reviewers_are_read_with_leader_and_former_organisations(tmp_path: Path) -> None:
    rows = [HEADERS, ("R1", "张三", "甲大学", "是", "乙所；丙公司"), ("R2", "李四", "", "", None)]

    plan = a_plan(tmp_path, book_of(rows), ImportKind.REVIEWERS)

    assert plan.payload.reviewers[0] == Reviewer(
        "R1", "张三", "甲大学", leader=True, former_organisations=("乙所", "丙公司")
    )
    assert plan.payload.reviewers[1] == Reviewer("R2", "李四")


def test_a_changed_reviewer_shows_before_and_after(tmp_path: Path) -> None:
    present = a_batch(reviewers=["R1"])

    plan = a_plan(
        tmp_path,
        book_of([HEADERS, ("R1", "张三丰", "", "是", "")]),
        ImportKind.REVIEWERS,
        present=present,
    )

    assert plan.changed == (
        Change("R1", "姓名", "专家R1", "张三丰"),
        Change("R1", "组长", "否", "是"),
    )


def test_assignments_are_the_whole_set_and_touched_sheets_stay(tmp_path: Path) -> None:
    present = a_batch(
        applications=[an_application("XM-1"), an_application("XM-2")],
        reviewers=["R1", "R2"],
        assignments=frozenset({("XM-1", "R1"), ("XM-2", "R1"), ("XM-2", "R2")}),
        sheets={("XM-2", "R2"): SheetState.DRAFT},
    )
    rows = [("项目编号", "专家编号"), ("XM-1", "R1"), ("XM-1", "R2"), ("XM-1", "R2")]

    plan = a_plan(tmp_path, book_of(rows), ImportKind.ASSIGNMENTS, present=present)

    assert plan.payload.assignments == frozenset({("XM-1", "R1"), ("XM-1", "R2"), ("XM-2", "R2")})
    assert [change.subject for change in plan.new] == ["XM-1 · R2"]
    assert plan.changed == (Change("XM-2", "专家编号", before="R1"),)
    assert plan.kept == (Change("XM-2", "专家编号", before="R2"),)
    assert plan.unchanged == ("XM-1 · R1",)


def test_unknown_numbers_in_assignments_are_errors(tmp_path: Path) -> None:
    rows = [("项目编号", "专家编号"), ("XM-9", "R1"), ("XM-1", "R9")]
    present = a_batch(applications=[an_application("XM-1")], reviewers=["R1"])

    plan = a_plan(tmp_path, book_of(rows), ImportKind.ASSIGNMENTS, present=present)

    assert errors(plan) == [(Kind.UNKNOWN_APPLICATION, 2), (Kind.UNKNOWN_REVIEWER, 3)]
    assert plan.payload.assignments is None
