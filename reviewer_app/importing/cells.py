"""How the cells of one column are read: a function for each kind of column."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from reviewer_app.domain import credit_code
from reviewer_app.domain.credit_code import CreditVerdict
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.scheme import InputKind, SchemeInput
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.columns import ColumnKind
from reviewer_app.importing.date_reading import date_of_serial, read_date
from reviewer_app.importing.grid import Cell, CellKind
from reviewer_app.importing.headers import Placed
from reviewer_app.importing.number_reading import (
    EMPTY_WORDS,
    NumberRule,
    Percent,
    Reading,
    read_number,
    stored_number,
)
from reviewer_app.importing.strings import (
    GREATEST_TEXT,
    clean_key,
    clean_line,
    clean_text,
    utf16_length,
)

Reader = Callable[[Cell], Reading]

YES = frozenset(("是", "1", "yes", "y", "true"))
NO = frozenset(("否", "0", "no", "n", "false"))
STATE_WORDS = {
    "回避": SheetState.RECUSED,
    "recused": SheetState.RECUSED,
    "弃权": SheetState.ABSTAINED,
    "abstained": SheetState.ABSTAINED,
    "缺席": SheetState.ABSENT,
    "absent": SheetState.ABSENT,
}
PICTURE = re.compile(r"^=?\s*(?:_xlfn\.)?DISPIMG\s*\(", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]{2,}", re.IGNORECASE)
_CANONICAL_INTEGER = re.compile(r"0|[1-9][0-9]{0,14}")
_NAME_MARKS = re.compile(r"[；;\n]")


def reader_for(placed: Placed, *, epoch_1904: bool) -> Reader:
    """Give the function that reads a known column's cells."""
    column = placed.column
    assert column is not None
    if column.input is not None:
        return _input_reader(column.input, placed)
    words = frozenset(column.words)
    rule = NumberRule(column.unit, placed.unit, placed.is_confirmed)
    readers: dict[ColumnKind, Reader] = {
        ColumnKind.KEY: lambda cell: read_key(cell, epoch_1904=epoch_1904),
        ColumnKind.LINE: lambda cell: read_text(cell, clean_line, epoch_1904=epoch_1904),
        ColumnKind.TEXT: lambda cell: read_text(cell, clean_text, epoch_1904=epoch_1904),
        ColumnKind.NAMES: lambda cell: read_text(cell, _clean_names, epoch_1904=epoch_1904),
        ColumnKind.CREDIT_CODE: lambda cell: read_credit_code(cell, epoch_1904=epoch_1904),
        ColumnKind.DATE: lambda cell: read_date(cell, epoch_1904=epoch_1904),
        ColumnKind.CHOICE: lambda cell: _read_choice(cell, words, None),
        ColumnKind.FLAG: read_flag,
        ColumnKind.COUNT: read_count,
        ColumnKind.NUMBER: lambda cell: read_number(cell, rule),
        ColumnKind.SCORE: lambda cell: read_number(cell, rule),
    }
    return readers[column.kind]


def plain_text(cell: Cell, *, epoch_1904: bool) -> str:
    """Write a cell of any kind as text: dates as ISO, numbers as decimals."""
    match cell.kind:
        case CellKind.TEXT | CellKind.ERROR | CellKind.EMPTY:
            return cell.text
        case CellKind.BOOLEAN:
            return "TRUE" if cell.text == "1" else "FALSE"
        case CellKind.NUMBER | CellKind.PERCENT:
            return stored_number(cell.text).text or cell.text
        case CellKind.DATE:
            found = date_of_serial(cell.text, epoch_1904=epoch_1904)
            return found.isoformat() if found else cell.text
        case _:
            assert_never(cell.kind)


def read_text(cell: Cell, clean: Callable[[str], str], *, epoch_1904: bool) -> Reading:
    """Read text, cleaned; a number or a date becomes the text it shows."""
    if cell.kind is not CellKind.TEXT:
        return _stored_as_text(cell, epoch_1904=epoch_1904)
    raw = cell.text
    if len(raw) > GREATEST_TEXT // 2 and utf16_length(raw) > GREATEST_TEXT:
        return Reading("", ProblemKind.TEXT_TOO_LONG)
    cleaned = clean(raw)
    if cleaned == raw or cleaned == raw.strip():
        return Reading(cleaned)
    return Reading(cleaned, None, ProblemKind.TEXT_CLEANED)


def _stored_as_text(cell: Cell, *, epoch_1904: bool) -> Reading:
    if cell.kind is CellKind.NUMBER and not _CANONICAL_INTEGER.fullmatch(cell.text):
        reading = stored_number(cell.text)
        if reading.error is not None:
            return Reading("", ProblemKind.KEY_AS_NUMBER)
        return Reading(reading.text)
    if cell.kind is CellKind.DATE:
        if date_of_serial(cell.text, epoch_1904=epoch_1904) is None:
            return Reading("", ProblemKind.NOT_A_DATE)
        text = plain_text(cell, epoch_1904=epoch_1904)
        return Reading(text, None, ProblemKind.DATE_NORMALISED)
    return Reading(plain_text(cell, epoch_1904=epoch_1904))


