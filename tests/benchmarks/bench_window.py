"""From spawn to the first painted frame, beside an empty QMainWindow in the same run.

Goal 1 of the paper on speed: the ranking of 1,000 applications within 1.25 times.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import ROOT, Pair, compared, elapsed, note, options, show

RANKING = 1.25


def frame(*arguments: str) -> None:
    """Start a process that ends with its first frame."""
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_frame", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def shown(path: Path, place: str) -> Callable[[], None]:
    """Give the start at a place of a workspace as work to time."""
    return partial(frame, str(path), place)


def main() -> None:
    """Print the table."""
    chosen = options(__doc__)
    size, reviewers = (3, 2) if chosen.quick else (1000, 7)
    with folder() as place:
        path = place / "batch.review"
        a_batch(path, size, reviewers).close()
        empty = partial(frame, "empty")
        pairs = (
            Pair("start page / empty window", partial(frame, "start"), empty),
            Pair("overview / empty window", shown(path, "overview"), empty),
            Pair("applications / empty window", shown(path, "applications"), empty),
            Pair("results / empty window", shown(path, "results"), empty, RANKING),
            Pair(
                "results / view of as many rows",
                shown(path, "results"),
                partial(frame, "table", str(size)),
            ),
        )
        frame("start")
        lines = [compared(pair, 2 * chosen.rounds, clock=elapsed) for pair in pairs]
        show(f"first frame, {size} applications x {reviewers} reviewers", lines)
        note("an open batch is opened, proved and signed in to within the same time")


if __name__ == "__main__":
    main()
