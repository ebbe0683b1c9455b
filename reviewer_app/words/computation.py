"""Formulas and inputs as people read them on paper: names for keys, signs of arithmetic."""

import re
from collections import Counter

from reviewer_app.domain.points import format_points, parse_exact
from reviewer_app.domain.scheme import InputKind, Scheme, SchemeInput
from reviewer_app.i18n import Translator

_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_SIGNS = {" * ": " × ", " / ": " ÷ ", " == ": " = ", " <= ": " ≤ ", " >= ": " ≥ ", " != ": " ≠ "}
_RATIO_PLACES = 4


def short_labels(scheme: Scheme) -> dict[str, str]:
    """Give the label of each input without its bracket, where that stays unmistakable."""
    short = {item.key: re.split("[（(]", item.label, maxsplit=1)[0] for item in scheme.inputs}
    times = Counter(short.values())
    return {
        item.key: short[item.key] if times[short[item.key]] == 1 else item.label
        for item in scheme.inputs
    }


def formula_on_paper(formula: str, scheme: Scheme) -> str:
    """Write a formula with the inputs' labels and the signs of arithmetic."""
    labels = short_labels(scheme)
    text = _NAME.sub(lambda found: labels.get(found[0], found[0]), formula)
    for sign, shown in _SIGNS.items():
        text = text.replace(sign, shown)
    return text


def input_on_paper(item: SchemeInput, value: str, _: Translator) -> str:
    """Write the value of an input with its unit; a ratio as a decimal beside it."""
    if item.kind is InputKind.FLAG:
        return _("yes") if value == "1" else _("no")
    if "/" in value and item.kind is not InputKind.CHOICE:
        decimal = format_points(parse_exact(value), _RATIO_PLACES)
        value = _("{ratio} (about {decimal})").format(ratio=value, decimal=decimal)
    return f"{value} {item.unit}".strip()
