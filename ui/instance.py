"""One running program a user: a second start raises the window of the first.

By a lock file and a watched folder; there is no socket in this program.
"""

import json
import os
import uuid
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_LOCK = "program.lock"
_WISHES = "wishes"


class Instance(QObject):
    """The first start of the program.

    Signals:
        called: another start wants this window; the workspace it named, or "".
    """

    called = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wishes = folder / _WISHES
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        with suppress(OSError):
            self._wishes.mkdir(parents=True, exist_ok=True)

    def is_first(self) -> bool:
        """Take the lock; False when a running program has it."""
        if not self._lock.tryLock(0):
            return False
        for wish in self._wishes.glob("*.wish"):
            with suppress(OSError):
                wish.unlink()
        self._watcher = QFileSystemWatcher([str(self._wishes)], self)
        self._watcher.directoryChanged.connect(self._look)
        return True

    def call(self, workspace: Path | None) -> None:
        """Ask the running program to come to the front, with a workspace."""
        name = str(workspace.resolve()) if workspace else ""
        half = self._wishes / f"{os.getpid()}-{uuid.uuid4()}"
        half.write_text(json.dumps(name), encoding="utf-8")
        half.rename(half.with_suffix(".wish"))

    def end(self) -> None:
        """Let go of the lock."""
        self._lock.unlock()

    def _look(self) -> None:
        for wish in sorted(self._wishes.glob("*.wish")):
            with suppress(OSError, ValueError):
                name = json.loads(wish.read_text(encoding="utf-8"))
                wish.unlink()
                self.called.emit(str(name))
