"""CSV bytes become a Grid: encoding decided strictly, quotes and limits checked.

Source: contract.md 3; reliability.md 5.3 (58, 59).
"""

import codecs
import csv
import io

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.grid import (
    GREATEST_COLUMNS,
    GREATEST_ROWS,
    TITLE_ROWS,
    Cell,
    CellKind,
    Grid,
)

_GREATEST_FIELD = 131_072
_CONTROLS = frozenset("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16")


def decode(data: bytes) -> tuple[str, str]:
    """Give the text and the name of its encoding.

    UTF-8 is tried first and strictly, because UTF-8 read as GB18030 gives wrong
    characters without an error.

    Raises:
        FileRefused: NUL characters, or none of the encodings fits.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = [("utf-16", "UTF-16")]
    else:
        if b"\0" in data:
            raise FileRefused(ProblemKind.CSV_NUL)
        candidates = [("utf-8-sig", "UTF-8"), ("gb18030", "GB18030")]
    for codec, name in candidates:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise FileRefused(ProblemKind.CSV_NUL)
        return text, name
    raise FileRefused(ProblemKind.CSV_ENCODING)


def read_csv(text: str) -> Grid:
    """Read decoded text as one sheet without a name.

    Raises:
        FileRefused: binary content, an unclosed quote, a field or file too large.
    """
    if not _CONTROLS.isdisjoint(text[:4096]):
        raise FileRefused(ProblemKind.OTHER_FILE, {"type": "?"})
    grid = Grid("")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for number, fields in enumerate(reader, start=1):
            _add_row(grid, number, fields)
    except csv.Error as error:
        raise FileRefused(_fault(error), {"line": str(reader.line_num)}) from error
    return grid


def _delimiter(text: str) -> str:
    """Take the most frequent of comma, semicolon and tab in the first full line."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=lambda sign: (line.count(sign), sign == ","))


def _fault(error: csv.Error) -> ProblemKind:
    return ProblemKind.CSV_FIELD if "field limit" in str(error) else ProblemKind.CSV_QUOTES


def _add_row(grid: Grid, number: int, fields: list[str]) -> None:
    cells = {
        column: Cell(CellKind.TEXT, field)
        for column, field in enumerate(fields, start=1)
        if field.strip()
    }
    if not cells:
        return
    if number > GREATEST_ROWS + TITLE_ROWS:
        facts = {"row": str(number), "limit": str(GREATEST_ROWS)}
        raise FileRefused(ProblemKind.TOO_MANY_ROWS, facts)
    if max(cells) > GREATEST_COLUMNS:
        facts = {"column": str(max(cells)), "limit": str(GREATEST_COLUMNS)}
        raise FileRefused(ProblemKind.TOO_MANY_COLUMNS, facts)
    if any(len(field) > _GREATEST_FIELD for field in fields):
        raise FileRefused(ProblemKind.CSV_FIELD, {"line": str(number)})
    grid.rows[number] = cells
