"""How long a paper is kept (保管期限): the program's proposal for each document.

Source: domain.md 2.12.
"""

from enum import StrEnum


class Retention(StrEnum):
    """The classes of the archive rules."""

    PERMANENT = "permanent"
    THIRTY_YEARS = "thirty_years"
    TEN_YEARS = "ten_years"


_LONG = Retention.THIRTY_YEARS
_SHORT = Retention.TEN_YEARS
_EVER = Retention.PERMANENT

KEPT: tuple[tuple[str, Retention], ...] = (
    ("attendance", _LONG),
    ("pledge", _LONG),
    ("recusals", _LONG),
    ("draw", _LONG),
    ("formal-check", _LONG),
    ("credit-check", _LONG),
    ("objective-scores", _LONG),
    ("agenda", _SHORT),
    ("score-sheets", _LONG),
    ("composite", _LONG),
    ("ranking", _EVER),
    ("outlier-review", _LONG),
    ("score-changes", _LONG),
    ("opinions", _EVER),
    ("minutes", _EVER),
    ("work-report", _EVER),
    ("publicity", _EVER),
    ("objections", _LONG),
    ("funding", _EVER),
    ("task-book", _EVER),
    ("stage-review", _EVER),
    ("fees", _LONG),
    ("archive-list", _EVER),
    ("consistency", _EVER),
)
"""The documents in order of their numbers, from 01."""


def retention_of_case(*, is_supported: bool) -> Retention:
    """Give how long an application's own material is kept."""
    return Retention.PERMANENT if is_supported else Retention.TEN_YEARS


def retention_of_paper(name: str) -> Retention:
    """Give how long a document is kept, by its name: 11-ranking, 11-ranking-public.

    >>> retention_of_paper("09-score-sheets").value
    'thirty_years'
    """
    key = name.removesuffix("-public").partition("-")[2]
    return dict(KEPT).get(key, _LONG)


def retention_of_scan(code: str) -> Retention:
    """Give how long a signed scan is kept: as its document, the decision to reconvene for ever."""
    return retention_of_paper(code.partition(" · ")[0]) if code else _EVER
