"""Stages of support, as a scheme splits it, and the tier a score reaches.

Source: contract.md 2, funding; domain.md 5.7.
"""

from collections.abc import Sequence
from fractions import Fraction

from reviewer_app.domain.points import Points
from reviewer_app.domain.scheme import Tier


def tier_of(score: Points | None, tiers: Sequence[Tier]) -> Tier | None:
    """Give the highest tier whose bound a score reaches; quotas are not looked at."""
    if score is None:
        return None
    return next((tier for tier in tiers if score >= tier.lower), None)


DEFAULT_STAGES = (Fraction(40), Fraction(30), Fraction(30))
"""In per cent, for forms of a scheme that says nothing of money."""
