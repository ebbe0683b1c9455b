"""Where the pages of a worksheet end, and at what scale it prints.

Spreadsheet programs ignore page breaks where they fit a sheet to the paper themselves. A
sheet that is signed must not part its signatures from its last rows, so it gets a scale
worked out here, and each page end is set.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from reviewer_app.domain.document import Orientation

_POINTS = 5.6
"""Of one character of column width in the workbook's own font (`package`)."""

_ROOM = {Orientation.PORTRAIT: (509.0, 737.0), Orientation.LANDSCAPE: (755.0, 490.0)}
"""Width and height between the margins, in points."""

_SAFE = 0.95
_SMALLEST = 0.6
"""No form is printed smaller so that it fits on one page."""

_MOST_BREAKS = 1000


@dataclass(slots=True)
class Pages:
    """What decides the pages: heights of rows in points, forced ends, rows to keep.

    `ends` are rows after which a new page begins; `kept` are first and last rows of what
    must stand on one page; `header` the rows repeated on each page.
    """

    heights: list[float] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    header: tuple[int, int] | None = None

    def scale(self, width: float, orientation: Orientation) -> float:
        """Give the scale at which the sheet fits the width, and each form one page."""
        across, down = _ROOM[orientation]
        by_width = min(1.0, across * _SAFE / (width * _POINTS))
        if not self.ends:
            return by_width
        edges = [0, *self.ends, len(self.heights)]
        tallest = max(sum(self.heights[start:end]) for start, end in pairwise(edges))
        by_height = down * _SAFE / tallest
        return min(by_width, by_height) if by_height >= _SMALLEST else by_width

    def breaks(self, scale: float, orientation: Orientation) -> list[int]:
        """Give the rows after which a page ends."""
        room = _ROOM[orientation][1] * _SAFE / scale
        found: list[int] = []
        used, forced = 0.0, set(self.ends)
        kept = {first: sum(self.heights[first - 1 : last]) for first, last in reversed(self.kept)}
        for row, height in enumerate(self.heights, 1):
            if row > 1 and (row - 1 in forced or used + kept.get(row, height) > room):
                found.append(row - 1)
                used = self._repeated(row)
            used += height
        return found if len(found) <= _MOST_BREAKS else []

    def _repeated(self, row: int) -> float:
        if self.header is None or row <= self.header[1]:
            return 0.0
        return sum(self.heights[self.header[0] - 1 : self.header[1]])
