"""On which grounds reviewers were recused, and which hints were dismissed."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.grounds import RaisedBy
from reviewer_app.storage.store import Store

Pair = tuple[int, int]
"""Row keys of application and reviewer."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A hint somebody looked at and found to be none."""

    reason: str
    dismissed_by: str


def write_recusal(store: Store, pair: Pair, grounds: str, raised_by: RaisedBy) -> None:
    """Write or replace the grounds of one recusal."""
    known = store.row("SELECT 1 FROM recusal WHERE application_id = ? AND reviewer_id = ?", pair)
    if known is None:
        store.change(
            "INSERT INTO recusal (application_id, reviewer_id, grounds, raised_by)"
            " VALUES (?, ?, ?, ?)",
            (*pair, grounds, raised_by.value),
        )
    else:
        store.change(
            "UPDATE recusal SET grounds = ?, raised_by = ?"
            " WHERE application_id = ? AND reviewer_id = ?",
            (grounds, raised_by.value, *pair),
        )


def delete_recusal(store: Store, pair: Pair) -> None:
    """Take the grounds away with the recusal."""
    store.change("DELETE FROM recusal WHERE application_id = ? AND reviewer_id = ?", pair)


def all_recusals(store: Store) -> Mapping[Pair, tuple[str, RaisedBy]]:
    """Read grounds and who raised them, of every recusal."""
    return {
        (row[0], row[1]): (row[2], RaisedBy(row[3]))
        for row in store.rows("SELECT application_id, reviewer_id, grounds, raised_by FROM recusal")
    }


def write_dismissal(store: Store, pair: Pair, hint: str, dismissal: Dismissal) -> None:
    """Write why a hint is none."""
    store.change(
        "INSERT INTO dismissed_hint (application_id, reviewer_id, hint, reason, dismissed_by)"
        " VALUES (?, ?, ?, ?, ?)",
        (*pair, hint, dismissal.reason, dismissal.dismissed_by),
    )


def delete_dismissal(store: Store, pair: Pair, hint: str) -> None:
    """Let a hint stand again."""
    store.change(
        "DELETE FROM dismissed_hint WHERE application_id = ? AND reviewer_id = ? AND hint = ?",
        (*pair, hint),
    )


def all_dismissals(store: Store) -> Mapping[tuple[int, int, str], Dismissal]:
    """Read every dismissal by pair and hint."""
    return {
        (row[0], row[1], row[2]): Dismissal(row[3], row[4])
        for row in store.rows(
            "SELECT application_id, reviewer_id, hint, reason, dismissed_by FROM dismissed_hint"
        )
    }
