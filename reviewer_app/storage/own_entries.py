"""What the journal says of one sheet: its entries, and the history of one score."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer_app.storage.journal import RowChange
from reviewer_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class ScoreEntry:
    """One change of a score row; before and after in hundredths, None without a score."""

    at: str
    actor: str
    verb: str
    before: int | None
    after: int | None


def score_entries(store: Store, sheet: int, indicator: str) -> tuple[ScoreEntry, ...]:
    """Read the history of one score, newest first."""
    rows = store.rows(
        "SELECT j.at, j.actor, j.verb, json_extract(c.before, '$.value'),"
        " json_extract(c.after, '$.value') FROM journal_change AS c"
        " JOIN journal AS j ON j.seq = c.seq"
        " WHERE c.table_name = 'score' AND c.row_key = json_array(?, ?) ORDER BY c.seq DESC",
        (sheet, indicator),
    )
    return tuple(ScoreEntry(*row) for row in rows)


_GIVEN = frozenset({"score", "comment"})
_OF_SHEETS = _GIVEN | {"sheet", "private_note", "skipped_sheet", "confirmed_score"}


def _sheets_in(changes: Iterable[RowChange], tables: frozenset[str]) -> frozenset[int]:
    """Give the keys of the sheets; in each of these tables they lead the row's key."""
    return frozenset(int(json.loads(change.key)[0]) for change in changes if change.table in tables)


def application_of_entry(store: Store, sequence: int) -> str:
    """Give the number of the one application whose sheet an entry changed, else nothing."""
    changes = store.changes_of(sequence)
    sheets = _sheets_in(changes, _OF_SHEETS)
    if len(sheets) != 1:
        return ""
    images = [json.loads(c.after or c.before or "{}") for c in changes if c.table == "sheet"]
    if images:
        row = store.row(
            "SELECT number FROM application WHERE id = ?", (images[0]["application_id"],)
        )
    else:
        row = store.row(
            "SELECT a.number FROM sheet AS s JOIN application AS a ON a.id = s.application_id"
            " WHERE s.id = ?",
            tuple(sheets),
        )
    return row[0] if row else ""


def closed_sheet(store: Store, sequence: int) -> tuple[str, str, str] | None:
    """Give reviewer, application and state of a closed sheet an entry gave scores or comments.

    None where all are open, or where the entry itself wrote the sheet's state: then putting
    rows back opens it as well.
    """
    changes = store.changes_of(sequence)
    for key in sorted(_sheets_in(changes, _GIVEN) - _sheets_in(changes, frozenset({"sheet"}))):
        row = store.row(
            "SELECT p.number, a.number, s.state FROM sheet AS s"
            " JOIN person AS p ON p.id = s.reviewer_id"
            " JOIN application AS a ON a.id = s.application_id"
            " WHERE s.id = ? AND s.state NOT IN ('pending', 'draft')",
            (key,),
        )
        if row is not None:
            return row[0], row[1], row[2]
    return None
