"""Every call to the disk may fail: nothing acknowledged is lost, and words are found."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.architecture.files import ROOT
from tests.storage.files import tell


def outcomes(compiler: str, folder: Path) -> list[list[Any]]:
    """Build the library that lets calls fail, and let a program live with it."""
    source, shim = ROOT / "tests" / "storage" / "failing_calls.c", folder / "failing.so"
    build = [compiler, "-shared", "-fPIC", "-O1", "-o", str(shim), str(source), "-ldl"]
    subprocess.run(build, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.faulty", str(shim), str(folder)],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_whichever_call_fails_no_acknowledged_score_is_lost(
    folder: Path, tool: Callable[[str], str]
) -> None:
    found = outcomes(tool("gcc"), folder)

    assert len(found) > 300
    assert [facts for facts in found if facts[4]] == []
    assert [facts for facts in found if any(said.startswith("!") for said in facts[3])] == []
    assert [facts for facts in found if facts[3][-1] != "ok"] == []
    once = [facts for facts in found if not facts[1]]
    assert [facts for facts in once if facts[3].count("ok") < 4] == []
    said = Counter(word for facts in found for word in facts[3])
    tell(f"{len(found)} failing calls: {dict(said)}, 0 lost")
