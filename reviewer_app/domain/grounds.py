"""Grounds of recusal (回避情形) and who raised one.

Source: domain.md 2.5.
"""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """Why a reviewer must not score an application, in the order of the papers."""

    LABOUR = "labour"
    BOARD = "board"
    CONTROL = "control"
    FAMILY = "family"
    COOPERATION = "cooperation"
    TOOK_PART = "took_part"
    SAME_UNIT = "same_unit"
    SHARES = "shares"
    TEACHER = "teacher"
    COMPETITOR = "competitor"
    OTHER = "other"

    @property
    def number(self) -> int:
        """The number by which papers name it, from 1."""
        return tuple(Ground).index(self) + 1


class RaisedBy(StrEnum):
    """Who said that a reviewer should be recused."""

    SELF = "self"
    OTHER = "other"
    HINT = "hint"


def grounds_in(text: str) -> tuple[Ground, ...]:
    """Read grounds stored as their names with commas; empty where it is free text.

    >>> grounds_in("labour, shares"), grounds_in("近三年曾在申报单位任职")
    ((<Ground.LABOUR: 'labour'>, <Ground.SHARES: 'shares'>), ())
    """
    names = [part.strip() for part in text.split(",")]
    known = frozenset(ground.value for ground in Ground)
    return tuple(Ground(name) for name in names) if known.issuperset(names) else ()


@dataclass(frozen=True, slots=True)
class RecusalCase:
    """A recusal, or a hint that somebody dismissed with a reason (then `dismissed` says it).

    Numbers of application and reviewer; `at` is the time of the journal's entry, empty
    where it is not known; `said` is what was written besides the ticked grounds.
    """

    application: str
    reviewer: str
    grounds: str
    raised_by: RaisedBy
    dismissed: str = ""
    at: str = ""
    said: str = ""
