"""Verified backups: a copy that was opened and checked before it counts as one.

Schedule and thinning: reliability.md 1.4.
"""

import errno
import filecmp
import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from reviewer_app.domain.errors import (
    Damaged,
    DiskFull,
    FileMissing,
    NotWritable,
    StorageGone,
    WorldFailed,
)
from reviewer_app.storage.faults import free_bytes
from reviewer_app.storage.store import Store
from reviewer_app.storage.verification import verify_file

_STAMP = "%Y%m%dT%H%M%S"
_EVERY = timedelta(minutes=30)
_LONGEST = 180
_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Backup:
    """A kept copy: when it was made and up to which journal sequence it goes."""

    path: Path
    at: datetime
    sequence: int


def make_backup(store: Store, folder: Path, name: str, now: datetime) -> Backup:
    """Copy the workspace into `folder`, verify the copy, only then give it its name.

    Raises:
        DiskFull, StorageGone: nothing half written is left.
        Damaged: the copy did not pass; it is removed.
    """
    head = store.head()
    # Local time, because people choose a backup by its name.
    stamp = now.astimezone().strftime(_STAMP)
    target = folder / f"{_shortened(name)}-{stamp}-{head[0]}.review"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove(part)
        store.copy_to(part)
        _require_same(part, store, head[1])
        _sync(part)
        part.replace(target)
        _sync(folder)
    except OSError as error:
        raise _ours(error, folder) from error
    finally:
        _remove(part)
    return Backup(target, now, head[0])


def keep_elsewhere(made: Backup, folder: Path) -> None:
    """Copy a backup to a second disk, compare, and keep the last three there.

    The folder around `folder` must be there: a disk that is not plugged in is not made up.

    Raises:
        DiskFull, StorageGone: nothing half written is left.
    """
    target = folder / made.path.name
    part = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        shutil.copyfile(made.path, part)
        _sync(part)
        if not filecmp.cmp(made.path, part, shallow=False):
            raise StorageGone(part, os.strerror(errno.EIO))
        part.replace(target)
        _sync(folder)
        for older in backups_in(folder)[:-_ELSEWHERE]:
            older.path.unlink()
    except OSError as error:
        raise _ours(error, folder) from error
    finally:
        _remove(part)


def _shortened(name: str) -> str:
    """Cut a name so that the stamp still fits into 255 bytes."""
    return name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")


def _require_same(copy: Path, store: Store, digest: str) -> None:
    outcome = verify_file(copy)
    if not outcome.passed:
        finding = outcome.findings[0]
        raise Damaged(store.path, f"{finding.kind.value} {finding.place}".strip())
    if outcome.head != digest:
        raise Damaged(store.path, outcome.head)


def _remove(part: Path) -> None:
    """Take away what is left of an attempt; a disk that is gone keeps its rest."""
    for path in (part, part.with_name(part.name + "-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _ours(error: OSError, folder: Path) -> WorldFailed:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(folder, free_bytes(folder))
    return StorageGone(folder, error.strerror or str(error))


def _sync(path: Path) -> None:
    """Flush a file or, where the system knows how, a folder."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def backups_in(folder: Path) -> list[Backup]:
    """List the backups in a folder, oldest first."""
    found = []
    for path in folder.glob("*.review") if folder.is_dir() else ():
        parts = path.stem.rsplit("-", 2)
        try:
            stamp = datetime.strptime(parts[1], _STAMP).astimezone()
            found.append(Backup(path, stamp, int(parts[2])))
        except (ValueError, IndexError):
            continue
    return sorted(found, key=lambda item: (item.at, item.sequence))


def is_due(store: Store, folder: Path, now: datetime) -> bool:
    """Say whether 30 minutes of change lie after the last backup.

    A clock that was set back counts as time passed.
    """
    sequence, _ = store.head()
    present = backups_in(folder)
    if not present:
        return sequence > 0
    last = present[-1]
    return last.sequence != sequence and abs(now - last.at) >= _EVERY


def thin_out(folder: Path, now: datetime, spared: Collection[str] = ()) -> None:
    """Keep two days whole, then twelve daily, then ten weekly; delete the others.

    `spared` are names of files that stay for good: the copies that were sealed.
    """
    for item in superfluous(backups_in(folder), now):
        if item.path.name in spared:
            continue
        with suppress(OSError):
            item.path.unlink(missing_ok=True)


def superfluous(backups: list[Backup], now: datetime) -> list[Backup]:
    """Choose what may go: the last of a day or week is the one that stays."""
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    older = [item for item in backups if now - item.at > timedelta(days=2)]
    for item in older:
        days[item.at.date()] = item
        weeks[item.at.isocalendar()[:2]] = item
    kept = {item.path for item in sorted(days.values(), key=lambda i: i.at)[-12:]}
    kept |= {item.path for item in sorted(weeks.values(), key=lambda i: i.at)[-10:]}
    return [item for item in older if item.path not in kept]


def require_folder(folder: Path) -> None:
    """Refuse a target that is no folder, or takes no files.

    Raises:
        FileMissing: nothing is there.
        NotWritable: a file is there, or a folder of somebody else.
    """
    if not folder.exists():
        raise FileMissing(folder)
    if not folder.is_dir():
        raise NotWritable(folder, os.strerror(errno.ENOTDIR))
    if not os.access(folder, os.W_OK):
        raise NotWritable(folder, os.strerror(errno.EACCES))
