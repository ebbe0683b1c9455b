"""Nothing that a rehearsal wrote comes into a real batch by an import."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.i18n import translator
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.importing.templates import write_template
from reviewer_app.reports.writing import write_report
from reviewer_app.words.import_problems import message
from tests.importing.builders import a_batch, an_application, error_kinds
from tests.reports.test_rehearsal_marks import made

CHINESE = translator("zh_CN")
REAL = a_batch(applications=[an_application("XM-1")], reviewers=["R1"])
REHEARSAL = replace(REAL, is_rehearsal=True)


@pytest.mark.parametrize("kind", ImportKind)
def test_a_workbook_of_a_rehearsal_is_refused_whole(tmp_path: Path, kind: ImportKind) -> None:
    path = tmp_path / "scores.xlsx"
    write_template(kind, path, REHEARSAL, CHINESE)

    plan = plan_import(path, kind, REAL, ImportOptions())

    assert error_kinds(plan) == [ProblemKind.OF_REHEARSAL]
    assert plan.payload == Payload()
    assert "来自演练" in message(plan.problems[0], CHINESE)


def test_a_report_of_a_rehearsal_is_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "ranking.xlsx"
    write_report(made("ranking"), path)

    plan = plan_import(path, ImportKind.SCORES, REAL, ImportOptions())

    assert error_kinds(plan) == [ProblemKind.OF_REHEARSAL]


@pytest.mark.parametrize("present", [REAL, REHEARSAL])
def test_a_rehearsal_takes_its_own_and_real_workbooks(tmp_path: Path, present: object) -> None:
    path = tmp_path / "reviewers.xlsx"
    batch = REAL if present is REAL else REHEARSAL
    write_template(ImportKind.REVIEWERS, path, batch, CHINESE)

    plan = plan_import(path, ImportKind.REVIEWERS, REHEARSAL, ImportOptions())

    assert ProblemKind.OF_REHEARSAL not in error_kinds(plan)
