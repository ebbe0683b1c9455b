"""Planning an import against openpyxl's quick reading of the same file (goal 7).

The floor is performance.md's: at most 3.5 times, guard and validation included.
"""

import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from reviewer_app.domain.plans import ImportKind
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.importing.templates import template_columns
from tests.importing.builders import a_batch

GREATEST_RATIO = 3.5


def written(path: Path, rows: int, columns: int = 40) -> Path:
    """A workbook as Excel writes it: shared strings, amounts, counts and words."""
    known = template_columns(ImportKind.APPLICATIONS, a_batch().scheme)
    headers = [column.header for column in known]
    headers += [f"备注{number}" for number in range(columns - len(headers))]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("申报项目")
        sheet.write_row(0, 0, headers)
        for row in range(rows):
            first = [
                f"XM-{row:05}",
                f"项目{row}",
                f"公司{row}",
                "",
                "工业",
                "市局",
                row / 7,
                "张三",
            ]
            inputs = [row % 997 + 0.25, row % 19, 0.25, "是", row / 3, "第三方", row % 30]
            rest = [row / 9 if n % 2 else f"文字{row % 2000}" for n in range(columns - 15)]
            sheet.write_row(row + 1, 0, [*first, *inputs, *rest])
    return path


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The best time of a few."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def read_quickly(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("rows", [1_000, 10_000])
def test_planning_costs_at_most_three_and_a_half_quick_readings(
    tmp_path: Path, rows: int, record_testsuite_property: Callable[[str, object], None]
) -> None:
    path = written(tmp_path / "申报.xlsx", rows)
    present = a_batch()

    ours = seconds(lambda: plan_import(path, ImportKind.APPLICATIONS, present, ImportOptions()))
    theirs = seconds(lambda: read_quickly(path))

    record_testsuite_property(f"plan of {rows} rows, seconds", round(ours, 3))
    record_testsuite_property(f"plan of {rows} rows, ratio", round(ours / theirs, 2))
    assert ours / theirs <= GREATEST_RATIO
