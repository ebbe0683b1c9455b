"""What the layout draws on: pages with text, lines and grey boxes.

Places are in points from the top left corner. `reports.pdf` has the one that makes a
PDF; a `Draft` keeps what is drawn, so that a form can be laid out, looked at and laid out
otherwise.
"""

from dataclasses import dataclass
from typing import Protocol

from reviewer_app.charts.shapes import Drawing
from reviewer_app.domain.document import Orientation
from reviewer_app.reports.fonts import Face

MM = 72 / 25.4
HAND = 8.5 * MM
"""The least height of what is filled in by hand."""

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
        return Paper(_SHORT, _LONG, 25 * MM, 18 * MM, 20 * MM, 16 * MM)
    return Paper(_LONG, _SHORT, 16 * MM, 16 * MM, 17 * MM, 15 * MM)


def official_paper() -> Paper:
    """Give A4 with the type area of official papers, 156 mm × 225 mm.

    Source: GB/T 9704; domain.md 6.0.
    """
    return Paper(_SHORT, _LONG, 28 * MM, 26 * MM, 37 * MM, 35 * MM)


class Surface(Protocol):
    """Something to draw on."""

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Write one line, its base line at y."""

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a thin rule."""

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        """Tint a box whose upper left corner is at x, y."""

    def draw(self, x: float, y: float, drawing: Drawing) -> None:
        """Draw a chart whose upper left corner is at x, y."""

    def bookmark(self, title: str, level: int) -> None:
        """Let the outline lead to this page; level 0 is the outermost."""

    def end_page(self) -> None:
        """Finish the page; the next call draws on a new one."""


class Draft:
    """Pages that are not on paper yet; `pages` counts those that were ended."""

    def __init__(self) -> None:
        self.pages = 0
        self._texts: list[list[tuple[float, float, Face, float, str]]] = [[]]
        self._lines: list[list[tuple[float, float, float, float]]] = [[]]
        self._boxes: list[list[tuple[float, float, float, float]]] = [[]]
        self._drawings: list[list[tuple[float, float, Drawing]]] = [[]]
        self._marks: list[list[tuple[str, int]]] = [[]]

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Keep a line of text."""
        self._texts[-1].append((x, y, face, size, text))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Keep a rule."""
        self._lines[-1].append((x1, y1, x2, y2))

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        """Keep a box."""
        self._boxes[-1].append((x, y, width, height))

    def draw(self, x: float, y: float, drawing: Drawing) -> None:
        """Keep a chart."""
        self._drawings[-1].append((x, y, drawing))

    def bookmark(self, title: str, level: int) -> None:
        """Keep an entry of the outline."""
        self._marks[-1].append((title, level))

    def end_page(self) -> None:
        """Go on to the next page."""
        self.pages += 1
        self._texts.append([])
        self._lines.append([])
        self._boxes.append([])
        self._drawings.append([])
        self._marks.append([])

    def copy_to(self, surface: Surface) -> None:
        """Draw every ended page."""
        for page in range(self.pages):
            for mark in self._marks[page]:
                surface.bookmark(*mark)
            for box in self._boxes[page]:
                surface.grey(*box)
            for rule in self._lines[page]:
                surface.line(*rule)
            for text in self._texts[page]:
                surface.text(*text)
            for drawing in self._drawings[page]:
                surface.draw(*drawing)
            surface.end_page()
