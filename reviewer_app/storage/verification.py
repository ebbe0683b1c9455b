"""Prove that the tables are exactly what the journal made them.

Four looks: SQLite's own structure, the schema with its triggers, the digest chain, and
every row against the last image the journal holds of it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reviewer_app.domain.verification import Finding, FindingKind, Verification
from reviewer_app.storage import journal
from reviewer_app.storage.connection import connect
from reviewer_app.storage.schema import KEYS
from reviewer_app.storage.schema_check import schema_differences
from reviewer_app.storage.store import Store

_MOST = 50


def verify_store(store: Store) -> Verification:
    """Check an open workspace; a damaged page becomes a finding, never a traceback."""
    return store.examine(_verify)


def verify_file(path: Path) -> Verification:
    """Check a closed copy (a backup) without writing to it."""
    connection = connect(path, mode="ro")
    try:
        return _verify(connection)
    finally:
        connection.close()


def _verify(connection: sqlite3.Connection) -> Verification:
    findings: list[Finding] = []
    entries, changes, head = 0, 0, ""
    records: dict[str, int] = {}
    try:
        findings += _structure(connection)
        for finding, link in _chain(connection):
            if finding:
                findings.append(finding)
            else:
                entries, head, changes = entries + 1, link[0], changes + link[1]
        findings += _orphans(connection)
        for table in KEYS:
            if journal.columns_of(connection, table):
                findings += _rows(connection, table)
                count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
                records[table] = count[0]
        findings += _export_log(connection)
    except (sqlite3.DatabaseError, UnicodeError, ValueError, TypeError) as error:
        findings.append(Finding(FindingKind.UNREADABLE, found=str(error)))
    return Verification(tuple(findings), entries, changes, head, records)


def _structure(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield Finding(FindingKind.STRUCTURE, found=str(line))
    for name in schema_differences(connection):
        yield Finding(FindingKind.SCHEMA, place=name)
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(FindingKind.FOREIGN_KEY, place=f"{row[0]} {row[1]}", found=str(row[2]))


def _chain(connection: sqlite3.Connection) -> Iterator[tuple[Finding | None, tuple[str, int]]]:
    prev, expected_seq = "", 1
    for entry in journal.entries(connection):
        place = f"#{entry.seq}"
        if entry.seq != expected_seq or entry.prev != prev:
            yield Finding(FindingKind.GAP, place, f"#{expected_seq}", place), ("", 0)
        head = (
            entry.seq, entry.at, entry.actor, entry.role,
            entry.verb, entry.reason, entry.program, entry.changes,
        )  # fmt: skip
        chain = journal.Chain(entry.prev, head)
        count = 0
        for change in connection.execute(
            "SELECT ordinal, table_name, row_key, before, after FROM journal_change"
            " WHERE seq = ? ORDER BY ordinal",
            (entry.seq,),
        ):
            chain.add(change)
            count += 1
        if chain.digest() != entry.digest:
            yield Finding(FindingKind.CHAIN, place, entry.digest, chain.digest()), ("", 0)
        if count != entry.changes:
            kind = FindingKind.CHANGE_COUNT
            yield Finding(kind, place, str(entry.changes), str(count)), ("", 0)
        yield None, (entry.digest, count)
        prev, expected_seq = entry.digest, entry.seq + 1


def _orphans(connection: sqlite3.Connection) -> Iterator[Finding]:
    for seq, table in connection.execute(
        "SELECT DISTINCT seq, table_name FROM journal_change"
        " WHERE seq NOT IN (SELECT seq FROM journal) LIMIT ?",
        (_MOST,),
    ):
        yield Finding(FindingKind.GAP, f"#{seq} {table}")
    known = ", ".join(f"'{table}'" for table in KEYS)
    for (table,) in connection.execute(
        f"SELECT DISTINCT table_name FROM journal_change WHERE table_name NOT IN ({known})"
    ):
        yield Finding(FindingKind.ROW_LOST, str(table))
    for seq, ordinal, key in connection.execute(
        "SELECT seq, ordinal, row_key FROM (SELECT seq, ordinal, row_key, before,"
        " lag(after) OVER (PARTITION BY table_name, row_key ORDER BY seq, ordinal) AS was"
        " FROM journal_change) WHERE before IS NOT was LIMIT ?",
        (_MOST,),
    ):
        yield Finding(FindingKind.BEFORE_IMAGE, f"#{seq}.{ordinal} {key}")


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    image = journal.image_of(journal.columns_of(connection, table), table)
    key = journal.key_of(table, table)
    last = (
        "SELECT row_key, after FROM (SELECT row_key, after, row_number() OVER"
        " (PARTITION BY row_key ORDER BY seq DESC, ordinal DESC) AS place"
        f" FROM journal_change WHERE table_name = '{table}') WHERE place = 1"
    )
    rows = connection.execute(
        f"SELECT ifnull(j.row_key, t.row_key), j.after, t.image FROM ({last}) AS j"
        f" FULL JOIN (SELECT {key} AS row_key, {image} AS image FROM {table} NOT INDEXED)"
        " AS t ON t.row_key = j.row_key"
        " WHERE j.after IS NOT t.image LIMIT ?",
        (_MOST,),
    )
    for row_key, expected, found in rows:
        if expected is None:
            kind = FindingKind.ROW_UNKNOWN
        elif found is None:
            kind = FindingKind.ROW_LOST
        else:
            kind = FindingKind.ROW_DIFFERS
        yield Finding(kind, f"{table} {row_key}", expected or "", found or "")


def export_log_digest(values: tuple[object, ...]) -> str:
    """Give the digest an export log row carries of its own values."""
    text = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _export_log(connection: sqlite3.Connection) -> Iterator[Finding]:
    for row in connection.execute(
        "SELECT digest, id, at, actor, file, code, sha256, note FROM export_log"
    ):
        if row[0] != export_log_digest(tuple(row[1:])):
            yield Finding(FindingKind.EXPORT_LOG, f"export_log {row[1]}")
