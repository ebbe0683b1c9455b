"""Charts on the screen: the shapes of `reviewer_app.charts` drawn with QPainter."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.charts.drawing import drawing_of
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
    dash_of,
    mark,
)
from reviewer_app.domain.figure import Figure
from ui.theme.theme import TABLE, font, scaled, theme

_ROLES = {
    Ink.GRID: "line",
    Ink.AXIS: "faint",
    Ink.TRACK: "sunken",
    Ink.MARK: "text",
    Ink.LIMIT: "attention",
    Ink.TEXT: "text",
    Ink.FAINT: "faint",
}
_WIDTHS = {Ink.SERIES: 2.0, Ink.LIMIT: 1.5}


class Chart(QWidget):
    """Shows one figure as large as the widget is.

    Figures are made by whoever shows them; the accessible description says the numbers.
    """

    def __init__(self, name: str, least: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._figure: Figure | None = None
        self._least = least
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_figure(self, figure: Figure | None, description: str = "") -> None:
        """Show a figure, or nothing."""
        self._figure = figure
        self.setAccessibleDescription(description)
        self.update()

    def set_least(self, least: QSize) -> None:
        """Ask for another least size, in pixels at 100 %."""
        self._least = least
        self.updateGeometry()

    def drawing(self) -> Drawing | None:
        """Give what is painted at the present size."""
        if self._figure is None:
            return None
        return drawing_of(self._figure, Box(self.width(), self.height(), scaled(TABLE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(self._least.width()), scaled(self._least.height()))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing = self.drawing()
        if drawing is not None:
            painter = QPainter(self)
            paint(painter, drawing)
            painter.end()


def paint(painter: QPainter, drawing: Drawing, series: int = 0) -> None:
    """Draw shapes at the painter's origin; `series` shifts the colours of the series."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(TABLE))
    for shape in drawing.shapes:
        _draw(painter, shape, series)


def _draw(painter: QPainter, shape: Shape, series: int) -> None:
    match shape:
        case Text():
            _text(painter, shape)
        case Line(begin, end, ink, number):
            painter.setPen(_pen(ink, number + series))
            painter.drawLine(QPointF(*begin), QPointF(*end))
        case Circle(centre, radius, ink, number, is_filled):
            _prepare(painter, ink, number + series, is_filled=is_filled)
            painter.drawEllipse(QPointF(*centre), radius, radius)
        case Polygon(points, ink, number, is_filled):
            _prepare(painter, ink, number + series, is_filled=is_filled)
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))


def series_colour(number: int) -> QColor:
    """Give the colour of a series."""
    chart = theme().colours.chart
    return QColor(chart[number % len(chart)])


def _colour(ink: Ink, series: int) -> QColor:
    return series_colour(series) if ink is Ink.SERIES else QColor(theme().colours.of(_ROLES[ink]))


def _prepare(painter: QPainter, ink: Ink, series: int, *, is_filled: bool) -> None:
    if is_filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(_colour(ink, series)))
    else:
        painter.setPen(_pen(ink, series))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(ink: Ink, series: int) -> QPen:
    series = series if ink is Ink.SERIES else (1 if ink is Ink.LIMIT else 0)
    width = _WIDTHS.get(ink, 1.0) * theme().per_cent / 100
    return _made_pen(_colour(ink, series).rgba(), width, dash_of(series))


@lru_cache(maxsize=64)
def _made_pen(colour: int, width: float, dash: tuple[float, ...]) -> QPen:
    pen = QPen(QColor.fromRgba(colour), width)
    if dash:
        pen.setDashPattern(list(dash))
    return pen


def _text(painter: QPainter, shape: Text) -> None:
    pixels = max(round(shape.size), 1)
    if painter.font().pixelSize() != pixels:
        chosen = font()
        chosen.setPixelSize(pixels)
        painter.setFont(chosen)
    painter.setPen(_pen(shape.ink, 0))
    width = painter.fontMetrics().horizontalAdvance(shape.text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: float(width)}[shape.anchor]
    painter.drawText(QPointF(shape.place[0] - shift, shape.place[1]), shape.text)


class SeriesSign(QWidget):
    """A short piece of a series' line with its mark, for a legend."""

    def __init__(self, series: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        self.setFixedSize(scaled(36), scaled(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = self.height() / 2
        painter = QPainter(self)
        line = Line((2, middle), (self.width() - 2, middle), Ink.SERIES, self._series)
        sign = mark(self._series, (self.width() / 2, middle), scaled(5))
        area = QRectF(self.rect())
        paint(painter, Drawing(Box(area.width(), area.height(), scaled(TABLE)), (line, sign)))
        painter.end()
