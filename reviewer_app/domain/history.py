"""The journal as people read it: entries, and what changed in words."""

from dataclasses import dataclass

from reviewer_app.domain.points import Points


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """What is looked for; empty parts do not bind. Days are ISO dates, both included."""

    actor: str = ""
    verb: str = ""
    application: str = ""
    first_day: str = ""
    last_day: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One entry; `deed` and `about` are words, `at` is ISO 8601 with offset."""

    sequence: int
    at: str
    actor: str
    role: str
    deed: str
    about: str
    reason: str
    changes: int


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Entries newest first; `is_last` tells that there are no older ones."""

    rows: tuple[JournalRow, ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One field before and after, in words; empty where there was or is nothing."""

    what: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """What an entry changed; `more` lines are not listed."""

    row: JournalRow
    program: str
    digest: str
    lines: tuple[ChangeLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Move:
    """An application between two moments; None where it had no rank or score."""

    number: str
    name: str
    rank_before: int | None
    rank_after: int | None
    score_before: Points | None
    score_after: Points | None
    causes: tuple[str, ...]
