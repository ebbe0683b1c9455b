"""A program of its own that writes scores and prints each one the store acknowledged.

python -m tests.storage.writer FILE SESSIONS SCORES
"""

import itertools
import os
import sys
from fractions import Fraction
from pathlib import Path

from reviewer_app.workflow.give_score import give_score
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import a_workspace, some_surroundings


def write_scores(workspace: Workspace, count: int) -> None:
    """Give `count` scores, none equal to the one before it in its place."""
    begun = workspace.store.head()[0]
    places = itertools.cycle(itertools.product(("P1", "P2"), ("R1", "R2", "R3"), ("B1", "B2")))
    for turn, (application, reviewer, indicator) in zip(range(count), places, strict=False):
        value = Fraction((begun + turn) % 90, 2)
        give_score(
            workspace, application=application, reviewer=reviewer, indicator=indicator, value=value
        )
        entry = workspace.store.last_entry
        assert entry is not None
        acknowledge(entry.seq, entry.digest)


def acknowledge(sequence: int, digest: str) -> None:
    """Say in one system call that an entry is safe."""
    os.write(1, f"{sequence} {digest}\n".encode("ascii"))


def main(path: Path, sessions: int, scores: int) -> None:
    """Make the file where it is missing, then open, score and close it in turn."""
    if not path.exists():
        workspace = a_workspace(path)
        acknowledge(*workspace.store.head())
        workspace.store.close()
    for _ in range(sessions):
        workspace = open_workspace(path, some_surroundings())
        write_scores(workspace, scores)
        workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
