"""After disclosure a score changes only with a reason and two confirmations."""

from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.closing import ClosingLine
from reviewer_app.domain.deliberation import Ballots, Correction, VoteKind
from reviewer_app.domain.errors import NotAllowed, NothingChanged, ReasonMissing, ScoreOutOfRange
from reviewer_app.domain.result_errors import StatementTooShort
from reviewer_app.domain.room import LeaveGround
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session import SessionDay, SessionPlan, SessionWay
from reviewer_app.domain.session_errors import (
    ChangeStands,
    KeptAway,
    NotNow,
    OnlyErrors,
    StepNotReady,
    TooManyBallots,
    WasPresent,
)
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.closing import closing_checks
from reviewer_app.queries.half_written import half_written_of
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage.batch import votes
from reviewer_app.storage.deliberation import load_changes, load_dissents, load_votes
from reviewer_app.storage.score_history import score_changes
from reviewer_app.workflow.answer_change import note_change, take_back_change
from reviewer_app.workflow.deliberate import (
    change_score,
    confirm_changes,
    disclose,
    hold_vote,
    state_dissent,
    vote_on_tie,
    write_opinion,
)
from reviewer_app.workflow.keep_half_written import keep_half_written
from reviewer_app.workflow.room import leave_room, mark_arrival
from reviewer_app.workflow.session_steps import begin_session, open_final
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.strike_sheet import strike_sheet
from reviewer_app.workspace import Workspace, workspace_at
from tests.builders import a_scheme, a_workspace
from tests.session.meeting import (
    DAYS,
    SUPERVISOR,
    Meeting,
    reviewer,
    to_disclosure,
    to_final,
    to_scoring,
)


def a_correction(
    value: int = 25, reason: ChangeReason = ChangeReason.SLIP, text: str = "笔误,应为25分"
) -> Correction:
    return Correction("P1", "R2", "B1", Fraction(value), reason, text)


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """P1 lies open; R2 gave B1 30."""
    made = to_disclosure(tmp_path / "w.review")
    disclose(made.staff, "P1")
    return made


def result_of(workspace: Workspace, number: str) -> Fraction | None:
    [found] = [item for item in ranking(workspace).applications if item.number == number]
    return found.score


def test_disclosed_sheets_are_locked(meeting: Meeting) -> None:
    states = meeting.staff.store.rows("SELECT DISTINCT state FROM sheet ORDER BY state")

    assert [state for (state,) in states] == [SheetState.LOCKED, SheetState.SUBMITTED]
    with pytest.raises(NothingChanged):
        disclose(meeting.staff, "P1")


def test_a_change_names_its_reason_and_counts_at_once(meeting: Meeting) -> None:
    """P1: A1 4 + (30+30) three times = 64; one 25 instead of 30: 64 - 5/3 = 62.33."""
    before = result_of(meeting.staff, "P1")

    change_score(meeting.by("R2"), a_correction())

    assert (before, result_of(meeting.staff, "P1")) == (Fraction(64), Fraction("62.33"))
    [change] = load_changes(meeting.staff.store)
    assert (change.before, change.after, change.reason) == (30, 25, ChangeReason.SLIP)
    assert meeting.staff.store.entries()[-1].reason == "07 笔误,应为25分"


def test_preliminary_and_final_scores_are_both_read_from_the_journal(meeting: Meeting) -> None:
    sequence, _ = meeting.staff.store.head()
    change_score(meeting.by("R2"), a_correction())

    past = workspace_at(meeting.staff, sequence)

    [logged] = score_changes(meeting.staff.store, sequence + 1)
    assert (logged.before, logged.after, logged.reason) == (30, 25, "07 笔误,应为25分")
    assert result_of(past, "P1") == 64
    past.store.close()


def test_reviewer_and_leader_confirm_once_for_the_application(meeting: Meeting) -> None:
    change_score(meeting.staff, a_correction())
    disclose(meeting.staff, "P2")
    with pytest.raises(StepNotReady) as waits:
        open_final(meeting.staff)
    assert (waits.value.condition, waits.value.names) == ("confirmed", ("P1",))

    confirm_changes(meeting.by("R2"), "P1")
    confirm_changes(meeting.by("R1"), "P1")

    open_final(meeting.staff)
    [change] = load_changes(meeting.staff.store)
    assert (change.is_confirmed, change.leader) == (True, "专家1")
    with pytest.raises(NotNow):
        disclose(meeting.staff, "P1")


def test_another_member_confirms_nothing(meeting: Meeting) -> None:
    change_score(meeting.staff, a_correction())

    with pytest.raises(NothingChanged):
        confirm_changes(meeting.by("R3"), "P1")
    with pytest.raises(NotAllowed):
        confirm_changes(meeting.staff, "P1")