def read_key(cell: Cell, *, epoch_1904: bool) -> Reading:
    """Read a number that identifies something, cleaned so that it compares."""
    if cell.kind is CellKind.TEXT:
        if utf16_length(cell.text) > GREATEST_TEXT:
            return Reading("", ProblemKind.TEXT_TOO_LONG)
        cleaned = clean_key(cell.text)
        if _SCIENTIFIC.fullmatch(cleaned):
            return Reading("", ProblemKind.KEY_AS_NUMBER)
        return Reading(cleaned, None, None if cleaned == cell.text else ProblemKind.KEY_CLEANED)
    return _stored_as_text(cell, epoch_1904=epoch_1904)


def read_credit_code(cell: Cell, *, epoch_1904: bool) -> Reading:
    """Read a credit code, normalised, with its check signs judged."""
    reading = read_key(cell, epoch_1904=epoch_1904)
    if reading.error is not None or not reading.text:
        return reading
    code = credit_code.normalise(reading.text)
    match credit_code.judge(code):
        case CreditVerdict.OLD_NUMBER | CreditVerdict.WRONG_LENGTH:
            return Reading(code, None, ProblemKind.CREDIT_CODE_OLD)
        case CreditVerdict.WRONG_SIGN | CreditVerdict.WRONG_CHECK:
            return Reading("", ProblemKind.CREDIT_CODE_WRONG)
        case CreditVerdict.VALID:
            if not credit_code.has_right_body(code):
                return Reading(code, None, ProblemKind.CREDIT_CODE_BODY)
            changed = ProblemKind.CREDIT_CODE_NORMALISED if code != cell.text else None
            return Reading(code, None, changed)


def read_flag(cell: Cell) -> Reading:
    """Read 是/否 or 1/0 as "1" or "0"."""
    if cell.kind not in (CellKind.TEXT, CellKind.NUMBER, CellKind.BOOLEAN, CellKind.EMPTY):
        return Reading("", ProblemKind.NOT_A_FLAG)
    word = clean_key(cell.text).lower()
    if not word:
        return Reading("")
    if word in YES or word in NO:
        return Reading("1" if word in YES else "0")
    return Reading("", ProblemKind.NOT_A_FLAG)


def state_word(cell: Cell) -> SheetState | None:
    """Give the state that a word in a score cell or a status column means."""
    return STATE_WORDS.get(clean_key(cell.text).lower()) if cell.kind is CellKind.TEXT else None


def _clean_names(text: str) -> str:
    """Write several names with one mark between them."""
    return "；".join(name for part in _NAME_MARKS.split(text) if (name := clean_line(part)))


def _input_reader(item: SchemeInput, placed: Placed) -> Reader:
    match item.kind:
        case InputKind.FLAG:
            return lambda cell: _defaulted(cell, item) or read_flag(cell)
        case InputKind.CHOICE:
            words = frozenset(word for word, _ in item.values)
            return lambda cell: _read_choice(cell, words, item)
        case InputKind.NUMBER | InputKind.COUNT | InputKind.SHARE:
            return _number_input_reader(item, placed)
        case _:
            assert_never(item.kind)


def _number_input_reader(item: SchemeInput, placed: Placed) -> Reader:
    percent = Percent.SHARE if item.kind is InputKind.SHARE else Percent.REFUSED
    if item.unit in ("%", "％"):
        percent = Percent.UNIT
    has_default = item.default is not None
    rule = NumberRule(item.unit, placed.unit, placed.is_confirmed, percent, has_default)

    def read(cell: Cell) -> Reading:
        reading = read_number(cell, rule)
        if reading.error is not None or not reading.text:
            return reading
        fault = input_fault(item, Fraction(reading.text))
        return reading if fault is None else Reading(reading.text, fault)

    return read


def input_fault(item: SchemeInput, value: Fraction) -> ProblemKind | None:
    """Tell what keeps a number from being a value of the input."""
    if item.kind is InputKind.COUNT and (value.denominator != 1 or value < 0):
        return ProblemKind.NOT_WHOLE
    if item.kind is InputKind.SHARE and not 0 <= value <= 1:
        return ProblemKind.NOT_A_SHARE
    too_small = item.minimum is not None and value < item.minimum
    too_large = item.maximum is not None and value > item.maximum
    return ProblemKind.OUT_OF_BOUNDS if too_small or too_large else None


def _defaulted(cell: Cell, item: SchemeInput) -> Reading | None:
    """Take a dash or 无 as an empty cell where an empty cell has a default."""
    if item.default is not None and cell.text.strip() in EMPTY_WORDS:
        return Reading("", None, ProblemKind.READ_AS_EMPTY)
    return None


def _read_choice(cell: Cell, words: frozenset[str], item: SchemeInput | None) -> Reading:
    word = clean_line(plain_text(cell, epoch_1904=False))
    if not word or word in words:
        return Reading(word)
    empty = _defaulted(cell, item) if item is not None else None
    return empty or Reading("", ProblemKind.NOT_A_CHOICE)


def read_count(cell: Cell) -> Reading:
    """Read a whole number from 0."""
    reading = read_number(cell, NumberRule())
    if reading.text and not reading.text.isdigit():
        return Reading("", ProblemKind.NOT_WHOLE)
    return reading
