"""The tools that read the code find nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.files import ROOT


def run(name: str, *arguments: str) -> str:
    """Run a tool of this environment in the project and give all it said."""
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    assert program, f"{name} is not installed beside {sys.executable}"
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


def test_ruff_has_nothing_to_say() -> None:
    assert run("ruff", "check", "--output-format", "concise", ".") == "All checks passed!\n"


def test_the_code_is_formatted() -> None:
    said = run("ruff", "format", "--check", ".")

    assert said.endswith("files already formatted\n"), said


def test_every_type_is_sound() -> None:
    said = run("mypy", "--strict", "--no-incremental")

    assert said.startswith("Success: no issues found"), said


def test_the_import_contracts_are_kept() -> None:
    said = run("lint-imports", "--no-cache")

    assert "kept, 0 broken." in said, said
