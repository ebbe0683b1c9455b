"""Our reader of sheets gives what openpyxl's full mode gives, cell by cell."""

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from shutil import which
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from reviewer_app.importing.date_reading import date_of_serial
from reviewer_app.importing.grid import Cell, CellKind, Grid
from reviewer_app.importing.guard import recognise
from reviewer_app.importing.sheet_reading import read_sheet
from reviewer_app.importing.workbook import open_workbook
from tests.importing.builders import Book, formula, number, sheet_xml

TEXTS = ("项目甲", "=1+1", "", " 两边 ", "<&>", "𠮷野", "a\nb", "0012", "长" * 300)


def values(seed: int, rows: int = 60, columns: int = 12) -> list[list[Any]]:
    """Random values of every kind a workbook holds."""
    chance = random.Random(seed)

    def one() -> Any:
        match chance.randrange(8):
            case 0:
                return chance.choice(TEXTS)
            case 1:
                return chance.randrange(-(10**9), 10**9)
            case 2:
                return chance.random() * 10 ** chance.randrange(-3, 9)
            case 3:
                return date(2000, 1, 1).fromordinal(chance.randrange(715_000, 760_000))
            case 4:
                return chance.random() < 0.5
            case 5:
                return f"文字{chance.randrange(30)}"
            case _:
                return None

    return [[one() for _ in range(columns)] for _ in range(rows)]


def by_openpyxl(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, line in enumerate(rows, start=1):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(row, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def by_xlsxwriter(rows: list[list[Any]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for row, line in enumerate(rows):
            for column, value in enumerate(line):
                if isinstance(value, date):
                    sheet.write_datetime(
                        row, column, datetime.combine(value, datetime.min.time()), day
                    )
                elif value is not None:
                    sheet.write(row, column, value)
    return target.getvalue()


def as_wps_writes(rows: list[list[Any]]) -> bytes:
    """Dimension A1, spans, no shared strings, formulas with saved values."""
    lines: list[list[object]] = [
        [
            number((value - date(1899, 12, 30)).days, 1)
            if isinstance(value, date)
            else formula("1+1", value)
            if isinstance(value, int) and not isinstance(value, bool)
            else None
            if isinstance(value, bool)
            else value
            for value in line
        ]
        for line in rows
    ]
    sheet = sheet_xml(lines, before='<dimension ref="A1"/>')
    return Book([("Sheet1", sheet, "visible")], properties="<workbookPr/>").data()


def by_libreoffice(folder: Path, data: bytes) -> bytes:
    """The same workbook after LibreOffice saved it."""
    program = which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "in.xlsx"
    source.write_bytes(data)
    target = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(target), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (target / "in.xlsx").read_bytes()


def ours(data: bytes) -> Grid:
    source = recognise("x.xlsx", data)
    assert source.package is not None
    workbook = open_workbook(source.package)
    return read_sheet(workbook, workbook.sheets[0])


def as_openpyxl_says(cell: Cell) -> Any:
    """Translate one of our cells into openpyxl's value."""
    match cell.kind:
        case CellKind.NUMBER | CellKind.PERCENT:
            return float(cell.text)
        case CellKind.BOOLEAN:
            return cell.text == "1"
        case CellKind.DATE:
            return date_of_serial(cell.text, epoch_1904=False)
        case CellKind.TEXT | CellKind.ERROR | CellKind.EMPTY:
            return cell.text or None


def theirs(value: Any) -> Any:
    """Bring openpyxl's values to the same types."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return value or None if isinstance(value, str) else value


def differences(data: bytes) -> list[tuple[int, int, Any, Any]]:
    """Every place where the two readers differ."""
    grid = ours(data)
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    height = max(sheet.max_row or 0, *grid.rows, 1)
    width = max(sheet.max_column or 0, 1)
    found = []
    for row in range(1, height + 1):
        for column in range(1, width + 1):
            expected = theirs(sheet.cell(row, column).value)
            got = as_openpyxl_says(grid.cell(row, column))
            if got != expected:
                found.append((row, column, got, expected))
    return found


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@pytest.mark.parametrize("write", [by_openpyxl, by_xlsxwriter, as_wps_writes])
@pytest.mark.parametrize("seed", range(4))
def test_every_cell_is_what_openpyxl_reads(
    write: Callable[[list[list[Any]]], bytes], seed: int
) -> None:
    assert differences(write(values(seed))) == []


def test_every_cell_that_libreoffice_saved_is_what_openpyxl_reads(tmp_path: Path) -> None:
    data = by_libreoffice(tmp_path, by_openpyxl(values(9)))

    assert differences(data) == []


def test_formulas_are_seen_beside_their_saved_values() -> None:
    rows = [[formula("SUM(A1:A2)", 3), formula("B1"), formula('"a"', "文", type="str")]]
    grid = ours(Book([("一", sheet_xml(rows), "visible")]).data())

    assert [(cell.text, cell.formula) for cell in grid.rows[1].values()] == [
        ("3", "SUM(A1:A2)"),
        ("", "B1"),
        ("文", '"a"'),
    ]


def test_hidden_parts_and_merges_are_seen_as_openpyxl_wrote_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([1, 2, 3])
    sheet.append([4, 5, 6])
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    target = io.BytesIO()
    book.save(target)

    grid = ours(target.getvalue())

    assert grid.hidden_rows == {2}
    assert grid.hidden_columns == [(3, 3)]
    assert [tuple(merge) for merge in grid.merges] == [(1, 1, 1, 2)]


def test_parts_may_have_other_names_and_prefixes() -> None:
    with zipfile.ZipFile(io.BytesIO(by_openpyxl([["项目", 1.5]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    prefixed = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", sheet).replace("xmlns=", "xmlns:x=")
    parts["xl/worksheets/sheet1.xml"] = prefixed.encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert [cell.text for cell in ours(target.getvalue()).rows[1].values()] == ["项目", "1.5"]