def test_who_types_the_own_change_has_confirmed_it(meeting: Meeting) -> None:
    change_score(meeting.by("R2"), a_correction())

    [change] = load_changes(meeting.staff.store)
    assert change.reviewer_confirmed_at
    assert not change.leader_confirmed_at


@pytest.mark.parametrize(
    ("correction", "refusal"),
    [
        (a_correction(text=" "), ReasonMissing),
        (a_correction(value=46), ScoreOutOfRange),
        (a_correction(value=30), NothingChanged),
        (a_correction(reason=ChangeReason.SECOND_ROUND), OnlyErrors),
    ],
    ids=["no explanation", "above the maximum", "the same", "a second round in one round"],
)
def test_a_change_without_sense_writes_nothing(
    meeting: Meeting, correction: Correction, refusal: type[Exception]
) -> None:
    before = meeting.staff.store.head()

    with pytest.raises(refusal):
        change_score(meeting.by("R2"), correction)

    assert meeting.staff.store.head() == before


def test_a_waiting_change_is_taken_back_with_a_reason(meeting: Meeting) -> None:
    """The leader does not stand behind it: the old score counts again, both stay on record."""
    change_score(meeting.by("R2"), a_correction())
    [change] = load_changes(meeting.staff.store)
    with pytest.raises(NotAllowed):
        take_back_change(meeting.by("R3"), change=change.key, reason="不同意")

    take_back_change(meeting.by("R1"), change=change.key, reason="并非笔误")

    [stands] = load_changes(meeting.staff.store)
    assert result_of(meeting.staff, "P1") == 64
    assert (stands.after, stands.taken_back_by, stands.waits) == (25, "专家1", False)
    with pytest.raises(NothingChanged):
        confirm_changes(meeting.by("R1"), "P1")


def test_what_is_confirmed_or_changed_again_is_not_taken_back(meeting: Meeting) -> None:
    change_score(meeting.by("R2"), a_correction(25))
    change_score(meeting.by("R2"), a_correction(26))
    first, second = load_changes(meeting.staff.store)

    with pytest.raises(ChangeStands):
        take_back_change(meeting.by("R2"), change=first.key, reason="误改")

    confirm_changes(meeting.by("R1"), "P1")
    with pytest.raises(ChangeStands):
        take_back_change(meeting.by("R2"), change=second.key, reason="误改")


def test_the_supervisor_remarks_on_a_change(meeting: Meeting) -> None:
    change_score(meeting.by("R2"), a_correction())
    [change] = load_changes(meeting.staff.store)
    with pytest.raises(NotAllowed):
        note_change(meeting.staff, change=change.key, text="已核对")

    note_change(meeting.as_(SUPERVISOR), change=change.key, text="已核对原表")

    [noted] = load_changes(meeting.staff.store)
    assert (noted.note, noted.supervisor) == ("已核对原表", "周监督")
    assert noted.waits, "a remark is no confirmation"


def test_the_gate_waits_for_confirmations_and_not_for_a_remark(meeting: Meeting) -> None:
    change_score(meeting.by("R2"), a_correction())
    confirm_changes(meeting.by("R1"), "P1")

    [change] = load_changes(meeting.staff.store)
    confirmed = {one.line: one for one in closing_checks(meeting.staff)}[ClosingLine.CONFIRMED]
    assert (change.note, confirmed.is_green) == ("", True)


def test_the_supervisor_confirms_in_the_place_of_a_recused_leader(meeting: Meeting) -> None:
    change_score(meeting.by("R2"), a_correction())
    with pytest.raises(NothingChanged):
        confirm_changes(meeting.as_(SUPERVISOR), "P1")
    recuse(meeting.staff, application="P1", reviewer="R1", ground="同单位")

    with pytest.raises(KeptAway):
        confirm_changes(meeting.by("R1"), "P1")
    confirm_changes(meeting.as_(SUPERVISOR), "P1")

    assert load_changes(meeting.staff.store)[0].is_confirmed


def test_nobody_gives_both_confirmations(meeting: Meeting) -> None:
    """The leader's own change is confirmed for the panel by the supervisor."""
    own = Correction("P1", "R1", "B1", Fraction(25), ChangeReason.SLIP, "笔误,应为25分")
    change_score(meeting.by("R1"), own)
    change_score(meeting.by("R2"), a_correction())

    confirm_changes(meeting.by("R1"), "P1")

    leaders, members = load_changes(meeting.staff.store)
    assert (leaders.is_confirmed, members.is_confirmed) == (False, True)
    with pytest.raises(NothingChanged):
        confirm_changes(meeting.by("R1"), "P1")
    confirm_changes(meeting.as_(SUPERVISOR), "P1")
    assert load_changes(meeting.staff.store)[0].leader == SUPERVISOR.name


