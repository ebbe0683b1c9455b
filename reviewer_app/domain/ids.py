"""Names for the things that travel between files and PCs."""

from typing import NewType

ApplicationNumber = NewType("ApplicationNumber", str)
ReviewerNumber = NewType("ReviewerNumber", str)
IndicatorCode = NewType("IndicatorCode", str)
FactorCode = NewType("FactorCode", str)
InputKey = NewType("InputKey", str)


def natural_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Give the sort key under which digits compare as numbers: R2 before R10.

    Source: contract.md 2, Result (order of reviewer numbers).

    >>> sorted(["R10", "R2", "r1"], key=natural_key)
    ['R2', 'R10', 'r1']
    """
    parts: list[tuple[int, int, str]] = []
    digits = text = ""
    for sign in number:
        if sign.isascii() and sign.isdigit():
            if text:
                parts.append((1, 0, text))
                text = ""
            digits += sign
        else:
            if digits:
                parts.append((0, int(digits), digits))
                digits = ""
            text += sign
    if digits:
        parts.append((0, int(digits), digits))
    if text:
        parts.append((1, 0, text))
    return tuple(parts)
