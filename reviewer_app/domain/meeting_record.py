"""What a meeting leaves behind, as facts: the minutes and the papers are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.agenda import AgendaItem
from reviewer_app.domain.closing import EveningLock, Override, Reconvening, Signature, Snapshot
from reviewer_app.domain.deliberation import Dissent, LoggedChange, Opinion, PanelVote
from reviewer_app.domain.deviation import OutlierReview
from reviewer_app.domain.drawing import Draw
from reviewer_app.domain.points import Points
from reviewer_app.domain.room import Attendance, Leave, Recess, Statement, Visit
from reviewer_app.domain.session import Session


@dataclass(frozen=True, slots=True)
class SessionEvent:
    """One entry of the journal that moved the session."""

    sequence: int
    at: str
    actor: str
    role: str
    verb: str
    reason: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A sheet taken out of the count: `state` is recused, abstained or absent."""

    at: str
    application: str
    name: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class StandingMove:
    """An application that left the review or came back; `standing` is where it is now."""

    at: str
    application: str
    standing: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoomRecord:
    """People: who came and went, guests too, who was out or set aside, what was stated."""

    attendance: tuple[Attendance, ...]
    leaves: tuple[Leave, ...]
    statements: tuple[Statement, ...]
    recesses: tuple[Recess, ...]
    set_aside: tuple[SetAside, ...] = ()
    visits: tuple[Visit, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What the panel changed, thought, voted and objected to.

    `answers` are those of members whose sheet was far from the others, by application
    and reviewer number.
    """

    changes: tuple[LoggedChange, ...]
    answers: Mapping[tuple[str, str], OutlierReview]
    opinions: Mapping[str, Opinion]
    votes: tuple[PanelVote, ...]
    dissents: tuple[Dissent, ...]


@dataclass(frozen=True, slots=True)
class ClosingRecord:
    """How it ended: lines accepted, versions, signatures, nights, what was reopened."""

    overrides: tuple[Override, ...]
    snapshots: tuple[Snapshot, ...]
    signatures: tuple[Signature, ...]
    reconvenings: tuple[Reconvening, ...]
    nights: tuple[EveningLock, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One application's score when disclosure began and as it stands, None without one."""

    application: str
    name: str
    preliminary: Points | None
    final: Points | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """The whole meeting. `outcomes` is empty for who may not see results now."""

    session: Session
    events: tuple[SessionEvent, ...]
    room: RoomRecord
    draws: tuple[Draw, ...]
    agenda: tuple[AgendaItem, ...]
    standings: tuple[StandingMove, ...]
    decisions: DecisionRecord
    closing: ClosingRecord
    outcomes: tuple[Outcome, ...] = ()


class LateKind(StrEnum):
    """What was changed after a submission."""

    SCORE = "score"
    COMPUTED = "computed"
    SHEET = "sheet"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class LateChange:
    """A change after a sheet was first submitted, as a supervisor reads it.

    Of a score `indicator` is its code and before and after are points; of a sheet or of an
    application it is empty and they are states, empty for none. `reviewer` is empty where
    the change is nobody's own. `confirmed_by` names who stands behind a change under the
    log; `digest` is the entry's.
    """

    kind: LateKind
    sequence: int
    at: str
    application: str
    reviewer: str
    indicator: str
    before: str
    after: str
    actor: str
    reason: str
    confirmed_by: tuple[str, ...]
    digest: str
