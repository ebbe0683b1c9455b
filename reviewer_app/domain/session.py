"""The meeting of the panel (评审会): its phases, its days, and who is in the room."""

from dataclasses import dataclass
from enum import StrEnum


class SessionPhase(StrEnum):
    """The parts of a meeting, in order."""

    PREPARATION = "preparation"
    SCORING = "scoring"
    DISCLOSURE = "disclosure"
    FINAL = "final"
    SIGNED = "signed"
    CLOSED = "closed"


class SessionWay(StrEnum):
    """Whether scores may be given anew after the discussion.

    In one round only errors are mended after disclosure; in two rounds a reviewer may
    also decide anew, under the same log.
    """

    ONE_ROUND = "one_round"
    TWO_ROUNDS = "two_rounds"


class Signing(StrEnum):
    """How members sign: by hand on paper, or by PIN on the screen."""

    PAPER = "paper"
    PIN = "pin"


class Half(StrEnum):
    """The half-days by which attendance is kept."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class Lengths:
    """Minutes for each step of one application; 0 leaves a step out."""

    report: int = 10
    questions: int = 10
    scoring: int = 5

    @property
    def total(self) -> int:
        """All steps together."""
        return self.report + self.questions + self.scoring


@dataclass(frozen=True, slots=True)
class SessionDay:
    """One day: date as 2026-12-01, first and last time as 09:00."""

    day: str
    begins: str = "09:00"
    ends: str = "17:30"


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What is settled when a session begins."""

    days: tuple[SessionDay, ...]
    place: str = ""
    host: str = ""
    way: SessionWay = SessionWay.ONE_ROUND
    signing: Signing = Signing.PAPER
    lengths: Lengths = Lengths()


@dataclass(frozen=True, slots=True)
class Session:
    """The session as it stands."""

    plan: SessionPlan
    phase: SessionPhase


@dataclass(frozen=True, slots=True)
class Moment:
    """What bears on rights at a moment.

    `phase` is None in a batch without a session; `locked` is the day of an evening lock
    that no morning check has opened yet, or empty.
    """

    phase: SessionPhase | None = None
    locked: str = ""

    @property
    def lies_open(self) -> bool:
        """Whether the scoring is over and sheets are laid open."""
        return self.phase not in (None, SessionPhase.PREPARATION, SessionPhase.SCORING)


class Condition(StrEnum):
    """What a step of the session waits for."""

    LEADER = "leader"
    STATEMENTS = "statements"
    QUORUM = "quorum"
    NAMED = "named"
    SHEETS = "sheets"
    SCORED = "scored"
    DISCLOSED = "disclosed"
    CONFIRMED = "confirmed"
    GATE = "gate"
    SIGNATURES = "signatures"
    PAPERS = "papers"
