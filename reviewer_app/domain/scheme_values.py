"""Reading values out of a document that may hold anything: wrong ones read as absent.

What is wrong with them has been said by `scheme_fields`.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from reviewer_app.domain.points import parse_exact


def number(table: Mapping[str, Any], key: str, default: str | None = None) -> Fraction | None:
    """Give a number written as text, of `default` where the key is absent."""
    text = table.get(key, default)
    if not isinstance(text, str):
        return None
    try:
        return parse_exact(text)
    except ValueError:
        return None


def text_at(table: Mapping[str, Any], key: str) -> str:
    """Give a text, empty where there is none."""
    value = table.get(key)
    return value if isinstance(value, str) else ""


def table_at(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Give a table, empty where there is none."""
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def tables_at(table: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], ...]:
    """Give the tables of a list, none where there is no list."""
    value = table.get(key)
    return tuple(row for row in value if isinstance(row, dict)) if isinstance(value, list) else ()
