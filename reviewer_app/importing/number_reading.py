"""Cells that should hold a number become exact decimal text, or a finding.

A spreadsheet stores binary floats; they become decimals by their shortest text and are
never calculated with. Source: reliability.md 5.3 (16-24, 33); contract.md 3.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.grid import Cell, CellKind

MONEY_UNITS = {
    "元": Fraction(1),
    "千元": Fraction(10**3),
    "万": Fraction(10**4),
    "万元": Fraction(10**4),
    "百万元": Fraction(10**6),
    "亿": Fraction(10**8),
    "亿元": Fraction(10**8),
}
EMPTY_WORDS = frozenset(("—", "－", "-", "–", "/", "\\", "无", "空", "暂无", "N/A", "n/a", "NA"))

_CANONICAL = re.compile(r"(?:0|-?[1-9][0-9]{0,8}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9])")
_STORED = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,4})?|[-+]?\.[0-9]+")
_PLAIN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_CURRENCY = re.compile(r"(?:￥|¥|RMB|人民币)\s*")
_SPLIT = re.compile(r"([-+]?[0-9][0-9,.]*)\s*(\S{1,8})?")
_WIDE = str.maketrans("０１２３４５６７８９．，＋－％−﹣", "0123456789.,+-%--")
_DIGITS_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
_GREATEST = Decimal(10) ** 15
_GREATEST_PLACES = 18


class Percent(StrEnum):
    """What a per cent sign means in a column."""

    REFUSED = "refused"
    SHARE = "share"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How the numbers of a column are written.

    `unit` is what they shall be in, `written` what the column says, `is_confirmed`
    whether a unit inside a cell may be believed; `may_be_empty` lets words like 无 stand
    for an empty cell.
    """

    unit: str = ""
    written: str = ""
    is_confirmed: bool = False
    percent: Percent = Percent.REFUSED
    may_be_empty: bool = False

    @property
    def scale(self) -> Fraction:
        """What a plain number is multiplied by."""
        if self.written in MONEY_UNITS and self.unit in MONEY_UNITS:
            return MONEY_UNITS[self.written] / MONEY_UNITS[self.unit]
        return Fraction(1)


class Reading(NamedTuple):
    """What a cell gave: `text` ("" for empty) or an error, and at most one note."""

    text: str
    error: ProblemKind | None = None
    note: ProblemKind | None = None


def read_number(cell: Cell, rule: NumberRule) -> Reading:
    """Read a number as exact decimal text in the rule's unit."""
    match cell.kind:
        case CellKind.NUMBER:
            if _CANONICAL.fullmatch(cell.text):
                return _scaled(Reading(cell.text), rule)
            return _scaled(stored_number(cell.text), rule)
        case CellKind.TEXT:
            if _CANONICAL.fullmatch(cell.text):
                return _scaled(Reading(cell.text), rule)
            return _typed_number(cell.text, rule)
        case CellKind.PERCENT:
            return _stored_percent(cell.text, rule)
        case CellKind.BOOLEAN:
            return Reading("", ProblemKind.BOOLEAN_FOUND)
        case CellKind.EMPTY:
            return Reading("")
        case CellKind.DATE | CellKind.ERROR:
            return Reading("", ProblemKind.NOT_A_NUMBER)


def stored_number(text: str) -> Reading:
    """Read a number as a workbook stores it, by the shortest text of its float."""
    if not _STORED.fullmatch(text) or not math.isfinite(float(text)):
        return Reading("", ProblemKind.NOT_A_NUMBER)
    return _exact(Decimal(repr(float(text))))


def _exact(value: Decimal) -> Reading:
    """Give decimal text of at most 15 digits, which is all a spreadsheet shows."""
    if abs(value) >= _GREATEST:
        return Reading("", ProblemKind.NUMBER_TOO_PRECISE)
    kept = _DIGITS_KEPT.plus(value)
    note = None if kept == value else ProblemKind.NUMBER_NOISE
    bare = kept.normalize(_DIGITS_KEPT)
    exponent = bare.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_GREATEST_PLACES:
        return Reading("", ProblemKind.NUMBER_TOO_PRECISE)
    return Reading(f"{bare:f}" if bare else "0", None, note)


