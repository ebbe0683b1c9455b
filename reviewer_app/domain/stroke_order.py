"""The order of names in official lists: by the strokes of the surname (姓氏笔画).

Source: domain.md 6.0.
"""

from collections.abc import Mapping

NameKey = tuple[int, int, str]


def strokes_from(text: str) -> Mapping[str, tuple[int, int]]:
    r"""Read a table of lines like "4 王井": character -> strokes and place among its equals.

    >>> strokes_from("# comment\n4 王井\n7 李")["井"]
    (4, 1)
    """
    found: dict[str, tuple[int, int]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            number, _, signs = line.partition(" ")
            found |= {sign: (int(number), place) for place, sign in enumerate(signs.strip())}
    return found


def stroke_key(name: str, strokes: Mapping[str, tuple[int, int]]) -> NameKey:
    """Give the sort key of a name.

    The surname's first character decides, by strokes and then by the table; names of one
    surname follow by code point, the shorter first. A surname the table does not know
    comes after all it knows, by code point.
    """
    first = name.strip()[:1]
    count, place = strokes.get(first, (1000, 0))
    return (count, place, name.strip())
