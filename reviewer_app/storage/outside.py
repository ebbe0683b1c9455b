"""A workspace file seen from outside: there, the same, writable, left half written?"""

import os
from contextlib import suppress
from pathlib import Path

from reviewer_app.domain.errors import (
    FileExists,
    FileMissing,
    NotAWorkspace,
    ReadOnlyWorkspace,
    StorageGone,
)


def identity(path: Path) -> tuple[int, int] | None:
    """Tell one file from another; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def rollback_file(path: Path) -> Path:
    """Give the place of SQLite's rollback journal, beside the file a link leads to."""
    real = path.resolve()
    return real.with_name(real.name + "-journal")


def is_half_written(path: Path) -> bool:
    """Say whether a crash left something to roll back, or somebody is writing now."""
    beside = rollback_file(path)
    return beside.is_file() and beside.stat().st_size > 0


def may_write(path: Path) -> bool:
    """Say whether file and folder may be written."""
    real = path.resolve()
    return os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)


def require_file(path: Path) -> None:
    """Refuse what is no file.

    Raises:
        FileMissing, NotAWorkspace: nothing there, or a folder.
        StorageGone: the disk does not say.
    """
    try:
        if path.is_file():
            return
        there = path.exists()
    except OSError as error:
        raise StorageGone(path, error.strerror or str(error)) from error
    if there:
        raise NotAWorkspace(path, empty=False)
    raise FileMissing(path)


def require_room_for_new(path: Path) -> None:
    """Refuse to make a file where one is, or where none may be.

    Raises:
        FileExists, FileMissing, ReadOnlyWorkspace: the last two name the folder's fault.
    """
    if path.exists() or path.is_symlink():
        raise FileExists(path)
    if not path.parent.is_dir():
        raise FileMissing(path.parent)
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyWorkspace(path)


def remove_new(path: Path) -> None:
    """Take away a file whose making failed."""
    for name in (path.name, path.name + "-journal"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)
