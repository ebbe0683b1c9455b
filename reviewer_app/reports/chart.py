"""Charts on paper: the shapes of `reviewer_app.charts` as PDF operators, black on white.

Series are told apart by dash and mark alone.
"""

from collections.abc import Iterator

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import (
    Anchor,
    Box,
    Circle,
    Drawing,
    Ink,
    Line,
    Point,
    Polygon,
    Shape,
    Text,
    dash_of,
)
from reviewer_app.domain.figure import Figure
from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.fonts import Face, text_width

_GREY = {Ink.GRID: 0.75, Ink.AXIS: 0.35, Ink.TRACK: 0.88, Ink.FAINT: 0.35}
_WIDTHS = {Ink.SERIES: 0.9, Ink.LIMIT: 0.9}
_THIN = 0.4
_ROUND = 0.5523
"""How far the handles of a curve lie from its ends, so that four make a circle."""

_ANY_BOX = Box(460, 200, 8)


def chart_operators(drawing: Drawing, left: float, bottom: float) -> Iterator[str]:
    """Give all shapes but the texts; `left` and `bottom` are those of its box on the page."""
    top = bottom + drawing.box.height
    yield "q"
    for shape in drawing.shapes:
        if not isinstance(shape, Text):
            yield from _drawn(shape, left, top)
    yield "Q"


def texts_of(drawing: Drawing) -> Iterator[tuple[float, float, float, str]]:
    """Give place, size and text of each line, placed by how wide it really is."""
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            text = printable(shape.text)
            width = text_width(Face.SERIF, text) * shape.size / 1000
            shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}
            yield shape.place[0] - shift[shape.anchor], shape.place[1], shape.size, text


def _drawn(shape: Shape, left: float, top: float) -> Iterator[str]:
    match shape:
        case Line(begin, end, ink, series):
            yield _pen(ink, series)
            yield f"{_at(begin, left, top)} m {_at(end, left, top)} l S"
        case Polygon(points, ink, series, is_filled):
            yield _pen(ink, series)
            first, *others = (_at(point, left, top) for point in points)
            way = " ".join(f"{place} l" for place in others)
            yield f"{first} m {way} h {'f' if is_filled else 'S'}"
        case Circle(centre, radius, ink, series, is_filled):
            yield _pen(ink, series)
            x, y = left + centre[0], top - centre[1]
            yield f"{_circle(x, y, radius)} h {'f' if is_filled else 'S'}"
        case Text():
            pass


def _at(point: Point, left: float, top: float) -> str:
    return f"{left + point[0]:.2f} {top - point[1]:.2f}"


def _pen(ink: Ink, series: int) -> str:
    """Set grey, width and dash of what comes."""
    width = _WIDTHS.get(ink, _THIN)
    dash = dash_of(series if ink is Ink.SERIES else (1 if ink is Ink.LIMIT else 0))
    grey = _GREY.get(ink, 0)
    lengths = " ".join(f"{length * width:.2f}" for length in dash)
    return f"{grey:g} G {grey:g} g {width:g} w [{lengths}] 0 d"


def _circle(x: float, y: float, radius: float) -> str:
    handle = radius * _ROUND
    corners = ((1, 0), (0, 1), (-1, 0), (0, -1))
    parts = [f"{x + radius:.2f} {y:.2f} m"]
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        points = (
            (x + ax * radius + bx * handle, y + ay * radius + by * handle),
            (x + bx * radius + ax * handle, y + by * radius + ay * handle),
            (x + bx * radius, y + by * radius),
        )
        parts.append(" ".join(f"{px:.2f} {py:.2f}" for px, py in points) + " c")
    return " ".join(parts)


def chart_texts(figure: Figure) -> Iterator[str]:
    """Give every text of a figure, so that a character without a glyph is found before."""
    for shape in drawing_of(figure, _ANY_BOX).shapes:
        if isinstance(shape, Text):
            yield shape.text
