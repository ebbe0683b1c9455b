"""Write the Excel form of a scheme; `scheme_form_reading` reads it back without loss."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.domain.scheme_shape import Field, Shape
from reviewer_app.importing.safe_cells import save_workbook
from reviewer_app.importing.scheme_form_layout import (
    CAPS,
    CHOICES,
    FACTORS,
    FUNDING,
    GENERAL,
    GUIDANCE,
    GUIDE,
    INDICATORS,
    INPUTS,
    LABELS,
    LAST_ROW,
    LEVELS,
    LINE_KEY,
    ROW_SHEETS,
    SCALARS,
    TIERS,
    FormColumn,
    FormSheet,
    to_cell,
)

_Table = Mapping[str, Any]
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = PatternFill("solid", start_color="FFE7E6E6", end_color="FFE7E6E6")
_BOLD = Font(bold=True)
_MIDDLE = Alignment(wrap_text=True, vertical="center")
_TOP = Alignment(wrap_text=True, vertical="top")
_UNLOCKED = Protection(locked=False)
_WIDTHS = {"formula": 50, "text": 50, "label": 50, "key": 24, "name": 24, "name_en": 36}

BLANK: _Table = {
    "rules": {
        "total": "100",
        "step": "0.1",
        "places": 2,
        "combine": "trimmed_mean",
        "trim_from": 5,
        "trim_scope": "application",
        "trim_level": "total",
        "quorum": 3,
        "round_at": ["final"],
    }
}
"""What an empty form starts with."""


def write_scheme_form(path: Path, document: _Table | None) -> None:
    """Write a form with what `document` holds; None gives an empty one.

    The file appears whole or not at all.
    """
    content = BLANK if document is None else document
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    guide.title = GUIDE
    _write_guide(guide)
    _write_scalars(book.create_sheet(GENERAL), content)
    for sheet in ROW_SHEETS[:5]:
        _write_rows(book.create_sheet(sheet.name), sheet, _rows_of(sheet.name, content))
    _write_scalars(book.create_sheet(FUNDING), content)
    for sheet in ROW_SHEETS[5:]:
        _write_rows(book.create_sheet(sheet.name), sheet, _rows_of(sheet.name, content))
    save_workbook(book, path)


def _rows_of(sheet: str, document: _Table) -> Sequence[_Table]:
    """Flatten the tables of a document into the rows of one sheet."""
    factors: Sequence[_Table] = document.get("factor", ())
    indicators = [(factor, row) for factor in factors for row in factor.get("indicator", ())]
    inputs: Sequence[_Table] = document.get("input", ())
    lines: _Table = document.get("rules", {}).get(LINE_KEY, {})
    rows: Mapping[str, Sequence[_Table]] = {
        INPUTS: inputs,
        CHOICES: [
            {"input": row["key"], "word": word, "value": value}
            for row in inputs
            for word, value in row.get("values", {}).items()
        ],
        FACTORS: [
            {**row, LINE_KEY: lines[row["code"]]} if row["code"] in lines else row
            for row in factors
        ],
        INDICATORS: [{"factor": factor["code"], **row} for factor, row in indicators],
        LEVELS: [
            {"indicator": row["code"], **level}
            for _, row in indicators
            for level in row.get("level", ())
        ],
        TIERS: document.get("funding", {}).get("tier", ()),
        CAPS: document.get("funding", {}).get("cap", ()),
    }
    return rows[sheet]


def _put(cell: Cell, value: object) -> None:
    """Write a text that stays a text, whatever it looks like."""
    cell.value = _ESCAPE.sub("_x005F_", to_cell(value))
    cell.data_type = "s"


def _head(cell: Cell, text: str) -> None:
    cell.value = text
    cell.font = _BOLD
    cell.fill = _HEAD
    cell.alignment = _MIDDLE


def _open_cell(cell: Cell) -> None:
    cell.number_format = "@"
    cell.protection = _UNLOCKED
    cell.alignment = _TOP


def _protect(sheet: Worksheet) -> None:
    """Lock all but the white cells; on paper a sheet is one A4 page wide."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.autoFilter = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"


def _write_guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 100
    for row, text in enumerate(GUIDANCE, 1):
        cell = sheet.cell(row, 1)
        assert isinstance(cell, Cell)
        cell.value = text
        cell.data_type = "s"
        cell.alignment = _TOP
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    _protect(sheet)


def _write_scalars(sheet: Worksheet, document: _Table) -> None:
    for column, (text, width) in enumerate((("项目", 24), ("键 key", 20), ("值 value", 70)), 1):
        cell = sheet.cell(1, column)
        assert isinstance(cell, Cell)
        _head(cell, text)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, (path, field) in enumerate(SCALARS[sheet.title], 2):
        table, _, key = path.partition(".")
        home = document if table == "scheme" else document.get(table, {})
        for column, text in ((1, LABELS[path]), (2, path)):
            cell = sheet.cell(row, column)
            assert isinstance(cell, Cell)
            _head(cell, text)
        cell = sheet.cell(row, 3)
        assert isinstance(cell, Cell)
        _open_cell(cell)
        if key in home:
            _put(cell, home[key])
        _offer(sheet, field, f"C{row}")
    sheet.freeze_panes = "C2"
    _protect(sheet)


def _write_rows(sheet: Worksheet, form: FormSheet, rows: Sequence[_Table]) -> None:
    last = max(LAST_ROW, len(rows) + 100)
    for index, column in enumerate(form.columns, 1):
        letter = get_column_letter(index)
        head = sheet.cell(1, index)
        assert isinstance(head, Cell)
        _head(head, column.header)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column.key, 16)
        for row in range(2, last + 1):
            cell = sheet.cell(row, index)
            assert isinstance(cell, Cell)
            _open_cell(cell)
            if row - 2 < len(rows) and column.key in rows[row - 2]:
                _put(cell, rows[row - 2][column.key])
        _offer_column(sheet, form, column, f"{letter}2:{letter}{last}")
    sheet.freeze_panes = "B2"
    _protect(sheet)


def _offer_column(sheet: Worksheet, form: FormSheet, column: FormColumn, cells: str) -> None:
    if form.owner and column.key == form.owner:
        position = 2 if form.parent == INDICATORS else 1
        letter = get_column_letter(position)
        _add_list(sheet, f"='{form.parent}'!${letter}$2:${letter}${LAST_ROW}", cells)
    else:
        _offer(sheet, column.field, cells)


def _offer(sheet: Worksheet, field: Field, cells: str) -> None:
    """Offer the allowed words as a list; a list of several words is typed."""
    if field.shape is Shape.WORD:
        words = ",".join(word for word in field.words if word)
        _add_list(sheet, f'"{words}"', cells)


def _add_list(sheet: Worksheet, formula: str, cells: str) -> None:
    rule = DataValidation("list", formula1=formula, allow_blank=True)
    rule.errorStyle = "warning"
    sheet.add_data_validation(rule)
    rule.add(cells)
