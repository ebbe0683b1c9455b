"""A radar of four applications laid out and painted, beside the same strokes by QPainter alone."""

import os
from fractions import Fraction
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import (
    Box,
    Circle,
    Drawing,
    Ink,
    Line,
    Polygon,
    Shape,
    Text,
    dash_of,
)
from reviewer_app.domain.figure import Axis, Radar, Series
from tests.benchmarks.measuring import Pair, compared, note, options, show
from ui.widgets.chart import paint

BOX = Box(380, 300, 15)
GOAL = 1.0
"""Milliseconds an update of the radar may take."""


def a_radar(turn: int) -> Radar:
    """Give five factors of four applications, other values at each turn."""
    axes = tuple(Axis(f"{code} 项目投入情况", Fraction(20)) for code in "ABCDE")
    series = tuple(
        Series(
            f"P{number}",
            tuple(Fraction(8 + (turn + number * 3 + place) % 12) for place in range(5)),
        )
        for number in range(4)
    )
    return Radar(axes, series)


def update(image: QImage, turns: int) -> None:
    """Lay out and paint as the panel does when a number changes."""
    for turn in range(turns):
        painter = QPainter(image)
        paint(painter, drawing_of(a_radar(turn), BOX))
        painter.end()


def strokes(image: QImage, drawing: Drawing, turns: int) -> None:
    """Paint shapes that are laid out already, with pens and polygons made before."""
    ready = [(shape, _pen(shape), _polygon(shape)) for shape in drawing.shapes]
    brush, nothing = QBrush(QColor("black")), QBrush()
    for _ in range(turns):
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape, pen, polygon in ready:
            painter.setPen(pen)
            painter.setBrush(brush if getattr(shape, "is_filled", False) else nothing)
            match shape:
                case Text(place, text):
                    painter.drawText(QPointF(*place), text)
                case Circle(centre, radius):
                    painter.drawEllipse(QPointF(*centre), radius, radius)
                case Line(begin, end):
                    painter.drawLine(QPointF(*begin), QPointF(*end))
                case Polygon():
                    painter.drawPolygon(polygon)
        painter.end()


def _pen(shape: Shape) -> QPen:
    if getattr(shape, "is_filled", False):
        return QPen(Qt.PenStyle.NoPen)
    ink, series = shape.ink, getattr(shape, "series", 0)
    pen = QPen(QColor("black"), 2.0 if ink is Ink.SERIES else 1.0)
    if ink is Ink.SERIES and dash_of(series):
        pen.setDashPattern(list(dash_of(series)))
    return pen


def _polygon(shape: Shape) -> QPolygonF:
    points = shape.points if isinstance(shape, Polygon) else ()
    return QPolygonF([QPointF(*point) for point in points])


def main() -> None:
    """Print the table, then what one update takes."""
    chosen = options(__doc__)
    turns = 5 if chosen.quick else 500
    application = QApplication([])
    image = QImage(round(BOX.width), round(BOX.height), QImage.Format.Format_ARGB32_Premultiplied)
    ours = partial(update, image, turns)
    floor = partial(strokes, image, drawing_of(a_radar(0), BOX), turns)
    ours()
    line = compared(Pair(f"{turns} radars / strokes of QPainter", ours, floor), chosen.rounds)
    show("Charts", [line])
    note(f"one update: {line.ours / turns * 1000:.2f} ms (wished: {GOAL:.0f} ms)")
    application.quit()


if __name__ == "__main__":
    main()
