"""What a person types for an input on the screen, read as a cell of a workbook would be."""

from reviewer_app.domain.money import fen_from_wan
from reviewer_app.domain.points import parse_exact
from reviewer_app.domain.rules.scoring import NO_WORDS, YES_WORDS, input_value
from reviewer_app.domain.scheme import InputKind, SchemeInput
from reviewer_app.importing.grid import Cell, CellKind
from reviewer_app.importing.number_reading import NumberRule, Percent, read_number


def typed_value(item: SchemeInput, typed: str) -> str | None:
    """Give the text an input stores for what was typed, None where it is no value.

    Full-width digits, thousands separators and the column's unit are understood.
    """
    text = typed.strip()
    match item.kind:
        case InputKind.FLAG:
            return "1" if text in YES_WORDS else "0" if text in NO_WORDS else None
        case InputKind.CHOICE:
            return text if any(word == text for word, _ in item.values) else None
        case InputKind.NUMBER | InputKind.COUNT | InputKind.SHARE:
            return _number(item, text)


def typed_amount(typed: str) -> int | None:
    """Give the fen of an amount typed in 万元, None where it is no amount."""
    rule = NumberRule("万元", "万元", is_confirmed=True)
    reading = read_number(Cell(CellKind.TEXT, typed.strip()), rule)
    if reading.error is not None or not reading.text:
        return None
    try:
        fen = fen_from_wan(parse_exact(reading.text))
    except ValueError:
        return None
    return fen if fen >= 0 else None


def _number(item: SchemeInput, text: str) -> str | None:
    rule = NumberRule(item.unit, item.unit, is_confirmed=True, percent=_percent(item))
    reading = read_number(Cell(CellKind.TEXT, text), rule)
    if reading.error is not None or not reading.text:
        return None
    value = input_value(item, reading.text)
    if item.kind is InputKind.COUNT and (value < 0 or value.denominator != 1):
        return None
    return reading.text


def _percent(item: SchemeInput) -> Percent:
    if item.kind is InputKind.SHARE:
        return Percent.SHARE
    return Percent.UNIT if item.unit == "%" else Percent.REFUSED
