"""Breaking text into lines that fit, the Chinese way."""

from functools import lru_cache

from reviewer_app.reports.fonts import Face, text_width, widths

_NEVER_FIRST = frozenset("，。、；：？！）》」』】〕”’…—·,.;:?!)]}%％")
_NEVER_LAST = frozenset("（《「『【〔“‘([{")


@lru_cache(maxsize=50_000)
def wrap(face: Face, text: str, size: float, width: float) -> tuple[str, ...]:
    """Break printable text into lines no wider than `width` points; at least one line.

    Words of Latin letters and digits stay whole where a line can hold them.
    """
    limit = width * 1000 / size
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if text_width(face, paragraph) <= limit:
            lines.append(paragraph)
        else:
            lines.extend(_broken(face, paragraph, limit))
    return tuple(lines)


def _broken(face: Face, text: str, limit: float) -> list[str]:
    table = widths(face)
    lines: list[str] = []
    start = 0
    used = 0.0
    for position, sign in enumerate(text):
        used += table[sign]
        if used <= limit or position == start:
            continue
        cut = _break_before(text, start, position)
        lines.append(text[start:cut].rstrip(" "))
        while cut < len(text) and text[cut] == " ":
            cut += 1
        start = cut
        used = sum(table[kept] for kept in text[start : position + 1])
    lines.append(text[start:])
    return lines


def _break_before(text: str, start: int, position: int) -> int:
    """Find the last place up to `position` where a line may end; else break right there."""
    for cut in range(position, start, -1):
        if _may_break(text[cut - 1], text[cut]):
            return cut
    return position


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before == " ":
        return True
    return not (_is_word(before) and _is_word(after))


def _is_word(sign: str) -> bool:
    return sign < "\u2e80" and sign != " "
