"""Every benchmark still runs and prints ratios; none fails on a time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measuring import ROOT

SCRIPTS = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
RATIO = re.compile(r"\d+\.\d\d +\d+\.\d\d +\d+\.\d\d")


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_quick_run_prints_ratios(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}", "--quick"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert RATIO.search(done.stdout), done.stdout
