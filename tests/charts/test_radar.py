"""A radar says each factor as a share of its maximum, in the order of the axes."""

from fractions import Fraction
from math import hypot

import pytest

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import Anchor, Box, Circle, Ink, Polygon, Text, dash_of
from reviewer_app.charts.widths import about_width
from reviewer_app.domain.figure import Axis, Radar, Series

BOX = Box(400, 300, 15)
AXES = tuple(
    Axis(name, Fraction(maximum)) for name, maximum in (("A", 15), ("B", 30), ("C", 15), ("D", 40))
)


def outlines(radar: Radar) -> list[Polygon]:
    shapes = drawing_of(radar, BOX).shapes
    wide = [shape for shape in shapes if isinstance(shape, Polygon) and shape.ink is Ink.SERIES]
    return [shape for shape in wide if not shape.is_filled]


def a_radar(*values: tuple[int | None, ...]) -> Radar:
    series = (
        Series(f"P{number}", tuple(None if v is None else Fraction(v) for v in given))
        for number, given in enumerate(values)
    )
    return Radar(AXES, tuple(series))


def test_each_corner_lies_at_its_share_of_the_axis() -> None:
    (outline,) = outlines(a_radar((15, 15, 0, 10)))
    rings = [s for s in drawing_of(a_radar(), BOX).shapes if isinstance(s, Polygon)]
    centre = (200.0, (rings[-1].points[0][1] + rings[-1].points[2][1]) / 2)
    radius = centre[1] - rings[-1].points[0][1]

    parts = [hypot(x - centre[0], y - centre[1]) / radius for x, y in outline.points]
    # 15 of 15, 15 of 30, 0 of 15, 10 of 40
    assert parts == pytest.approx([1, 0.5, 0, 0.25])


def test_the_first_axis_points_up_and_the_second_right_of_it() -> None:
    (outline,) = outlines(a_radar((15, 30, 15, 40)))
    top, right, bottom, left = outline.points

    assert top[1] < right[1] < bottom[1]
    assert left[0] < top[0] < right[0]


def test_four_applications_differ_by_dash_and_mark_not_only_by_colour() -> None:
    drawing = drawing_of(a_radar(*[(10, 10, 10, 10)] * 4), BOX)
    marks = {
        shape.series: len(shape.points) if isinstance(shape, Polygon) else 0
        for shape in drawing.shapes
        if isinstance(shape, Circle | Polygon) and shape.ink is Ink.SERIES and shape.is_filled
    }

    assert len({dash_of(series) for series in range(4)}) == 4
    assert list(marks) == [0, 1, 2, 3]
    assert len({*marks.items()}) == 4


@pytest.mark.parametrize("name", ["A 项目投入情况", "E Promotion results"])
@pytest.mark.parametrize("box", [Box(320, 260, 15), Box(500, 300, 30), Box(170, 170, 9)])
def test_names_stay_within_the_box(name: str, box: Box) -> None:
    axes = tuple(Axis(name, Fraction(20)) for _ in range(5))
    drawing = drawing_of(Radar(axes, ()), box)

    for text in (shape for shape in drawing.shapes if isinstance(shape, Text)):
        x, y = text.place
        width = about_width(text.text, box.text)
        left = {Anchor.START: x, Anchor.MIDDLE: x - width / 2, Anchor.END: x - width}[text.anchor]
        assert left >= -1
        assert left + width <= box.width + 1
        assert box.text * 0.6 <= y <= box.height


def test_a_value_that_is_not_there_lies_in_the_centre() -> None:
    with_none, with_zero = outlines(a_radar((15, None, 15, 40))), outlines(a_radar((15, 0, 15, 40)))

    assert with_none[0].points == with_zero[0].points
