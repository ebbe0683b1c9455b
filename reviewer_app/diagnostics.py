"""The log of this PC, and what a report of a fault says."""

import faulthandler
import logging
import platform
import sys
from collections.abc import Sequence
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from reviewer_app import __version__

_SIZE, _KEPT = 1_000_000, 3
_LAST_FAULT = "fault.txt"

log = logging.getLogger("reviewer_app")
"""The program's own log; it holds no score and no name of an applicant."""


def begin_log(folder: Path) -> Path:
    """Write the log into a folder, a few files of a megabyte; give its file.

    Raises:
        OSError: the folder takes no file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "reviewer-app.log"
    handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.info("reviewer-app %s on Python %s", __version__, platform.python_version())
    return path


def end_log() -> None:
    """Close the files of the log."""
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def watch_for_faults(folder: Path) -> TextIO:
    """Let a fault of the interpreter itself leave its trace for the next start."""
    stream = (folder / _LAST_FAULT).open("w", encoding="utf-8")
    faulthandler.enable(stream)
    return stream


def last_fault(folder: Path) -> str:
    """Give what a fault of the last run left behind, empty when it ended well."""
    try:
        return (folder / _LAST_FAULT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def fault_report(trace: str, at: datetime, facts: Sequence[str] = ()) -> str:
    """Write what somebody needs to mend a fault; nothing of the batch is in it."""
    lines = (
        f"reviewer-app {__version__}, {at.isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"program: {sys.executable}",
        *facts,
        "",
        trace.rstrip(),
    )
    return "\n".join(lines) + "\n"
