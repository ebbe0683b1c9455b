"""About how wide a text is, where no font is at hand."""

import unicodedata

_NARROW = 0.56
_ONE_LINE = 5


def about_width(text: str, size: float) -> float:
    """Give the width of a text: Chinese characters are square, others about half."""
    units = sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else _NARROW for sign in text)
    return units * size


def shortened(text: str, size: float, room: float) -> str:
    """Cut a text so that it fits, with an ellipsis where something is gone."""
    if about_width(text, size) <= room:
        return text
    kept = text
    while kept and about_width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def in_two(text: str, size: float) -> tuple[str, ...]:
    """Break a long text into two lines: at a space, else between words.

    >>> in_two("B 技术先进程度", 10), in_two("E 推广成效", 10)
    (('B 技术', '先进程度'), ('E 推广', '成效'))
    >>> in_two("E Promotion results", 10), in_two("A", 10)
    (('E Promotion', 'results'), ('A',))
    """
    if about_width(text, size) <= _ONE_LINE * size:
        return (text,)
    spaces = [place for place, sign in enumerate(text) if sign == " " and place > 1]
    if spaces:
        at = min(spaces, key=lambda place: abs(place - len(text) // 2))
    else:
        # Chinese words are pairs of characters; the shorter part stands with the code.
        code = text.find(" ") + 1
        at = code + max((len(text) - code + 1) // 4, 1) * 2
    return (text[:at].strip(), text[at:].strip())
