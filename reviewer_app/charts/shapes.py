"""Shapes on a plane whose origin is the upper left corner, and how they are inked.

A series is told apart by colour, dash and mark, so that it is read without colour too.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

Point = tuple[float, float]

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 2.5), (1.5, 2.0), (7.0, 2.0, 1.5, 2.0))
"""On and off in line widths, by series; none is a solid line."""

_MARKS: dict[int, tuple[Point, ...]] = {
    1: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    2: ((0.0, -1.2), (1.1, 1.0), (-1.1, 1.0)),
    3: ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
}
"""Corners of the marks in radii: square, triangle, diamond; the first is a circle."""


class Ink(StrEnum):
    """What a shape is, which decides how it is inked."""

    GRID = "grid"
    AXIS = "axis"
    SERIES = "series"
    TRACK = "track"
    MARK = "mark"
    LIMIT = "limit"
    TEXT = "text"
    FAINT = "faint"


class Anchor(StrEnum):
    """Which part of a text its place means."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    begin: Point
    end: Point
    ink: Ink
    series: int = 0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline, filled where it says so."""

    points: tuple[Point, ...]
    ink: Ink
    series: int = 0
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, filled or hollow."""

    centre: Point
    radius: float
    ink: Ink
    series: int = 0
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `place` is on its base line."""

    place: Point
    text: str
    anchor: Anchor
    size: float
    ink: Ink = Ink.TEXT


Shape = Line | Polygon | Circle | Text


@dataclass(frozen=True, slots=True)
class Box:
    """The room of a chart, and the size of its texts in the same unit."""

    width: float
    height: float
    text: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as shapes, the lowest first."""

    box: Box
    shapes: tuple[Shape, ...]


def dash_of(series: int) -> tuple[float, ...]:
    """Give the dash of a series."""
    return DASHES[series % len(DASHES)]


def mark(series: int, centre: Point, radius: float, *, is_filled: bool = True) -> Shape:
    """Give the mark of a series at a point: circle, square, triangle, diamond."""
    if series % 4 == 0:
        return Circle(centre, radius, Ink.SERIES, series, is_filled)
    x, y = centre
    corners = tuple((x + radius * right, y + radius * down) for right, down in _MARKS[series % 4])
    return Polygon(corners, Ink.SERIES, series, is_filled)


def points_of(drawing: Drawing) -> tuple[Point, ...]:
    """Give every point of a drawing in order, to compare what two painters drew."""
    return tuple(chain.from_iterable(_points(shape) for shape in drawing.shapes))


def _points(shape: Shape) -> tuple[Point, ...]:
    match shape:
        case Line(begin, end):
            return (begin, end)
        case Polygon(points):
            return points
        case Circle(centre):
            return (centre,)
        case Text(place):
            return (place,)
