"""Sheets far from the others, as facts: a hint for people, never a change.

When a sheet is far is `domain.rules.deviation`.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain.points import Points


@dataclass(frozen=True, slots=True)
class Deviation:
    """A counted sheet beside the others of its application.

    `own` is what the reviewer decided (judged and assisted indicators, weighed), `others`
    the mean of that over the other counted sheets; `share` is (own - others) / others,
    None where the others' mean is 0.
    """

    application: str
    reviewer: str
    own: Points
    others: Points
    share: Fraction | None


class PatternKind(StrEnum):
    """What is unusual in all sheets of one reviewer."""

    EQUAL = "equal"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A reviewer whose `sheets` counted sheets all say the same, or all the maximum."""

    reviewer: str
    kind: PatternKind
    sheets: int
    value: Points


class OutlierDecision(StrEnum):
    """What the reviewer answered to the hint."""

    KEPT = "kept"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class OutlierReview:
    """The written answer to a flagged sheet."""

    decision: OutlierDecision
    statement: str
    decided_by: str
