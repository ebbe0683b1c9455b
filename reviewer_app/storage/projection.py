"""The tables as the journal tells them, against the tables as they are.

One walk along the journal, one along each table. Memory does not grow with the file:
both are summed up in tallies, and only buckets that differ are looked at row by row.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reviewer_app.domain.verification import Finding, FindingKind
from reviewer_app.storage import journal
from reviewer_app.storage.schema import KEYS
from reviewer_app.storage.tally import Tally, bucket_of

_CHANGES = (
    "SELECT seq, ordinal, table_name, row_key, before, after FROM journal_change"
    " ORDER BY seq, ordinal"
)
_CHANGES_OF_TABLE = (
    "SELECT seq, ordinal, row_key, before, after FROM journal_change"
    " WHERE table_name = ? ORDER BY seq, ordinal"
)
_BUCKETS_AT_ONCE = 50


class Projection:
    """What the journal says, summed up by `chain`, compared with the tables by `rows`.

    Attributes:
        entries, changes: how many the walk met.
        head: the digest of the last entry.
        records: how many rows each journaled table has.
    """

    def __init__(self) -> None:
        self.entries = 0
        self.changes = 0
        self.head = ""
        self.records: dict[str, int] = {}
        self._told: dict[str, Tally] = {}

    def chain(self, connection: sqlite3.Connection) -> Iterator[Finding]:
        """Recompute every link of the journal and sum up what it says of each table."""
        groups = groupby(connection.execute(_CHANGES), key=lambda change: change[0])
        group = next(groups, None)
        prev, last = "", 0
        for entry in journal.entries(connection):
            while group is not None and group[0] < entry.seq:
                yield Finding(FindingKind.GAP, f"#{group[0]}")
                group = next(groups, None)
            changes: Iterable[Any] = ()
            if group is not None and group[0] == entry.seq:
                changes = group[1]
            if entry.seq != last + 1 or entry.prev != prev:
                yield Finding(FindingKind.GAP, f"#{entry.seq}", f"#{last + 1}", f"#{entry.seq}")
            yield from self._link(entry, changes)
            if changes:
                group = next(groups, None)
            prev, last = entry.digest, entry.seq
        for seq, _ in [group, *groups] if group is not None else ():
            yield Finding(FindingKind.GAP, f"#{seq}")
        self.head = prev

    def _link(self, entry: journal.Entry, changes: Iterable[Any]) -> Iterator[Finding]:
        chain = journal.Chain(entry.prev, entry.told)
        count = 0
        for change in changes:
            chain.add(change[1:])
            count += 1
            table, key, before, after = change[2:]
            tally = self._told.setdefault(table, Tally())
            if before is not None:
                tally.take(key, before)
            if after is not None:
                tally.add(key, after)
        self.entries, self.changes = self.entries + 1, self.changes + count
        place, digest = f"#{entry.seq}", chain.digest()
        if digest != entry.digest:
            yield Finding(FindingKind.CHAIN, place, entry.digest, digest)
        if count != entry.changes:
            yield Finding(FindingKind.CHANGE_COUNT, place, str(entry.changes), str(count))

    def rows(self, connection: sqlite3.Connection) -> Iterator[Finding]:
        """Name every row that is not as the journal's last image of it."""
        for table in sorted(self._told.keys() - KEYS.keys()):
            yield Finding(FindingKind.ROW_LOST, table)
        for table in KEYS:
            there, count = Tally(), 0
            for key, image in _images(connection, table):
                there.add(key, image)
                count += 1
            self.records[table] = count
            differing = self._told.get(table, Tally()).differing(there)
            if differing:
                buckets = frozenset(differing[:_BUCKETS_AT_ONCE])
                yield from _differences(connection, table, buckets)


def _images(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    """Read key and image of each row, from the table itself and not from an index."""
    columns = journal.columns_of(connection, table)
    if not columns:
        return
    key, image = journal.key_of(table, table), journal.image_of(columns, table)
    yield from connection.execute(f"SELECT {key}, {image} FROM {table} NOT INDEXED")


def _differences(
    connection: sqlite3.Connection, table: str, buckets: frozenset[int]
) -> Iterator[Finding]:
    last: dict[str, str | None] = {}
    for seq, ordinal, key, before, after in connection.execute(_CHANGES_OF_TABLE, (table,)):
        if bucket_of(key) in buckets:
            if before != last.get(key):
                yield Finding(FindingKind.BEFORE_IMAGE, f"#{seq}.{ordinal} {table} {key}")
            last[key] = after
    for key, found in _images(connection, table):
        if bucket_of(key) in buckets:
            expected = last.pop(key, None)
            if expected is None:
                yield Finding(FindingKind.ROW_UNKNOWN, f"{table} {key}", "", found)
            elif expected != found:
                yield Finding(FindingKind.ROW_DIFFERS, f"{table} {key}", expected, found)
    for key, lost in last.items():
        if lost is not None:
            yield Finding(FindingKind.ROW_LOST, f"{table} {key}", lost, "")
