"""What reports need besides the ranking is read from the tables as it was written."""

from fractions import Fraction
from pathlib import Path

from reviewer_app.domain.attachment import Attachment
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
from reviewer_app.domain.deviation import OutlierDecision, OutlierReview
from reviewer_app.domain.document import Edition
from reviewer_app.domain.grounds import Ground, RaisedBy, RecusalCase
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, facts_as_they_were, report_facts
from reviewer_app.reports.facts import CheckFacts, DataFacts, Need, ReportFacts
from reviewer_app.workflow.dismiss_hint import dismiss_hint
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.submit_sheet import reopen_sheet, submit_sheet
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person, score_sheet

ORDER = ReportOrder(Edition.INTERNAL, translator("zh_CN"))

WRITTEN = (
    "INSERT INTO formal_check VALUES (1, 2, 'supplement', '缺章', '王', '2026-11-01', '')",
    "INSERT INTO formal_check VALUES (1, 1, 'passed', '', '王', '2026-11-01', '李')",
    "INSERT INTO supplement VALUES (1, '2026-11-02', '2026-11-09', '', '补章')",
    "INSERT INTO credit_check VALUES (1, 1, '信用中国', '2026-11-03', 'clear', '', '7', '王')",
    "INSERT INTO overlap VALUES (1, 2, 'city', '首版次', '2025', 'no', NULL, '', '', '')",
    "INSERT INTO metric_check VALUES (1, 'users', '4', '4', 1, '李', '2026-11-04')",
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


def test_recusals_and_dismissed_hints_are_read_with_their_times(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review")
    recuse(
        workspace,
        application="P2",
        reviewer="R2",
        ground="曾任顾问",
        grounds=[Ground.LABOUR],
        raised_by=RaisedBy.SELF,
    )
    dismiss_hint(workspace, application="P1", reviewer="R3", hint="同一单位", reason="无关")
    recused, dismissed = (entry.at for entry in workspace.store.entries()[-2:])

    assert facts(workspace, Need.RECUSALS).recusals == (
        RecusalCase("P1", "R3", "同一单位", RaisedBy.HINT, "无关", dismissed),
        RecusalCase("P2", "R2", "labour", RaisedBy.SELF, at=recused, said="曾任顾问"),
    )


def test_a_recusal_without_a_recorded_ground_has_the_reason_of_its_sheet(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "batch.review")
    recuse(workspace, application="P2", reviewer="R2", ground="曾任顾问")

    case = facts(workspace, Need.RECUSALS).recusals[0]

    assert (case.grounds, case.raised_by) == ("曾任顾问", RaisedBy.OTHER)


def a_changed_sheet(folder: Path) -> Workspace:
    """R1 submits 30 and 40, opens the sheet again, gives 35 and submits."""
    workspace = a_workspace(folder / "batch.review")
    score_sheet(workspace, "P1", "R1", "30", "40")
    reviewer = as_person(workspace, Actor("专家1", Role.REVIEWER, "R1"))
    reopen_sheet(reviewer, application="P1", reviewer="R1")
    give_score(reviewer, application="P1", reviewer="R1", indicator="B1", value=Fraction(35))
    submit_sheet(reviewer, application="P1", reviewer="R1")
    return workspace


def test_only_changes_after_the_first_submission_are_in_the_log(tmp_path: Path) -> None:
    workspace = a_changed_sheet(tmp_path)
    entry = next(e for e in workspace.store.entries()[::-1] if e.verb == "give_score")

    assert facts(workspace, Need.CHANGES).changes == (
        ScoreChange(
            at=entry.at,
            application="P1",
            reviewer="R1",
            indicator="B1",
            before=Fraction(30),
            after=Fraction(35),
            actor="专家1",
            reason="",
            digest=entry.digest,
        ),
    )


def test_a_computed_score_that_changes_later_is_in_the_log(tmp_path: Path) -> None:
    workspace = a_changed_sheet(tmp_path)
    with workspace.write("import_metrics", "05 更正用户数"):
        workspace.store.change("UPDATE objective_score SET value = '5' WHERE application_id = 1")
        workspace.store.change("UPDATE objective_score SET value = '9' WHERE application_id = 2")

    change = facts(workspace, Need.CHANGES).changes[-1]

    assert (change.application, change.reviewer, change.indicator) == ("P1", "", "A1")
    assert (change.before, change.after, change.reason) == (4, 5, "05 更正用户数")


def test_the_log_of_the_past_ends_there(tmp_path: Path) -> None:
    workspace = a_changed_sheet(tmp_path)
    last, _ = workspace.store.head()

    past = facts_as_they_were(workspace, last - 2, ORDER, needs=[Need.CHANGES])

    assert past.changes == ()
    assert len(facts_as_they_were(workspace, last, ORDER, needs=[Need.CHANGES]).changes) == 1


def test_an_answer_on_an_unusual_score_is_read(tmp_path: Path) -> None:
    workspace = a_changed_sheet(tmp_path)
    with workspace.write("import_details"):
        workspace.store.change("INSERT INTO outlier_review VALUES (1, 'kept', '坚持', '专家1')")

    assert facts(workspace, Need.OUTLIERS).outlier_reviews == {
        ("P1", "R1"): OutlierReview(OutlierDecision.KEPT, "坚持", "专家1")
    }


def test_attachments_and_people_are_read(tmp_path: Path) -> None:
    workspace = written(tmp_path)

    read = facts(workspace, Need.ATTACHMENTS, Need.PEOPLE)

    assert read.attachments == {"P1": (Attachment("u", "台账", "a.pdf", "0" * 64, 9, 3, "王"),)}
    assert [person.name for person in read.people] == ["专家1", "专家2", "专家3"]
