"""What a start of the program loads, seen from a fresh interpreter."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import reviewer_app
from tests.architecture.files import ROOT

HEAVY = {
    "numpy",
    "docx",
    "lxml",
    "openpyxl",
    "reportlab",
    "sqlite_utils",
    "pandas",
    "pypdfium2",
    "PIL",
}
WINDOWS = {"PySide6", "shiboken6", "ui"}


def loaded_by(*modules: str) -> set[str]:
    """Import modules in a new process and give the top-level packages it then has."""
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *modules],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def core_modules() -> list[str]:
    """Name every module of the core."""
    found = pkgutil.walk_packages(reviewer_app.__path__, "reviewer_app.")
    return ["reviewer_app", *(module.name for module in found)]


def test_no_module_of_the_core_loads_windows() -> None:
    assert not loaded_by(*core_modules()) & WINDOWS


@pytest.mark.parametrize(
    "module",
    ["reviewer_app.__main__", "reviewer_app.cli", "reviewer_app.workspace"],
)
def test_starting_loads_nothing_heavy(module: str) -> None:
    assert not loaded_by(module) & HEAVY


def test_ranking_loads_nothing_heavy() -> None:
    found = loaded_by("reviewer_app.cli", "reviewer_app.workspace", "reviewer_app.queries.ranking")

    assert not found & HEAVY


def test_every_module_can_be_the_first_one_imported() -> None:
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for known in [key for key in sys.modules if key.startswith('reviewer_app')]:\n"
        "        del sys.modules[known]\n"
        "    importlib.import_module(name)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, *core_modules()],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_workbooks_are_read_and_written_without_lxml() -> None:
    code = "import reviewer_app, openpyxl; print(openpyxl.LXML, openpyxl.DEFUSEDXML)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.split() == ["False", "True"]


def test_the_rank_command_loads_nothing_heavy(tmp_path: Path) -> None:
    batch = str(tmp_path / "batch.review")
    program = [sys.executable, "-X", "importtime", "-m", "reviewer_app"]
    subprocess.run(
        [*program, "new", batch, "--title", "t"], cwd=ROOT, capture_output=True, check=True
    )

    done = subprocess.run(
        [*program, "rank", batch, "--json"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    names = (line.rpartition("|")[2].strip() for line in done.stderr.splitlines())
    assert not {name.partition(".")[0] for name in names} & (HEAVY | WINDOWS)
