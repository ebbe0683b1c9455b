"""What a sheet holds, as read: cells by place, hidden rows, merged ranges.

Rows and columns count from 1, as the spreadsheet shows them.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

GREATEST_ROWS = 20_000
"""Rows of data a file may have (contract.md 3); titles and headers come on top."""

TITLE_ROWS = 50
"""How far down the header row is looked for."""

GREATEST_COLUMNS = 256


class CellKind(StrEnum):
    """What a cell's text is. A date is a serial number until it is read as a date."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    PERCENT = "percent"
    BOOLEAN = "boolean"
    ERROR = "error"
    EMPTY = "empty"


class Cell(NamedTuple):
    """One cell: its text as stored; `formula` is None for a plain value."""

    kind: CellKind
    text: str
    formula: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read, not even a formula or spaces."""
        return self.formula is None and (self.kind is CellKind.EMPTY or not self.text.strip())


EMPTY = Cell(CellKind.EMPTY, "")


class Merge(NamedTuple):
    """A merged range, bounds included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet.

    `rows` maps row -> column -> cell and holds only cells with something in them;
    `epoch_1904` says how its date serials count.
    """

    sheet: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    epoch_1904: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """Give the cell at a place, EMPTY where there is none."""
        cells = self.rows.get(row)
        return EMPTY if cells is None else cells.get(column, EMPTY)


def column_letters(column: int) -> str:
    """Name a column as spreadsheets do.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Give the number of a column named by letters A to XFD; 0 if it is none.

    >>> column_number("AB"), column_number("xfd"), column_number("A1")
    (28, 16384, 0)
    """
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z" or number > 16384:
            return 0
        number = number * 26 + ord(letter) - 64
    return number if number <= 16384 else 0
