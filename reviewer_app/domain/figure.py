"""Charts as values: what is shown, exact; where it lies on a picture is `charts`."""

from dataclasses import dataclass

from reviewer_app.domain.points import Points


@dataclass(frozen=True, slots=True)
class Axis:
    """A factor and the most points it can have."""

    name: str
    maximum: Points


@dataclass(frozen=True, slots=True)
class Series:
    """One application on the axes, in their order; None where there is no value."""

    name: str
    values: tuple[Points | None, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """Factors of one to four applications, each as a share of its maximum."""

    axes: tuple[Axis, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class FactorBars:
    """The factors of one application beside each other."""

    axes: tuple[Axis, ...]
    values: tuple[Points | None, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where points are shown."""

    low: Points
    high: Points


@dataclass(frozen=True, slots=True)
class Dot:
    """A value of somebody; hollow where trimming left it out."""

    name: str
    value: Points
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """The sheets of one application as dots, its score as a mark."""

    scale: Scale
    dots: tuple[Dot, ...]
    score: Points | None


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A named strip."""

    name: str
    dots: tuple[Dot, ...]
    score: Points | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Strips beneath each other: the ranking, or what each reviewer gave.

    `line` is drawn across all of them: a pass line.
    """

    scale: Scale
    rows: tuple[SpreadRow, ...]
    line: Points | None = None


Figure = Radar | FactorBars | Strip | Spread
