"""What the journal tells of a meeting: its moves, and sheets that changed their state."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reviewer_app.domain.meeting_record import SessionEvent
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
    """A sheet that changed its state after it was first submitted."""

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
    " SELECT c.seq, j.at, a.number, p.number, json_extract(c.before, '$.state'),"
    " json_extract(c.after, '$.state'), j.actor, j.reason, j.digest FROM journal_change AS c"
    " JOIN first ON first.sheet = json_extract(c.before, '$.id') AND c.seq > first.seq"
    " JOIN journal AS j ON j.seq = c.seq JOIN application AS a ON a.id = first.application"
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


def sequences_of(store: Store) -> dict[str, int]:
    """Give the sequence of each entry by its digest."""
    return {digest: seq for digest, seq in store.rows("SELECT digest, seq FROM journal")}
