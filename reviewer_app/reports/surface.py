"""What the layout draws on: pages with text, lines and grey boxes.

Places are in points from the top left corner. `reports.pdf` has the one that makes a
PDF.
"""

from dataclasses import dataclass
from typing import Protocol

from reviewer_app.domain.document import Orientation
from reviewer_app.reports.fonts import Face

MM = 72 / 25.4
_SHORT, _LONG = 210 * MM, 297 * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of A4 with its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def end(self) -> float:
        """The lowest place for content."""
        return self.height - self.bottom


def paper(orientation: Orientation) -> Paper:
    """Give A4 with room to bind: at the left of upright sheets, at the top of wide ones."""
    if orientation is Orientation.PORTRAIT:
        return Paper(_SHORT, _LONG, 25 * MM, 18 * MM, 22 * MM, 20 * MM)
    return Paper(_LONG, _SHORT, 16 * MM, 16 * MM, 17 * MM, 17 * MM)


class Surface(Protocol):
    """Something to draw on."""

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Write one line, its base line at y."""

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a thin rule."""

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        """Tint a box whose upper left corner is at x, y."""

    def end_page(self) -> None:
        """Finish the page; the next call draws on a new one."""
