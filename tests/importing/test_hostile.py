"""Damaged and hostile files by the hundred: no surprise, no other file, bounded memory."""

import io
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reviewer_app.domain.plans import ImportPlan
from tests.importing.builders import (
    APPLICATION_HEADERS,
    MAIN,
    STYLES,
    Book,
    a_plan,
    applications,
    row_xml,
    sheet_xml,
    zipped,
)

MUTATIONS = int(os.environ.get("REVIEWER_MUTATIONS", "500"))
_watched: list[tuple[str, str]] | None = None


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if _watched is not None and (event == "open" or event.startswith("socket")):
        _watched.append((event, str(arguments[0]) if arguments else ""))


sys.addaudithook(_audit)


@contextmanager
def watched() -> Iterator[list[tuple[str, str]]]:
    """Collect what is opened while a file is imported."""
    global _watched  # noqa: PLW0603 - an audit hook cannot be taken away again
    events: list[tuple[str, str]] = []
    _watched = events
    try:
        yield events
    finally:
        _watched = None


def a_good_file() -> bytes:
    """Forty applications."""
    rows = ([f"N-{n}", f"项目{n}", "公司", n] for n in range(40))
    return applications(*rows)


ORACLE = {f"N-{n}": (f"项目{n}", "公司", n * 1_000_000) for n in range(40)}


def flipped(data: bytes, chance: random.Random) -> bytes:
    """The file with one to four bits flipped."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def with_swapped_parts(data: bytes, chance: random.Random) -> bytes:
    """The package with parts exchanged, cut, doubled inside or left out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    first, second = chance.sample(sorted(parts), 2)
    content = bytes(parts[first])  # type: ignore[arg-type]
    match chance.randrange(5):
        case 0:
            parts[first], parts[second] = parts[second], parts[first]
        case 1:
            parts[first] = content[: chance.randrange(len(content) + 1)]
        case 2:
            del parts[first]
        case 3:
            parts[first] = content + content
        case _:
            parts[first] = flipped(content, chance)
    return zipped(parts)


def wrong_rows(plan: ImportPlan) -> list[str]:
    """The applications of a plan that the undamaged file did not hold."""
    return [
        row.number
        for row in plan.payload.applications
        if ORACLE.get(row.number) != (row.name, row.applicant, row.requested_fen)
    ]


@pytest.mark.parametrize("part", range(5))
def test_mutated_files_are_refused_or_read_rightly(tmp_path: Path, part: int) -> None:
    good = a_good_file()
    for seed in range(part, MUTATIONS, 5):
        chance = random.Random(seed)
        is_flip = chance.random() < 0.6
        data = flipped(good, chance) if is_flip else with_swapped_parts(good, chance)

        start = time.perf_counter()
        plan = a_plan(tmp_path, data)

        assert time.perf_counter() - start < 3, seed
        if is_flip and not plan.is_refused:
            assert wrong_rows(plan) == [], seed


def test_an_import_opens_its_file_only_and_no_socket(tmp_path: Path) -> None:
    data = a_good_file()
    a_plan(tmp_path, data)

    with watched() as events:
        a_plan(tmp_path, data)

    assert {name for _, name in events} == {str(tmp_path / "数据.xlsx")}


BOMBS = {
    "blanks": lambda: with_sheet(" " * 120_000_000),
    "corner": lambda: with_sheet(
        sheet_xml([], body='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "merge": lambda: with_sheet(sheet_xml([["x"]], merges=["A1:XFD1048576"] * 200)),
    "rows": lambda: with_sheet(
        sheet_xml(
            [],
            body="".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 900_000)),
        )
    ),
    "empty-cells": lambda: with_sheet(sheet_xml([], body="<row>" + "<c/>" * 4_000_000 + "</row>")),
    "styles": lambda: Book(
        [("一", sheet_xml([APPLICATION_HEADERS]), "visible")],
        styles=STYLES.replace('<xf numFmtId="0"/>', '<xf numFmtId="0"/>' * 900_000),
    ).data(),
    "strings": lambda: Book(
        [("一", sheet_xml([APPLICATION_HEADERS]), "visible")],
        strings=f'<sst xmlns="{MAIN}">' + "<si><t>a</t></si>" * 2_000_000 + "</sst>",
    ).data(),
    "merged-header-rows": lambda: with_sheet(
        sheet_xml(
            [],
            body=row_xml(1, APPLICATION_HEADERS),
            merges=[f"A{n}:Z{n}" for n in range(1, 19_000)],
        )
    ),
}


def with_sheet(content: str) -> bytes:
    """A workbook with this sheet."""
    return Book([("一", content, "visible")]).data()


MEASURE = """
import re, sys, time
from pathlib import Path
from tests.importing.builders import a_batch
from reviewer_app.domain.plans import ImportKind
from reviewer_app.importing.plan import ImportOptions, plan_import
start = time.perf_counter()
plan = plan_import(Path(sys.argv[1]), ImportKind.APPLICATIONS, a_batch(), ImportOptions())
seconds = time.perf_counter() - start
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(len(plan.payload.applications), seconds, peak // 1024)
"""


def measured(path: Path) -> tuple[int, float, int]:
    """Import in a process of its own: rows planned, seconds, peak megabytes.

    The peak is the system's own; what getrusage gives still holds the parent's.
    """
    if not Path("/proc/self/status").exists():
        pytest.skip("the peak is read from /proc")
    root = Path(__file__).resolve().parents[2]
    result = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=root,
        timeout=120,
    )
    rows, seconds, peak = result.stdout.split()
    return int(rows), float(seconds), int(peak)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_neither_time_nor_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(BOMBS[name]())

    rows, seconds, peak = measured(path)

    assert rows == 0
    assert seconds < 3
    assert peak < 300


def test_twenty_thousand_wide_rows_stay_in_bounds(tmp_path: Path) -> None:
    headers = [*APPLICATION_HEADERS, *(f"备注{n}" for n in range(16))]
    rows = (
        [f"N-{n}", f"项目{n}", "公司", n, *(f"{n}.{k}" for k in range(16))] for n in range(20_000)
    )
    path = tmp_path / "wide.xlsx"
    path.write_bytes(with_sheet(sheet_xml([headers, *rows])))

    count, seconds, peak = measured(path)

    assert count == 20_000
    assert seconds < 10
    assert peak < 300
