"""A power cut at any moment loses nothing that was acknowledged and damages nothing."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer_app.domain.errors import FileMissing, NotAWorkspace, ReviewerError
from reviewer_app.storage.store import open_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import HEAVY, patient, tell
from tests.storage.power import Disk
from tests.storage.recording import Acknowledged, Operation, record

CUTS = 34_000 if HEAVY else 3_400
SEEDS = (20261124, 20261125, 20261126)


def recorded(tracer: str, tmp_path: Path) -> list[Operation]:
    """Let the real program make a file and write a hundred scores in four sessions."""
    work = tmp_path / "work"
    work.mkdir()
    arguments = ["-m", "tests.storage.writer", str(work / "w.review"), "4", "25"]
    return record(tracer, [sys.executable, *arguments], work, tmp_path / "calls")


def check(path: Path, promised: Acknowledged | None) -> str:
    """Open what is left; name what is wrong with it, "" for nothing."""
    try:
        store = open_store(path)
    except (FileMissing, NotAWorkspace):
        return "lost the file" if promised else ""
    except ReviewerError as error:
        return repr(error)
    outcome = verify_store(store)
    digests = {entry.seq: entry.digest for entry in store.entries()}
    store.close()
    if outcome.findings:
        return str(outcome.findings[0])
    if promised and digests.get(promised.sequence) != promised.digest:
        return f"lost #{promised.sequence}"
    return ""


@patient
@pytest.mark.parametrize("seed", SEEDS)
def test_no_power_cut_loses_an_acknowledged_score(
    tmp_path: Path, folder: Path, tool: Callable[[str], str], seed: int
) -> None:
    operations = recorded(tool("strace"), tmp_path)
    chance, disk = random.Random(seed), Disk()
    promised: Acknowledged | None = None
    wrong, cuts = [], 0
    share = CUTS / len(operations)

    for place, operation in enumerate(operations):
        disk.do(operation)
        if isinstance(operation, Acknowledged):
            promised = operation
        for _ in range(int(share) + (chance.random() < share % 1)):
            disk.cut(folder, chance)
            trouble = check(folder / "w.review", promised)
            wrong += [f"after operation {place}: {trouble}"] if trouble else []
            cuts += 1

    assert promised is not None
    assert cuts > CUTS * 0.9
    assert wrong == []
    tell(f"{cuts} cuts at {len(operations)} operations, {promised.sequence} entries, 0 lost")
