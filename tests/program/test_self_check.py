"""`self-check` says line by line whether an installation is whole and works."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer_app.cli import self_check
from reviewer_app.domain.errors import DiskFull
from reviewer_app.importing.scheme_file import bundled_scheme
from tests.architecture.files import ROOT
from tests.builders import some_surroundings
from tests.program.commands import run


def test_a_whole_installation_passes_every_check() -> None:
    outcome = run("self-check", lang="en")

    assert outcome.status == 0, outcome.out
    lines = outcome.out.splitlines()
    assert len(lines) == len(self_check.CHECKS)
    assert all(": ok (" in line for line in lines)


def test_it_names_the_digest_of_each_scheme() -> None:
    assert bundled_scheme("measure-5").digest[:12] in run("self-check").out


def test_it_works_from_any_directory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reviewer_app", "self-check", "--lang", "zh_CN"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "数据库：正常" in done.stdout
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "failure", [self_check.CheckFailed("□"), ImportError("libfoo.so"), DiskFull(Path("x"), 0)]
)
def test_a_part_that_fails_is_named_and_the_rest_is_still_checked(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def broken(_surroundings: object) -> str:
        raise failure

    monkeypatch.setattr(self_check, "CHECKS", {**self_check.CHECKS, "fonts": broken})

    outcome = run("self-check", lang="en")

    assert outcome.status == 1
    failed = [line for line in outcome.out.splitlines() if ": ok (" not in line]
    assert len(failed) == 1
    assert failed[0].startswith("Fonts: FAILED (")


def test_a_missing_scheme_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer_app.importing.scheme_file.bundled", tuple)

    with pytest.raises(self_check.CheckFailed):
        self_check.check_schemes(some_surroundings())


def test_nothing_of_it_stays_on_the_pc() -> None:
    state = [Path(os.environ[name]) for name in ("XDG_DATA_HOME", "XDG_STATE_HOME")]

    run("self-check")

    assert [path for folder in state for path in folder.rglob("*")] == []
