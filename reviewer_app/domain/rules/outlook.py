"""What an application can come to when every open sheet of it is submitted.

Before scoring nothing counts yet, so a recusal is judged by this.

Source: domain.md 2.7 (say at the freeze what a recusal would do).
"""

from dataclasses import dataclass

from reviewer_app.domain.results import Applied, Candidate
from reviewer_app.domain.rules.aggregation import applied_rule
from reviewer_app.domain.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many sheets can count, how they would be combined, whether that is a quorum."""

    number: str
    possible: int
    sheets: int
    applied: Applied
    is_enough: bool


def outlook(scheme: Scheme, candidate: Candidate) -> Outlook:
    """Look at an application as if all its open sheets were in."""
    rules = scheme.rules
    states = [sheet.state for sheet in candidate.sheets]
    possible = sum(state.is_open or state.counts for state in states)
    share = rules.quorum_share
    return Outlook(
        number=candidate.number,
        possible=possible,
        sheets=len(states),
        applied=applied_rule(rules, possible, needs_sheets=scheme.needs_sheets, may_trim=True),
        is_enough=possible >= rules.quorum and (share is None or possible >= share * len(states)),
    )
