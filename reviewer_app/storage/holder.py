"""Who has a workspace open: a note beside the file, only to name the holder.

The lock itself is SQLite's; a stale note never keeps anybody out.
"""

import getpass
import json
import os
import platform
from pathlib import Path


def note_path(path: Path) -> Path:
    """Give the place of the note: a hidden file beside the workspace itself."""
    real = path.resolve()
    return real.with_name(f".{real.name}.holder")


def write_note(path: Path) -> None:
    """Say that this program holds `path`; a folder that refuses is no failure."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    note = {"user": user, "host": platform.node(), "process": os.getpid()}
    try:
        note_path(path).write_text(json.dumps(note), encoding="utf-8")
    except OSError:
        return


def remove_note(path: Path) -> None:
    """Take the note away when this program lets go."""
    try:
        note_path(path).unlink(missing_ok=True)
    except OSError:
        return


def holder_of(path: Path) -> str:
    """Name who holds `path` as "user@host (process 123)", "" where nobody said so."""
    try:
        note = json.loads(note_path(path).read_text(encoding="utf-8"))
        return f"{note['user']}@{note['host']} ({note['process']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
