"""Seconds that are counted on between two looks at the record, and how a clock shows them."""

from dataclasses import dataclass
from datetime import datetime

WARNING = 120
"""Seconds left from which a timer asks for attention."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """What was left of a timer when it was read; it is only counted on from there."""

    seconds: int
    is_running: bool
    read_at: datetime

    def left(self, now: datetime) -> int:
        """Give the seconds left, negative when the time is over."""
        gone = int((now - self.read_at).total_seconds()) if self.is_running else 0
        return self.seconds - gone


def clock_text(seconds: int) -> str:
    """Write seconds as minutes: "09:59", "−00:12".

    >>> clock_text(599), clock_text(-12)
    ('09:59', '−00:12')
    """
    sign = "\N{MINUS SIGN}" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes:02d}:{rest:02d}"


def timer_meaning(left: int) -> str:
    """Say what is left in a role: wrong when it is over, attention in the last two minutes."""
    if left <= 0:
        return "wrong"
    return "attention" if left <= WARNING else ""


def rings(before: int, left: int) -> bool:
    """Say whether the bell rings between two readings."""
    return any(left <= limit < before for limit in (0, WARNING))
