"""SQLite's and the system's errors, sorted by whose fault they are.

The world's faults become `WorldFailed` leaves; anything else is a bug and passes.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer_app.domain.errors import (
    Damaged,
    DiskFull,
    Held,
    NotAWorkspace,
    ReadOnlyWorkspace,
    ReviewerError,
    StorageGone,
)
from reviewer_app.storage.holder import holder_of


def translated(error: sqlite3.Error, path: Path) -> ReviewerError | None:
    """Give our error for a fault of the world, None for a bug of ours."""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if str(error).startswith("Could not decode to UTF-8"):
        return Damaged(path, str(error))
    match primary:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path, free_bytes(path))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Held(path, holder_of(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnlyWorkspace(path)
        case sqlite3.SQLITE_CORRUPT:
            return Damaged(path, str(error))
        case sqlite3.SQLITE_NOTADB:
            return NotAWorkspace(path, empty=False)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return StorageGone(path, str(error))
        case _:
            return None


@contextmanager
def world_faults(path: Path) -> Iterator[None]:
    """Turn the world's faults inside the block into `WorldFailed`."""
    try:
        yield
    except sqlite3.Error as error:
        ours = translated(error, path)
        if ours is None:
            raise
        raise ours from error
    except UnicodeDecodeError as error:
        # Python's sqlite3 decodes SQLite's messages, and they quote the damaged file.
        raise Damaged(path, error.reason) from error


def free_bytes(path: Path) -> int:
    """Give the free space beside `path`, 0 where the disk does not answer."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return 0
