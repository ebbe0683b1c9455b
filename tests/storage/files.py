"""Workspace files for the tests of storage, and looks at them that owe nothing to it."""

import hashlib
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.storage.journal import Deed
from reviewer_app.storage.store import Store, open_store
from tests.builders import a_workspace, score_sheet, some_surroundings

HEAVY = os.environ.get("REVIEWER_HEAVY") == "1"
"""Whether the counts of a release are wanted instead of those of a day."""

patient = pytest.mark.timeout(7200 if HEAVY else 300)
"""For tests that count so many that a release takes long."""

Dump = dict[str, list[tuple[object, ...]]]


def a_closed_file(path: Path) -> Path:
    """Two applications, three reviewers, one submitted sheet; closed."""
    workspace = a_workspace(path)
    score_sheet(workspace, "P1", "R1", "10", "20")
    workspace.store.close()
    return path


def a_store(path: Path) -> Store:
    """The same, open."""
    return open_store(a_closed_file(path))


def a_deed(verb: str = "test", reason: str = "") -> Deed:
    """A deed of the secretary."""
    surroundings = some_surroundings()
    return Deed(verb, surroundings.actor, reason, surroundings.now().isoformat())


def set_score(store: Store, value: int) -> None:
    """Change the one score B1 of sheet 1 in an entry of its own."""
    with store.write(a_deed()):
        store.change("UPDATE score SET value = ? WHERE indicator = 'B1'", (value,))


def score_of(store: Store) -> int:
    """Read the score that `set_score` changes."""
    row = store.row("SELECT value FROM score WHERE indicator = 'B1'")
    assert row is not None
    return int(row[0])


def edit(path: Path, *statements: str) -> None:
    """Do what somebody with another database program could do."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)


def unprotected(path: Path, *statements: str) -> None:
    """Edit with the journal's triggers taken away and put back."""
    with closing(sqlite3.connect(path)) as other:
        protections = other.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
    drops = [f"DROP TRIGGER {name}" for name, _ in protections]
    edit(path, *drops, *statements, *(sql for _, sql in protections))


def dump(path: Path) -> Dump:
    """Read every row of every table with plain SQLite, past all indexes."""
    uri = f"file:{path}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as other:
        names = [
            row[0]
            for row in other.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        return {name: list(other.execute(f'SELECT * FROM "{name}" NOT INDEXED')) for name in names}


def fingerprint(path: Path) -> tuple[str, int, list[str]]:
    """Give what must not change when a file is refused: bytes, time, neighbours."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return digest, path.stat().st_mtime_ns, sorted(item.name for item in path.parent.iterdir())


def tell(figures: str) -> None:
    """Say what a test counted, to be read with `pytest -s`."""
    sys.stderr.write(f"\n{figures}\n")


def fast_folder(fallback: Path) -> Path:
    """Give a folder in memory where there is one: flushing costs nothing there."""
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else fallback
