"""The radar: factors around a centre, one outline an application."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin

from reviewer_app.charts.shapes import (
    Anchor,
    Box,
    Drawing,
    Ink,
    Line,
    Point,
    Polygon,
    Shape,
    Text,
    mark,
)
from reviewer_app.charts.widths import about_width, in_two
from reviewer_app.domain.figure import Axis, Radar
from reviewer_app.domain.points import Points

_RINGS = (0.2, 0.4, 0.6, 0.8, 1.0)
_MARK = 0.3
"""Radius of a mark as a share of the text size."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What of a radar stays the same while its values change."""

    ways: tuple[Point, ...]
    centre: Point
    radius: float
    shapes: tuple[Shape, ...]


@lru_cache(maxsize=16)
def _frame(axes: tuple[Axis, ...], box: Box) -> _Frame:
    ways = _ways(len(axes))
    centre, radius = _place(axes, ways, box)
    shapes = (*_grid(centre, radius, ways), *_names(axes, ways, centre, radius, box.text))
    return _Frame(tuple(ways), centre, radius, shapes)


def radar(figure: Radar, box: Box) -> Drawing:
    """Lay a radar into a box: rings at each fifth, names at the ends of the axes."""
    frame = _frame(figure.axes, box)
    ways, centre, radius = frame.ways, frame.centre, frame.radius
    shapes = list(frame.shapes)
    for number, series in enumerate(figure.series):
        shares = [
            share(value, axis.maximum)
            for value, axis in zip(series.values, figure.axes, strict=True)
        ]
        points = tuple(
            _at(centre, radius * part, way) for part, way in zip(shares, ways, strict=True)
        )
        shapes.append(Polygon(points, Ink.SERIES, number))
        shapes += [mark(number, point, box.text * _MARK) for point in points]
    return Drawing(box, tuple(shapes))


def share(value: Points | None, maximum: Points) -> float:
    """Give a value as a share of its maximum, 0 to 1; 0 where there is none."""
    if value is None or maximum <= 0:
        return 0.0
    return min(max(float(value) / float(maximum), 0.0), 1.0)


def _ways(count: int) -> list[Point]:
    """Give the directions of the axes, the first upwards, then clockwise."""
    turns = (2 * pi * place / count for place in range(count))
    return [(sin(turn), -cos(turn)) for turn in turns]


def _place(axes: tuple[Axis, ...], ways: list[Point], box: Box) -> tuple[Point, float]:
    """Give centre and radius so that the outline and the names stay within the box."""
    above, beneath = 1.6 * box.text, 2.9 * box.text
    up = max((-y for _, y in ways), default=1.0)
    down = max((y for _, y in ways), default=1.0)
    by_height = (box.height - above - beneath) / (up + down)
    by_width = min(
        (
            (box.width / 2 - _beside(axis.name, way, box.text)) / abs(way[0])
            for axis, way in zip(axes, ways, strict=True)
            if abs(way[0]) > 0.01
        ),
        default=box.width / 2,
    )
    radius = max(min(by_height, by_width), 1.0)
    spare = box.height - above - beneath - radius * (up + down)
    return (box.width / 2, above + spare / 2 + radius * up), radius


def _at(centre: Point, distance: float, way: Point) -> Point:
    return (centre[0] + distance * way[0], centre[1] + distance * way[1])


def _grid(centre: Point, radius: float, ways: list[Point]) -> Iterator[Shape]:
    for ring in _RINGS:
        ink = Ink.AXIS if ring == _RINGS[-1] else Ink.GRID
        yield Polygon(tuple(_at(centre, radius * ring, way) for way in ways), ink)
    for way in ways:
        yield Line(centre, _at(centre, radius, way), Ink.GRID)


def _shift(way: Point) -> float:
    """Give how far beyond the end of its axis a name begins, in text sizes.

    Beneath, names begin further in, so that two neighbours stay apart from each other.
    """
    return -1.5 if way[1] > 0.6 else 0.6


def _beside(name: str, way: Point, size: float) -> float:
    """Give how far a name reaches out from the end of its axis."""
    widest = max(about_width(line, size) for line in in_two(name, size))
    return widest + _shift(way) * size


def _names(
    axes: tuple[Axis, ...], ways: list[Point], centre: Point, radius: float, size: float
) -> Iterator[Shape]:
    for axis, way in zip(axes, ways, strict=True):
        x, y = _at(centre, radius, way)
        if abs(way[0]) <= 0.01:
            down = 1.3 * size if way[1] > 0 else -0.6 * size
            yield Text((x, y + down), axis.name, Anchor.MIDDLE, size)
            continue
        lines = in_two(axis.name, size)
        side = 1 if way[0] > 0 else -1
        first = 1.3 if way[1] > 0.6 else 0.35 - (len(lines) - 1) * 0.6
        for place, line in enumerate(lines):
            at = (x + side * _shift(way) * size, y + (first + place * 1.2) * size)
            yield Text(at, line, Anchor.START if side > 0 else Anchor.END, size)
