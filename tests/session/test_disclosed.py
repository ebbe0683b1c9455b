"""All sheets of an application lie side by side: to the panel, after disclosure only."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.deliberation import Correction
from reviewer_app.domain.deviation import OutlierDecision
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session_errors import KeptAway, NotDisclosed, NotNow
from reviewer_app.queries.disclosed import disclosed_application
from reviewer_app.workflow.deliberate import change_score, disclose
from reviewer_app.workflow.explain_deviation import explain_deviation
from reviewer_app.workflow.paper_entry import FIRST, SECOND, TypedCell, type_paper_score
from reviewer_app.workflow.session_steps import open_disclosure
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.submit_paper import submit_paper_sheet
from tests.builders import score_sheet
from tests.program.commands import run
from tests.session.meeting import BUREAU, Meeting, to_scoring


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """P1 lies open: 30+30, 30+30 and, from R3, 20+20; the others' mean is 60."""
    made = to_scoring(tmp_path / "w.review")
    for number, value in (("R1", "30"), ("R2", "30"), ("R3", "20")):
        score_sheet(made.by(number), "P1", number, value, value)
        score_sheet(made.by(number), "P2", number, "30", "30")
    open_disclosure(made.staff)
    disclose(made.staff, "P1")
    return made


def test_the_sheets_lie_side_by_side_with_spread_and_flag(meeting: Meeting) -> None:
    """R3: 40 beside a mean of 60 is -33 %; totals with A1 4: 64, 64, 44."""
    found = disclosed_application(meeting.by("R2"), "P1")

    assert [sheet.result.total for sheet in found.sheets] == [64, 64, 44]
    assert found.spread == 20
    flags = [sheet.deviation.share if sheet.deviation else None for sheet in found.sheets]
    assert flags[2] == Fraction(-1, 3)


def test_a_flagged_score_is_kept_with_a_reason_or_changed_under_the_log(meeting: Meeting) -> None:
    reason = "材料中的测评方法不成立"
    explain_deviation(
        meeting.by("R3"),
        application="P1",
        reviewer="R3",
        statement=reason + "，维持原评分。",
        decision=OutlierDecision.KEPT,
    )
    again = Correction("P1", "R3", "B1", Fraction(25), ChangeReason.OUTLIER, "复核后认可创新性")
    change_score(meeting.by("R3"), again)

    third = disclosed_application(meeting.staff, "P1").sheets[2]

    assert third.review is not None
    assert third.review.statement.startswith(reason)
    assert [change.after for change in third.changes] == [25]


def test_what_is_not_disclosed_nobody_sees(meeting: Meeting) -> None:
    with pytest.raises(NotDisclosed):
        disclosed_application(meeting.staff, "P2")
    with pytest.raises(NotAllowed):
        disclosed_application(meeting.as_(BUREAU), "P1")


def test_nobody_sees_sheets_of_others_while_scores_are_given(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")

    with pytest.raises(NotNow):
        disclosed_application(meeting.staff, "P1")
    with pytest.raises(NotAllowed):
        disclosed_application(meeting.by("R1"), "P1")


def test_the_command_line_ranks_nothing_while_scores_are_given(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    to_scoring(path).staff.store.close()

    outcome = run("rank", path, "--json")

    assert (outcome.status, outcome.out) == (2, "")
    assert "独立打分" in outcome.err


def test_a_recused_member_sees_no_sheet_of_it_even_after_disclosure(meeting: Meeting) -> None:
    recuse(meeting.staff, application="P1", reviewer="R2", ground="同单位")

    with pytest.raises(KeptAway):
        disclosed_application(meeting.by("R2"), "P1")

    assert disclosed_application(meeting.by("R1"), "P1").result.number == "P1"


def test_members_see_each_other_by_number_staff_by_name(meeting: Meeting) -> None:
    slip = Correction("P1", "R3", "B1", Fraction(25), ChangeReason.SLIP, "笔误")
    change_score(meeting.by("R3"), slip)

    by_member = disclosed_application(meeting.by("R2"), "P1")
    by_staff = disclosed_application(meeting.staff, "P1")

    assert "专家" not in repr(by_member)
    assert [sheet.result.name for sheet in by_staff.sheets] == ["专家1", "专家2", "专家3"]
    assert by_staff.changes[0].changed_by == "专家3"


def test_an_objective_value_on_paper_other_than_the_computed_is_flagged(tmp_path: Path) -> None:
    """A1 is computed 4; the paper of R3 says 5."""
    made = to_scoring(tmp_path / "w.review")
    second = made.as_(Actor("林干事", Role.SECRETARY))
    for entry, typist in ((FIRST, made.staff), (SECOND, second)):
        for code, text in (("A1", "5"), ("B1", "30"), ("B2", "30")):
            type_paper_score(typist, entry=entry, cell=TypedCell("P1", "R3", code, text))
    submit_paper_sheet(made.staff, application="P1", reviewer="R3")
    for number in ("R1", "R2"):
        score_sheet(made.by(number), "P1", number, "30", "30")
    for number in ("R1", "R2", "R3"):
        score_sheet(made.by(number), "P2", number, "30", "30")
    open_disclosure(made.staff)
    disclose(made.staff, "P1")

    found = disclosed_application(made.staff, "P1")

    assert [sheet.paper_differs for sheet in found.sheets] == [(), (), ("A1",)]
