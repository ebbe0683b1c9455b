"""Bars of factors beside each other, each within a track as high as its maximum."""

from reviewer_app.charts.radar import share
from reviewer_app.charts.shapes import Box, Drawing, Ink, Polygon, Shape
from reviewer_app.domain.figure import FactorBars

_FILLED = 0.66
"""The part of its place that a bar fills."""


def factor_bars(figure: FactorBars, box: Box) -> Drawing:
    """Lay bars into a box from left to right in the order of the factors."""
    place = box.width / max(len(figure.axes), 1)
    width = place * _FILLED
    shapes: list[Shape] = []
    for number, (axis, value) in enumerate(zip(figure.axes, figure.values, strict=True)):
        left = number * place + (place - width) / 2
        shapes.append(_bar(left, width, 0.0, box.height, Ink.TRACK))
        height = box.height * share(value, axis.maximum)
        if height > 0:
            shapes.append(_bar(left, width, box.height - height, box.height, Ink.SERIES))
    return Drawing(box, tuple(shapes))


def _bar(left: float, width: float, top: float, bottom: float, ink: Ink) -> Polygon:
    right = left + width
    return Polygon(((left, top), (right, top), (right, bottom), (left, bottom)), ink, 0, True)
