"""Edits of a scheme document as pure functions: the old document stays as it was.

A path leads from the whole document to a value: keys of tables and places in lists.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from reviewer_app.domain.points import parse_exact
from reviewer_app.domain.scheme_shape import SHAPES, Shape

Path = tuple[str | int, ...]
Document = Mapping[str, Any]


def value_at(document: Document, path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Give what stands at a path, None where there is nothing."""
    found: Any = document
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def with_value(document: Document, path: Path, value: object) -> dict[str, Any]:
    """Put a value at a path; None takes the key away, missing tables are made."""
    edited = _with(document, path, value)
    assert isinstance(edited, dict)
    return edited


def with_row(
    document: Document, path: Path, row: Mapping[str, Any], place: int | None = None
) -> dict[str, Any]:
    """Put a row into the list at a path, at its end or before `place`."""
    rows = list(value_at(document, path) or ())
    rows.insert(len(rows) if place is None else place, dict(row))
    return with_value(document, path, rows)


def without_row(document: Document, path: Path, place: int) -> dict[str, Any]:
    """Take a row out of the list at a path; an empty list goes with it."""
    rows = list(value_at(document, path) or ())
    del rows[place]
    return with_value(document, path, rows or None)


def with_row_moved(document: Document, path: Path, place: int, by: int) -> dict[str, Any]:
    """Move a row up (-1) or down (1) in its list; at the ends it stays."""
    rows = list(value_at(document, path) or ())
    target = place + by
    if not 0 <= target < len(rows):
        return dict(document)
    rows[place], rows[target] = rows[target], rows[place]
    return with_value(document, path, rows)


def sum_of_maxima(document: Document) -> Fraction | None:
    """Add up weight times maximum over all indicators; None while a number is unreadable."""
    total = Fraction(0)
    try:
        for factor in document.get("factor") or ():
            weight = parse_exact(str(factor.get("weight", "1")))
            for row in factor.get("indicator") or ():
                own = parse_exact(str(row.get("weight", "1")))
                total += weight * own * parse_exact(str(row["max"]))
    except (ValueError, KeyError):
        return None
    return total


def fresh_row(table: str, known: Sequence[str] = ()) -> dict[str, Any]:
    """Give a new row of a table with what it must have; its code differs from `known`."""
    row: dict[str, Any] = {}
    for key, field in SHAPES[table].items():
        if not field.required:
            continue
        match field.shape:
            case Shape.WORD:
                row[key] = field.words[0]
            case Shape.DECIMAL:
                row[key] = "0"
            case Shape.WHOLE:
                row[key] = field.least
            case Shape.TABLES:
                row[key] = [fresh_row(field.table)]
            case _:
                row[key] = ""
    for key in ("code", "key"):
        if key in row:
            row[key] = _free_code(table, known)
    return row


def _free_code(table: str, known: Sequence[str]) -> str:
    stem = {"factor": "F", "indicator": "X", "input": "input_"}.get(table, "T")
    return next(
        code for code in (f"{stem}{place}" for place in range(1, 1000)) if code not in known
    )


def _with(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        rows = list(value or ())
        rows[step] = _with(rows[step], rest, new)
        return rows
    table = dict(value or {})
    inner = _with(table.get(step), rest, new)
    if inner is None:
        table.pop(step, None)
    else:
        table[step] = inner
    return table
