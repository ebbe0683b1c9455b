"""One cell of a workbook as XML: text stays text, whatever it begins with.

Nothing else in the program writes cells of reports.

Source: reliability.md 5.4.
"""

from dataclasses import dataclass
from functools import lru_cache

from reviewer_app.reports.cleaning import clean

LONGEST = 32_767
"""What Excel keeps in a cell, in UTF-16 units; the rest would be cut in silence."""

_BAD_IN_NAMES = str.maketrans(dict.fromkeys("\\/?*[]:", " "))
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula with the value it has now, a whole number."""

    text: str
    value: int


@lru_cache(maxsize=16_384)
def column_letter(number: int) -> str:
    """Give the letters of a column counted from 1.

    >>> column_letter(1), column_letter(26), column_letter(27), column_letter(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=100_000)
def escaped(text: str) -> str:
    """Make cleaned text safe inside an XML element."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_xml(reference: str, style: int, text: str) -> str:
    """Write a text cell; the style's quotePrefix keeps it text when edited."""
    return (
        f'<c r="{reference}" s="{style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{escaped(text)}</t></is></c>'
    )


def number_xml(reference: str, style: int, digits: str) -> str:
    """Write a number of plain decimal digits."""
    return f'<c r="{reference}"{number_tail(style, digits)}'


def number_tail(style: int, digits: str) -> str:
    """Write what follows the place of a number; many numbers of a column are alike."""
    return f' s="{style}"><v>{digits}</v></c>'


def formula_xml(reference: str, style: int, formula: str, value: int | str) -> str:
    """Write a formula of our own making, escaped where it needs it, and its value now."""
    return f'<c r="{reference}" s="{style}"><f>{formula}</f><v>{value}</v></c>'


def empty_xml(reference: str, style: int) -> str:
    """Write an empty cell that only has a style."""
    return f'<c r="{reference}" s="{style}"/>'


def pieces(text: str, continued: str) -> list[str]:
    """Split text that no cell can hold; each further piece begins with `continued`.

    >>> pieces("ab", "(cont.)")
    ['ab']
    """
    text = clean(text)
    if len(text) * 2 <= LONGEST:
        return [text]
    found: list[str] = []
    while text:
        start = continued if found else ""
        room = LONGEST - len(start)
        taken = _units(text, room)
        found.append(start + text[:taken])
        text = text[taken:]
    return found


def _units(text: str, room: int) -> int:
    """Count the characters that fit in so many UTF-16 units."""
    if len(text) <= room and sum(sign > "\uffff" for sign in text) + len(text) <= room:
        return len(text)
    used = 0
    for taken, sign in enumerate(text):
        used += 2 if sign > "\uffff" else 1
        if used > room:
            return taken
    return len(text)


def sheet_names(wanted: list[str]) -> list[str]:
    """Make names that Excel takes: legal, at most 31 units, no two alike in any case.

    >>> sheet_names(["R1/a", "r1 A", "", "'x'", "History"])
    ['R1 a', 'r1 A (2)', 'Sheet', 'x', 'History_']
    """
    taken: set[str] = set()
    names: list[str] = []
    for raw in wanted:
        name = clean(raw).translate(_BAD_IN_NAMES).replace("\n", " ").replace("\t", " ")
        name = name.strip(" '") or "Sheet"
        name = name + "_" if name.lower() == "history" else name
        chosen, count = name[: _units(name, _LONGEST_NAME)], 1
        while chosen.lower() in taken:
            count += 1
            ending = f" ({count})"
            chosen = name[: _units(name, _LONGEST_NAME - len(ending))] + ending
        taken.add(chosen.lower())
        names.append(chosen)
    return names
