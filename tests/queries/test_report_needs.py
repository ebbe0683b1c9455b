"""What reports need besides the ranking is read from the tables as it was written."""

from pathlib import Path

from reviewer_app.domain.checks import (
    CreditLine,
    CreditResult,
    Evidence,
    FormalLine,
    FormalResult,
    InputCheck,
    Overlap,
    SameContent,
    Supplement,
    SupportLevel,
)
from reviewer_app.domain.document import Edition
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, facts_as_they_were, report_facts
from reviewer_app.reports.facts import CheckFacts, DataFacts, Need, ReportFacts
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace

ORDER = ReportOrder(Edition.INTERNAL, translator("zh_CN"))

WRITTEN = (
    "INSERT INTO formal_check VALUES (1, 2, 'supplement', '缺章', '王', '2026-11-01', '')",
    "INSERT INTO formal_check VALUES (1, 1, 'passed', '', '王', '2026-11-01', '李')",
    "INSERT INTO supplement VALUES (1, '2026-11-02', '2026-11-09', '', '补章')",
    "INSERT INTO credit_check VALUES (1, 1, '信用中国', '2026-11-03', 'clear', '', '7', '王')",
    "INSERT INTO overlap VALUES (1, 2, 'city', '首版次', '2025', 'no', NULL, '', '', '')",
    "INSERT INTO metric_check VALUES (1, 'users', '4', '4', '李', '2026-11-04')",
    "INSERT INTO attachment VALUES (1, 'u', 1, '台账', 'a.pdf', printf('%064d', 0), 9, 3, '王')",
    "INSERT INTO evidence VALUES (1, 'A1', 1, '第 2 页')",
    "INSERT INTO evidence VALUES (2, 'A1', NULL, '第 5 页')",
)


def written(folder: Path) -> Workspace:
    workspace = a_workspace(folder / "batch.review")
    with workspace.write("import_details"):
        for statement in WRITTEN:
            workspace.store.change(statement)
    return workspace


def facts(workspace: Workspace, *needs: Need) -> ReportFacts:
    return report_facts(workspace, ORDER, needs=needs)


def test_checks_are_read_as_they_were_written(tmp_path: Path) -> None:
    checks = facts(written(tmp_path), Need.CHECKS).checks

    assert checks == CheckFacts(
        formal={
            "P1": (
                FormalLine(1, FormalResult.PASSED, "", "王", "2026-11-01", "李"),
                FormalLine(2, FormalResult.SUPPLEMENT, "缺章", "王", "2026-11-01"),
            )
        },
        supplements={"P1": Supplement("2026-11-02", "2026-11-09", "", "补章")},
        credit={"P1": (CreditLine("信用中国", "2026-11-03", CreditResult.CLEAR, "", "7", "王"),)},
        overlaps={"P2": (Overlap(SupportLevel.CITY, "首版次", "2025", SameContent.NO),)},
    )


def test_evidence_and_readings_are_read_as_they_were_written(tmp_path: Path) -> None:
    data = facts(written(tmp_path), Need.DATA).data

    assert data == DataFacts(
        input_checks={("P1", "users"): InputCheck("4", "4", "李", "2026-11-04")},
        evidence={
            ("P1", "A1"): Evidence("台账", "第 2 页"),
            ("P2", "A1"): Evidence("", "第 5 页"),
        },
        computed_by={("P1", "A1"): "王干事", ("P2", "A1"): "王干事"},
    )


def test_what_no_report_asked_for_stays_unread(tmp_path: Path) -> None:
    read = facts(written(tmp_path))

    assert (read.applications, read.checks, read.data) == ({}, CheckFacts(), DataFacts())


def test_the_past_has_the_checks_of_the_past(tmp_path: Path) -> None:
    workspace = written(tmp_path)
    last, _ = workspace.store.head()

    before = facts_as_they_were(workspace, last - 1, ORDER, needs=[Need.CHECKS])
    after = facts_as_they_were(workspace, last, ORDER, needs=[Need.CHECKS])

    assert before.checks == CheckFacts()
    assert after.checks == facts(workspace, Need.CHECKS).checks
