"""The journal: every entry holds who, when, why and the rows before and after.

Images are captured by TEMP triggers of our own connection, so whatever a verb does to a
journaled table is in its entry, and whatever another program does is not.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer_app.domain.person import Actor
from reviewer_app.storage.schema import KEYS


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the chain. `at` is ISO 8601 with offset; order is by `seq`."""

    seq: int
    prev: str
    at: str
    actor: str
    role: str
    verb: str
    reason: str
    program: str
    changes: int
    digest: str

    @property
    def told(self) -> tuple[object, ...]:
        """What the digest takes in of the entry itself, after the previous digest."""
        return (
            self.seq,
            self.at,
            self.actor,
            self.role,
            self.verb,
            self.reason,
            self.program,
            self.changes,
        )


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after, as JSON objects; None where there was or is no row."""

    seq: int
    ordinal: int
    table: str
    key: str
    before: str | None
    after: str | None


class Chain:
    """The SHA-256 of one entry: the previous digest, the entry, each change in order."""

    def __init__(self, prev: str, head: Iterable[object]) -> None:
        self._sha = hashlib.sha256(prev.encode("ascii"))
        self._sha.update(_canonical(list(head)))

    def add(self, change: Iterable[object]) -> None:
        """Take in one change: ordinal, table, key, before, after."""
        self._sha.update(_canonical(list(change)))

    def digest(self) -> str:
        """Give the link's digest in hex."""
        return self._sha.hexdigest()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _canonical(values: list[object]) -> bytes:
    return _encode(values).encode("utf-8") + b"\n"


def columns_of(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Name the table's columns in their order, empty where the file lacks the table."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))


def image_of(columns: Iterable[str], row: str) -> str:
    """Give the SQL expression of a row's image; `row` is NEW, OLD or a table name."""
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in columns) + ")"


def key_of(table: str, row: str) -> str:
    """Give the SQL expression of a row's key."""
    return "json_array(" + ", ".join(f"{row}.{name}" for name in KEYS[table]) + ")"


def install_capture(connection: sqlite3.Connection) -> None:
    """Make the TEMP table and triggers that collect what this connection changes."""
    connection.execute(
        "CREATE TEMP TABLE captured (ordinal INTEGER PRIMARY KEY, table_name TEXT,"
        " row_key TEXT, before TEXT, after TEXT)"
    )
    for table in KEYS:
        columns = columns_of(connection, table)
        if not columns:
            continue
        old, new = image_of(columns, "OLD"), image_of(columns, "NEW")
        for deed, row, before, after in (
            ("INSERT", "NEW", "NULL", new),
            ("UPDATE", "OLD", old, new),
            ("DELETE", "OLD", old, "NULL"),
        ):
            connection.execute(
                f"CREATE TEMP TRIGGER capture_{table}_{deed} AFTER {deed} ON main.{table} "
                "BEGIN INSERT INTO captured (table_name, row_key, before, after) VALUES "
                f"('{table}', {key_of(table, row)}, {before}, {after}); END"
            )
        connection.execute(
            f"CREATE TEMP TRIGGER capture_{table}_key BEFORE UPDATE OF {', '.join(KEYS[table])}"
            f" ON main.{table} WHEN {key_of(table, 'OLD')} <> {key_of(table, 'NEW')} "
            "BEGIN SELECT RAISE(ABORT, 'a key never changes'); END"
        )


def take_in(connection: sqlite3.Connection, table: str) -> None:
    """Capture rows of `table` that the journal does not know yet."""
    key, image = key_of(table, table), image_of(columns_of(connection, table), table)
    connection.execute(
        "INSERT INTO captured (table_name, row_key, before, after) "
        f"SELECT '{table}', {key}, NULL, {image} FROM {table} WHERE {key} NOT IN"
        f" (SELECT row_key FROM journal_change WHERE table_name = '{table}')"
    )


def head_of(connection: sqlite3.Connection) -> tuple[int, str]:
    """Give sequence and digest of the last entry, (0, "") before the first."""
    row = connection.execute("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, "")


_CAPTURED = "SELECT ordinal, table_name, row_key, before, after FROM captured ORDER BY ordinal"


@dataclass(frozen=True, slots=True)
class Deed:
    """What an entry says of a write: what, who, why, when (ISO 8601 with offset)."""

    verb: str
    actor: Actor
    reason: str
    at: str


def append_entry(connection: sqlite3.Connection, deed: Deed, program: str) -> Entry:
    """Turn what was captured into the next entry; the caller commits."""
    assert connection.in_transaction, "rows and entry are one transaction"
    actor, role = deed.actor.name, deed.actor.role.value
    last, prev = head_of(connection)
    count = connection.execute("SELECT count(*) FROM captured").fetchone()[0]
    seq = last + 1
    chain = Chain(prev, (seq, deed.at, actor, role, deed.verb, deed.reason, program, count))
    for change in connection.execute(_CAPTURED):
        chain.add(change)
    entry = Entry(
        seq, prev, deed.at, actor, role, deed.verb, deed.reason, program, count, chain.digest()
    )
    connection.execute(
        "INSERT INTO journal_change (seq, ordinal, table_name, row_key, before, after) "
        "SELECT ?, ordinal, table_name, row_key, before, after FROM captured ORDER BY ordinal",
        (seq,),
    )
    connection.execute(
        "INSERT INTO journal (seq, prev, at, actor, role, verb, reason, program, changes,"
        " digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, prev, deed.at, actor, role, deed.verb, deed.reason, program, count, entry.digest),
    )
    connection.execute("DELETE FROM captured")
    return entry


def entries(connection: sqlite3.Connection, first: int = 1) -> Iterator[Entry]:
    """Read the entries from sequence `first` on, oldest first."""
    rows = connection.execute(
        "SELECT seq, prev, at, actor, role, verb, reason, program, changes, digest"
        " FROM journal WHERE seq >= ? ORDER BY seq",
        (first,),
    )
    return (Entry(*row) for row in rows)


def changes_of(connection: sqlite3.Connection, seq: int) -> list[RowChange]:
    """Read the changes of one entry in order."""
    rows = connection.execute(
        "SELECT seq, ordinal, table_name, row_key, before, after"
        " FROM journal_change WHERE seq = ? ORDER BY ordinal",
        (seq,),
    )
    return [RowChange(*row) for row in rows]
