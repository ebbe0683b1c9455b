"""Empty workbooks to fill in: one per kind, with lists, locked headers and guidance.

With a batch they come filled with what it knows, so that a template brought back
unchanged changes nothing. Source: contract.md 1 (template) and 3.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.details import DETAIL_TITLES
from reviewer_app.domain.plans import ImportKind, Present
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.rehearsal import REHEARSAL_KEYWORD
from reviewer_app.domain.scheme import InputKind, Scheme
from reviewer_app.i18n import Translator
from reviewer_app.importing.columns import Column, ColumnKind, columns_of, detail_columns
from reviewer_app.importing.grid import GREATEST_ROWS
from reviewer_app.importing.prefill import detail_values, values_of
from reviewer_app.importing.safe_cells import (
    AS_TEXT,
    UNLOCKED,
    WRAPPED,
    save_workbook,
    write_header,
    write_text,
)
from reviewer_app.importing.scheme_file import DEFAULT_KEY, bundled_scheme
from reviewer_app.words.templates import describe, sheet_title

_NUMBERS = (ColumnKind.NUMBER, ColumnKind.COUNT, ColumnKind.SCORE)
_LIST_LENGTH = 250
_LAST_ROW = GREATEST_ROWS + 1


def write_template(kind: ImportKind, path: Path, present: Present | None, _: Translator) -> None:
    """Write the workbook of a kind; without a batch the default scheme says its columns.

    Raises:
        CopyNotWritten: the file cannot be written.
    """
    scheme = bundled_scheme(DEFAULT_KEY) if present is None else present.scheme
    book = Workbook()
    book.remove(book.worksheets[0])
    if kind is ImportKind.DETAILS:
        for detail in DetailKind:
            title = DETAIL_TITLES[detail][0 if _.language == "zh_CN" else 1]
            columns = detail_columns(detail)
            sheet = book.create_sheet(title)
            _write_table(sheet, columns, detail_values(detail, columns, present), _)
    else:
        columns = template_columns(kind, scheme)
        sheet = book.create_sheet(sheet_title(kind, _))
        _write_table(sheet, columns, values_of(kind, columns, present), _)
    _write_guide(book, kind, scheme, _)
    if present is not None and present.is_rehearsal:
        book.properties.keywords = REHEARSAL_KEYWORD
    save_workbook(book, path)


def template_columns(kind: ImportKind, scheme: Scheme) -> tuple[Column, ...]:
    """Give the columns a template offers: of scores the wide form reviewers fill."""
    columns = columns_of(kind, scheme)
    if kind is not ImportKind.SCORES:
        return columns
    assisted = {f"comment:{row.code}" for row in scheme.on_sheet if row.tolerance is not None}
    return tuple(
        column
        for column in columns
        if (column.kind is not ColumnKind.TEXT or column.key in assisted)
        and (column.indicator is None or column.indicator.is_on_sheet)
        and column.key not in ("indicator", "score")
    )


def header_text(column: Column, _: Translator) -> str:
    """Give the header of a template in its language, starred where required."""
    if column.indicator is not None:
        maximum = format_exact(column.indicator.maximum)
        text = f"{column.key} {column.indicator.name}（{maximum}分）"
    elif _.language == "zh_CN" or column.input is not None:
        text = column.header
    else:
        text = f"{column.names[1]} ({column.unit})" if column.unit else column.names[1]
    return f"{text}*" if column.is_required else text


def _write_table(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Sequence[str]], _: Translator
) -> None:
    """Write headers, column formats and lists, and the rows known already."""
    for index, column in enumerate(columns, start=1):
        header = header_text(column, _)
        write_header(sheet, 1, index, header)
        dimension = sheet.column_dimensions[get_column_letter(index)]
        dimension.width = _width(header, column)
        dimension.protection = UNLOCKED
        if column.kind not in _NUMBERS and not _is_number_input(column):
            dimension.number_format = AS_TEXT
        validation = _validation(column, _)
        if validation is not None:
            letter = get_column_letter(index)
            validation.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(validation)
    for number, values in enumerate(rows, start=2):
        for index, text in enumerate(values, start=1):
            if text:
                _write_value(sheet, number, index, columns[index - 1], text)
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = f"{get_column_letter(_first_to_fill(columns))}2"
    _protect(sheet)


def _first_to_fill(columns: Sequence[Column]) -> int:
    """Give the first column after the numbers and names that say which row it is."""
    for index, column in enumerate(columns, start=1):
        if column.kind is not ColumnKind.KEY and not column.key.startswith("shown_"):
            return index
    return len(columns)


def _write_value(sheet: Worksheet, row: int, index: int, column: Column, text: str) -> None:
    if (column.kind in _NUMBERS or _is_number_input(column)) and "/" not in text:
        cell = sheet.cell(row, index)
        cell.value = float(text) if "." in text else int(text)
    else:
        cell = write_text(sheet, row, index, text)
        cell.number_format = AS_TEXT
    cell.protection = UNLOCKED


def _protect(sheet: Worksheet) -> None:
    """Lock the headers only; rows, widths, sorting and filters stay free. No password."""
    protection = sheet.protection
    protection.sheet = True
    for freedom in (
        "formatCells",
        "formatColumns",
        "formatRows",
        "insertRows",
        "deleteRows",
        "sort",
        "autoFilter",
    ):
        setattr(protection, freedom, False)


def _width(header: str, column: Column) -> float:
    length = sum(2 if sign > "\u2e80" else 1 for sign in header)
    least = 22 if column.kind in (ColumnKind.LINE, ColumnKind.CREDIT_CODE) else 12
    return float(max(least, min(length + 2, 40)))


def _is_number_input(column: Column) -> bool:
    return column.input is not None and column.input.kind in (
        InputKind.NUMBER,
        InputKind.COUNT,
        InputKind.SHARE,
    )


def _words(column: Column) -> tuple[str, ...]:
    """Give the words a column takes, none for free columns."""
    if column.input is not None and column.input.kind is InputKind.CHOICE:
        return tuple(word for word, _value in column.input.values)
    is_flag = column.input is not None and column.input.kind is InputKind.FLAG
    if is_flag or column.kind is ColumnKind.FLAG:
        return ("是", "否")
    if column.key == "status":
        return ("回避", "弃权", "缺席")
    return column.words


def _validation(column: Column, _: Translator) -> DataValidation | None:
    """Make the list of a column's words, or the range of its numbers."""
    words = _words(column)
    listed = ",".join(words)
    if words and len(listed) <= _LIST_LENGTH and not any("," in word for word in words):
        validation = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        validation.error = _("Choose one of the list.")
    elif column.indicator is not None:
        maximum = format_exact(column.indicator.maximum)
        validation = DataValidation(
            type="decimal", operator="between", formula1="0", formula2=maximum, allow_blank=True
        )
        validation.error = _("A score from 0 to {maximum}, or 回避, 弃权, 缺席.").format(
            maximum=maximum
        )
        validation.errorStyle = "warning"
    else:
        return None
    validation.showErrorMessage = True
    return validation


def _write_guide(book: Workbook, kind: ImportKind, scheme: Scheme, _: Translator) -> None:
    """Write the sheet that says what goes into each column."""
    sheet = book.create_sheet(_("How to fill in"))
    for index, title in enumerate((_("Column"), _("Required"), _("What goes in")), start=1):
        write_header(sheet, 1, index, title)
    tables = (
        [detail_columns(detail) for detail in DetailKind]
        if kind is ImportKind.DETAILS
        else [template_columns(kind, scheme)]
    )
    row = 2
    for columns in tables:
        for column in columns:
            required = _("yes") if column.is_required else ""
            texts = (header_text(column, _), required, describe(column, _words(column), _))
            for index, text in enumerate(texts, start=1):
                write_text(sheet, row, index, text).alignment = WRAPPED
            row += 1
    for letter, width in (("A", 40), ("B", 10), ("C", 80)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
