"""A small meeting for tests: a clock that is set, a panel of three, a leader, two days."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.room import StatementKind
from reviewer_app.domain.session import SessionDay, SessionPlan
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.deliberate import disclose, write_opinion
from reviewer_app.workflow.room import choose_leader, mark_arrival, record_statement
from reviewer_app.workflow.session_steps import (
    begin_session,
    open_disclosure,
    open_final,
    open_scoring,
)
from reviewer_app.workflow.verify_inputs import verify_inputs
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person, score_sheet

CHINA = timezone(timedelta(hours=8))
DAYS = (SessionDay("2026-12-01"), SessionDay("2026-12-02"))
PLAN = SessionPlan(DAYS)
PANEL = ("R1", "R2", "R3")
SUPERVISOR = Actor("周监督", Role.SUPERVISOR)
BUREAU = Actor("林局长", Role.BUREAU_LEADER)


class Clock:
    """The time of the meeting; each look is a second later."""

    def __init__(self) -> None:
        self.now = datetime(2026, 12, 1, 8, 40, tzinfo=CHINA)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, text: str) -> None:
        """Set day and time: 2026-12-01 09:40."""
        self.now = datetime.fromisoformat(text).replace(tzinfo=CHINA)


def reviewer(number: str) -> Actor:
    """A member of the panel; R1 leads it."""
    role = Role.LEADER if number == "R1" else Role.REVIEWER
    return Actor(f"专家{number[1:]}", role, number)


@dataclass(frozen=True)
class Meeting:
    """An open batch and its clock; `staff` is the secretary's view of it."""

    staff: Workspace
    clock: Clock

    def as_(self, actor: Actor) -> Workspace:
        """The batch with somebody else at the keyboard."""
        return as_person(self.staff, actor)

    def by(self, number: str) -> Workspace:
        """The batch with a member of the panel at the keyboard."""
        return self.as_(reviewer(number))


def a_meeting(path: Path, plan: SessionPlan = PLAN) -> Meeting:
    """A session in preparation, nobody there yet."""
    clock = Clock()
    made = a_workspace(path)
    made = replace(made, surroundings=replace(made.surroundings, now=clock))
    for person in (SUPERVISOR, BUREAU):
        add_person(made, name=person.name, role=person.role)
    second = as_person(made, Actor("林干事", Role.SECRETARY))
    for number, users in (("P1", "4"), ("P2", "7")):
        verify_inputs(second, application=number, typed={"users": users})
    begin_session(made, plan)
    return Meeting(made, clock)


def gather(meeting: Meeting, *numbers: str) -> None:
    """Members arrive and make both statements."""
    for number in numbers or PANEL:
        mark_arrival(meeting.staff, reviewer(number))
        for kind in StatementKind:
            record_statement(meeting.staff, reviewer=number, kind=kind)


def to_scoring(path: Path, plan: SessionPlan = PLAN) -> Meeting:
    """Everybody is there, R1 leads, scores are given."""
    meeting = a_meeting(path, plan)
    choose_leader(meeting.staff, "R1", "举手推选")
    gather(meeting)
    open_scoring(meeting.staff)
    return meeting


def to_disclosure(path: Path, plan: SessionPlan = PLAN) -> Meeting:
    """Every sheet is in: P1 30+30, P2 20+20 from each."""
    meeting = to_scoring(path, plan)
    for number in PANEL:
        score_sheet(meeting.by(number), "P1", number, "30", "30")
        score_sheet(meeting.by(number), "P2", number, "20", "20")
    open_disclosure(meeting.staff)
    return meeting


def to_final(path: Path, plan: SessionPlan = PLAN) -> Meeting:
    """Everything lies open and is decided; the closing gate is green."""
    meeting = to_disclosure(path, plan)
    for number in ("P1", "P2"):
        disclose(meeting.staff, number)
        write_opinion(
            meeting.staff,
            application=number,
            text="专家组听取了汇报,形成意见。",
            recommendation=Recommendation.RECOMMENDED,
        )
    open_final(meeting.staff)
    return meeting
