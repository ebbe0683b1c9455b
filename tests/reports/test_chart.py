"""A chart on paper is the chart on the screen: one geometry, black on white."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from reviewer_app.charts.drawing import drawing_of
from reviewer_app.charts.shapes import Box, Circle, Drawing, Line, Polygon
from reviewer_app.domain.document import Chart, Document, digest
from reviewer_app.domain.figure import Axis, Radar, Series
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.chart import chart_operators
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.pdf_read import pdf_text
from tests.reports.builders import a_batch, a_panel, some_facts

BOX = Box(300, 200, 9)
RADAR = Radar(
    tuple(Axis(f"{code} 要素", Fraction(20)) for code in "ABCDE"),
    (
        Series("P1", tuple(Fraction(v) for v in (20, 10, 5, 15, 18))),
        Series("P2", tuple(Fraction(v) for v in (10, 12, 9, 4, 20))),
    ),
)


def printed_corners(drawing: Drawing) -> list[tuple[float, float]]:
    """Read the ends of lines, corners and circle starts back out of the operators."""
    found = []
    for line in chart_operators(drawing, 0, -drawing.box.height):
        if line.endswith(("S", "f")) and " c " not in f"{line} ":
            places = re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]", line)
            found += [(float(x), -float(y)) for x, y in places]
    return found


def test_screen_and_paper_draw_the_same_points() -> None:
    drawing = drawing_of(RADAR, BOX)
    expected: list[tuple[float, float]] = []
    for shape in drawing.shapes:
        if isinstance(shape, Line):
            expected += [shape.begin, shape.end]
        elif isinstance(shape, Polygon):
            expected += shape.points

    assert printed_corners(drawing) == [(round(x, 2), round(y, 2)) for x, y in expected]


def test_series_are_told_apart_without_colour() -> None:
    operators = "\n".join(chart_operators(drawing_of(RADAR, BOX), 0, 0))

    assert not re.search(r"\b(rg|RG|k|K)\b", operators)
    assert len(set(re.findall(r"\[[^\]]*\] 0 d", operators))) == 2
    assert any(isinstance(shape, Circle) for shape in drawing_of(RADAR, BOX).shapes)


def a_document() -> Document:
    return build("rank-explanation", some_facts(a_batch(3, 3), a_panel(3)))


def test_the_explanation_of_a_rank_shows_the_radar(tmp_path: Path) -> None:
    document = a_document()
    path = tmp_path / "29.pdf"
    path.write_bytes(pdf_bytes(document))

    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert len(charts) == 3
    assert isinstance(charts[0].figure, Radar)
    assert charts[0].figure.axes[0].name.split()[0] in pdf_text(path)


def test_what_a_chart_shows_is_part_of_the_digest() -> None:
    one = a_document()
    blocks = tuple(
        Chart(RADAR, block.height) if isinstance(block, Chart) else block for block in one.blocks
    )
    assert digest(replace(one, blocks=blocks)) != digest(one)
