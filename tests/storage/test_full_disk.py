"""A full disk costs nothing that was acknowledged, is told in words, and can be mended."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.files import ROOT


def filled(folder: Path, *limit: str) -> dict[str, Any]:
    """Let a program fill the folder and give what it met."""
    command = [sys.executable, "-m", "tests.storage.filling", str(folder), *limit]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, where this process may mount one."""
    point = tmp_path / "disk"
    point.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(point)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a disk here; the limited file below stands in for it")
    yield point
    subprocess.run(["umount", str(point)], check=True)


def test_a_full_disk_loses_nothing_and_is_told_with_its_free_space(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(200_000))

    found = filled(small_disk)

    assert found["error"] == "DiskFull"
    assert "已满" in found["said"]
    assert found["kept"] == [found["done"]]
    assert found["done"] > 5
    assert found["left"] == "ballast", "no half backup, no half new file"
    assert found["passed"], "after room was made"


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    found = filled(tmp_path, "500000")

    assert found["error"] == "StorageGone"
    assert found["said"]
    assert found["kept"] == [found["done"]]
    assert found["done"] > 5
    assert found["passed"], "after the limit was lifted"
