"""The drawing of any figure: the one door for both painters."""

from typing import assert_never

from reviewer_app.charts.bars import factor_bars
from reviewer_app.charts.radar import radar
from reviewer_app.charts.shapes import Box, Drawing
from reviewer_app.charts.strips import spread, strip
from reviewer_app.domain.figure import FactorBars, Figure, Radar, Spread, Strip


def drawing_of(figure: Figure, box: Box) -> Drawing:
    """Lay a figure into a box."""
    match figure:
        case Radar():
            return radar(figure, box)
        case FactorBars():
            return factor_bars(figure, box)
        case Strip():
            return strip(figure, box)
        case Spread():
            return spread(figure, box)
        case _:
            assert_never(figure)
