"""Of all programs that open a file at the same moment, one works and the others wait."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from reviewer_app.storage.store import open_store
from reviewer_app.storage.verification import verify_store
from tests.architecture.files import ROOT
from tests.storage.files import HEAVY, a_closed_file, a_deed, score_of

STARTS = 200 if HEAVY else 20


def crowd(path: Path) -> dict[str, int]:
    """Start many programs on one file and count what became of them."""
    command = [sys.executable, "-m", "tests.storage.crowd", str(path), str(STARTS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, int] = json.loads(done.stdout)
    return found


def cut_off(path: Path) -> None:
    """Leave a file as a kill in the middle of a big commit leaves it."""
    child = os.fork()
    if child == 0:
        store = open_store(path)
        with store.write(a_deed()):
            store.change("PRAGMA cache_size = 2")
            store.change("UPDATE score SET value = 7")
            rows = [(1, f"C{row:05}", 1) for row in range(20_000)]
            store.change_many("INSERT INTO score VALUES (?, ?, ?)", rows)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def test_exactly_one_of_many_starts_gets_the_file(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")

    found = crowd(path)

    assert found["writer"] == 1
    assert found.get("held", 0) + found.get("held by nobody", 0) == STARTS - 1


def test_exactly_one_gets_a_file_that_a_crash_left_half_written(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    cut_off(path)

    found = crowd(path)

    assert found["writer"] == 1
    assert found.get("held", 0) + found.get("held by nobody", 0) == STARTS - 1
    store = open_store(path)
    assert (score_of(store), verify_store(store).findings) == (1000, ())
    store.close()
