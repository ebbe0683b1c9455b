"""The frozen program is whole, works from anywhere, and is built the same twice."""

import filecmp
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.files import ROOT
from tests.benchmarks.batches import a_batch

SAME = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "1"}


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Freeze the program twice, in two folders."""
    made = []
    for name in ("one", "two"):
        folder = tmp_path_factory.mktemp(f"frozen-{name}")
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
        command += ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
        subprocess.run(
            [*command, "build.spec"],
            cwd=ROOT,
            env={**os.environ, **SAME, "PYINSTALLER_CONFIG_DIR": str(folder / "config")},
            check=True,
            capture_output=True,
        )
        made.append(folder / "dist" / "reviewer-app")
    return made[0], made[1]


def files(folder: Path) -> dict[str, Path]:
    """Every file below a folder by its place in it."""
    return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.timeout(900)
def test_two_builds_differ_in_no_file(
    builds: tuple[Path, Path], tool: Callable[[str], str]
) -> None:
    tool("objdump")
    one, two = map(files, builds)

    assert one.keys() == two.keys()
    assert [name for name in one if not filecmp.cmp(one[name], two[name], shallow=False)] == []


@pytest.mark.timeout(900)
def test_the_frozen_program_passes_its_self_check_from_elsewhere(
    builds: tuple[Path, Path], tmp_path: Path, tool: Callable[[str], str]
) -> None:
    tool("objdump")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    done = subprocess.run(
        [builds[0] / "reviewer-app", "self-check", "--lang", "en"],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "PDF files: ok" in done.stdout


@pytest.mark.timeout(900)
def test_the_frozen_program_writes_every_report_of_a_large_batch(
    builds: tuple[Path, Path], tmp_path: Path, tool: Callable[[str], str]
) -> None:
    tool("objdump")
    batch = tmp_path / "large.review"
    a_batch(batch, 100, 3).close()

    done = subprocess.run(
        [builds[0] / "reviewer-app", "report", batch, "--to", tmp_path / "to", "--lang", "en"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    written = {path.name for path in (tmp_path / "to").iterdir()}
    assert {"14-opinions.docx", "11-ranking.xlsx", "09-score-sheets.pdf"} <= written


@pytest.mark.timeout(900)
def test_it_carries_its_bill_of_materials_and_every_licence(
    builds: tuple[Path, Path], tool: Callable[[str], str]
) -> None:
    tool("objdump")
    inside = builds[0] / "_internal"

    bill = (inside / "SBOM.json").read_text(encoding="utf-8")

    assert '"name": "pyside6-essentials"' in bill
    assert (inside / "licences" / "reviewer-app.txt").stat().st_size > 10_000
    assert all(path.stat().st_size > 0 for path in (inside / "licences").iterdir())
    assert not list(inside.rglob("*QtNetwork*.so"))
