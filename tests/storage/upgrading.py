"""A program of its own that upgrades a file and is killed at each statement in turn.

python -m tests.storage.upgrading OLD FOLDER; prints one JSON line for each kill: the
statement it did not reach the end of, the version found afterwards, and what is wrong.
"""

import json
import os
import signal
import sqlite3
import sys
from pathlib import Path

import reviewer_app.storage.store as module
from reviewer_app.storage.connection import connect
from reviewer_app.storage.store import open_store, upgrade_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import a_deed, score_of

_DONE = 7


def upgrade_until(path: Path, last: int) -> None:
    """Upgrade, and be gone when statement number `last` begins."""
    begun = 0

    def count(_: str) -> None:
        nonlocal begun
        begun += 1
        if begun == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(target: Path, *, mode: str) -> sqlite3.Connection:
        connection = connect(target, mode=mode)
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 5")
        connection.set_trace_callback(count)
        return connection

    vars(module)["connect"] = traced
    upgrade_store(path, a_deed("upgrade"))


def state(path: Path) -> tuple[int, list[str]]:
    """Give the version found, present ones as 0, and what is wrong with the file."""
    store = open_store(path)
    wrong = [str(finding) for finding in verify_store(store).findings]
    wrong += [] if score_of(store) == 1000 else ["another score"]
    verb = store.entries()[-1].verb
    wrong += [] if (store.older is None) == (verb == "upgrade") else [f"last is {verb}"]
    store.close()
    return store.older or 0, wrong


def main(old: Path, folder: Path) -> None:
    """Kill at the 1st, 2nd, ... statement until the upgrade comes to its end."""
    status = last = 0
    while not (os.WIFEXITED(status) and os.WEXITSTATUS(status) == _DONE):
        last += 1
        path = folder / "w.review"
        path.write_bytes(old.read_bytes())
        child = os.fork()
        if child == 0:
            upgrade_until(path, last)
            os._exit(_DONE)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(json.dumps([last, *state(path)]) + "\n")
        for left in folder.iterdir():
            left.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
