"""Dots lie where their values are, hollow where trimming left them out."""

from fractions import Fraction

import pytest

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import Box, Circle, Ink, Line, Polygon, Text
from reviewer_app.domain.figure import Axis, Dot, FactorBars, Scale, Spread, SpreadRow, Strip

SCALE = Scale(Fraction(50), Fraction(100))
BOX = Box(208, 30, 10)


def a_strip(*values: str, score: str | None = None, hollow: tuple[str, ...] = ()) -> Strip:
    dots = tuple(Dot(text, Fraction(text), text in hollow) for text in values)
    return Strip(SCALE, dots, None if score is None else Fraction(score))


def circles(strip: Strip) -> list[Circle]:
    return [shape for shape in drawing_of(strip, BOX).shapes if isinstance(shape, Circle)]


def test_a_dot_in_the_middle_of_the_scale_lies_in_the_middle() -> None:
    low, middle, high = circles(a_strip("50", "75", "100"))

    assert middle.centre == pytest.approx((104, 15))
    assert low.centre[0] < middle.centre[0] < high.centre[0]
    assert low.centre[0] >= low.radius
    assert high.centre[0] <= BOX.width - high.radius


def test_a_dropped_sheet_is_hollow() -> None:
    drawn = circles(a_strip("62", "85", "91", hollow=("62", "91")))

    assert [dot.is_filled for dot in drawn] == [False, True, False]


def test_equal_dots_do_not_hide_each_other() -> None:
    drawn = circles(a_strip("80", "80", "80"))

    assert len({dot.centre for dot in drawn}) == 3


def test_the_score_is_marked_by_an_upright_bar() -> None:
    drawing = drawing_of(a_strip("70", "80", score="75"), BOX)
    (bar,) = [shape for shape in drawing.shapes if isinstance(shape, Polygon)]

    assert bar.ink is Ink.MARK
    assert sum(x for x, _ in bar.points) / 4 == pytest.approx(104)


def test_a_pass_line_runs_through_all_strips() -> None:
    rows = tuple(SpreadRow(f"P{n}", (Dot("R1", Fraction(80)),), Fraction(80)) for n in range(3))
    box = Box(400, 120, 10)
    drawing = drawing_of(Spread(SCALE, rows, Fraction(60)), box)
    (line,) = [s for s in drawing.shapes if isinstance(s, Line) and s.ink is Ink.LIMIT]

    assert line.begin[0] == line.end[0]
    assert line.begin[1] == 0
    assert line.end[1] > 0.8 * box.height


def test_a_long_name_is_cut_and_says_so() -> None:
    rows = (SpreadRow("海洋渔业病害识别大模型及示范应用平台", (), None),)
    drawing = drawing_of(Spread(SCALE, rows), Box(200, 60, 10))

    assert next(s.text for s in drawing.shapes if isinstance(s, Text)).endswith("…")


def test_a_bar_is_as_high_as_its_share() -> None:
    axes = (Axis("A", Fraction(20)), Axis("B", Fraction(10)))
    drawing = drawing_of(FactorBars(axes, (Fraction(5), None)), Box(40, 32, 10))
    bars = [s for s in drawing.shapes if isinstance(s, Polygon)]

    assert [bar.ink for bar in bars] == [Ink.TRACK, Ink.SERIES, Ink.TRACK]
    assert bars[1].points[0][1] == pytest.approx(24)  # a quarter of 32, from below
