"""Sharing a width among columns by what they need."""

from collections.abc import Sequence

_STEPS = 40


def shared(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Give each at least its least and at most what it wants; the greatest are cut first.

    Where all that is wanted fits, what is left over is given in proportion. Where not even
    the least fits, all are cut in proportion.

    >>> shared([10, 10], [20, 60], 100)
    [25.0, 75.0]
    >>> [round(width) for width in shared([10, 10], [20, 60], 50)]
    [20, 30]
    >>> shared([30, 60], [30, 60], 45)
    [15.0, 30.0]
    """
    if sum(least) >= room or sum(wanted) <= room:
        parts = least if sum(least) >= room else wanted
        total = sum(parts)
        return [part * room / total if total else 0.0 for part in parts]
    low, high = 0.0, max(wanted)
    for _ in range(_STEPS):
        level = (low + high) / 2
        if sum(_cut(least, wanted, level)) > room:
            high = level
        else:
            low = level
    return _cut(least, wanted, low)


def _cut(least: Sequence[float], wanted: Sequence[float], level: float) -> list[float]:
    return [max(low, min(high, level)) for low, high in zip(least, wanted, strict=True)]
