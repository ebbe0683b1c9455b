"""One worksheet part becomes a Grid, by cell references and never by its dimension.

An own reader rather than openpyxl: one pass gives values and formulas, rows and cells may
stand in any order, and limits hold before anything is stored. Tests prove it equal to
openpyxl's full mode. Source: reliability.md F7, 5.3 (2-5, 7, 32, 35-39, 41, 60).
"""

from collections.abc import Callable

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.grid import (
    GREATEST_COLUMNS,
    GREATEST_ROWS,
    TITLE_ROWS,
    Cell,
    CellKind,
    Grid,
    Merge,
    column_number,
)
from reviewer_app.importing.strings import decode_escapes
from reviewer_app.importing.workbook import SheetEntry, Workbook
from reviewer_app.importing.xml_rules import GREATEST_DEPTH, MAIN, STRICT, parse_xml

Progress = Callable[[int], None]

LAST_ROW = GREATEST_ROWS + TITLE_ROWS
_GREATEST_ELEMENTS = 3_000_000
_GREATEST_MERGES = 20_000
_GREATEST_MERGE_AREA = 100_000
_PROGRESS_EVERY = 500
_DIGITS = "0123456789"
_C, _V, _F, _T = (f"{MAIN} {name}" for name in ("c", "v", "f", "t"))
_TAKEN = frozenset((_V, _F, _T))
_ROW, _PHONETIC = f"{MAIN} row", f"{MAIN} rPh"
_COL, _MERGE = f"{MAIN} col", f"{MAIN} mergeCell"


def read_sheet(workbook: Workbook, entry: SheetEntry, progress: Progress | None = None) -> Grid:
    """Read a sheet whole.

    `progress` is called with the number of rows read; what it raises stops the reading.

    Raises:
        FileRefused: a limit is passed, a place is impossible or used twice, broken XML.
    """
    reader = _SheetReader(workbook, entry.name, progress)
    content = workbook.package.read(entry.part)
    parse_xml(content, entry.part, reader.start, reader.end, reader.text)
    return reader.grid


