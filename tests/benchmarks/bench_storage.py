"""A durable score through the store, beside the same rows written by sqlite3 alone.

Floors: raw sqlite3 in the same journal mode and settings, on the same file, that writes
the same rows by hand, journal entry and digest included, without capturing, protections or
checks; and 4 KiB in place with fdatasync, the least a durable change can cost. Times are on
the wall, since a commit waits for the disk. The flushes are counted by the tracer.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

from reviewer_app.storage.connection import connect
from reviewer_app.storage.journal import Deed
from reviewer_app.storage.schema import SCHEMA_VERSION
from reviewer_app.storage.store import Store, open_store
from reviewer_app.storage.verification import verify_store
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workspace import Workspace, open_workspace
from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import ROOT, Pair, compared, elapsed, note, options, show
from tests.builders import some_surroundings

_SCORE = "SELECT sheet_id, indicator FROM score ORDER BY sheet_id, indicator LIMIT 1000"
AT = "2026-11-24T09:00:00.000+08:00"


class Raw:
    """The same writes without any layer: what the store's commit is measured against."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path, mode="rw")
        names = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for (name,) in names:
            self._connection.execute(f"DROP TRIGGER {name}")
        self._keys = self._connection.execute(_SCORE).fetchall()
        self._turn = count()
        self.close = self._connection.close

    def score(self) -> None:
        """Change one score with its journal entry."""
        turn, execute = next(self._turn), self._connection.execute
        sheet, code = self._keys[turn * 37 % len(self._keys)]
        execute("BEGIN IMMEDIATE")
        [old] = execute(
            "SELECT value FROM score WHERE sheet_id = ? AND indicator = ?", (sheet, code)
        ).fetchone()
        value = turn % 9 * 50
        execute(
            "UPDATE score SET value = ? WHERE sheet_id = ? AND indicator = ?",
            (value, sheet, code),
        )
        seq, prev = execute("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        head = (seq + 1, AT, "王干事", "secretary", "give_score", "", "0.1.0", 1)
        before = {"sheet_id": sheet, "indicator": code, "value": old}
        change = (
            1,
            "score",
            _text([sheet, code]),
            _text(before),
            _text({**before, "value": value}),
        )
        digest = sha256(f"{prev}{_text(head)}\n{_text(change)}\n".encode()).hexdigest()
        execute("INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?)", (seq + 1, *change))
        execute(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (seq + 1, prev, *head[1:], digest),
        )
        execute("COMMIT")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Ours:
    """The same change through the store."""

    def __init__(self, path: Path) -> None:
        self._store: Store = open_store(path)
        self._keys = self._store.rows(_SCORE)
        self._turn = count()
        self._actor = some_surroundings().actor
        self.close = self._store.close

    def score(self) -> None:
        """Change one score in an entry of its own."""
        turn = next(self._turn)
        key = self._keys[turn * 37 % len(self._keys)]
        with self._store.write(Deed("give_score", self._actor, "", AT)):
            self._store.change(
                "UPDATE score SET value = ? WHERE sheet_id = ? AND indicator = ?",
                (turn % 9 * 50, *key),
            )


class Verb:
    """The same through `give_score`, which also finds, checks and freezes."""

    def __init__(self, path: Path, size: int, reviewers: int) -> None:
        self._workspace: Workspace = open_workspace(path, some_surroundings())
        store, actor = self._workspace.store, self._workspace.actor
        with store.write(Deed("reopen", actor, "", AT)):
            store.change("UPDATE sheet SET state = 'draft'")
        self._codes = [item.code for item in self._workspace.scheme().on_sheet]
        self._size, self._reviewers = size, reviewers
        self._turn = count()
        self.close = self._workspace.close

    def score(self) -> None:
        """Give another half point to somebody."""
        turn = next(self._turn)
        give_score(
            self._workspace,
            application=f"XM-2026-{turn % self._size + 1:05d}",
            reviewer=f"R{turn % self._reviewers + 1}",
            indicator=self._codes[0],
            value=Fraction(1 + turn // 7 % 2, 2),
        )


def flush_alone(file: int) -> None:
    """Write 4 KiB in place and flush them."""
    os.pwrite(file, os.urandom(4096), 0)
    os.fdatasync(file)


def repeated(work: Callable[[], None], times: int) -> Callable[[], None]:
    """Do it many times, so that one slow flush decides nothing."""

    def run() -> None:
        for _ in range(times):
            work()

    return run


def flushes(source: Path, path: Path, kind: str, writes: int) -> int:
    """Count the flushes of `writes` scores: all of a run, less those of a shorter one."""
    counted = []
    for number in (2, 2 + writes):
        shutil.copy(source, path)
        command = ["strace", "-f", "-e", "trace=fdatasync,fsync", "-o", str(path) + ".calls"]
        command += [sys.executable, "-m", "tests.benchmarks.bench_storage", "--write", kind]
        subprocess.run([*command, str(path), str(number)], cwd=ROOT, check=True)
        calls = Path(str(path) + ".calls").read_text(encoding="ascii")
        counted.append(calls.count("fdatasync(") + calls.count("fsync("))
    return counted[1] - counted[0]


def write_only(kind: str, path: Path, number: int) -> None:
    """Be the program whose flushes are counted."""
    way = Raw(path) if kind == "raw" else Ours(path)
    repeated(way.score, number)()
    way.close()


def commits(place: Path, source: Path, size: int, reviewers: int, times: int) -> list[Pair]:
    """Pair the ways to write one score, each on a copy of its own."""
    for name in ("ours", "raw", "verb"):
        shutil.copy(source, place / f"{name}.review")
    ours, raw = Ours(place / "ours.review"), Raw(place / "raw.review")
    verb = Verb(place / "verb.review", size, reviewers)
    file = os.open(place / "flushed", os.O_RDWR | os.O_CREAT)
    os.pwrite(file, bytes(4096), 0)
    flush = repeated(partial(flush_alone, file), times)
    by_hand = repeated(raw.score, times)
    return [
        Pair("Store.write / raw sqlite3, same rows", repeated(ours.score, times), by_hand, 1.25),
        Pair("give_score / raw sqlite3, same rows", repeated(verb.score, times), by_hand),
        Pair("Store.write / 4 KiB fdatasync", repeated(ours.score, times), flush),
    ]


def whole_file(path: Path) -> Pair:
    """Pair verifying with SQLite's own check of the structure, which it contains."""
    store = open_store(path)
    plain = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    return Pair(
        "verify_store / integrity_check",
        lambda: verify_store(store),
        lambda: plain.execute("PRAGMA integrity_check").fetchall(),
    )


def main() -> None:
    """Print commits, whole-file checks and flush counts."""
    if "--write" in sys.argv:
        kind, path, number = sys.argv[2:5]
        write_only(kind, Path(path), int(number))
        return
    chosen = options(__doc__)
    size, reviewers, times = (4, 2, 5) if chosen.quick else (1000, 15, 200)
    with folder() as place:
        source = place / "batch.review"
        a_batch(source, size, reviewers).close()
        scale = 1_000_000 / times
        lines = [
            compared(pair, chosen.rounds, clock=elapsed)
            for pair in commits(place, source, size, reviewers, times)
        ]
        rows = size * reviewers * 11
        show(f"one durable score among {rows}, each of {times}", lines, unit="us", scale=scale)
        for kind in ("ours", "raw") if shutil.which("strace") else ():
            found = flushes(source, place / "counted.review", kind, 20)
            note(f"{kind}: {found} flushes for 20 scores")
        line = compared(whole_file(source), min(chosen.rounds, 3), clock=elapsed)
        show(f"the whole file, schema {SCHEMA_VERSION}", [line])


if __name__ == "__main__":
    main()
