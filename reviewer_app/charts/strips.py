"""Dots on a line: the sheets of an application, and such strips beneath each other."""

from collections.abc import Iterator
from fractions import Fraction

from reviewer_app.charts.radar import share
from reviewer_app.charts.shapes import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Ink,
    Line,
    Polygon,
    Shape,
    Text,
)
from reviewer_app.charts.widths import about_width, shortened
from reviewer_app.domain.figure import Dot, Scale, Spread, Strip
from reviewer_app.domain.points import Points, format_points

_DOT = 0.27
"""Radius of a dot as a share of the text size."""

_STEPS = (Fraction(1), Fraction(2), Fraction(5), Fraction(10), Fraction(20), Fraction(50))
_MOST_TICKS = 6


def strip(figure: Strip, box: Box) -> Drawing:
    """Lay one strip into a box; dots that would hide each other step aside."""
    inset = 1.5 * box.text * _DOT
    line = _Line(figure.scale, inset, box.width - inset, box.height / 2)
    shapes = [*line.rule(), *line.score(figure.score, box.text)]
    shapes += line.dots(figure.dots, box.text * _DOT)
    return Drawing(box, tuple(shapes))


def spread(figure: Spread, box: Box) -> Drawing:
    """Lay strips beneath each other: names at the left, the scale beneath."""
    widest = max((about_width(row.name, box.text) for row in figure.rows), default=0)
    left = min(widest, box.width * 0.42) + box.text
    right = box.width - box.text
    bottom = box.height - 1.8 * box.text
    step = bottom / max(len(figure.rows), 1)
    shapes: list[Shape] = []
    for number, row in enumerate(figure.rows):
        line = _Line(figure.scale, left, right, step * (number + 0.5))
        name = shortened(row.name, box.text, left - box.text)
        shapes.append(Text((0, line.y + 0.35 * box.text), name, Anchor.START, box.text))
        shapes += [*line.rule(), *line.range(row.dots), *line.score(row.score, box.text)]
        shapes += line.dots(row.dots, box.text * _DOT)
    scale = _Line(figure.scale, left, right, bottom)
    shapes += _ticks(scale, box)
    if figure.line is not None:
        x = scale.at(figure.line)
        shapes.append(Line((x, 0), (x, bottom), Ink.LIMIT))
    return Drawing(box, tuple(shapes))


class _Line:
    """A scale laid on a level line."""

    def __init__(self, scale: Scale, left: float, right: float, y: float) -> None:
        self.scale, self.left, self.right, self.y = scale, left, right, y

    def at(self, value: Points) -> float:
        """Give where a value lies; outside the scale it stays at the end."""
        width = self.scale.high - self.scale.low
        part = share(value - self.scale.low, width) if width > 0 else 0.5
        return self.left + part * (self.right - self.left)

    def rule(self) -> Iterator[Shape]:
        yield Line((self.left, self.y), (self.right, self.y), Ink.GRID)

    def range(self, dots: tuple[Dot, ...]) -> Iterator[Shape]:
        """Join the lowest and the highest dot."""
        if len(dots) > 1:
            ends = [self.at(dot.value) for dot in dots]
            yield Line((min(ends), self.y), (max(ends), self.y), Ink.AXIS)

    def dots(self, dots: tuple[Dot, ...], radius: float) -> Iterator[Shape]:
        """Draw the dots, the left ones first; each on the nearest level that is free."""
        ends: dict[int, float] = {}
        for dot in sorted(dots, key=lambda item: item.value):
            x = self.at(dot.value)
            level = next(
                (step for step in (0, -1, 1) if x - ends.get(step, -1e9) >= 1.7 * radius), 0
            )
            ends[level] = x
            centre = (x, self.y + level * 1.9 * radius)
            yield Circle(centre, radius, Ink.SERIES, 0, not dot.is_hollow)

    def score(self, value: Points | None, text: float) -> Iterator[Shape]:
        """Mark the score by an upright bar; nothing without one."""
        if value is None:
            return
        x, half = self.at(value), 0.06 * text
        top, end = self.y - 0.75 * text, self.y + 0.75 * text
        corners = ((x - half, top), (x + half, top), (x + half, end), (x - half, end))
        yield Polygon(corners, Ink.MARK, is_filled=True)


def _ticks(scale: _Line, box: Box) -> Iterator[Shape]:
    low, high = scale.scale.low, scale.scale.high
    yield Line((scale.left, scale.y), (scale.right, scale.y), Ink.AXIS)
    step = next((step for step in _STEPS if (high - low) / step <= _MOST_TICKS), high - low)
    for place in range(int((high - low) / step) + 1):
        value = low + place * step
        x = scale.at(value)
        yield Line((x, scale.y), (x, scale.y + 0.3 * box.text), Ink.AXIS)
        label = format_points(value, 0)
        size = 0.85 * box.text
        yield Text((x, scale.y + 1.4 * box.text), label, Anchor.MIDDLE, size, Ink.FAINT)