def _stored_percent(text: str, rule: NumberRule) -> Reading:
    reading = stored_number(text)
    if reading.error is not None or rule.percent is Percent.SHARE:
        return reading
    if rule.percent is Percent.REFUSED:
        return Reading("", ProblemKind.NOT_A_NUMBER)
    shown = format_exact(Fraction(reading.text) * 100)
    return Reading(shown, None, ProblemKind.NUMBER_NORMALISED)


def _scaled(reading: Reading, rule: NumberRule) -> Reading:
    if reading.error is not None or rule.written == rule.unit or rule.scale == 1:
        return reading
    return reading._replace(text=format_exact(Fraction(reading.text) * rule.scale))


def half_width(text: str) -> str:
    """Write digits of every script and full-width signs in ASCII; trim.

    >>> half_width("１２３．５"), half_width("٨٥"), half_width("−5")
    ('123.5', '85', '-5')
    """
    text = text.strip().translate(_WIDE)
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(sign)) if unicodedata.decimal(sign, None) is not None else sign
        for sign in text
    )


def _typed_number(raw: str, rule: NumberRule) -> Reading:
    """Read a number that a person typed as text."""
    text = raw.strip()
    if not text:
        return Reading("")
    if text in EMPTY_WORDS:
        error = None if rule.may_be_empty else ProblemKind.NOT_A_NUMBER
        return Reading("", error, ProblemKind.READ_AS_EMPTY)
    bare = half_width(text)
    if _PLAIN.fullmatch(bare):
        note = None if bare == text and bare[0] != "+" else ProblemKind.NUMBER_NORMALISED
        return _noted(_scaled(_exact(Decimal(bare)), rule), note)
    if _GROUPED.fullmatch(bare):
        reading = _exact(Decimal(bare.replace(",", "")))
        return _noted(_scaled(reading, rule), ProblemKind.NUMBER_NORMALISED)
    return _noted(_with_sign(bare, rule), ProblemKind.NUMBER_NORMALISED)


def _noted(reading: Reading, note: ProblemKind | None) -> Reading:
    if reading.error is not None or reading.note is not None:
        return reading
    return reading._replace(note=note)


def _with_sign(text: str, rule: NumberRule) -> Reading:
    """Read a number with a currency sign before it or a unit behind it."""
    currency = _CURRENCY.match(text)
    match = _SPLIT.fullmatch(text[currency.end() :] if currency else text)
    if match is None or not (_PLAIN.fullmatch(match[1]) or _GROUPED.fullmatch(match[1])):
        return Reading("", ProblemKind.NOT_A_NUMBER)
    reading = _exact(Decimal(match[1].replace(",", "")))
    unit = match[2] or ""
    if currency and (rule.unit not in MONEY_UNITS or unit == "%"):
        return Reading("", ProblemKind.NOT_A_NUMBER)
    if reading.error is not None:
        return reading
    if currency and not unit:
        if rule.written != "元":
            return Reading("", ProblemKind.UNIT_UNCONFIRMED)
        unit = "元"
    if unit == "%":
        return _typed_percent(reading, rule)
    if unit in MONEY_UNITS and rule.unit in MONEY_UNITS:
        return _money(reading, unit, rule)
    if unit and unit == rule.unit:
        return reading
    return Reading("", ProblemKind.NOT_A_NUMBER)


def _typed_percent(reading: Reading, rule: NumberRule) -> Reading:
    match rule.percent:
        case Percent.SHARE:
            return reading._replace(text=format_exact(Fraction(reading.text) / 100))
        case Percent.UNIT:
            return reading
        case Percent.REFUSED:
            return Reading("", ProblemKind.NOT_A_NUMBER)


def _money(reading: Reading, unit: str, rule: NumberRule) -> Reading:
    if not rule.is_confirmed:
        return Reading("", ProblemKind.UNIT_UNCONFIRMED)
    amount = Fraction(reading.text) * MONEY_UNITS[unit] / MONEY_UNITS[rule.unit]
    return reading._replace(text=format_exact(amount))
