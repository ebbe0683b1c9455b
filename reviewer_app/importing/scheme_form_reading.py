"""The Excel form of a scheme -> the document a TOML file would give.

Only cells that cannot be read at all are problems here; `scheme_check.check` says the
rest.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.scheme_problem import SchemeFault, SchemeProblem, SchemeRejected
from reviewer_app.importing.grid import Cell, CellKind, Grid, column_letters
from reviewer_app.importing.guard import recognise
from reviewer_app.importing.scheme_form_layout import (
    CAPS,
    CHOICES,
    FACTORS,
    FUNDING,
    GENERAL,
    INDICATORS,
    INPUTS,
    LEVELS,
    LINE_KEY,
    ROW_SHEETS,
    SCALARS,
    TIERS,
    FormSheet,
    from_cell,
)
from reviewer_app.importing.sheet_reading import read_sheet
from reviewer_app.importing.workbook import open_workbook

_Table = dict[str, Any]


def read_scheme_form(name: str, data: bytes) -> _Table:
    """Read a filled form into a document.

    Raises:
        FileRefused: the file is no workbook, or a hostile one.
        SchemeRejected: no scheme form, or cells that hold formulas, dates or errors.
    """
    package = recognise(name, data).package
    if package is None:
        raise FileRefused(ProblemKind.NO_WORKBOOK)
    workbook = open_workbook(package)
    grids = {entry.name: read_sheet(workbook, entry) for entry in workbook.sheets}
    reader = _FormReader(grids)
    document = reader.document()
    if reader.problems:
        raise SchemeRejected(tuple(reader.problems), name)
    return document


class _FormReader:
    """Collects the document and the cells that cannot be read."""

    def __init__(self, grids: Mapping[str, Grid]) -> None:
        self._grids = grids
        self.problems: list[SchemeProblem] = []

    def document(self) -> _Table:
        """Put the sheets together as TOML nests its tables."""
        for sheet in (GENERAL, FACTORS, INDICATORS):
            if sheet not in self._grids:
                problem = SchemeProblem(SchemeFault.NO_SCHEME_FORM, (), expected=sheet)
                self.problems.append(problem)
                return {}
        document = self._scalars(GENERAL)
        rows = {sheet.name: list(self._rows(sheet)) for sheet in ROW_SHEETS}
        self._adopt_choices(rows[INPUTS], rows[CHOICES])
        self._adopt(rows[INDICATORS], rows[LEVELS], "indicator", "level")
        self._adopt(rows[FACTORS], rows[INDICATORS], "factor", "indicator")
        lines = {row["code"]: row.pop(LINE_KEY) for row in rows[FACTORS] if LINE_KEY in row}
        if lines:
            document.setdefault("rules", {})["pass_factor"] = lines
        funding = self._scalars(FUNDING).get("funding", {})
        funding |= _present(tier=rows[TIERS], cap=rows[CAPS])
        return document | _present(input=rows[INPUTS], factor=rows[FACTORS], funding=funding)

    def _text(self, grid: Grid, row: int, column: int) -> str:
        cell = grid.cell(row, column)
        if cell.is_empty:
            return ""
        text = _plain_text(cell)
        if text is None:
            place = (grid.sheet, f"{column_letters(column)}{row}")
            found = "formula" if cell.formula is not None else cell.kind.value
            self.problems.append(SchemeProblem(SchemeFault.NOT_A_TEXT_CELL, place, found))
            return ""
        return text

    def _scalars(self, sheet: str) -> _Table:
        grid = self._grids.get(sheet, Grid(sheet))
        known = dict(SCALARS[sheet])
        found: _Table = {}
        for row in sorted(grid.rows):
            path, text = self._text(grid, row, 2).strip(), self._text(grid, row, 3)
            if row == 1 or not text.strip():
                continue
            if path not in known:
                place = (sheet, f"B{row}")
                self.problems.append(SchemeProblem(SchemeFault.UNKNOWN_KEY, place, path))
                continue
            table, _, key = path.partition(".")
            home = found if table == "scheme" else found.setdefault(table, {})
            home[key] = from_cell(known[path], text)
        return found

    def _rows(self, sheet: FormSheet) -> Iterator[_Table]:
        """Give the filled rows of a sheet; unknown columns are a problem."""
        grid = self._grids.get(sheet.name, Grid(sheet.name))
        fields = {column.key: column.field for column in sheet.columns}
        columns: dict[int, str] = {}
        for column in sorted(grid.rows.get(1, {})):
            header = self._text(grid, 1, column).split()
            if header and header[-1] in fields:
                columns[column] = header[-1]
            elif header:
                place = (sheet.name, f"{column_letters(column)}1")
                problem = SchemeProblem(SchemeFault.UNKNOWN_KEY, place, header[-1])
                self.problems.append(problem)
        for row in sorted(grid.rows):
            texts = {key: self._text(grid, row, column) for column, key in columns.items()}
            table = {
                key: from_cell(fields[key], text) for key, text in texts.items() if text.strip()
            }
            if row > 1 and table:
                yield self._owned(sheet, row, table)

    def _owned(self, sheet: FormSheet, row: int, table: _Table) -> _Table:
        needed = [sheet.owner] if sheet.owner else []
        if sheet.name == CHOICES:
            needed = ["input", "word", "value"]
        if sheet.name == FACTORS and LINE_KEY in table:
            needed = ["code"]
        for key in needed:
            if key not in table:
                place = (sheet.name, f"{row}", key)
                problem = SchemeProblem(SchemeFault.MISSING_KEY, place, expected=key)
                self.problems.append(problem)
                table[key] = ""
        return table

    def _adopt(self, owners: list[_Table], rows: list[_Table], owner: str, key: str) -> None:
        """Put each row under the owner whose code it names."""
        homes = {home["code"]: home for home in owners if "code" in home}
        for row in rows:
            code = row.pop(owner)
            if code in homes:
                homes[code].setdefault(key, []).append(row)
            elif code:
                self._no_owner(code, FACTORS if owner == "factor" else INDICATORS)

    def _adopt_choices(self, inputs: list[_Table], rows: list[_Table]) -> None:
        homes = {home["key"]: home for home in inputs if "key" in home}
        for row in rows:
            home = homes.get(row["input"])
            if home is None:
                self._no_owner(row["input"], INPUTS)
                continue
            words = home.setdefault("values", {})
            if row["word"] in words:
                place = ("input", row["input"], "values")
                problem = SchemeProblem(SchemeFault.DUPLICATE, place, row["word"])
                self.problems.append(problem)
            words[row["word"]] = row["value"]

    def _no_owner(self, code: str, sheet: str) -> None:
        place = (sheet,)
        problem = SchemeProblem(SchemeFault.UNKNOWN_OWNER, place, str(code), sheet)
        self.problems.append(problem)


def _present(**tables: object) -> _Table:
    return {key: table for key, table in tables.items() if table}


def _plain_text(cell: Cell) -> str | None:
    """Give what was typed: a number as people write it, not as a binary float has it."""
    if cell.formula is not None:
        return None
    match cell.kind:
        case CellKind.TEXT:
            return cell.text
        case CellKind.NUMBER | CellKind.PERCENT:
            return _typed_number(cell.text)
        case CellKind.EMPTY:
            return ""
        case CellKind.DATE | CellKind.BOOLEAN | CellKind.ERROR:
            return None


def _typed_number(text: str) -> str:
    """Give the shortest decimal that is this double: 4.7999999999999998 was 4.8."""
    try:
        shortest = Decimal(repr(float(text)))
    except ValueError:
        return text
    if not shortest.is_finite():
        return text
    plain = f"{shortest:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
