"""The real program, without PySide6 and without a display, makes what it promises."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from reviewer_app.cli.frame import has_display
from reviewer_app.domain.document import Edition
from reviewer_app.reports.catalogue import made_now
from tests.architecture.files import ROOT

NO_WINDOWS = "import sys\nfor name in ('PySide6', 'shiboken6'):\n    sys.modules[name] = None\n"
CHECK_SHEETS = {"zh_CN": "校验", "en": "Check"}
FILES = sorted(
    report.file_name(Edition.INTERNAL, extension)
    for report in made_now()
    for extension in report.formats
)


@dataclass(frozen=True, slots=True)
class Program:
    """Starts the program in a language, from a folder that is not the project's."""

    language: str
    here: Path

    @property
    def sample(self) -> Path:
        """Where the sample is built."""
        return self.here / "示例 目录"

    @property
    def workspace(self) -> Path:
        """The sample's workspace."""
        return self.sample / "sample.review"

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        environment["PYTHONPATH"] = f"{self.here / 'blocked'}{os.pathsep}{ROOT}"
        command = [sys.executable, "-m", "reviewer_app", *map(str, arguments)]
        return subprocess.run(
            [*command, "--lang", self.language],
            cwd=self.here,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=200,
        )


@pytest.fixture(scope="module", params=["zh_CN", "en"])
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Run the demo once in each language."""
    here = tmp_path_factory.mktemp("演示 demo")
    (here / "blocked").mkdir()
    (here / "blocked" / "sitecustomize.py").write_text(NO_WINDOWS, encoding="utf-8")
    made = Program(str(request.param), here)
    done = made.run("demo", made.sample, "--no-window")
    assert done.returncode == 0, done.stderr
    (here / "stdout.txt").write_text(done.stdout, encoding="utf-8")
    (here / "stderr.txt").write_text(done.stderr, encoding="utf-8")
    return made


def ranked(program: Program) -> list[dict[str, object]]:
    """Give the applications of `rank --json`."""
    done = program.run("rank", program.workspace, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)["applications"]
    return found


def test_windows_are_really_out_of_reach(program: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import PySide6"],
        env={**os.environ, "PYTHONPATH": str(program.here / "blocked")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "ModuleNotFoundError" in done.stderr


def test_every_report_is_there_in_its_formats(program: Program) -> None:
    assert sorted(path.name for path in (program.sample / "reports").iterdir()) == FILES


def test_the_ranking_is_the_result_and_the_rest_is_messages(program: Program) -> None:
    out = (program.here / "stdout.txt").read_text(encoding="utf-8")
    said = (program.here / "stderr.txt").read_text(encoding="utf-8")

    assert all(str(row["number"]) in out for row in ranked(program))
    assert sorted(line for line in out.splitlines() if line.endswith(tuple(FILES))) == [
        str(program.sample / "reports" / name) for name in FILES
    ]
    assert str(program.workspace) in said


def test_the_workspace_verifies(program: Program) -> None:
    done = program.run("verify", program.workspace)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["09-score-sheets.pdf", "11-ranking.pdf", "11-ranking.xlsx"])
def test_each_report_is_known_as_genuine(program: Program, name: str) -> None:
    report = program.sample / "reports" / name

    done = program.run("verify", report, "--workspace", program.workspace)

    assert done.returncode == 0, done.stdout + done.stderr


def is_within(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all `wanted` occur among the words in this order."""
    found = iter(words)
    return all(word in found for word in wanted)


def test_the_pdf_holds_every_rank_and_score(program: Program, tool: Callable[[str], str]) -> None:
    pdf = program.sample / "reports" / "11-ranking.pdf"
    text = subprocess.run(
        [tool("pdftotext"), "-raw", str(pdf), "-"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout

    rows = [(str(row["rank"]), str(row["number"]), str(row["score"])) for row in ranked(program)]
    assert len(rows) == 24
    assert is_within([word for row in rows for word in row], text.split())


def without_cached_values(source: Path, target: Path) -> None:
    """Copy a workbook without what its formulas gave, so that they must be worked out."""
    with ZipFile(source) as package, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in package.namelist():
            content = package.read(name)
            copy.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", content))


def test_the_check_sheet_recalculates_to_no_difference(
    program: Program, tool: Callable[[str], str], tmp_path: Path
) -> None:
    without_cached_values(program.sample / "reports" / "11-ranking.xlsx", tmp_path / "11.xlsx")
    command = [tool("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]

    subprocess.run([*command, str(tmp_path / "11.xlsx")], check=True, capture_output=True)

    book = load_workbook(tmp_path / "out" / "11.xlsx", data_only=True)
    rows = list(book[CHECK_SHEETS[program.language]].iter_rows(min_row=5, values_only=True))
    assert [row[0] for row in rows] == [row["number"] for row in ranked(program)]
    assert [row[-2:] for row in rows] == [(0, 0)] * 24


def test_a_second_run_keeps_the_sample_as_it_stands(program: Program) -> None:
    before = ranked(program)
    changed = program.run("recuse", program.workspace, "R01", "XMHYMX-2026-024", "--ground", "试")
    assert changed.returncode == 0, changed.stderr

    done = program.run("demo", program.sample, "--no-window")

    assert done.returncode == 0, done.stderr
    assert str(program.workspace) in done.stderr
    assert ranked(program) != before


def test_without_a_display_nothing_is_said_of_windows(program: Program) -> None:
    done = program.run("demo", program.sample)

    assert done.returncode == 0, done.stderr
    assert "window" not in done.stderr
    assert "图形界面" not in done.stderr


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("win32", {}, True),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {}, False),
    ],
)
def test_a_display_is_found_where_there_is_one(
    platform: str, environment: dict[str, str], expected: bool
) -> None:
    assert has_display(platform, environment) is expected


def test_a_changed_workbook_is_refused_with_its_place(tmp_path: Path, program: Program) -> None:
    book = load_workbook(program.sample / "scores.xlsx")
    book["专家评分"]["D2"].value = 99
    book.save(tmp_path / "scores.xlsx")

    done = program.run("demo", tmp_path, "--no-window")

    assert done.returncode == 2
    assert "scores.xlsx" in done.stderr
    assert "B1" in done.stderr
    assert "99" in done.stderr
    assert not (tmp_path / "sample.review").exists()
