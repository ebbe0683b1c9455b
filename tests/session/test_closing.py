"""Results are settled when the gate is green, signed, closed, and reopened by authority."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.agenda import AgendaItem, ItemKind, ItemState
from reviewer_app.domain.closing import ClosingCheck, ClosingLine, Override
from reviewer_app.domain.deliberation import Correction
from reviewer_app.domain.errors import NotAllowed, ReasonMissing
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.pin_errors import NotInBatch, WrongPin
from reviewer_app.domain.room import Attendance, Leave, LeaveGround
from reviewer_app.domain.rules.closing import closing_gate, red_lines, scored_while_out
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.session import Half, SessionPhase, SessionPlan, Signing
from reviewer_app.domain.session_errors import (
    NothingOpen,
    NotNow,
    SignedAlready,
    StepNotReady,
)
from reviewer_app.queries.closing import closing_checks
from reviewer_app.queries.session import session_of
from reviewer_app.storage.closing import load_reconvenings, load_snapshots
from reviewer_app.storage.signing import load_signatures
from reviewer_app.workflow.close_session import (
    close_session,
    override_line,
    reconvene,
    settle_results,
    take_up_again,
)
from reviewer_app.workflow.correct_input import correct_input
from reviewer_app.workflow.deliberate import change_score
from reviewer_app.workflow.pins import set_pin
from reviewer_app.workflow.sign import sign_document
from reviewer_app.workspace import Workspace
from tests.session.meeting import (
    BUREAU,
    DAYS,
    PANEL,
    SUPERVISOR,
    Meeting,
    reviewer,
    to_final,
)

R2 = Person("专家2", Role.REVIEWER, "R2")


def at(time: str) -> str:
    return f"2026-12-01T{time}:00+08:00" if time else ""


def the_item(ended: str = "10:00") -> AgendaItem:
    """P1 was dealt with from 09:40."""
    item = AgendaItem(1, 1, ItemKind.APPLICATION, "P1", "", "2026-12-01", "09:40", 20)
    return replace(item, state=ItemState.DONE, began_at=at("09:40"), ended_at=at(ended))


def there(came: str, went: str = "") -> Attendance:
    return Attendance(1, R2, "2026-12-01", Half.MORNING, at(came), at(went))


def gone(back: str = "") -> Leave:
    return Leave(1, "P1", R2, LeaveGround.OTHER, "", at("09:40"), at(back))


@pytest.mark.parametrize(
    ("attendance", "leaves", "out"),
    [
        ([there("09:00")], [], False),
        ([there("09:50")], [], False),
        ([there("10:30")], [], True),
        ([there("09:00", "09:30")], [], True),
        ([], [], True),
        ([there("09:00")], [gone()], True),
        ([there("09:00")], [gone("09:45")], False),
    ],
    ids=["there", "came late", "came after", "left before", "never", "left for it", "came back"],
)
def test_who_was_out_has_no_final_score(
    attendance: Sequence[Attendance], leaves: Sequence[Leave], out: bool
) -> None:
    found = scored_while_out([the_item()], attendance, leaves, [("P1", "R2")])

    assert found == ((("P1", "R2"),) if out else ())


def test_an_application_that_was_never_called_was_missed_by_nobody() -> None:
    item = replace(the_item(), began_at="", ended_at="")

    assert scored_while_out([item], [], [], [("P1", "R2")]) == ()


def test_an_accepted_line_is_green_until_one_more_opens() -> None:
    accepted = Override(ClosingLine.TIES, ("P1", "P2"), "并列由局务会决定", "专家1", "")

    two = closing_gate({ClosingLine.TIES: ("P1", "P2")}, {ClosingLine.TIES: accepted})
    three = closing_gate({ClosingLine.TIES: ("P1", "P2", "P3")}, {ClosingLine.TIES: accepted})

    other = closing_gate({ClosingLine.TIES: ("P1", "P3")}, {ClosingLine.TIES: accepted})

    assert red_lines(two) == ()
    assert red_lines(three) == (ClosingLine.TIES,)
    assert red_lines(other) == (ClosingLine.TIES,), "other things than those accepted"
    assert [check.line for check in two if check.is_overridden] == [ClosingLine.TIES]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return to_final(tmp_path / "w.review")


def phase(workspace: Workspace) -> SessionPhase:
    return session_of(workspace).phase


def line(meeting: Meeting, wanted: ClosingLine) -> ClosingCheck:
    [found] = [check for check in closing_checks(meeting.staff) if check.line is wanted]
    return found


def sign_all(meeting: Meeting) -> None:
    for number in PANEL:
        sign_document(meeting.staff, "11", reviewer(number))


def test_a_meeting_in_order_is_green_on_every_line(meeting: Meeting) -> None:
    assert [check for check in closing_checks(meeting.staff) if not check.is_green] == []


def test_an_unconfirmed_change_keeps_the_results_open(meeting: Meeting) -> None:
    wrong = Correction("P1", "R2", "B1", Fraction(29), ChangeReason.SLIP, "笔误")
    change_score(meeting.by("R2"), wrong)

    with pytest.raises(StepNotReady) as refused:
        settle_results(meeting.staff)

    assert refused.value.names == ("confirmed",)
    assert phase(meeting.staff) is SessionPhase.FINAL


def test_an_open_line_is_accepted_by_the_leader_with_a_reason(meeting: Meeting) -> None:
    correct_input(meeting.staff, application="P1", name="users", typed="5", reason="05 合同补录")
    assert line(meeting, ClosingLine.INPUTS).names == ("P1 用户数",)
    with pytest.raises(NotAllowed):
        override_line(meeting.staff, ClosingLine.INPUTS, "来不及")
    with pytest.raises(ReasonMissing):
        override_line(meeting.by("R1"), ClosingLine.INPUTS, " ")
    with pytest.raises(NothingOpen):
        override_line(meeting.by("R1"), ClosingLine.TIES, "无")

    override_line(meeting.by("R1"), ClosingLine.INPUTS, "会后当日复核,不影响名次")

    settle_results(meeting.staff)
    take_up_again(meeting.staff, "再核一遍")
    assert not line(meeting, ClosingLine.INPUTS).is_green, "what was accepted is looked at anew"


def test_settled_results_are_a_numbered_snapshot_with_digest(meeting: Meeting) -> None:
    sequence, head = meeting.staff.store.head()

    made = settle_results(meeting.staff)

    [kept] = load_snapshots(meeting.staff.store)
    assert kept == made
    assert (kept.version, kept.sequence, kept.head) == (1, sequence, head)
    assert kept.digest == hashlib.sha256(kept.document.encode()).hexdigest()
    scores = [row["score"] for row in json.loads(kept.document)["applications"]]
    assert scores == ["64.00", "47.00"], "4 + 60 and 7 + 40"
    states = meeting.staff.store.rows("SELECT DISTINCT state FROM sheet")
    assert states == [("locked",)]
    assert phase(meeting.staff) is SessionPhase.SIGNED
    with pytest.raises(NotNow):
        change_score(
            meeting.by("R2"),
            Correction("P1", "R2", "B1", Fraction(29), ChangeReason.SLIP, "笔误"),
        )


def test_closing_waits_for_every_signature_or_a_reason(meeting: Meeting) -> None:
    settle_results(meeting.staff)
    sign_document(meeting.staff, "11", reviewer("R1"))
    sign_document(meeting.by("R2"), "11", reviewer("R2"))
    with pytest.raises(SignedAlready):
        sign_document(meeting.staff, "11", reviewer("R1"))
    with pytest.raises(StepNotReady) as refused:
        close_session(meeting.staff)
    assert refused.value.names == ("专家3",)

    close_session(meeting.staff, unsigned_reason="突发疾病离会,次日补签")

    assert phase(meeting.staff) is SessionPhase.CLOSED
    [closed] = [one for one in meeting.staff.store.entries() if one.verb == "close_session"]
    assert closed.reason == "专家3: 突发疾病离会,次日补签"


def test_nobody_signs_for_somebody_else(meeting: Meeting) -> None:
    settle_results(meeting.staff)

    with pytest.raises(NotAllowed):
        sign_document(meeting.by("R2"), "11", reviewer("R3"))
    with pytest.raises(NotAllowed):
        sign_document(meeting.as_(SUPERVISOR), "11", BUREAU)


def test_a_session_may_sign_by_pin(tmp_path: Path) -> None:
    meeting = to_final(tmp_path / "w.review", SessionPlan(DAYS, signing=Signing.PIN))
    set_pin(meeting.by("R2"), "380274")
    settle_results(meeting.staff)

    with pytest.raises(WrongPin):
        sign_document(meeting.staff, "11", reviewer("R2"), pin="111213")
    meeting.clock.set("2026-12-01 17:00")
    sign_document(meeting.staff, "11", reviewer("R2"), pin="380274")

    [signature] = load_signatures(meeting.staff.store)
    assert (signature.person, signature.way) == ("专家2", Signing.PIN)


def test_results_taken_up_again_are_settled_as_the_next_version(meeting: Meeting) -> None:
    settle_results(meeting.staff)
    sign_all(meeting)
    take_up_again(meeting.staff, "漏登一票")
    settle_results(meeting.staff)

    with pytest.raises(StepNotReady):
        close_session(meeting.staff)
    sign_all(meeting)
    close_session(meeting.staff)

    assert [row.version for row in load_snapshots(meeting.staff.store)] == [1, 2]


def test_closed_results_open_only_by_bureau_leader_and_supervisor(meeting: Meeting) -> None:
    settle_results(meeting.staff)
    sign_all(meeting)
    close_session(meeting.staff)
    bureau = meeting.as_(BUREAU)
    words = {"decision": "厦工信评决〔2026〕1号", "reason": "异议成立"}
    with pytest.raises(NotAllowed):
        reconvene(meeting.staff, **words, authority=(BUREAU, SUPERVISOR))
    with pytest.raises(NotInBatch):
        reconvene(bureau, **words, authority=(BUREAU,))

    reconvene(bureau, **words, authority=(BUREAU, SUPERVISOR))

    [made] = load_reconvenings(meeting.staff.store)
    assert (made.version, made.bureau_leader, made.supervisor) == (1, "林局长", "周监督")
    assert phase(meeting.staff) is SessionPhase.FINAL
    assert settle_results(meeting.staff).version == 2
