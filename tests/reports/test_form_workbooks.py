"""The forms that are workbooks too, before another program and hostile text."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer_app.reports.catalogue import build
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.writing import write_report
from tests.builders import a_scheme
from tests.reports.builders import a_candidate, a_ranking, a_reviewer, a_sheet, some_facts
from tests.reports.form_facts import with_forms

KEYS = ("objective-scores", "agenda", "score-changes", "funding", "archive-list")
EVIL = "=HYPERLINK(A1)"


def hostile() -> ReportFacts:
    """One application and one reviewer whose names begin like a formula."""
    sheet = a_sheet("R2", {"B1": 3000, "B2": 4000})
    candidate = a_candidate("XMHYMX-2026-001", (sheet,), name=EVIL, applicant=EVIL)
    ranking = a_ranking(a_scheme(), (candidate,))
    return with_forms(some_facts(ranking, (a_reviewer("R2", EVIL),)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("forms")
    for key in KEYS:
        write_report(build(key, hostile()), made / f"{key}.xlsx")
    return made


def cells(path: Path) -> Iterator[tuple[str, object]]:
    """Kind and value of every cell that holds something."""
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            yield from (
                (str(cell.data_type), cell.value) for cell in row if cell.value not in (None, "")
            )


@pytest.mark.parametrize("key", KEYS)
def test_text_is_never_a_formula(key: str, folder: Path) -> None:
    kinds = {kind for kind, _ in cells(folder / f"{key}.xlsx")}

    assert kinds <= {"s", "n"}


@pytest.mark.parametrize("key", ["objective-scores", "agenda", "score-changes"])
def test_a_name_that_looks_like_a_formula_stands_as_it_is(key: str, folder: Path) -> None:
    assert any(EVIL in str(value) for _, value in cells(folder / f"{key}.xlsx"))


def test_another_program_reads_the_same_cells(tool: Callable[[str], str], folder: Path) -> None:
    out = folder / "out"
    command = [tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "xlsx", "--outdir", str(out)]

    files = [str(folder / f"{key}.xlsx") for key in KEYS]
    subprocess.run([*command, *files], check=True, capture_output=True)

    for key in KEYS:
        mine = [value for _, value in cells(folder / f"{key}.xlsx")]
        assert [value for _, value in cells(out / f"{key}.xlsx")] == mine


def test_a_column_to_write_in_is_wide_enough_for_a_hand(folder: Path) -> None:
    sheet = load_workbook(folder / "agenda.xlsx").worksheets[0]

    # Lot, time slot and presenter are blank.
    assert min(sheet.column_dimensions[letter].width for letter in "AEF") >= 7


def test_a_blank_in_the_head_is_a_line(folder: Path) -> None:
    assert any("地点：____" in str(value) for _, value in cells(folder / "agenda.xlsx"))
