"""Each field of a scheme document by itself: present, known, of the right type.

Source: contract.md 2.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from reviewer_app.domain.points import parse_decimal, parse_exact
from reviewer_app.domain.scheme_problem import SchemeFault, SchemeProblem
from reviewer_app.domain.scheme_shape import LONGEST_LINE, LONGEST_TEXT, SHAPES, Field, Shape

Place = tuple[str, ...]
Problems = Iterator[SchemeProblem]

_TYPE_NAMES: Mapping[Shape, str] = {
    Shape.LINE: "text",
    Shape.TEXT: "text",
    Shape.DECIMAL: "number as text",
    Shape.EXACT: "number as text",
    Shape.WHOLE: "whole number",
    Shape.WORD: "text",
    Shape.WORDS: "list of texts",
    Shape.DECIMALS: "list of texts",
    Shape.PAIRS: "table",
    Shape.TABLE: "table",
    Shape.TABLES: "list of tables",
}


def row_label(row: object, index: int) -> str:
    """Name a row of a list of tables: by its code, key or name, else "#" and number."""
    if isinstance(row, Mapping):
        for key in ("code", "key", "name", "field"):
            value = row.get(key)
            if isinstance(value, str) and value.strip():
                return value
    return f"#{index + 1}"


def place_of(table: str, place: Place, row: object, index: int) -> Place:
    """Lead to a row: factors and indicators by code alone, others after their table."""
    label = row_label(row, index)
    if table in ("factor", "indicator"):
        return (*place, label)
    return (*place, table, label)


def check_table(name: str, table: Mapping[str, Any], place: Place) -> Problems:
    """Find what is wrong with single fields of a table and of all tables inside."""
    fields = SHAPES[name]
    for key, value in table.items():
        if key in fields:
            yield from _check_field(fields[key], value, (*place, key))
            continue
        nearest = get_close_matches(key, fields, 1)
        expected = nearest[0] if nearest else ""
        yield SchemeProblem(SchemeFault.UNKNOWN_KEY, (*place, key), key, expected)
        yield from _floats(value, (*place, key))
    for key, field in fields.items():
        if field.required and key not in table:
            yield SchemeProblem(SchemeFault.MISSING_KEY, (*place, key), expected=key)


def _check_field(field: Field, value: object, place: Place) -> Problems:
    if isinstance(value, float):
        yield SchemeProblem(SchemeFault.FLOAT, place, str(value), _TYPE_NAMES[field.shape])
        return
    yield from _floats(value, place, inside=field.shape in (Shape.TABLE, Shape.TABLES))
    match field.shape, value:
        case Shape.WHOLE, int() if not isinstance(value, bool):
            if not field.least <= value <= field.greatest:
                bounds = f"{field.least}..{field.greatest}"
                yield SchemeProblem(SchemeFault.OUT_OF_BOUNDS, place, str(value), bounds)
        case ((Shape.WORDS | Shape.DECIMALS), list()):
            yield from _check_list(field, value, place)
        case Shape.PAIRS, dict():
            yield from _check_pairs(value, place)
        case Shape.TABLE, dict():
            yield from check_table(field.table, value, place)
        case Shape.TABLES, list():
            yield from _check_tables(field, value, place)
        case ((Shape.LINE | Shape.TEXT | Shape.DECIMAL | Shape.EXACT | Shape.WORD), str()):
            yield from _check_text(field, value, place)
        case _:
            expected = _TYPE_NAMES[field.shape]
            yield SchemeProblem(SchemeFault.WRONG_TYPE, place, _type_name(value), expected)


def _check_tables(field: Field, rows: list[object], place: Place) -> Problems:
    if not rows:
        yield SchemeProblem(SchemeFault.EMPTY_LIST, place)
    for index, row in enumerate(rows):
        inside = place_of(field.table, place[:-1], row, index)
        if isinstance(row, Mapping):
            yield from check_table(field.table, row, inside)
        elif not isinstance(row, float):
            yield SchemeProblem(SchemeFault.WRONG_TYPE, inside, _type_name(row), "table")


def _check_list(field: Field, items: list[object], place: Place) -> Problems:
    one = Field(Shape.DECIMAL if field.shape is Shape.DECIMALS else Shape.LINE, words=field.words)
    for index, item in enumerate(items):
        if isinstance(item, str):
            yield from _check_text(one, item, (*place, f"#{index + 1}"))
        elif not isinstance(item, float):
            inside = (*place, f"#{index + 1}")
            yield SchemeProblem(SchemeFault.WRONG_TYPE, inside, _type_name(item), "text")
    texts = [item for item in items if isinstance(item, str)]
    if field.shape is Shape.WORDS:
        for word in sorted({text for text in texts if texts.count(text) > 1}):
            yield SchemeProblem(SchemeFault.DUPLICATE, place, word)


def _check_pairs(pairs: Mapping[str, object], place: Place) -> Problems:
    if not pairs:
        yield SchemeProblem(SchemeFault.EMPTY_LIST, place)
    for word, value in pairs.items():
        inside = (*place, word)
        yield from _check_text(Field(Shape.LINE), word, inside)
        if isinstance(value, str):
            yield from _check_text(Field(Shape.DECIMAL), value, inside)
        elif not isinstance(value, float):
            found = _type_name(value)
            yield SchemeProblem(SchemeFault.WRONG_TYPE, inside, found, "number as text")


def _check_text(field: Field, text: str, place: Place) -> Problems:
    if field.shape is Shape.DECIMAL and not _reads(parse_decimal, text):
        yield SchemeProblem(SchemeFault.NOT_DECIMAL, place, text)
    elif field.shape is Shape.EXACT and not _reads(parse_exact, text):
        yield SchemeProblem(SchemeFault.NOT_EXACT, place, text)
    elif field.shape is Shape.LINE and not text.strip():
        yield SchemeProblem(SchemeFault.BLANK, place)
    elif field.shape is Shape.LINE and text != text.strip():
        yield SchemeProblem(SchemeFault.STRAY_SPACE, place, text)
    elif field.words and text not in field.words:
        expected = ", ".join(word or '""' for word in field.words)
        yield SchemeProblem(SchemeFault.UNKNOWN_WORD, place, text, expected)
    longest = LONGEST_LINE if field.shape is Shape.LINE else LONGEST_TEXT
    if len(text) > longest:
        yield SchemeProblem(SchemeFault.TOO_LONG, place, str(len(text)), str(longest))
    allowed = "" if field.shape is Shape.LINE else "\n"
    strange = [sign for sign in text if sign not in allowed and _is_control(sign)]
    if strange:
        found = f"U+{ord(strange[0]):04X}"
        yield SchemeProblem(SchemeFault.CONTROL_SIGN, place, found)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff"


def _reads(read: Callable[[str], Fraction], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _floats(value: object, place: Place, *, inside: bool = False) -> Problems:
    """Find floats anywhere below; `inside` leaves tables to their own check."""
    if isinstance(value, float):
        yield SchemeProblem(SchemeFault.FLOAT, place, str(value))
    elif isinstance(value, Mapping) and not inside:
        for key, item in value.items():
            yield from _floats(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if not (inside and isinstance(item, Mapping)):
                yield from _floats(item, (*place, f"#{index + 1}"))


def _type_name(value: object) -> str:
    match value:
        case bool():
            return "true/false"
        case str():
            return "text"
        case int():
            return "whole number"
        case Mapping():
            return "table"
        case list():
            return "list"
        case _:
            return type(value).__name__
