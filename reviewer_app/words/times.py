"""Times as papers show them."""


def time_on_paper(at: str) -> str:
    """Write an ISO time to the minute, as it was on the clock of that PC.

    >>> time_on_paper("2026-11-24T09:05:07.12+08:00"), time_on_paper("")
    ('2026-11-24 09:05', '')
    """
    return at[:16].replace("T", " ")
