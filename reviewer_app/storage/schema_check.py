"""Is the file's schema the one this program makes, every trigger included?"""

import sqlite3
from functools import lru_cache
from pathlib import Path

from reviewer_app.domain.errors import Damaged
from reviewer_app.storage.journal import columns_of
from reviewer_app.storage.schema import VERSIONS

_OURS = (
    "SELECT type, name, sql FROM sqlite_master"
    " WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT IN"
    " ('_sqlite_migrations', 'idx__sqlite_migrations_migration_set_name')"
)
_LIBRARY = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
_MIGRATIONS = ("id", "migration_set", "name", "applied_at")
"""The columns of the library's own table; its statement may change with the library."""


@lru_cache(maxsize=len(VERSIONS))
def _expected(version: int) -> frozenset[tuple[str, str, str]]:
    connection = sqlite3.connect(":memory:")
    for statements in VERSIONS[:version]:
        for statement in statements:
            connection.execute(statement)
    found = frozenset((row[0], row[1], row[2]) for row in connection.execute(_OURS))
    connection.close()
    return found


def schema_differences(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Name what is missing, changed or foreign, by the version the file says it has."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    found = {(row[0], row[1], row[2]) for row in connection.execute(_OURS)}
    names = {f"{kind} {name}" for kind, name, _ in found ^ _expected(version)}
    is_there = connection.execute(_LIBRARY).fetchone()[0] == 1
    if not is_there or columns_of(connection, "_sqlite_migrations") != _MIGRATIONS:
        names.add("table _sqlite_migrations")
    return tuple(sorted(names))


def require_sound_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables or protecting triggers were altered.

    Raises:
        Damaged: names what differs.
    """
    differences = schema_differences(connection)
    if differences:
        raise Damaged(path, ", ".join(differences))
