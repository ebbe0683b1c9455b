"""Days of checks: what is a day, and which query is too old to rely on.

Source: domain.md 2.3.
"""

from datetime import date, timedelta

VALID_DAYS = 30
"""So many days a credit query is relied on, where the batch says nothing else."""


def is_day(text: str) -> bool:
    """Whether a text is a day like 2026-03-01.

    >>> is_day("2026-03-01"), is_day("2026-02-30"), is_day("20260301")
    (True, False, False)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_stale(queried_on: str, today: str, days: int = VALID_DAYS) -> bool:
    """Whether a query is older than so many days.

    >>> is_stale("2026-03-01", "2026-03-31"), is_stale("2026-03-01", "2026-04-01")
    (False, True)
    """
    age = date.fromisoformat(today) - date.fromisoformat(queried_on)
    return age > timedelta(days=days)
