"""Scores changed after a submission: what, when, by whom and why.

Source: domain.md 2.8.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class ChangeReason(StrEnum):
    """The closed list of reasons; the value is the code that stands on paper."""

    ELIGIBILITY = "01"
    COMPLIANCE = "02"
    SUM = "03"
    OUT_OF_RANGE = "04"
    OBJECTIVE = "05"
    OUTLIER = "06"
    SLIP = "07"
    SECOND_ROUND = "08"


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One change in the journal; `reviewer` is empty for a computed score.

    `before` and `after` are points, None where no score stood. `reason` begins with a
    code of `ChangeReason` where one was chosen; `digest` is that of the journal's entry.
    """

    at: str
    application: str
    reviewer: str
    indicator: str
    before: Fraction | None
    after: Fraction | None
    actor: str
    reason: str
    digest: str


def code_and_text(reason: str) -> tuple[ChangeReason | None, str]:
    """Part a journal reason into its code and what was written besides.

    >>> code_and_text("05 合同额更正"), code_and_text("笔误")
    ((<ChangeReason.OBJECTIVE: '05'>, '合同额更正'), (None, '笔误'))
    """
    code, _, text = reason.strip().partition(" ")
    codes = frozenset(member.value for member in ChangeReason)
    return (ChangeReason(code), text.strip()) if code in codes else (None, reason.strip())
