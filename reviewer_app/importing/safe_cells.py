"""Cells and files written for people: text stays text, files appear whole or not at all.

Source: reliability.md F8, F12, 5.4.
"""

import os
import re
import secrets
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.domain.import_errors import CopyNotWritten
from reviewer_app.importing.strings import GREATEST_TEXT, clean_text, utf16_length

HEADER_FILL = PatternFill("solid", start_color="FFE7E6E6", end_color="FFE7E6E6")
RED_FILL = PatternFill("solid", start_color="FFFF9999", end_color="FFFF9999")
BOLD = Font(bold=True)
UNLOCKED = Protection(locked=False)
WRAPPED = Alignment(wrap_text=True, vertical="top")
AS_TEXT = "@"

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write text that no spreadsheet program takes for a formula, now or after editing."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    text = clean_text(text)
    while utf16_length(text) > GREATEST_TEXT:
        text = text[: GREATEST_TEXT - 1 - (utf16_length(text) - len(text))] + "…"
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True
    return cell


def write_header(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a header cell, which stays locked when the sheet is protected."""
    cell = write_text(sheet, row, column, text)
    cell.font = BOLD
    cell.fill = HEADER_FILL
    cell.alignment = WRAPPED
    return cell


def save_workbook(book: Workbook, path: Path) -> None:
    """Write the file whole or leave what stands there.

    The workbook is made in memory: openpyxl, when a disk is full, leaves a zip behind
    that complains on stderr when it is thrown away.

    Raises:
        CopyNotWritten: with the system's reason.
    """
    content = BytesIO()
    book.save(content)
    save_whole(path, content.getvalue())


def save_whole(path: Path, content: bytes) -> None:
    """Write beside the target, bring it to the disk, then put it in its place.

    The file may be read by whom the user lets read new files (its umask).

    Raises:
        CopyNotWritten: with the system's reason.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        temporary.replace(path)
    except OSError as error:
        raise CopyNotWritten(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
