"""Cells that should hold a date become ISO text, or a finding.

Source: reliability.md 5.3 (11-15).
"""

import re
from datetime import date, timedelta
from decimal import Decimal

from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.grid import Cell, CellKind
from reviewer_app.importing.number_reading import Reading, half_width, stored_number

_EARLIEST, _LATEST = date(1949, 10, 1), date(2100, 12, 31)
_WRITTEN = re.compile(
    r"([0-9]{4})\s*[-年./]\s*([0-9]{1,2})\s*[-月./]\s*([0-9]{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?)?"
)
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_GREATEST_SERIAL = 80_000
_ZERO_1900 = date(1899, 12, 30)
"""Of the days after the 29 February 1900 that never was; no date we take is before it."""

_ZERO_1904 = date(1904, 1, 1)


def date_of_serial(text: str, *, epoch_1904: bool) -> date | None:
    """Give the day of a date serial, None where it names none we could mean.

    >>> date_of_serial("46082", epoch_1904=False)
    datetime.date(2026, 3, 1)
    """
    reading = stored_number(text)
    if reading.error is not None:
        return None
    days = int(Decimal(reading.text))
    if not 0 < days < _GREATEST_SERIAL:
        return None
    found = (_ZERO_1904 if epoch_1904 else _ZERO_1900) + timedelta(days=days)
    return found if _EARLIEST <= found <= _LATEST else None


def read_date(cell: Cell, *, epoch_1904: bool) -> Reading:
    """Read a date as ISO text; every other way of writing is normalised with a note."""
    found: date | None = None
    note: ProblemKind | None = ProblemKind.DATE_NORMALISED
    match cell.kind:
        case CellKind.EMPTY:
            return Reading("")
        case CellKind.DATE:
            found, note = date_of_serial(cell.text, epoch_1904=epoch_1904), None
        case CellKind.NUMBER:
            found = _from_number(cell.text, epoch_1904=epoch_1904)
        case CellKind.TEXT:
            text = cell.text.strip()
            found = _from_text(half_width(text))
            note = None if found and text == found.isoformat() else note
        case CellKind.PERCENT | CellKind.BOOLEAN | CellKind.ERROR:
            pass
    if found is None:
        return Reading("", ProblemKind.NOT_A_DATE)
    return Reading(found.isoformat(), None, note)


def _from_number(text: str, *, epoch_1904: bool) -> date | None:
    """Read 20260301, or a serial that lost its date format."""
    reading = stored_number(text)
    if reading.error is None and _COMPACT.fullmatch(reading.text):
        return _from_text(reading.text)
    return date_of_serial(text, epoch_1904=epoch_1904)


def _from_text(text: str) -> date | None:
    match = _WRITTEN.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return None
    try:
        found = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return found if _EARLIEST <= found <= _LATEST else None