class _SheetReader:
    """Handlers of one sheet; the state is where in the sheet the parser stands."""

    def __init__(self, workbook: Workbook, sheet: str, progress: Progress | None) -> None:
        self.grid = Grid(sheet, epoch_1904=workbook.epoch_1904)
        self._strings = workbook.strings
        self._kinds = workbook.kinds
        self._progress = progress
        self._depth = self._elements = self._rows_read = 0
        self._row = self._column = 0
        self._row_text = ""
        self._cells: dict[int, Cell] = {}
        self._columns: dict[str, int] = {}
        self._numbers: dict[tuple[CellKind, str], Cell] = {}
        self._type = self._style = ""
        self._pieces: list[str] = []
        self._is_taken = False
        self._value: str | None = None
        self._inline: list[str] = []
        self._formula: str | None = None
        self._phonetic = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > GREATEST_DEPTH:
            raise FileRefused(ProblemKind.ZIP_BOMB, {"entry": self.grid.sheet})
        if name == _C:
            self._start_cell(attributes)
        elif name in _TAKEN:
            self._is_taken = True
            self._pieces = []
        elif name == _ROW:
            self._start_row(attributes)
        elif name == _PHONETIC:
            self._phonetic += 1
        elif name == _COL:
            self._hidden_columns(attributes)
        elif name == _MERGE:
            self._merge(attributes.get("ref", ""))
        elif self._depth == 1 and name.startswith(STRICT):
            raise FileRefused(ProblemKind.STRICT_WORKBOOK)

    def text(self, piece: str) -> None:
        if self._is_taken:
            self._pieces.append(piece)

    def end(self, name: str) -> None:
        self._depth -= 1
        if name == _V:
            self._value = "".join(self._pieces)
            self._is_taken = False
        elif name == _C:
            self._end_cell()
        elif name == _F:
            self._formula = "".join(self._pieces)
            self._is_taken = False
        elif name == _T:
            self._is_taken = False
            if not self._phonetic:
                self._inline.append("".join(self._pieces))
        elif name == _PHONETIC:
            self._phonetic -= 1

    def _start_row(self, attributes: dict[str, str]) -> None:
        text = attributes.get("r")
        self._row = self._row + 1 if text is None else _row_number(text)
        self._row_text = str(self._row)
        self._column = 0
        self._cells = self.grid.rows.get(self._row) or {}
        self._count_element()
        self._rows_read += 1
        if attributes.get("hidden") in ("1", "true"):
            self.grid.hidden_rows.add(self._row)
        if self._progress is not None and self._rows_read % _PROGRESS_EVERY == 0:
            self._progress(self._rows_read)

    def _count_element(self) -> None:
        self._elements += 1
        if self._elements > _GREATEST_ELEMENTS:
            raise FileRefused(ProblemKind.TOO_MANY_CELLS, {"limit": str(_GREATEST_ELEMENTS)})

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place is None:
            self._column += 1
        else:
            letters = place.rstrip(_DIGITS)
            column = self._columns.get(letters)
            if column is None:
                column = self._columns[letters] = column_number(letters)
            if not column or place[len(letters) :] != self._row_text:
                self._move_to(place, letters, column)
            self._column = column
        self._count_element()
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._value = self._formula = None
        if self._inline:
            self._inline = []

    def _move_to(self, place: str, letters: str, column: int) -> None:
        """Accept a cell that names another row than the row it stands in."""
        row = _row_number(place[len(letters) :])
        if not column:
            raise FileRefused(ProblemKind.CELL_PLACE, {"place": place[:20]})
        self._row = row
        self._row_text = str(row)
        self._cells = self.grid.rows.get(row) or {}

    def _end_cell(self) -> None:
        cell = self._cell()
        if cell is None:
            return
        if self._row > LAST_ROW:
            facts = {"row": str(self._row), "limit": str(GREATEST_ROWS)}
            raise FileRefused(ProblemKind.TOO_MANY_ROWS, facts)
        if self._column > GREATEST_COLUMNS:
            facts = {"column": str(self._column), "limit": str(GREATEST_COLUMNS)}
            raise FileRefused(ProblemKind.TOO_MANY_COLUMNS, facts)
        if self._column in self._cells:
            facts = {"row": str(self._row), "column": str(self._column)}
            raise FileRefused(ProblemKind.CELL_TWICE, facts)
        if not self._cells:
            self.grid.rows[self._row] = self._cells
        self._cells[self._column] = cell

    def _cell(self) -> Cell | None:
        """Make the cell from what stood in it; None for an empty one."""
        if self._type == "s" and self._formula is None:
            return self._shared(self._value) if self._value else None
        value = self._value
        if self._type == "inlineStr" and self._inline:
            value = decode_escapes("".join(self._inline))
        if value is None or (value == "" and self._type != "str"):
            return None if self._formula is None else Cell(CellKind.EMPTY, "", self._formula)
        kind = self._kind()
        if kind is CellKind.TEXT and self._type == "s":
            value = self._shared(value).text
        elif self._type == "str":
            value = decode_escapes(value)
        if self._formula is not None:
            return Cell(kind, value, self._formula)
        found = self._numbers.get((kind, value))
        if found is None:
            found = self._numbers[kind, value] = Cell(kind, value)
        return found

    def _kind(self) -> CellKind:
        if self._type == "n":
            style = int(self._style) if self._style.isdigit() else 0
            return self._kinds[style] if style < len(self._kinds) else CellKind.NUMBER
        if self._type == "b":
            return CellKind.BOOLEAN
        return CellKind.ERROR if self._type == "e" else CellKind.TEXT

    def _shared(self, index: str) -> Cell:
        if not (index.isascii() and index.isdigit() and int(index) < len(self._strings)):
            raise FileRefused(ProblemKind.DAMAGED, {"detail": f"shared string {index[:20]}"})
        return self._strings[int(index)]

    def _hidden_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit() and int(first) <= GREATEST_COLUMNS:
                span = (int(first), min(int(last), GREATEST_COLUMNS))
                self.grid.hidden_columns.append(span)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        top, left = _place(first)
        bottom, right = _place(last or first)
        area = (bottom - top + 1) * (right - left + 1)
        self.grid.merges.append(Merge(top, left, bottom, right))
        if area > _GREATEST_MERGE_AREA or len(self.grid.merges) > _GREATEST_MERGES:
            raise FileRefused(ProblemKind.TOO_MANY_MERGES, {"place": reference[:40]})


def _row_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and 1 <= int(text) <= 1_048_576):
        raise FileRefused(ProblemKind.CELL_PLACE, {"place": text[:20]})
    return int(text)


def _place(reference: str) -> tuple[int, int]:
    bare = reference.replace("$", "")
    letters = bare.rstrip(_DIGITS)
    column = column_number(letters)
    if not column:
        raise FileRefused(ProblemKind.CELL_PLACE, {"place": reference[:20]})
    return _row_number(bare[len(letters) :]), column
