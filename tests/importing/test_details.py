"""Detail tables and the inputs derived from their counted rows."""

from pathlib import Path

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.plans import Change, ImportKind
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from reviewer_app.domain.sheet import SheetState
from tests.importing.builders import (
    Book,
    a_batch,
    a_plan,
    an_application,
    error_kinds,
    errors,
    note_kinds,
    number,
    sheet_xml,
)

DETAILS = ImportKind.DETAILS
COSTS = ("项目编号", "费用类别", "实际投入（万元）", "计入", "理由")
RELEASES = ("项目编号", "版本", "发布日期", "实测改进证据", "计入")


def costs(*rows: tuple[object, ...], title: str = "项目投入") -> bytes:
    """A details workbook with one table of costs."""
    return Book([(title, sheet_xml([COSTS, *rows]), "visible")]).data()


def test_only_counted_rows_feed_the_input(tmp_path: Path) -> None:
    data = costs(
        ("XM-1", "算力", 300, "是", None),
        ("XM-1", "研发人员", "200.5", "是", None),
        ("XM-1", "推广", 100, "否", "与项目无关"),
    )

    plan = a_plan(tmp_path, data, DETAILS)

    assert plan.payload.metrics == {"XM-1": {"verified_input": "500.5"}}
    assert [(row.line, row.counted, row.reason) for row in plan.payload.details] == [
        (1, True, ""),
        (2, True, ""),
        (3, False, "与项目无关"),
    ]
    assert plan.new == (Change("XM-1 · 项目投入", "计入", "", "2/3"),)
    assert plan.changed == (Change("XM-1", "审定投入", "", "500.5"),)


def test_a_struck_row_needs_a_reason(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, costs(("XM-1", "算力", 300, "否", None)), DETAILS)

    assert errors(plan) == [(Kind.STRUCK_WITHOUT_REASON, 2)]


def test_a_table_with_a_bad_row_is_left_as_it_is(tmp_path: Path) -> None:
    data = costs(
        ("XM-1", "算力", 300, "是", None),
        ("XM-1", "算力", "三百", "是", None),
        ("XM-2", "算力", 5, "是", None),
    )

    plan = a_plan(tmp_path, data, DETAILS)

    assert error_kinds(plan) == [Kind.NOT_A_NUMBER]
    assert list(plan.payload.metrics) == ["XM-2"]
    assert {row.application for row in plan.payload.details} == {"XM-2"}


def test_every_table_has_its_sheet_and_other_sheets_are_said(tmp_path: Path) -> None:
    sheets = [
        ("填写说明", sheet_xml([["列", "填写内容"]]), "visible"),
        ("随便", sheet_xml([COSTS, ("XM-1", "算力", 300, "是", None)]), "visible"),
        ("Releases", sheet_xml([RELEASES, ("XM-1", "v1", "2026-03-01", "有", "是")]), "visible"),
    ]

    plan = a_plan(tmp_path, Book(sheets).data(), DETAILS)

    assert plan.is_clean
    assert {row.kind for row in plan.payload.details} == {DetailKind.COSTS, DetailKind.RELEASES}
    assert plan.payload.metrics["XM-1"] == {"verified_input": "300", "releases": "1"}
    assert note_kinds(plan) == {Kind.SHEET_IGNORED}


def test_the_same_rows_again_change_nothing(tmp_path: Path) -> None:
    data = costs(("XM-1", "算力", 300, "是", None), ("XM-1", "推广", 1, "否", "无关"))
    first = a_plan(tmp_path, data, DETAILS)
    present = a_batch(
        applications=[an_application("XM-1", metrics=first.payload.metrics["XM-1"])],
        details={("XM-1", DetailKind.COSTS): first.payload.details},
    )

    again = a_plan(tmp_path, data, DETAILS, present=present)

    assert again.unchanged == ("XM-1 · 项目投入",)
    assert again.payload.details == ()


def test_details_of_a_scored_application_are_kept(tmp_path: Path) -> None:
    present = a_batch(
        applications=[an_application("XM-1", metrics={"verified_input": "9"})],
        reviewers=["R1"],
        sheets={("XM-1", "R1"): SheetState.SUBMITTED},
    )

    plan = a_plan(tmp_path, costs(("XM-1", "算力", 300, "是", None)), DETAILS, present=present)

    assert Change("XM-1", "审定投入", "9", "300") in plan.kept
    assert plan.payload.details == ()


def test_a_derived_value_out_of_bounds_is_an_error(tmp_path: Path) -> None:
    rows = [("XM-1", f"v{n}", number(46082), "有", "是") for n in range(51)]
    data = Book([("版本迭代", sheet_xml([RELEASES, *rows]), "visible")]).data()

    assert error_kinds(a_plan(tmp_path, data, DETAILS)) == [Kind.DERIVED_OUT_OF_BOUNDS]


def test_one_table_on_two_sheets_is_asked_for(tmp_path: Path) -> None:
    sheet = sheet_xml([COSTS, ("XM-1", "算力", 300, "是", None)])
    data = Book([("项目投入", sheet, "visible"), ("投入二", sheet, "visible")]).data()

    assert error_kinds(a_plan(tmp_path, data, DETAILS)) == [Kind.SHEET_CHOICE]


def test_an_unknown_application_is_an_error(tmp_path: Path) -> None:
    plan = a_plan(tmp_path, costs(("XM-77", "算力", 300, "是", None)), DETAILS)

    assert errors(plan) == [(Kind.UNKNOWN_APPLICATION, 2)]
