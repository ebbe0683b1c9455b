"""Charts that live in a workbook and follow its cells, as values."""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """Scores with their spread; shares around a centre; boxes from lowest to highest."""

    BARS = "bars"
    RADAR = "radar"
    BOXES = "boxes"


@dataclass(frozen=True, slots=True)
class Cells:
    """Where values stand, as formulas say it, and what they are now.

    What they are now is for programs that show a chart without counting.
    """

    area: str
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values under a name."""

    name: Cells
    values: Cells


@dataclass(frozen=True, slots=True)
class Corners:
    """Column and row, counted from 0, of the cells where a chart begins and ends."""

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """One chart.

    `below` and `above` say how far the spread of each bar reaches; `floor` is where the
    scale of boxes begins; the first sequence of boxes only lifts the others.
    """

    kind: ChartKind
    title: str
    corners: Corners
    categories: Cells
    sequences: tuple[Sequence, ...]
    below: Cells | None = None
    above: Cells | None = None
    floor: int = 0
