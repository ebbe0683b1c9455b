"""A file brought again: what it shows, changes and leaves alone (case 62)."""

from pathlib import Path

from reviewer_app.domain.plans import Change, ImportKind
from reviewer_app.domain.problem_kinds import ProblemKind as Kind
from reviewer_app.domain.sheet import SheetState
from tests.importing.builders import (
    APPLICATION_HEADERS,
    a_batch,
    a_plan,
    an_application,
    applications,
    metrics,
    note_kinds,
)

METRICS = ImportKind.METRICS
GOOD = ["N-1", "甲项目", "甲公司", 500]


def test_case_62_a_corrected_file_shows_what_it_changes(tmp_path: Path) -> None:
    present = a_batch(
        applications=[
            an_application("N-1", name="甲项目", applicant="甲公司", requested_fen=500_000_000),
            an_application("N-2", name="乙项目", applicant="乙公司", requested_fen=300_000_000),
        ]
    )

    plan = a_plan(
        tmp_path,
        applications(GOOD, ["N-2", "乙项目（改）", "乙公司", 280], ["N-3", "丙", "丙公司", 1]),
        present=present,
    )

    assert plan.unchanged == ("N-1",)
    assert plan.changed == (
        Change("N-2", "项目名称", "乙项目", "乙项目（改）"),
        Change("N-2", "申请金额（万元）", "300.00", "280.00"),
    )
    assert [change.subject for change in plan.new] == ["N-3"]
    assert [row.number for row in plan.payload.applications] == ["N-2", "N-3"]


def test_case_62_of_a_scored_application_only_the_description_changes(tmp_path: Path) -> None:
    known = an_application(
        "N-1",
        name="甲项目",
        applicant="甲公司",
        requested_fen=100_000_000,
        metrics={"verified_input": "900"},
    )
    present = a_batch(
        applications=[known],
        reviewers=["R1"],
        sheets={("N-1", "R1"): SheetState.SUBMITTED},
    )
    headers = (*APPLICATION_HEADERS, "审定投入（万元）")

    plan = a_plan(
        tmp_path,
        applications(["N-1", "改名", "甲公司", 500, 1000], headers=headers),
        present=present,
    )

    assert plan.changed == (Change("N-1", "项目名称", "甲项目", "改名"),)
    assert plan.kept == (
        Change("N-1", "申请金额（万元）", "100.00", "500.00"),
        Change("N-1", "审定投入（万元）", "900", "1000"),
    )
    assert plan.payload.applications[0].requested_fen == 100_000_000
    assert plan.payload.applications[0].metrics == {"verified_input": "900"}


def test_metrics_of_a_scored_application_are_kept(tmp_path: Path) -> None:
    present = a_batch(
        applications=[an_application("XM-1")],
        reviewers=["R1"],
        sheets={("XM-1", "R1"): SheetState.LOCKED},
    )

    plan = a_plan(tmp_path, metrics(5), METRICS, present=present)

    assert plan.payload.metrics == {}
    assert [change.after for change in plan.kept] == ["5"]


def test_an_empty_cell_leaves_what_is_stored(tmp_path: Path) -> None:
    present = a_batch(applications=[an_application("XM-1", metrics={"verified_input": "7"})])

    plan = a_plan(tmp_path, metrics(None), METRICS, present=present)

    assert plan.unchanged == ("XM-1",)
    assert note_kinds(plan) == {Kind.EMPTY_KEEPS}
