"""The store: one file, one connection, one writer."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from reviewer_app import __version__
from reviewer_app.domain.errors import (
    Damaged,
    FileExists,
    FileMissing,
    OlderWorkspace,
    ReadOnlyWorkspace,
    ReviewerError,
)
from reviewer_app.storage import journal
from reviewer_app.storage.connection import connect, in_memory, schema_version
from reviewer_app.storage.faults import world_faults
from reviewer_app.storage.holder import remove_note, write_note
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
        if not read_only:
            journal.install_capture(connection)

    @contextmanager
    def write(self, deed: journal.Deed) -> Iterator[None]:
        """Run the block as one transaction with one journal entry, or not at all.

        Raises:
            ReadOnlyWorkspace, OlderWorkspace: this store is only looked at.
            WorldFailed: disk full, storage gone, file held; nothing was written.
        """
        if self.older is not None:
            raise OlderWorkspace(self.path, found=self.older, known=SCHEMA_VERSION)
        if self.read_only:
            raise ReadOnlyWorkspace(self.path)
        with world_faults(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                entry = journal.append_entry(self._connection, deed, __version__)
                self._commit(entry)
            except BaseException:
                self._roll_back()
                raise
        self.last_entry = entry

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run a query and give all its rows."""
        with world_faults(self.path):
            return self._connection.execute(sql, tuple(parameters)).fetchall()

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Run a query and give its rows one by one."""
        with world_faults(self.path):
            yield from self._connection.execute(sql, tuple(parameters))

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Run a query and give its first row, None without one."""
        with world_faults(self.path):
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
        with world_faults(self.path):
            self._connection.execute(sql, tuple(parameters))

    def take_into_journal(self, table: str) -> None:
        """Journal rows of `table` that were written before capturing began."""
        columns = journal.columns_of(self._connection, table)
        key, image = journal.key_of(table, table), journal.image_of(columns, table)
        self.change(
            "INSERT INTO captured (table_name, row_key, before, after) "
            f"SELECT '{table}', {key}, NULL, {image} FROM {table} WHERE {key} NOT IN"
            f" (SELECT row_key FROM journal_change WHERE table_name = '{table}')"
        )

    def head(self) -> tuple[int, str]:
        """Give sequence and digest of the last journal entry."""
        with world_faults(self.path):
            return journal.head_of(self._connection)

    def entries(self, first: int = 1) -> list[journal.Entry]:
        """Read the journal from sequence `first` on."""
        with world_faults(self.path):
            return journal.entries(self._connection, first)

    def changes_of(self, seq: int) -> list[journal.RowChange]:
        """Read the row images of one entry."""
        with world_faults(self.path):
            return journal.changes_of(self._connection, seq)

    def columns_of(self, table: str) -> tuple[str, ...]:
        """Name the columns of a table."""
        with world_faults(self.path):
            return journal.columns_of(self._connection, table)

    def examine(self, look: Callable[[sqlite3.Connection], T]) -> T:
        """Let a module of this package look at the connection itself."""
        with world_faults(self.path):
            return look(self._connection)

    def copy_to(self, target: Path) -> None:
        """Write a compact, consistent copy to a new file (VACUUM INTO)."""
        with world_faults(target):
            self._connection.execute("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if not self.read_only:
            remove_note(self.path)

    def _commit(self, entry: journal.Entry) -> None:
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            # A failed COMMIT may be on disk all the same (reliability.md F16): look.
            self._reopen()
            if self.head() != (entry.seq, entry.digest):
                raise

    def _roll_back(self) -> None:
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._reopen()

    def _reopen(self) -> None:
        self._connection.close()
        self._connection = connect(self.path, mode="rw")
        journal.install_capture(self._connection)


def open_store(path: Path) -> Store:
    """Open a workspace for work; read-only where the file or folder may not be written.

    An older file is looked at through a migrated copy in memory and left byte for byte
    as it is.

    Raises:
        FileMissing, NotAWorkspace, NewerWorkspace, UnsafePlace: nothing was touched.
        Held, Damaged: somebody has it, or it cannot be read as it was written.
    """
    if not path.is_file():
        raise FileMissing(path)
    if not _may_write(path):
        return _read_only(path)
    require_safe_place(path)
    with world_faults(path):
        connection = connect(path, mode="rw")
    try:
        with world_faults(path):
            version = schema_version(connection, path)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        if version < SCHEMA_VERSION:
            return _older(path, connection, version)
        require_sound_schema(connection, path)
        store = Store(path, connection, read_only=False, older=None)
    except BaseException:
        connection.close()
        raise
    write_note(path)
    return store


def create_store(path: Path) -> Store:
    """Make a new, empty workspace file; the verb that calls writes the first entry.

    Raises:
        FileExists: nothing is ever replaced.
        UnsafePlace: a share or a removable disk.
    """
    from reviewer_app.storage.migrations import migrate

    if path.exists():
        raise FileExists(path)
    if not path.parent.is_dir():
        raise FileMissing(path.parent)
    require_safe_place(path)
    with world_faults(path):
        connection = connect(path, mode="rwc")
        migrate(connection)
        store = Store(path, connection, read_only=False, older=None)
    write_note(path)
    return store


def upgrade_store(path: Path) -> Store:
    """Migrate an older file in place and open it; the caller has made a backup."""
    from reviewer_app.storage.migrations import migrate

    with world_faults(path):
        connection = connect(path, mode="rw")
        try:
            schema_version(connection, path)
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            migrate(connection)
        finally:
            connection.close()
    return open_store(path)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _read_only(path: Path) -> Store:
    with world_faults(path):
        connection = connect(path, mode="ro")
        try:
            version = schema_version(connection, path)
            if version < SCHEMA_VERSION:
                return _older(path, connection, version)
            require_sound_schema(connection, path)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection, read_only=True, older=None)


def _older(path: Path, connection: sqlite3.Connection, version: int) -> Store:
    """Copy into memory, migrate the copy; the file itself is not written."""
    from reviewer_app.storage.migrations import migrate

    copy = in_memory()
    try:
        connection.backup(copy)
        connection.close()
        migrate(copy)
    except sqlite3.DatabaseError as error:
        copy.close()
        raise Damaged(path, str(error)) from error
    except ReviewerError:
        copy.close()
        raise
    return Store(path, copy, read_only=True, older=version)
