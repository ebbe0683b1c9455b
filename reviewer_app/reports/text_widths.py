"""How wide columns of texts are, so that rows take as few lines as possible."""

from collections.abc import Sequence
from math import ceil

_ROWS = 200
"""So many rows decide; more would cost time and tell little."""

_CHOICES = 12


def text_widths(
    least: Sequence[float], cells: Sequence[Sequence[float]], room: float
) -> list[float]:
    """Give a width for each column; `cells` are the widths of its texts, one a row.

    Columns begin as wide as their longest text. While they do not fit, the one is
    narrowed that costs the fewest further lines for the width it gives back.

    >>> text_widths([5, 5], [[10, 10, 40.0], [20.0, 20, 20]], 40)
    [20.0, 20.0]
    """
    choices = [_choices(low, column) for low, column in zip(least, cells, strict=True)]
    at = [0] * len(choices)
    lines = [1] * max((len(column[:_ROWS]) for column in cells), default=0)
    while sum(column[place] for column, place in zip(choices, at, strict=True)) > room:
        steps = [
            (_cost(lines, after) / gain, one, after)
            for one, place in enumerate(at)
            if place + 1 < len(choices[one])
            for gain in [choices[one][place] - choices[one][place + 1]]
            for after in [_lines(lines, cells[one], choices[one][place + 1])]
        ]
        if not steps:
            break
        _price, narrowed, lines = min(steps)
        at[narrowed] += 1
    return [column[place] for column, place in zip(choices, at, strict=True)]


def _choices(least: float, column: Sequence[float]) -> list[float]:
    """Give widths worth choosing, the widest first, the least last.

    They are those at which some text takes one line, two lines or three.
    """
    texts = set(column[:_ROWS])
    known = sorted({text / lines for text in texts for lines in (1, 2, 3)}, reverse=True)
    step = max(1, len(known) // _CHOICES)
    widest = max([least, *column])
    return sorted({widest, *(one for one in known[::step] if one > least), least}, reverse=True)


def _lines(lines: Sequence[int], column: Sequence[float], width: float) -> list[int]:
    """Give the lines each row takes when the column has this width."""
    return [
        max(before, ceil(text / width)) for before, text in zip(lines, column[:_ROWS], strict=True)
    ]


def _cost(before: Sequence[int], after: Sequence[int]) -> float:
    """Count further lines; a little is added, so that a free step is no less measured."""
    return sum(after) - sum(before) + 0.1
