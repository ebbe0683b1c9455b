"""Who is in the room: attendance, leaving for one application, statements, breaks."""

from dataclasses import dataclass
from datetime import datetime
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


class GuestKind(StrEnum):
    """Why somebody who is not of the batch is in the room."""

    PRESENTER = "presenter"
    OBSERVER = "observer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TypedTime:
    """A time that was not stamped when it was: as the clock in the room showed it, and why."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when somebody was in the room, as stored."""

    key: int
    arrived_at: str
    left_at: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody in the room; `left_at` is empty while there.

    `typed` says why a time of it was typed later, empty where both were stamped.
    """

    key: int
    person: Person
    day: str
    half: Half
    arrived_at: str
    left_at: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is not of the batch; a presenter comes for one application."""

    kind: GuestKind
    name: str
    organisation: str = ""
    post: str = ""
    application: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A guest in the room, as `Attendance` is of people of the batch."""

    key: int
    guest: Guest
    day: str
    half: Half
    arrived_at: str
    left_at: str = ""
    typed: str = ""


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
