"""The store: one file, one connection, one writer."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from reviewer_app import __version__
from reviewer_app.domain.errors import (
    NotAWorkspace,
    OlderWorkspace,
    ReadOnlyWorkspace,
    ReviewerError,
    StorageGone,
)
from reviewer_app.storage import journal
from reviewer_app.storage.connection import (
    connect,
    in_memory,
    require_known_format,
    schema_version,
)
from reviewer_app.storage.faults import world_faults
from reviewer_app.storage.holder import remove_note, write_note
from reviewer_app.storage.outside import (
    identity,
    is_half_written,
    may_write,
    remove_new,
    require_file,
    require_room_for_new,
    rollback_file,
)
from reviewer_app.storage.place import require_safe_place
from reviewer_app.storage.schema import SCHEMA_VERSION
from reviewer_app.storage.schema_check import require_sound_schema

T = TypeVar("T")

Row = tuple[Any, ...]
"""A row as SQLite gives it; the modules of each aggregate make values of it."""


class Store:
    """An open workspace file.

    Attributes:
        path: where the file is.
        read_only: whether `write` refuses; then `older` tells a file that an older
            program wrote and that is looked at through a copy in memory.
        last_entry: the entry of the last write of this store, None before.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: bool, older: int | None
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.older = older
        self.last_entry: journal.Entry | None = None
        self._connection = connection
        self._lost = False
        self._identity = None if read_only else identity(path)
        self._rollback_file = rollback_file(path)
        self._capturing = False

    @contextmanager
    def write(self, deed: journal.Deed) -> Iterator[None]:
        """Run the block as one transaction with one journal entry, or not at all.

        Raises:
            ReadOnlyWorkspace, OlderWorkspace: this store is only looked at.
            WorldFailed: disk full, storage gone, file held; nothing was written.
        """
        self.require_writable()
        with self._world():
            self._require_in_place()
            self._capture()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                entry = journal.append_entry(self._connection, deed, __version__)
                self._commit(entry)
            except BaseException:
                self._roll_back()
                raise
        self.last_entry = entry

    def require_writable(self) -> None:
        """Refuse where this store is only looked at.

        Raises:
            ReadOnlyWorkspace, OlderWorkspace: it is.
        """
        if self.older is not None:
            raise OlderWorkspace(self.path, found=self.older, known=SCHEMA_VERSION)
        if self.read_only:
            raise ReadOnlyWorkspace(self.path)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run a query and give all its rows."""
        with self._world():
            return self._connection.execute(sql, tuple(parameters)).fetchall()

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Run a query and give its rows one by one."""
        with self._world():
            # Chained, because a stream that is dropped would else close its cursor, which
            # is an error once the store is closed.
            yield from chain(self._connection.execute(sql, tuple(parameters)))

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Run a query and give its first row, None without one."""
        with self._world():
            found: Row | None = self._connection.execute(sql, tuple(parameters)).fetchone()
            return found

    def change(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one INSERT, UPDATE or DELETE inside `write`; give the last row id."""
        assert self._connection.in_transaction, "changes happen inside write()"
        return self._connection.execute(sql, tuple(parameters)).lastrowid or 0

    def change_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for many rows inside `write`."""
        assert self._connection.in_transaction, "changes happen inside write()"
        self._connection.executemany(sql, rows)

    def log_outside_journal(self, sql: str, parameters: Sequence[object]) -> None:
        """Write a row of a table that is outside the journal, in its own transaction."""
        if self.read_only:
            return
        with self._world():
            self._require_in_place()
            self._connection.execute(sql, tuple(parameters))

    def take_into_journal(self, table: str) -> None:
        """Journal rows of `table` that were written before capturing began."""
        journal.take_in(self._connection, table)

    def head(self) -> tuple[int, str]:
        """Give sequence and digest of the last journal entry."""
        with self._world():
            return journal.head_of(self._connection)

    def entries(self, first: int = 1) -> list[journal.Entry]:
        """Read the journal from sequence `first` on."""
        with self._world():
            return list(journal.entries(self._connection, first))

    def changes_of(self, seq: int) -> list[journal.RowChange]:
        """Read the row images of one entry."""
        with self._world():
            return journal.changes_of(self._connection, seq)

    def columns_of(self, table: str) -> tuple[str, ...]:
        """Name the columns of a table."""
        with self._world():
            return journal.columns_of(self._connection, table)

    def examine(self, look: Callable[[sqlite3.Connection], T]) -> T:
        """Let a module of this package look at the connection itself."""
        with self._world():
            return look(self._connection)

    def copy_to(self, target: Path) -> None:
        """Write a compact, consistent copy to a new file (VACUUM INTO).

        Of an older file the file itself is copied, not the migrated look at it.
        """
        with world_faults(target):
            if self.older is None:
                self._connection.execute("VACUUM INTO ?", (str(target),))
                return
            original = connect(self.path, mode="ro")
            try:
                original.execute("VACUUM INTO ?", (str(target),))
            finally:
                original.close()

    def close(self) -> None:
        """Let go of the file, and leave nothing beside it."""
        if not self.read_only:
            remove_note(self.path)
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    @contextmanager
    def _world(self) -> Iterator[None]:
        with world_faults(self.path):
            if self._lost:
                self._reopen()
            yield

    def _require_in_place(self) -> None:
        """Refuse a file that was moved away, and mend a rollback journal that was.

        Scores written into a file without its name are lost to everybody, and a crash
        without the rollback journal damages the file (howtocorrupt 1.4, 4.4).
        """
        if identity(self.path) != self._identity:
            raise StorageGone(self.path, "moved or deleted")
        if self.last_entry is not None and not self._rollback_file.exists():
            self._reopen()

    def _commit(self, entry: journal.Entry) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            # A failed COMMIT may be on disk all the same (reliability.md F16): look, and
            # make sure by a whole commit that this time every flush was answered.
            self._reopen()
            if journal.head_of(self._connection) != (entry.seq, entry.digest):
                raise
            self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _roll_back(self) -> None:
        if self._lost:
            return
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            # The failure that led here is the one to tell; the next use tries again.
            with suppress(sqlite3.Error, ReviewerError):
                self._reopen()

    def _reopen(self) -> None:
        self._lost = True
        with suppress(sqlite3.Error):
            self._connection.close()
        if identity(self.path) != self._identity:
            raise StorageGone(self.path, "moved or deleted")
        self._connection = connect(self.path, mode="rw")
        self._lost = self._capturing = False

    def _capture(self) -> None:
        """Make the capturing triggers before the first write: looking needs none."""
        if self._capturing:
            return
        self._lost = True  # Unless all of them are made: half of them would miss changes.
        journal.install_capture(self._connection)
        self._lost, self._capturing = False, True


def open_store(path: Path) -> Store:
    """Open a workspace for work; read-only where the file or folder may not be written.

    An older file is looked at through a migrated copy in memory and left byte for byte
    as it is.

    Raises:
        FileMissing, NotAWorkspace, NewerWorkspace, UnsafePlace: nothing was touched.
        Held, Damaged: somebody has it, or it cannot be read as it was written.
    """
    require_file(path)
    with world_faults(path):
        version = schema_version(path)
        if _recovered(path):
            version = schema_version(path)
        if version < SCHEMA_VERSION:
            return _older(path, version)
        if not may_write(path):
            return _checked(path, connect(path, mode="ro"), read_only=True)
        require_safe_place(path)
        try:
            connection = connect(path, mode="rw")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY:
                raise
            require_known_format(path)
            return _checked(path, connect(path, mode="ro"), read_only=True)
        store = _checked(path, connection, read_only=False)
    write_note(path)
    return store


def create_store(path: Path) -> Store:
    """Make a new, empty workspace file; the verb that calls writes the first entry.

    Raises:
        FileExists, FileMissing: nothing is ever replaced; the folder must be there.
        UnsafePlace, ReadOnlyWorkspace: a share, a removable disk, a protected folder.
        WorldFailed: no room or no right; nothing is left behind.
    """
    from reviewer_app.storage.migrations import migrate

    require_room_for_new(path)
    require_safe_place(path)
    with world_faults(path):
        try:
            connection = connect(path, mode="rwc")
            try:
                migrate(connection)
                store = Store(path, connection, read_only=False, older=None)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            remove_new(path)
            raise
    write_note(path)
    return store


def upgrade_store(path: Path, deed: journal.Deed) -> Store:
    """Migrate an older file in place, with its journal entry, and open it.

    All steps and the entry are one transaction. The caller has made a backup.

    Raises:
        OSError, ReviewerError: as `open_store`; the file is still the older one.
    """
    from reviewer_app.storage.migrations import migrate

    require_file(path)
    if not may_write(path):
        raise ReadOnlyWorkspace(path)
    require_safe_place(path)
    with world_faults(path):
        schema_version(path)
        connection = connect(path, mode="rw")
        try:
            journal.install_capture(connection)
            connection.execute("BEGIN IMMEDIATE")
            migrate(connection)
            require_sound_schema(connection, path)
            journal.append_entry(connection, deed, __version__)
            connection.execute("COMMIT")
        finally:
            connection.close()
    return open_store(path)


def _checked(path: Path, connection: sqlite3.Connection, *, read_only: bool) -> Store:
    """Make the store when the schema is ours and the first entry was written."""
    try:
        require_sound_schema(connection, path)
        _require_begun(connection, path)
        return Store(path, connection, read_only=read_only, older=None)
    except BaseException:
        connection.close()
        raise


def _require_begun(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose making was cut off before its first entry."""
    if journal.head_of(connection) == (0, ""):
        raise NotAWorkspace(path, empty=True)


def _recovered(path: Path) -> bool:
    """Let SQLite roll back what a crash left half written; say whether there was such.

    What the file is can be another thing afterwards: an older version, or nothing yet.
    """
    if not is_half_written(path):
        return False
    if may_write(path):
        connect(path, mode="rw").close()
    return True


def _older(path: Path, version: int) -> Store:
    """Copy into memory, migrate the copy; the file itself is not written."""
    from reviewer_app.storage.migrations import migrate

    copy = in_memory()
    try:
        original = connect(path, mode="ro")
        try:
            require_sound_schema(original, path)
            original.backup(copy)
        finally:
            original.close()
        migrate(copy)
        require_sound_schema(copy, path)
    except BaseException:
        copy.close()
        raise
    return Store(path, copy, read_only=True, older=version)
