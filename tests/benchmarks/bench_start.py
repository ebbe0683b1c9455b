"""The start of `rank`, from spawn to exit, beside starts of Python that do less.

Floors: `python -c pass`, and a Python that imports what no start of ours can do without
(click, sqlite3, json). The batch is the size of a real one, so the rest is our imports.
"""

import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import ROOT, Pair, compared, elapsed, note, options, show

OURS = "reviewer_app"


def start(*arguments: str) -> str:
    """Start Python, wait for its end and give what it said on stderr."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stderr


def dearest(path: Path, count: int) -> list[str]:
    """Name the modules whose own import takes longest, in milliseconds."""
    said = start("-X", "importtime", "-m", OURS, "rank", str(path), "--json")
    rows = [line.removeprefix("import time:").split("|") for line in said.splitlines()]
    found = [(int(row[0]), row[2].strip()) for row in rows if len(row) == 3 and "us" not in row[0]]
    return [f"{name} {own / 1000:.1f}" for own, name in sorted(found, reverse=True)[:count]]


def main() -> None:
    """Print the table, then the dearest imports."""
    chosen = options(__doc__)
    size, reviewers = (3, 2) if chosen.quick else (24, 7)
    with folder() as place:
        path = place / "batch.review"
        a_batch(path, size, reviewers).close()
        rank = partial(start, "-m", OURS, "rank", str(path), "--json")
        version = partial(start, "-m", OURS, "--version")
        bare = partial(start, "-c", "pass")
        needed = partial(start, "-c", "import click, sqlite3, json")
        pairs = (
            Pair("rank --json / python -c pass", rank, bare),
            Pair("rank --json / python with click, sqlite3, json", rank, needed),
            Pair("--version / python with click, sqlite3, json", version, needed),
        )
        rank()
        lines = [compared(pair, 3 * chosen.rounds, clock=elapsed) for pair in pairs]
        show(f"start, {size} applications x {reviewers} reviewers", lines)
        note("dearest imports, ms of their own: " + ", ".join(dearest(path, 6)))


if __name__ == "__main__":
    main()
