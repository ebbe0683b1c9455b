"""Open SQLite the one way this program does: every setting made, read back, compared.

Order and reasons: reliability.md 1.2.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote
from weakref import WeakSet

from reviewer_app.domain.errors import Damaged, NewerWorkspace, NotAWorkspace, OldSqlite
from reviewer_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION

_OLDEST = (3, 39, 0)
_PATIENCE = 1.0
"""Seconds that starts of two programs at the same moment wait for each other."""

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
)
"""Pragma, value to set, value that must be read back."""

_HOLDING = ("locking_mode", "EXCLUSIVE", "exclusive")
_JOURNAL = ("journal_mode", "TRUNCATE", "truncate")


class _Connection(sqlite3.Connection):
    """A connection that lets go of its file when it is closed.

    SQLite keeps file and lock while a statement lives, and a statement lives in each
    unfinished cursor: in a stream nobody read to its end, in a traceback.
    """

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._cursors: WeakSet[sqlite3.Cursor] = WeakSet()

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
        return self._remembered().execute(sql, parameters)  # type: ignore[arg-type]

    def executemany(self, sql: str, parameters: object, /) -> sqlite3.Cursor:
        return self._remembered().executemany(sql, parameters)  # type: ignore[arg-type]

    def _remembered(self) -> sqlite3.Cursor:
        cursor = self.cursor()
        self._cursors.add(cursor)
        return cursor

    def close(self) -> None:
        for cursor in list(self._cursors):
            cursor.close()
        self._cursors.clear()
        super().close()


def connect(path: Path, *, mode: str) -> sqlite3.Connection:
    """Open `path` in SQLite's mode "rw", "rwc" or "ro" with every setting proved.

    Without "ro" the file is held until the connection closes.

    Raises:
        OldSqlite: the library lacks STRICT tables or refuses a setting.
        sqlite3.Error: the file is held, gone, damaged or no database.
    """
    if sqlite3.sqlite_version_info < _OLDEST:
        raise OldSqlite(sqlite3.sqlite_version, ".".join(map(str, _OLDEST)))
    connection = _open(path, f"mode={mode}")
    try:
        if mode != "ro":
            _hold(connection)
        _set_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory() -> sqlite3.Connection:
    """Open an empty database in memory, for looking at copies."""
    # Lent to the job thread like a file's, for the batch as it was.
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _set_up(connection)
    return connection


def _open(path: Path, query: str) -> sqlite3.Connection:
    uri = f"file:{quote(os.fsencode(path.resolve()))}?{query}"
    # The job thread of the windows borrows the connection; never two threads at once.
    return sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=_PATIENCE,
        factory=_Connection,
        check_same_thread=False,
    )


def _hold(connection: sqlite3.Connection) -> None:
    """Take the file for this program alone, before anything of it is read.

    Of several starts at the same moment exactly one gets the RESERVED lock; the others
    let go, so that it can make it exclusive. Starting with EXCLUSIVE, or reading first,
    can leave all of them refused.
    """
    connection.execute("BEGIN IMMEDIATE")
    _prove(connection, *_HOLDING)
    connection.execute("COMMIT")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    _prove(connection, *_JOURNAL)


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA mmap_size = 0")
    for setting in _SETTINGS:
        _prove(connection, *setting)
    if hasattr(connection, "setconfig"):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)  # type: ignore[attr-defined, unused-ignore]


def _prove(connection: sqlite3.Connection, name: str, value: str, expected: object) -> None:
    connection.execute(f"PRAGMA {name} = {value}").fetchall()
    found = connection.execute(f"PRAGMA {name}").fetchone()
    if found is None or found[0] != expected:
        raise OldSqlite(f"{name} = {found}", f"{name} = {expected}")


def schema_version(path: Path) -> int:
    """Check that the file is a workspace and give its schema version.

    Nothing is locked, recovered or written: SQLite is told that the file never changes.

    Raises:
        NotAWorkspace: another kind of file, or an empty one.
        NewerWorkspace: a newer program or a newer SQLite wrote it.
        Damaged: a workspace whose first page no longer tells what it is.
    """
    connection = _open(path, "mode=ro&immutable=1")
    try:
        # Else a file whose last growth is still to be rolled back counts as damaged.
        connection.execute("PRAGMA writable_schema = ON")
        kind = connection.execute("PRAGMA application_id").fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            _explain(path, str(error))
        raise
    finally:
        connection.close()
    if kind != (APPLICATION_ID,):
        raise NotAWorkspace(path, empty=path.stat().st_size == 0)
    if version[0] > SCHEMA_VERSION:
        raise NewerWorkspace(path, found=version[0], known=SCHEMA_VERSION)
    if version[0] < 1:
        raise Damaged(path, f"user_version = {version[0]}")
    found: int = version[0]
    return found


def _explain(path: Path, detail: str) -> None:
    """Say what a file is that SQLite does not take for a database."""
    header = _header(path)
    if header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise NotAWorkspace(path, empty=False)
    require_known_format(path)
    raise Damaged(path, detail)


def require_known_format(path: Path) -> None:
    """Refuse a file format of a SQLite newer than ours.

    Raises:
        NewerWorkspace: bytes 18 and 19, the format to write and to read.
    """
    header = _header(path)
    if header[:16] == b"SQLite format 3\0" and max(header[18:20]) > 2:
        raise NewerWorkspace(path, found=SCHEMA_VERSION + 1, known=SCHEMA_VERSION)


def _header(path: Path) -> bytes:
    """Read past SQLite; only for files that SQLite refused, so no store has them open.

    Closing a file drops the locks that this process has on it (reliability.md F13).
    """
    with path.open("rb") as file:
        return file.read(100)
