"""What the panel does after disclosure: changes with reasons, opinions, votes, dissent."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain.points import Points
from reviewer_app.domain.score_change import ChangeReason


@dataclass(frozen=True, slots=True)
class Correction:
    """A change of a submitted score as it is asked for; `value` in points."""

    application: str
    reviewer: str
    indicator: str
    value: Fraction
    reason: ChangeReason
    explanation: str


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One score changed after disclosure, with its confirmations ('' while they wait).

    It counts from the moment it is made. Before both have confirmed it, it can be taken
    back with a reason; `note` is the supervisor's remark. `counts` tells whether its sheet
    still does, `by_supervisor` whether the supervisor confirms it in the leader's place: it
    is of the leader's own sheet, or the leader is recused from the application.
    """

    key: int
    application: str
    reviewer: str
    indicator: str
    before: Points
    after: Points
    reason: ChangeReason
    explanation: str
    changed_by: str
    changed_at: str
    reviewer_confirmed_at: str = ""
    leader: str = ""
    leader_confirmed_at: str = ""
    taken_back_by: str = ""
    taken_back_at: str = ""
    taken_back_why: str = ""
    note: str = ""
    supervisor: str = ""
    noted_at: str = ""
    counts: bool = True
    by_supervisor: bool = False

    @property
    def is_confirmed(self) -> bool:
        """Whether reviewer and leader stand behind it."""
        return bool(self.reviewer_confirmed_at and self.leader_confirmed_at)

    @property
    def waits(self) -> bool:
        """Whether somebody must still confirm it: not once it is taken back or its sheet out."""
        return self.counts and not self.is_confirmed and not self.taken_back_at


class ReviewState(StrEnum):
    """What is open of an application after disclosure: the first thing that is."""

    KEPT_AWAY = "kept_away"
    NOT_DISCLOSED = "not_disclosed"
    FLAGS_OPEN = "flags_open"
    CHANGES_WAITING = "changes_waiting"
    OPINION_MISSING = "opinion_missing"
    UNDECIDED = "undecided"
    DONE = "done"


class Recommendation(StrEnum):
    """What the panel recommends of an application; `OPEN` before it says so."""

    OPEN = ""
    RECOMMENDED = "recommended"
    REVISED = "revised"
    NOT_RECOMMENDED = "not_recommended"


@dataclass(frozen=True, slots=True)
class Opinion:
    """The panel's opinion of an application; `locked` with the signatures."""

    application: str
    text: str
    recommendation: Recommendation
    tier: str
    edited_by: str
    locked: bool = False


class VoteKind(StrEnum):
    """What is voted on."""

    LEADER = "leader"
    RECOMMENDATION = "recommendation"
    TIE = "tie"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ballots:
    """The counted votes of those present."""

    yes: int
    no: int
    abstained: int

    @property
    def present(self) -> int:
        """How many voted or abstained."""
        return self.yes + self.no + self.abstained

    @property
    def carried(self) -> bool:
        """Whether more than half of them said yes."""
        return 2 * self.yes > self.present


@dataclass(frozen=True, slots=True)
class PanelVote:
    """A vote of the panel; `application` is empty where it is about none."""

    kind: VoteKind
    application: str
    question: str
    ballots: Ballots
    carried: bool
    held_at: str


@dataclass(frozen=True, slots=True)
class Dissent:
    """A member's different opinion; on everything where `application` is empty."""

    reviewer: str
    name: str
    application: str
    text: str
    stated_at: str
