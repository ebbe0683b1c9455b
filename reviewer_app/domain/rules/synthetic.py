"""Invented scores for a rehearsal: exact points on each step, the same for the same seed."""

import hashlib

from reviewer_app.domain.points import Points
from reviewer_app.domain.scheme import Indicator

_LEAST, _SPAN = 60, 36
"""Per cent of the maximum: from the least on, so many different ones."""


def synthetic_score(indicator: Indicator, seed: str, suggested: Points | None = None) -> Points:
    """Invent a score; an assisted one follows what was computed for the application.

    >>> from fractions import Fraction
    >>> row = Indicator("B1", "", "", "judged", Fraction(8), Fraction(1, 10), 1, Fraction(1),
    ...                 None, None, ())
    >>> synthetic_score(row, "a") == synthetic_score(row, "a"), synthetic_score(row, "a") <= 8
    (True, True)
    """
    if suggested is not None:
        return _on_step(indicator, min(suggested, indicator.maximum))
    drawn = int.from_bytes(hashlib.sha256(f"{seed}|{indicator.code}".encode()).digest()[:4])
    return _on_step(indicator, indicator.maximum * (_LEAST + drawn % _SPAN) / 100)


def _on_step(indicator: Indicator, value: Points) -> Points:
    return value // indicator.step * indicator.step
