"""Import workbooks of any size, as a clerk's program would write them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook

from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.scheme import InputKind, Scheme
from reviewer_app.importing.columns import columns_of
from tests.benchmarks.batches import a_score, an_application

Cell = str | float


def write(path: Path, rows: Iterable[Sequence[Cell]]) -> Path:
    """Write one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def read(path: Path) -> int:
    """Read every value with openpyxl's fast mode: the floor."""
    book = load_workbook(path, read_only=True)
    try:
        return sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()


def application_rows(scheme: Scheme, size: int) -> Iterator[Sequence[Cell]]:
    """Give the header and so many applications with all 40 columns."""
    yield [column.header for column in columns_of(ImportKind.APPLICATIONS, scheme)]
    words = {InputKind.FLAG, InputKind.CHOICE}
    for place in range(1, size + 1):
        item = an_application(scheme, place)
        assert item.requested_fen is not None
        yield [
            item.number,
            item.name,
            item.applicant,
            "",
            item.industry,
            item.office,
            item.requested_fen / 1_000_000,
            item.contact,
            *(
                item.metrics[entry.key] if entry.kind in words else float(item.metrics[entry.key])
                for entry in scheme.inputs
            ),
        ]


def wide_rows(scheme: Scheme, size: int, reviewers: int) -> Iterator[Sequence[Cell]]:
    """Give one row a sheet, one column an indicator."""
    chance = random.Random(7)
    yield ["项目编号", "专家编号", *(row.code for row in scheme.on_sheet)]
    for application, reviewer in sheets(size, reviewers):
        scores = (a_score(row, chance) / 100 for row in scheme.on_sheet)
        yield [application, reviewer, *scores]


def long_rows(scheme: Scheme, size: int, reviewers: int) -> Iterator[Sequence[Cell]]:
    """Give one row a score."""
    chance = random.Random(7)
    yield ["项目编号", "专家编号", "指标", "得分", "意见"]
    for application, reviewer in sheets(size, reviewers):
        for row in scheme.on_sheet:
            comment = "与建议相差较大，理由见附件" if row.tolerance is not None else ""
            yield [application, reviewer, row.code, a_score(row, chance) / 100, comment]


def sheets(size: int, reviewers: int) -> Iterator[tuple[str, str]]:
    """Give application and reviewer number of each sheet."""
    for place in range(1, size + 1):
        for reviewer in range(1, reviewers + 1):
            yield f"XM-2026-{place:05d}", f"R{reviewer}"
