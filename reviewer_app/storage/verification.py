"""Prove that the tables are exactly what the journal made them.

Four looks: SQLite's own structure, the schema with its triggers, the digest chain, and
every row against the last image the journal holds of it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reviewer_app.domain.errors import OldSqlite
from reviewer_app.domain.verification import Finding, FindingKind, Verification
from reviewer_app.storage.connection import connect
from reviewer_app.storage.projection import Projection
from reviewer_app.storage.schema_check import schema_differences
from reviewer_app.storage.store import Store

_MOST = 50

_Look = Callable[[sqlite3.Connection], Iterable[Finding]]


def verify_store(store: Store) -> Verification:
    """Check an open workspace; a damaged page becomes a finding, never a traceback.

    Of an older file the file itself is checked, not the migrated look at it.
    """
    if store.older is not None:
        return verify_file(store.path)
    return store.examine(_verify)


def verify_file(path: Path) -> Verification:
    """Check a closed copy (a backup) without writing to it."""
    try:
        connection = connect(path, mode="ro")
    except (sqlite3.DatabaseError, OldSqlite) as error:
        finding = Finding(FindingKind.UNREADABLE, found=str(error))
        return Verification((finding,), 0, 0, "", {})
    try:
        return _verify(connection)
    finally:
        connection.close()


def _verify(connection: sqlite3.Connection) -> Verification:
    projection = Projection()
    findings: list[Finding] = []
    for look in (_structure, _schema, projection.chain, projection.rows, _export_log):
        findings += _found(look, connection)
    return Verification(
        tuple(findings),
        projection.entries,
        projection.changes,
        projection.head,
        projection.records,
    )


def _found(look: _Look, connection: sqlite3.Connection) -> list[Finding]:
    """Look to the end and keep the first findings; what stops the look is one, too."""
    found: list[Finding] = []
    try:
        for finding in look(connection):
            if len(found) < _MOST:
                found.append(finding)
    except (sqlite3.DatabaseError, ValueError, TypeError, AttributeError) as error:
        # Damage can put any type into any column, whatever the schema says.
        found.append(Finding(FindingKind.UNREADABLE, found=str(error)))
    return found


def _structure(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield Finding(FindingKind.STRUCTURE, found=str(line))
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(FindingKind.FOREIGN_KEY, place=f"{row[0]} {row[1]}", found=str(row[2]))


def _schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    for name in schema_differences(connection):
        yield Finding(FindingKind.SCHEMA, place=name)


def export_log_digest(values: tuple[object, ...]) -> str:
    """Give the digest an export log row carries of its own values."""
    text = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _export_log(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT digest, id, at, actor, file, code, sha256, note FROM export_log ORDER BY id"
    )
    for line, (digest, *values) in enumerate(rows, start=1):
        if values[0] != line or digest != export_log_digest(tuple(values)):
            yield Finding(FindingKind.EXPORT_LOG, f"export_log {line}")
            return
