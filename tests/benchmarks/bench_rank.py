"""Ranking beside fetching the same score rows with sqlite3 alone.

Floor: `SELECT sheet_id, indicator, value FROM score` on a plain connection, fetchall. The
goal speaks of pandas.read_sql, which this program does not have: reading into a frame was
measured at 1.29 times fetchall with conversion, so <= 0.10 of it is <= 0.13 of the floor.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from reviewer_app.i18n import translator
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.ranking_json import ranking_document
from reviewer_app.workspace import Workspace, open_workspace
from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import (
    ROOT,
    Line,
    Pair,
    compared,
    note,
    options,
    own_peak,
    peak_mib,
    show,
)
from tests.builders import some_surroundings

OF_FETCHALL = 0.13
"""0.10 of pandas.read_sql."""

SCORES = "SELECT sheet_id, indicator, value FROM score"


def fetch(path: Path) -> list[tuple[int, str, int]]:
    """Fetch every score the plain way."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(SCORES).fetchall()
    finally:
        connection.close()


def run(*arguments: str) -> None:
    """Run a program and forget what it says."""
    subprocess.run(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def command(path: Path, *arguments: str) -> Callable[[], None]:
    """Give the `rank` command on a workspace as work to time."""
    return partial(run, sys.executable, "-m", "reviewer_app", "rank", str(path), *arguments)


def floor_command(path: Path) -> Callable[[], None]:
    """Give a process that fetches the rows and no more."""
    code = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        f"connection.execute('{SCORES}').fetchall()\n"
    )
    return partial(run, sys.executable, "-c", code, str(path))


def bench(place: Path, size: int, reviewers: int, rounds: int) -> None:
    """Print the table of one size."""
    path = place / f"{size}.review"
    a_batch(path, size, reviewers).close()
    lines = in_process(path, rounds)
    for arguments in ((), ("--json",)):
        name = " ".join(("command rank", *arguments))
        command(path)()
        lines.append(compared(Pair(name, command(path, *arguments), floor_command(path)), rounds))
    show(f"rank, {size} applications x {reviewers} reviewers x 22 indicators", lines)
    note(f"goal: {OF_FETCHALL} of fetchall is 0.10 of pandas.read_sql by its known relation")
    memory = [
        Line(name, ours - opened, fetched - opened, (ours - opened) / (fetched - opened), None)
        for opened, fetched in [(peak(path, "open"), peak(path, "fetch"))]
        for name, ours in [("ranking", peak(path, "rank")), ("as JSON", peak(path, "json"))]
    ]
    show("memory above an opened workspace", memory, unit="MiB", scale=1)


def in_process(path: Path, rounds: int) -> list[Line]:
    """Time the queries, then one edit with the batch ranked again."""
    workspace = open_workspace(path, some_surroundings())
    try:
        ranked = ranking(workspace)
        words = translator("zh_CN")
        floor = partial(fetch_shared, workspace)
        pairs = (
            Pair("ranking(workspace)", lambda: ranking(workspace), floor, OF_FETCHALL),
            Pair("ranking_document", lambda: ranking_document(ranked, words), floor),
            Pair(
                "json.dumps of it",
                partial(json.dumps, ranking_document(ranked, words), ensure_ascii=False),
                floor,
            ),
        )
        return [compared(pair, rounds) for pair in pairs]
    finally:
        workspace.close()


def fetch_shared(workspace: Workspace) -> object:
    """Fetch the rows on the workspace's own connection, which holds the file."""
    return workspace.store.rows(SCORES)


def peak(path: Path, what: str) -> float:
    """Give the peak memory of a process that does `what` with the workspace."""
    return peak_mib("tests.benchmarks.bench_rank", "--child", what, str(path))


def child(what: str, path: Path) -> None:
    """Do one thing and print the peak memory."""
    workspace = open_workspace(path, some_surroundings())
    kept: object = None
    if what == "fetch":
        kept = fetch_shared(workspace)
    elif what in ("rank", "json"):
        ranked = ranking(workspace)
        kept = ranking_document(ranked, translator("zh_CN")) if what == "json" else ranked
    sys.stdout.write(f"{own_peak()}\n")
    del kept
    workspace.close()


def main() -> None:
    """Print the tables of both sizes."""
    chosen = options(__doc__)
    sizes = ((20, 3),) if chosen.quick else ((1_000, 15), (10_000, 15))
    for size, reviewers in sizes:
        with folder() as place:
            bench(place, size, reviewers, chosen.rounds)


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[-2], Path(sys.argv[-1]))
    else:
        main()
