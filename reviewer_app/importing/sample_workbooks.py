"""The sample's tables become workbooks that a clerk can open, change and import.

The tables come with the program as CSV; numbers and dates are written as such, every
other cell as text, whatever it begins with.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import resources
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.importing.safe_cells import save_workbook

_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HEAD = PatternFill("solid", start_color="FFE7E6E6", end_color="FFE7E6E6")
_NARROWEST, _WIDEST = 8, 44


def sample_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Read one of the sample's tables, header first."""
    source = resources.files("resources") / "samples" / name
    text = source.read_text(encoding="utf-8")
    return tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True))


def write_sample_workbook(path: Path, sheets: Sequence[tuple[str, str]]) -> None:
    """Write (sheet name, table name) pairs; the file appears whole or not at all.

    Raises:
        CopyNotWritten: the folder refuses.
    """
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet), "a new workbook has one sheet"
    book.remove(first)
    for title, table in sheets:
        _fill(book.create_sheet(title), sample_rows(table))
    save_workbook(book, path)


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell), "nothing is merged"
            if text:
                _write(cell, text)
    for column, width in enumerate(_widths(rows), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        head = sheet.cell(1, column)
        head.font, head.fill = Font(bold=True), _HEAD
    sheet.freeze_panes = "B2"


def _write(cell: Cell, text: str) -> None:
    found = _NUMBER.fullmatch(text)
    if found is not None:
        cell.value = float(text)
        cell.number_format = "0." + "0" * len(found[1]) if found[1] else "0"
    elif _DATE.fullmatch(text):
        cell.value = date.fromisoformat(text)
        cell.number_format = "yyyy-mm-dd"
    else:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = True


def _widths(rows: Sequence[Sequence[str]]) -> Iterator[int]:
    for cells in zip(*rows, strict=True):
        longest = max(sum(2 if ord(sign) > 255 else 1 for sign in text) for text in cells)
        yield min(max(longest + 2, _NARROWEST), _WIDEST)
