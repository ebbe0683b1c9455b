"""The workspace as it was at any entry of its journal, rebuilt from the images alone."""

import json
import sqlite3
from itertools import groupby
from operator import itemgetter

from reviewer_app.domain.result_errors import ThePastStays
from reviewer_app.storage import journal
from reviewer_app.storage.connection import in_memory
from reviewer_app.storage.schema import KEYS
from reviewer_app.storage.store import Store


def store_at(store: Store, seq: int) -> Store:
    """Give a read-only store in memory with every row as it was after entry `seq`."""
    from reviewer_app.storage.migrations import migrate

    past = in_memory()
    migrate(past)
    past.execute("PRAGMA foreign_keys = OFF")
    past.execute("BEGIN")
    past.execute("DELETE FROM _sqlite_migrations")
    for table in KEYS:
        columns = journal.columns_of(past, table)
        marks = ", ".join("?" * len(columns))
        past.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            ([image.get(name) for name in columns] for image in _images(store, table, seq)),
        )
    _copy_journal(store, past, seq)
    past.execute("COMMIT")
    return PastStore(store.path, past, read_only=True, older=None)


class PastStore(Store):
    """A store in memory as it was: every write is refused with the moment it shows."""

    def require_writable(self) -> None:
        """Refuse.

        Raises:
            ThePastStays: always.
        """
        last = self.entries(self.head()[0])
        raise ThePastStays(last[0].at[:19].replace("T", " ") if last else "")


def _copy_journal(store: Store, past: sqlite3.Connection, seq: int) -> None:
    """Copy entries with their changes; the guards want the changes of an entry before it."""
    changes = groupby(
        store.stream(
            "SELECT seq, ordinal, table_name, row_key, before, after FROM journal_change"
            " WHERE seq <= ? ORDER BY seq, ordinal",
            (seq,),
        ),
        key=itemgetter(0),
    )
    group = next(changes, None)
    entries = store.rows(
        "SELECT seq, prev, at, actor, role, verb, reason, program, changes, digest"
        " FROM journal WHERE seq <= ? ORDER BY seq",
        (seq,),
    )
    for entry in entries:
        if group is not None and group[0] == entry[0]:
            past.executemany(
                "INSERT INTO journal_change (seq, ordinal, table_name, row_key, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                group[1],
            )
            group = next(changes, None)
        past.execute(
            "INSERT INTO journal (seq, prev, at, actor, role, verb, reason, program, changes,"
            " digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            entry,
        )


def _images(store: Store, table: str, seq: int) -> list[dict[str, object]]:
    """Read the last image of each row up to `seq`, without the rows gone by then."""
    rows = store.stream(
        "SELECT after FROM (SELECT after, row_number() OVER"
        " (PARTITION BY row_key ORDER BY seq DESC, ordinal DESC) AS place"
        " FROM journal_change WHERE table_name = ? AND seq <= ?)"
        " WHERE place = 1 AND after IS NOT NULL",
        (table, seq),
    )
    return [json.loads(after) for (after,) in rows]


def count_rows(store: Store, table: str) -> int:
    """Count the rows of one journaled table."""
    assert table in KEYS, "only names of our own tables go into SQL"
    row = store.row(f"SELECT count(*) FROM {table}")
    count: int = row[0] if row else 0
    return count
