"""Where the next thing goes: a cursor over the pages of a document."""

from reviewer_app.reports.cleaning import printable
from reviewer_app.reports.density import ROOMY, Density
from reviewer_app.reports.fonts import Face, text_width
from reviewer_app.reports.surface import Paper, Surface
from reviewer_app.reports.wrapping import wrap

LAST_LINES = 3
"""So many lines or rows stay with what must not stand alone."""


class Flow:
    """A cursor `y` on the current page; `is_fresh` until something stands on it.

    `running` is the small line above what goes on from the page before.
    """

    def __init__(
        self, paper: Paper, surface: Surface, running: str = "", density: Density = ROOMY
    ) -> None:
        self._running = running
        self.density = density
        self.paper = paper
        self.surface = surface
        self.y = paper.top
        self.is_fresh = True

    @property
    def room(self) -> float:
        """The height left on this page."""
        return self.paper.end - self.y

    @property
    def full_room(self) -> float:
        """The height of an empty page."""
        return self.paper.end - self.paper.top

    def advance(self, height: float) -> None:
        """Go down; the page is no longer fresh."""
        self.y += height
        self.is_fresh = False

    def gap(self, height: float) -> None:
        """Leave space, none at the top of a page."""
        if not self.is_fresh:
            self.y += height

    def new_page(self) -> None:
        """Go on at the top of a new page, unless this one is still empty."""
        if self.is_fresh:
            return
        self.turn()
        paper = self.paper
        self.surface.text(paper.left, paper.top - 8, Face.SERIF, 7.5, self._running)

    def turn(self) -> None:
        """Begin a new page."""
        self.surface.end_page()
        self.y = self.paper.top
        self.is_fresh = True

    def need(self, height: float) -> None:
        """Go to a new page if so much does not fit here."""
        if height > self.room:
            self.new_page()

    def paragraph(
        self, text: str, face: Face, size: float, leading: float, kept: float = 0
    ) -> None:
        """Set text over the full width, line by line, over as many pages as it takes.

        So much height as `kept` stays on the page with the last lines.
        """
        lines = wrap(face, printable(text), size, self.paper.text_width)
        for position, line in enumerate(lines):
            self.need(leading)
            last = len(lines) - position
            if kept and last == min(LAST_LINES, len(lines)):
                self.need(last * leading + kept)
            base = self.y + (leading + size * 0.72) / 2
            self.surface.text(self.paper.left, base, face, size, line)
            self.advance(leading)

    def centred(self, text: str, face: Face, size: float, leading: float) -> None:
        """Set text in the middle, in as many lines as it takes."""
        for line in wrap(face, printable(text), size, self.paper.text_width):
            self.need(leading)
            width = text_width(face, line) * size / 1000
            x = self.paper.left + (self.paper.text_width - width) / 2
            base = self.y + (leading + size * 0.72) / 2
            self.surface.text(x, base, face, size, line)
            self.advance(leading)
