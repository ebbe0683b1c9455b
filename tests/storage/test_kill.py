"""A program killed in the middle of writing has lost nothing it acknowledged."""

import random
import subprocess
import sys
import time
from pathlib import Path

from reviewer_app.storage.store import open_store
from reviewer_app.storage.verification import verify_store
from tests.architecture.files import ROOT
from tests.storage.files import HEAVY, patient, tell

KILLS = 1_000 if HEAVY else 100


def acknowledged_before_kill(path: Path, after: float) -> list[tuple[int, str]]:
    """Let a program write scores, kill it, and give what it had acknowledged."""
    command = [sys.executable, "-m", "tests.storage.writer", str(path), "1", "100000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(after)
        program.kill()
        lines = [first, *program.stdout.read().splitlines(keepends=True)]
    return [(int(line.split()[0]), line.split()[1]) for line in lines if line.endswith("\n")]


@patient
def test_no_acknowledged_score_is_lost_by_a_kill(tmp_path: Path) -> None:
    path, chance = tmp_path / "批次.review", random.Random(2)
    total = cut_off = 0
    for _ in range(KILLS):
        acknowledged = acknowledged_before_kill(path, chance.uniform(0, 0.05))
        total += len(acknowledged)
        rollback_file = path.with_name(path.name + "-journal")
        cut_off += rollback_file.exists() and rollback_file.stat().st_size > 0

        store = open_store(path)
        digests = {entry.seq: entry.digest for entry in store.entries()}
        outcome = verify_store(store)
        store.close()

        assert acknowledged
        assert [(seq, digests.get(seq)) for seq, _ in acknowledged] == acknowledged
        assert outcome.findings == ()
    tell(f"{KILLS} kills ({cut_off} inside a commit), {total} acknowledged scores, 0 lost")
