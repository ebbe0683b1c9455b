"""Small texts that every place writes in the same way."""

from datetime import datetime

MINUS = "\N{EM DASH}"


def clock(moment: datetime) -> str:
    """Write a time of day: "14:02:11"."""
    return moment.strftime("%H:%M:%S")


def day_and_clock(moment: datetime) -> str:
    """Write a day and a time: "2026-11-24 14:02:11"."""
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def short_number(number: str) -> str:
    """Give the end of a number, which tells applications of one batch apart.

    >>> short_number("XM-2026-00021")
    '00021'
    """
    return number.rsplit("-", 1)[-1]


def or_dash(text: str) -> str:
    """Give the text, or a dash where there is none."""
    return text or MINUS
