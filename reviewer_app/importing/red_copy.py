"""The copy of a workbook with its bad cells red, for people to mend and bring again.

It is a new workbook with the values of the old one: no formulas, macros or links.
Source: contract.md 1 (--skip-bad).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.plans import ImportPlan, Problem
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.i18n import Translator, translator
from reviewer_app.importing.choosing import open_book
from reviewer_app.importing.date_reading import date_of_serial
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.grid import Cell, CellKind, Grid, column_letters, column_number
from reviewer_app.importing.guard import read_bytes, recognise
from reviewer_app.importing.number_reading import stored_number
from reviewer_app.importing.safe_cells import RED_FILL, save_workbook, write_text
from reviewer_app.words.import_problems import message

_GREATEST_COMMENT = 2_000
_CSV_SHEET = "Sheet1"

_Marks = Mapping[tuple[int, int], list[Problem]]


def mark_bad_cells(
    source: Path, target: Path, plan: ImportPlan, _: Translator | None = None
) -> None:
    """Write a copy of the sheets with problems; each bad cell is red and says why.

    Raises:
        FileRefused: the file as a whole could not be used, so no row is good.
        CopyNotWritten: the copy cannot be written; the source is untouched in any case.
    """
    if plan.is_refused:
        problem = next(problem for problem in plan.problems if problem.row is None)
        raise FileRefused(ProblemKind(problem.kind), _facts(problem))
    tongue = translator("zh_CN") if _ is None else _
    bad = {sheet for sheet, _row, _column in plan.bad_cells}
    input_book = open_book(recognise(source.name, read_bytes(source)), Findings(source.name))
    book = Workbook()
    book.remove(book.worksheets[0])
    for entry in input_book.sheets:
        if entry.name in bad:
            sheet = book.create_sheet(entry.name or _CSV_SHEET)
            _write_sheet(sheet, input_book.read(entry), _marks(plan, entry.name), tongue)
    if not book.worksheets:
        book.create_sheet(_CSV_SHEET)
    save_workbook(book, target)


def _facts(problem: Problem) -> Mapping[str, str]:
    return {
        "found": problem.found,
        "expected": problem.expected,
        "column": problem.column,
        **problem.facts,
    }


def _marks(plan: ImportPlan, sheet: str) -> _Marks:
    """Give the problems by place; column 0 stands for the whole row."""
    marks: dict[tuple[int, int], list[Problem]] = {
        (row, column): [] for name, row, column in plan.bad_cells if name == sheet
    }
    for problem in plan.problems:
        if problem.sheet == sheet and problem.row is not None:
            letters = problem.facts.get("cell", "").rstrip("0123456789")
            place = (problem.row, column_number(letters) if letters else 0)
            marks.setdefault(place, []).append(problem)
    return marks


def _write_sheet(sheet: Worksheet, grid: Grid, marks: _Marks, _: Translator) -> None:
    widths: dict[int, int] = {}
    for row, cells in sorted(grid.rows.items()):
        for column, cell in sorted(cells.items()):
            _write_cell(sheet, row, column, cell, grid)
            width = sum(2 if sign > "\u2e80" else 1 for sign in cell.text[:60])
            widths[column] = max(widths.get(column, 8), width + 2)
    for column, width in widths.items():
        sheet.column_dimensions[column_letters(column)].width = min(width, 60)
    for (row, column), problems in marks.items():
        _mark(sheet, row, column or min(grid.rows.get(row, {1: None})), problems, _)
        if not column:
            for other in grid.rows.get(row, {}):
                sheet.cell(row, other).fill = RED_FILL


def _mark(
    sheet: Worksheet, row: int, column: int, problems: Iterable[Problem], _: Translator
) -> None:
    cell = sheet.cell(row, column)
    cell.fill = RED_FILL
    text = "\n".join(message(problem, _) for problem in problems)
    if cell.comment is not None:
        text = f"{cell.comment.text}\n{text}"
    if text:
        cell.comment = Comment(text[:_GREATEST_COMMENT], "reviewer-app", height=120, width=320)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, grid: Grid) -> None:
    """Write a value as what it was; anything doubtful stays text."""
    if cell.kind is CellKind.EMPTY:
        write_text(sheet, row, column, f"={cell.formula}" if cell.formula else "")
        return
    if cell.kind is CellKind.DATE:
        found = date_of_serial(cell.text, epoch_1904=grid.epoch_1904)
        if found is not None:
            sheet.cell(row, column).value = found
            return
    if cell.kind in (CellKind.NUMBER, CellKind.PERCENT):
        reading = stored_number(cell.text)
        if reading.error is None:
            target = sheet.cell(row, column)
            target.value = float(cell.text) if "." in reading.text else int(reading.text)
            target.number_format = "0.##%" if cell.kind is CellKind.PERCENT else "General"
            return
    if cell.kind is CellKind.BOOLEAN:
        sheet.cell(row, column).value = cell.text == "1"
        return
    write_text(sheet, row, column, cell.text)
