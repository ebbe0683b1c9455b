"""About how wide a text is, where no font is at hand."""

import unicodedata

_NARROW = 0.56


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
