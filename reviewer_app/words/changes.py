"""Rows of the journal in words of the business: what, which field, before, after.

Tables and columns never appear by their names; a table without words here is told as a
record, its columns untold. What is nobody else's business is told without its content.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from reviewer_app.domain.history import ChangeLine
from reviewer_app.domain.money import format_wan
from reviewer_app.domain.person import Role
from reviewer_app.domain.points import format_points, from_hundredths
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import Translator
from reviewer_app.words.change_names import FIELDS, HIDDEN, TABLES, VALUES
from reviewer_app.words.deeds import role_name
from reviewer_app.words.results import factor_name, sheet_state_name

Image = Mapping[str, object]

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}")

_PRIVATE = frozenset({"private_note", "phrase", "pin_seal"})
"""Told without content to everybody: nobody but their owner has to do with them."""

_OF_SHEETS = frozenset({"score", "comment", "confirmed_score", "paper_score"})
"""Told without content while the sheet is not handed in."""

_HUNDREDTHS = frozenset(
    {("score", "value"), ("confirmed_score", "value"), ("paper_score", "value")}
    | {("paper_sheet", "paper_total"), ("score_change", "before"), ("score_change", "after")}
)


@dataclass(frozen=True)
class Reading:
    """What is needed to tell rows: the scheme, and what row keys mean."""

    scheme: Scheme
    applications: Mapping[int, str]
    reviewers: Mapping[int, str]
    people: Mapping[int, str]
    sheets: Mapping[int, tuple[int, int]]
    counting: frozenset[int]
    concealed: Callable[[int], bool] = field(default=lambda _sheet: False)


def change_lines(
    table: str, before: Image | None, after: Image | None, reading: Reading, _: Translator
) -> Iterator[ChangeLine]:
    """Tell one row: a line for each field that differs."""
    image = after if after is not None else before
    assert image is not None
    what = f"{table_name(table, _)}{_subject(table, image, reading, _)}"
    if table in _PRIVATE:
        yield ChangeLine(what, _("private, not shown"), "", "")
        return
    sheet = _integer(image.get("sheet_id"))
    if table in _OF_SHEETS and reading.concealed(sheet):
        yield ChangeLine(what, _("not shown until the sheet is handed in"), "", "")
        return
    names = [name for name in image if _is_told(table, name)]
    told = 0
    for name in names:
        old = None if before is None else before.get(name)
        new = None if after is None else after.get(name)
        texts = (_value(table, name, old, reading, _), _value(table, name, new, reading, _))
        if texts[0] != texts[1]:
            told += 1
            yield ChangeLine(what, field_name(table, name, _), *texts)
    if not told:
        yield ChangeLine(what, _gone_or_new(before, after, _), "", "")


def table_name(table: str, _: Translator) -> str:
    """Name what a row is."""
    return _(TABLES[table]) if table in TABLES else _("Record")


def field_name(table: str, column: str, _: Translator) -> str:
    """Name a field of a row."""
    text = FIELDS.get(f"{table}.{column}") or FIELDS.get(column)
    return _(text) if text is not None else _("Value")


def _gone_or_new(before: Image | None, after: Image | None, _: Translator) -> str:
    if before is None:
        return _("added")
    return _("taken away") if after is None else _("noted")


def _is_told(table: str, column: str) -> bool:
    return column not in HIDDEN and (f"{table}.{column}" in FIELDS or column in FIELDS)


def _subject(table: str, image: Image, reading: Reading, _: Translator) -> str:
    """Say whose row it is: application, reviewer, indicator."""
    application = _integer(image.get("id" if table == "application" else "application_id"))
    reviewer = _integer(image.get("id" if table == "person" else "reviewer_id"))
    sheet = _integer(image.get("id" if table == "sheet" else "sheet_id"))
    if sheet and sheet in reading.sheets:
        application, reviewer = reading.sheets[sheet]
    person = _integer(image.get("person_id"))
    parts = [
        reading.applications.get(application, ""),
        reading.reviewers.get(reviewer, ""),
        reading.people.get(person, ""),
        indicator_text(str(image.get("indicator") or ""), reading.scheme, _),
        _input_text(str(image.get("input") or ""), reading.scheme),
    ]
    told = " · ".join(part for part in parts if part)
    return f" {told}" if told else ""


def indicator_text(code: str, scheme: Scheme, _: Translator) -> str:
    """Name an indicator by code and name; one of another version by its code."""
    row = scheme.by_code.get(code)
    return f"{code} {factor_name(row, _)}" if row is not None else code


def _input_text(key: str, scheme: Scheme) -> str:
    item = scheme.input_by_key.get(key)
    return item.label if item is not None else ""


def _integer(value: object) -> int:
    return value if isinstance(value, int) else 0


def _value(table: str, column: str, value: object, reading: Reading, _: Translator) -> str:
    """Write one value as people read it; empty where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, int):
        return _number(table, column, value, reading, _)
    text = str(value)
    if column == "role":
        return role_name(Role(text), _)
    if table == "sheet" and column == "state":
        return sheet_state_name(SheetState(text), _)
    if text in VALUES and column in ("state", "standing", "result", "decision", "assignment"):
        return _(VALUES[text])
    if text[:1] in "[{":
        return _plain(text)
    if _MOMENT.match(text):
        return text[:19].replace("T", " ")
    return _(VALUES[text]) if text in VALUES else text


def _number(table: str, column: str, value: int, reading: Reading, _: Translator) -> str:
    if (table, column) in _HUNDREDTHS:
        return format_points(from_hundredths(value), 2)
    if column.endswith("_fen"):
        return _("{amount} (10,000 yuan)").format(amount=format_wan(value))
    if column == "counted":
        return _("counted") if value else _("struck off")
    if column == "application_id":
        return reading.applications.get(value, "")
    return str(value)


def _plain(text: str) -> str:
    """Write a stored list or object without brackets."""
    try:
        found = json.loads(text)
    except ValueError:
        return text
    if isinstance(found, dict):
        return "; ".join(f"{name}: {value}" for name, value in found.items())
    if isinstance(found, list):
        return ", ".join(str(item) for item in found)
    return text
