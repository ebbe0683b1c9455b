"""Where a batch stands: its checks, its dates and how far each reviewer is.

The rules that make these are `domain.rules.gate`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer_app.domain.batch_setup import Deadline


class Phase(StrEnum):
    """The parts of a review, in order."""

    SET_UP = "set_up"
    INTAKE = "intake"
    PANEL = "panel"
    SCORING = "scoring"
    RESULTS = "results"


class CheckKey(StrEnum):
    """What is looked at, in the order in which it is usually mended."""

    BUREAU = "bureau"
    SCHEME = "scheme"
    QUESTIONS = "questions"
    APPLICATIONS = "applications"
    FORMAL = "formal"
    FORMAL_FAILED = "formal_failed"
    SUPPLEMENTS = "supplements"
    INPUTS = "inputs"
    METRICS = "metrics"
    CREDIT = "credit"
    REVIEWERS = "reviewers"
    LEADER = "leader"
    HINTS = "hints"
    RECUSALS = "recusals"
    SHEETS = "sheets"
    PAPER = "paper"
    OUTLIERS = "outliers"
    TIES = "ties"
    VERIFY = "verify"
    REPORTS = "reports"


PHASES: Mapping[Phase, tuple[CheckKey, ...]] = {
    Phase.SET_UP: (CheckKey.BUREAU, CheckKey.SCHEME, CheckKey.QUESTIONS),
    Phase.INTAKE: (
        CheckKey.APPLICATIONS,
        CheckKey.FORMAL,
        CheckKey.FORMAL_FAILED,
        CheckKey.SUPPLEMENTS,
        CheckKey.INPUTS,
        CheckKey.METRICS,
        CheckKey.CREDIT,
    ),
    Phase.PANEL: (CheckKey.REVIEWERS, CheckKey.LEADER, CheckKey.HINTS, CheckKey.RECUSALS),
    Phase.SCORING: (CheckKey.SHEETS, CheckKey.PAPER),
    Phase.RESULTS: (CheckKey.OUTLIERS, CheckKey.TIES, CheckKey.VERIFY, CheckKey.REPORTS),
}


class CheckState(StrEnum):
    """Done; to do; done but something wants a look; its turn has not come."""

    DONE = "done"
    TO_DO = "to_do"
    ATTENTION = "attention"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    `count` is what is open (0 when done), `total` of how many, 0 where that says nothing;
    `subject` is the number of the first application or reviewer it is about.
    """

    key: CheckKey
    state: CheckState
    count: int = 0
    total: int = 0
    subject: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody has something to do here now."""
        return self.state in (CheckState.TO_DO, CheckState.ATTENTION)


class Nearness(StrEnum):
    """How a date lies to today."""

    PAST = "past"
    TODAY = "today"
    NEAR = "near"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date of the batch and the whole days left, negative when it is past."""

    deadline: Deadline
    on: date
    days: int
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reviewer is: whole sheets, never a score.

    `expected` leaves out sheets that will not come: recused, abstained, absent.
    """

    number: str
    name: str
    expected: int
    submitted: int
    begun: int
    aside: int

    @property
    def is_done(self) -> bool:
        """Whether every expected sheet is in."""
        return self.submitted >= self.expected


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the batch stands; `next` is the first open check, None when none is.

    `may_mend` tells whether who looks may do the usual work of staff.
    """

    checks: tuple[Check, ...]
    dates: tuple[DueDate, ...]
    progress: tuple[Progress, ...]
    applications: int
    may_mend: bool

    @property
    def parts(self) -> tuple[tuple[Phase, tuple[Check, ...]], ...]:
        """The checks by the parts of the review."""
        return tuple(
            (phase, tuple(check for check in self.checks if check.key in keys))
            for phase, keys in PHASES.items()
        )

    @property
    def next(self) -> Check | None:
        """The first check with something to do, before those that want a look."""
        for wanted in (CheckState.TO_DO, CheckState.ATTENTION):
            for check in self.checks:
                if check.state is wanted:
                    return check
        return None
