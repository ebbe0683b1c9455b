"""Statements before scoring: both at once, by PIN, and a conflict that waits for its recusal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.composition import Advice
from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.pin_errors import NoPin, WrongPin
from reviewer_app.domain.room import StatementKind, StatementWay
from reviewer_app.domain.rules.composition import composition
from reviewer_app.domain.rules.hints import Hint
from reviewer_app.domain.rules.hints import Meeting as Met
from reviewer_app.domain.session_errors import StepNotReady
from reviewer_app.queries.session import waits_for
from reviewer_app.queries.statements import statements
from reviewer_app.storage.room import has_stated, load_statements
from reviewer_app.workflow.pins import set_pin
from reviewer_app.workflow.room import (
    choose_leader,
    confirm_statements,
    mark_arrival,
    record_statements,
)
from reviewer_app.workflow.session_steps import open_scoring
from reviewer_app.workflow.set_aside import recuse
from tests.builders import score_sheet
from tests.session.meeting import Meeting, a_meeting, gather, reviewer
from tests.session.test_papers import printed


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    made = a_meeting(tmp_path / "w.review")
    yield made
    made.staff.store.close()


def waiting(meeting: Meeting) -> list[tuple[str, tuple[str, ...]]]:
    return [(what.value, names) for what, names in waits_for(meeting.staff, "open_scoring")]


def test_both_statements_on_paper_are_one_entry(meeting: Meeting) -> None:
    before = meeting.staff.store.head()[0]

    record_statements(meeting.staff, reviewer="R2", conflicts=())

    assert has_stated(meeting.staff.store, "R2")
    assert meeting.staff.store.head()[0] == before + 1


def test_on_the_screen_a_statement_needs_the_members_own_pin(meeting: Meeting) -> None:
    with pytest.raises(NoPin):
        confirm_statements(meeting.staff, reviewer="R2", pin="280417", conflicts=())
    set_pin(meeting.by("R2"), "280417")
    with pytest.raises(WrongPin):
        confirm_statements(meeting.staff, reviewer="R2", pin="111222", conflicts=())
    assert load_statements(meeting.staff.store) == ()

    meeting.clock.set("2026-12-01 08:50")
    confirm_statements(meeting.staff, reviewer="R2", pin="280417", conflicts=("P2",))

    made = {one.kind: one for one in load_statements(meeting.staff.store)}
    assert {one.way for one in made.values()} == {StatementWay.SCREEN}
    assert made[StatementKind.RECUSAL].conflicts == "P2"
    assert made[StatementKind.PLEDGE].conflicts == ""


def test_the_leader_confirms_with_the_own_pin_too(meeting: Meeting) -> None:
    choose_leader(meeting.staff, "R1")
    set_pin(meeting.by("R1"), "280417")

    confirm_statements(meeting.staff, reviewer="R1", pin="280417", conflicts=())

    assert has_stated(meeting.staff.store, "R1")


def test_a_conflict_is_one_of_a_known_application(meeting: Meeting) -> None:
    with pytest.raises(UnknownNumber):
        record_statements(meeting.staff, reviewer="R2", conflicts=("P9",))


def test_a_conflict_that_was_named_waits_for_its_recusal(meeting: Meeting) -> None:
    choose_leader(meeting.staff, "R1")
    mark_arrival(meeting.staff, reviewer("R2"))
    record_statements(meeting.staff, reviewer="R2", conflicts=("P1", "P2"))
    recuse(meeting.staff, application="P1", reviewer="R2", ground="同单位")

    assert waiting(meeting) == [("named", ("专家2 P2",))]
    member = next(one for one in statements(meeting.staff).members if one.member.number == "R2")
    assert (member.unrecused, member.is_done) == (("P2",), False)
    recuse(meeting.staff, application="P2", reviewer="R2", ground="同单位")
    assert waiting(meeting) == []


def test_nobody_scores_what_was_named_as_a_conflict(meeting: Meeting) -> None:
    choose_leader(meeting.staff, "R1")
    gather(meeting, "R1")
    open_scoring(meeting.staff)
    mark_arrival(meeting.staff, reviewer("R2"))
    record_statements(meeting.staff, reviewer="R2", conflicts=("P2",))

    score_sheet(meeting.by("R2"), "P1", "R2", "30", submit=False)
    with pytest.raises(StepNotReady):
        score_sheet(meeting.by("R2"), "P2", "R2", "30", submit=False)


def member(number: str, speciality: str, organisation: str) -> Reviewer:
    return Reviewer(number, f"专家{number}", organisation, speciality=speciality)


def test_a_panel_as_is_customary_meets_every_advice() -> None:
    kinds = ("算法", "算法", "数据", "财务", "管理")
    panel = [member(str(at), kind, f"单位{at}") for at, kind in enumerate(kinds)]

    found = composition(panel, ())

    assert [line.advice for line in found.lines if not line.holds] == []
    assert found.specialities[0] == ("算法", 2)


def test_what_to_look_at_in_a_panel_is_named() -> None:
    panel = [
        member("1", "算法", "甲大学"),
        member("2", "算法", "甲大学"),
        member("3", "算法", "乙院"),
        member("4", "", "丙所"),
    ]
    hint = Hint("P1", "3", Met.APPLICANT, "乙院", is_former=False, found="乙院")

    found = {line.advice: line for line in composition(panel, (hint,)).lines}

    assert not any(line.holds for line in found.values())
    assert found[Advice.MIX].names == ("专家4",)
    assert found[Advice.UNITS].names == ("甲大学",)
    assert found[Advice.HINTS].names == ("专家3 P1",)


def test_the_printed_pledge_ticks_what_was_stated(meeting: Meeting) -> None:
    record_statements(meeting.staff, reviewer="R1", conflicts=())
    record_statements(meeting.staff, reviewer="R2", conflicts=("P2",))

    lines = printed(meeting.staff, "pledge").splitlines()

    boxes = [line[0] for line in lines if "存在上述应回避情形" in line]
    assert boxes == ["■", "□", "□", "■", "□", "□"]
