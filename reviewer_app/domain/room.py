"""Who is in the room: attendance, leaving for one application, statements, breaks."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.person import Person
from reviewer_app.domain.session import Half


class LeaveGround(StrEnum):
    """Why somebody left the room for an application."""

    RECUSAL = "recusal"
    OTHER = "other"


class StatementKind(StrEnum):
    """What each member declares before scoring: the pledge, and the own conflicts."""

    PLEDGE = "pledge"
    RECUSAL = "recusal"


class StatementWay(StrEnum):
    """Signed on the printed form, or confirmed on the screen."""

    PAPER = "paper"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody in the room; `left_at` is empty while there."""

    key: int
    person: Person
    day: str
    half: Half
    arrived_at: str
    left_at: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody out of the room for an application; `returned_at` is empty while out."""

    key: int
    application: str
    person: Person
    ground: LeaveGround
    note: str
    left_at: str
    returned_at: str = ""


@dataclass(frozen=True, slots=True)
class Recess:
    """The meeting adjourned; `ended_at` is empty until it goes on."""

    key: int
    reason: str
    began_at: str
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one person; `conflicts` are the applications named in it."""

    person: Person
    kind: StatementKind
    way: StatementWay
    conflicts: str
    made_at: str
