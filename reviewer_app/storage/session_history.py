"""What the journal tells of a meeting: its moves, and sheets that changed their state."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reviewer_app.domain.meeting_record import SessionEvent, SetAside, StandingMove
from reviewer_app.storage.store import Store


def session_events(store: Store, verbs: Collection[str], last: int) -> tuple[SessionEvent, ...]:
    """Read the entries of some verbs up to an entry, oldest first."""
    marks = ", ".join("?" * len(verbs))
    rows = store.rows(
        "SELECT seq, at, actor, role, verb, reason FROM journal"
        f" WHERE verb IN ({marks}) AND seq <= ? ORDER BY seq",
        (*sorted(verbs), last),
    )
    return tuple(SessionEvent(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class SheetMove:
    """A sheet that changed its state after it was first submitted; "" is no state."""

    sequence: int
    at: str
    application: str
    reviewer: str
    before: str
    after: str
    actor: str
    reason: str
    digest: str


_MOVES = (
    "WITH first AS (SELECT json_extract(after, '$.id') AS sheet,"
    " json_extract(after, '$.application_id') AS application,"
    " json_extract(after, '$.reviewer_id') AS reviewer, min(seq) AS seq FROM journal_change"
    " WHERE table_name = 'sheet' AND json_extract(after, '$.state') IN ('submitted', 'locked')"
    " GROUP BY sheet)"
    " SELECT c.seq, j.at, a.number, p.number, ifnull(json_extract(c.before, '$.state'), ''),"
    " ifnull(json_extract(c.after, '$.state'), ''), j.actor, j.reason, j.digest"
    " FROM journal_change AS c"
    " JOIN first ON first.sheet = json_extract(ifnull(c.before, c.after), '$.id')"
    " AND c.seq > first.seq JOIN journal AS j ON j.seq = c.seq"
    " JOIN application AS a ON a.id = first.application"
    " JOIN person AS p ON p.id = first.reviewer WHERE c.table_name = 'sheet'"
    " ORDER BY c.seq, c.ordinal"
)


def sheet_moves(store: Store) -> Iterator[SheetMove]:
    """Read the changes of state after submission; being locked is none, it counts on."""
    counted = {"submitted", "locked"}
    for row in store.stream(_MOVES):
        move = SheetMove(*row)
        if move.before != move.after and not {move.before, move.after} <= counted:
            yield move


_LATE_STANDING = (
    "WITH first AS (SELECT json_extract(after, '$.application_id') AS application,"
    " min(seq) AS seq FROM journal_change WHERE table_name = 'sheet'"
    " AND json_extract(after, '$.state') IN ('submitted', 'locked') GROUP BY application)"
    " SELECT c.seq, j.at, json_extract(c.before, '$.number'), '',"
    " json_extract(c.before, '$.standing'), ifnull(json_extract(c.after, '$.standing'), ''),"
    " j.actor, coalesce(nullif(json_extract(c.after, '$.standing_reason'), ''), j.reason),"
    " j.digest FROM journal_change AS c"
    " JOIN first ON first.application = json_extract(c.before, '$.id') AND c.seq > first.seq"
    " JOIN journal AS j ON j.seq = c.seq WHERE c.table_name = 'application'"
    " ORDER BY c.seq, c.ordinal"
)


def late_standings(store: Store) -> Iterator[SheetMove]:
    """Read when an application left or came back after a sheet of it was submitted.

    It is told like a sheet's move, of no reviewer.
    """
    for row in store.stream(_LATE_STANDING):
        move = SheetMove(*row)
        if move.before != move.after:
            yield move


def sequences_of(store: Store) -> dict[str, int]:
    """Give the sequence of each entry by its digest."""
    return {digest: seq for digest, seq in store.rows("SELECT digest, seq FROM journal")}


_ASIDE = (
    "SELECT j.at, a.number, p.name, json_extract(c.after, '$.state'), j.reason"
    " FROM journal_change AS c JOIN journal AS j ON j.seq = c.seq"
    " JOIN application AS a ON a.id = json_extract(c.after, '$.application_id')"
    " JOIN person AS p ON p.id = json_extract(c.after, '$.reviewer_id')"
    " WHERE c.table_name = 'sheet' AND c.seq <= ?"
    " AND json_extract(c.after, '$.state') IN ('recused', 'abstained', 'absent')"
    " AND json_extract(c.after, '$.state') IS NOT json_extract(c.before, '$.state')"
    " ORDER BY c.seq, c.ordinal"
)
_STANDING = (
    "SELECT j.at, json_extract(c.after, '$.number'), json_extract(c.after, '$.standing'),"
    " json_extract(c.after, '$.standing_reason')"
    " FROM journal_change AS c JOIN journal AS j ON j.seq = c.seq"
    " WHERE c.table_name = 'application' AND c.seq <= ? AND c.before IS NOT NULL"
    " AND json_extract(c.after, '$.standing') <> json_extract(c.before, '$.standing')"
    " ORDER BY c.seq, c.ordinal"
)


def set_aside(history: Store, last: int) -> tuple[SetAside, ...]:
    """Read when sheets were taken out of the count and why, oldest first."""
    return tuple(SetAside(*row) for row in history.rows(_ASIDE, (last,)))


def standing_moves(history: Store, last: int) -> tuple[StandingMove, ...]:
    """Read when applications left the review or came back, oldest first."""
    return tuple(StandingMove(*row) for row in history.rows(_STANDING, (last,)))