def test_a_sheet_is_set_aside_after_disclosure_where_its_member_was_out(meeting: Meeting) -> None:
    staff = meeting.staff
    with pytest.raises(WasPresent):
        strike_sheet(staff, application="P1", reviewer="R3", reason="不在场")
    leave_room(
        staff, application="P1", person=reviewer("R3"), ground=LeaveGround.OTHER, note="急事"
    )

    strike_sheet(staff, application="P1", reviewer="R3", reason="评审时不在场")

    [found] = [item for item in ranking(staff).applications if item.number == "P1"]
    assert (found.counted, found.reviewers[2].state) == (2, SheetState.ABSENT)


def test_what_is_half_written_is_kept_for_who_may_do_it(meeting: Meeting) -> None:
    place = {"deed": "state_dissent", "application": "P1", "reviewer": "R3"}
    before = meeting.staff.store.head()

    keep_half_written(meeting.by("R3"), text="测试集", **place)

    assert half_written_of(meeting.by("R3"), **place) == "测试集"
    assert half_written_of(meeting.by("R2"), **place) == ""
    assert meeting.staff.store.head() == before
    keep_half_written(meeting.by("R3"), text="", **place)
    assert half_written_of(meeting.by("R3"), **place) == ""


def test_nobody_changes_somebody_elses_score(meeting: Meeting) -> None:
    with pytest.raises(NotAllowed):
        change_score(meeting.by("R3"), a_correction())


def test_two_rounds_let_a_member_decide_anew_at_the_end(tmp_path: Path) -> None:
    meeting = to_final(tmp_path / "w.review", SessionPlan(DAYS, way=SessionWay.TWO_ROUNDS))

    change_score(meeting.by("R2"), a_correction(reason=ChangeReason.SECOND_ROUND))

    assert result_of(meeting.staff, "P1") == Fraction("62.33")


def test_a_vote_counts_those_who_may_vote(tmp_path: Path) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    recuse(meeting.staff, application="P1", reviewer="R3", ground="同单位")

    def vote(yes: int, no: int, application: str) -> bool:
        return hold_vote(
            meeting.staff,
            kind=VoteKind.RECOMMENDATION,
            question="是否推荐",
            ballots=Ballots(yes, no, 0),
            application=application,
        )

    assert vote(2, 1, "P2")
    assert not vote(1, 1, "P1"), "half is not more than half"
    with pytest.raises(TooManyBallots):
        vote(2, 1, "P1")
    assert [row.carried for row in load_votes(meeting.staff.store)] == [True, False]


def test_a_dissent_gives_its_reasons(meeting: Meeting) -> None:
    with pytest.raises(StatementTooShort):
        state_dissent(meeting.by("R3"), reviewer="R3", text="不同意")

    state_dissent(meeting.by("R3"), reviewer="R3", application="P1", text="测试集与训练集有重叠。")

    [dissent] = load_dissents(meeting.staff.store)
    assert (dissent.name, dissent.application) == (reviewer("R3").name, "P1")


def test_a_tie_is_ordered_only_when_the_vote_is_carried(meeting: Meeting) -> None:
    staff = meeting.staff
    recuse(staff, application="P2", reviewer="R3", ground="同单位")

    def vote(yes: int, no: int) -> bool:
        order, question = ("P2", "P1"), "同分排序：P2、P1"
        return vote_on_tie(staff, order=order, question=question, ballots=Ballots(yes, no, 0))

    with pytest.raises(TooManyBallots):
        vote(2, 1)
    assert not vote(1, 1)
    assert votes(staff.store) == ()
    assert vote(2, 0)
    assert votes(staff.store) == (("P2", "P1"),)


def test_no_vote_is_held_below_the_quorum(tmp_path: Path) -> None:
    """Two of three members may vote where the scheme asks for three."""
    made = a_workspace(tmp_path / "q.review", scheme=a_scheme(quorum=3))
    begin_session(made, SessionPlan((SessionDay("2026-11-24"),)))
    for number in ("R1", "R2"):
        mark_arrival(made, reviewer(number))

    with pytest.raises(TooManyBallots):
        hold_vote(made, kind=VoteKind.OTHER, question="是否休会", ballots=Ballots(2, 0, 0))


def test_who_is_recused_writes_no_opinion_of_it(meeting: Meeting) -> None:
    recuse(meeting.staff, application="P1", reviewer="R1", ground="同单位")

    with pytest.raises(KeptAway):
        write_opinion(meeting.by("R1"), application="P1", text="意见")
