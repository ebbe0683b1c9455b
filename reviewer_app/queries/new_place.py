"""Whether a new batch may be kept at a place, before anything is asked of the user."""

import errno
import os
from pathlib import Path

from reviewer_app.domain.errors import FileExists, FileMissing, NotWritable
from reviewer_app.storage.place import require_safe_place

ENDING = ".review"
_NOT_IN_NAMES = '<>:"/\\|?*'
_LONGEST = 80


def file_name(title: str) -> str:
    """Name the file of a batch by its title, with no sign a system would refuse.

    >>> file_name("2026年第一批 A/B")
    '2026年第一批 A_B.review'
    """
    kept = "".join("_" if sign in _NOT_IN_NAMES or ord(sign) < 32 else sign for sign in title)
    return (kept.strip(" .")[:_LONGEST] or "batch") + ENDING


def require_new_place(path: Path) -> None:
    """Refuse a file where no new batch can be kept.

    Raises:
        FileExists: one stands there, and is never replaced.
        UnsafePlace: a network share or a removable disk.
        FileMissing, NotWritable: the folder is not there, or takes no files.
    """
    if path.exists():
        raise FileExists(path)
    folder = path.parent
    if not folder.is_dir():
        raise FileMissing(folder)
    require_safe_place(path)
    if not os.access(folder, os.W_OK):
        raise NotWritable(folder, os.strerror(errno.EACCES))
