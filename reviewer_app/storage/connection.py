"""Open SQLite the one way this program does: every setting made, read back, compared.

Order and reasons: reliability.md 1.2.
"""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from reviewer_app.domain.errors import NewerWorkspace, NotAWorkspace, OldSqlite
from reviewer_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_OLDEST = (3, 39, 0)

SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("busy_timeout", "0", 0),
)
"""Pragma, value to set, value that must be read back."""

_READ_ONLY_SKIPS = {"journal_mode", "locking_mode"}


def connect(path: Path, *, mode: str) -> sqlite3.Connection:
    """Open `path` in SQLite's mode "rw", "rwc" or "ro" with every setting proved.

    Raises:
        OldSqlite: the library lacks STRICT tables or refuses a setting.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise OldSqlite(sqlite3.sqlite_version, ".".join(map(str, _OLDEST)))
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)
    try:
        _set_up(connection, skip=_READ_ONLY_SKIPS if mode == "ro" else frozenset())
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory() -> sqlite3.Connection:
    """Open an empty database in memory, for looking at copies."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _set_up(connection, skip=_READ_ONLY_SKIPS)
    return connection


def _set_up(connection: sqlite3.Connection, skip: set[str] | frozenset[str]) -> None:
    connection.execute("PRAGMA mmap_size = 0")
    for name, value, expected in SETTINGS:
        if name in skip:
            continue
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise OldSqlite(f"{name} = {found}", f"{name} = {expected}")
    if hasattr(connection, "setconfig"):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)  # type: ignore[attr-defined, unused-ignore]


def schema_version(connection: sqlite3.Connection, path: Path) -> int:
    """Check that the file is a workspace and give its schema version.

    Raises:
        NotAWorkspace: another kind of file, or an empty one.
        NewerWorkspace: a newer program wrote it.
    """
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found != APPLICATION_ID:
        raise NotAWorkspace(path, empty=path.stat().st_size == 0)
    if version > SCHEMA_VERSION:
        raise NewerWorkspace(path, found=version, known=SCHEMA_VERSION)
    return version
