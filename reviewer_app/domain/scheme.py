"""The scheme: criteria as data (评分方案, 要素, 指标, 档).

Reading and checking a scheme document is `domain.scheme_reading`; formulas are
`domain.formula`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from reviewer_app.domain.points import Points


class Combine(StrEnum):
    """How the sheet totals of one application become its result."""

    MEAN = "mean"
    TRIMMED_MEAN = "trimmed_mean"
    MEDIAN = "median"


class TrimScope(StrEnum):
    """Whether too few sheets put one application or the whole batch on the mean."""

    APPLICATION = "application"
    GROUP = "group"


class TrimLevel(StrEnum):
    """On what trimming, mean and median are taken."""

    TOTAL = "total"
    FACTOR = "factor"
    INDICATOR = "indicator"


class RoundStage(StrEnum):
    """Where HALF_UP rounding happens; `final` always does."""

    FACTOR = "factor"
    WEIGHTED = "weighted"
    SHEET = "sheet"
    FINAL = "final"


class IndicatorKind(StrEnum):
    """Who gives the score: the formula, both, or the reviewer."""

    OBJECTIVE = "objective"
    ASSISTED = "assisted"
    JUDGED = "judged"


class InputKind(StrEnum):
    """What values an input takes."""

    NUMBER = "number"
    COUNT = "count"
    SHARE = "share"
    FLAG = "flag"
    CHOICE = "choice"


TIE_UNTRIMMED_MEAN = "untrimmed_mean"
TIE_MEDIAN = "median"
TIE_REQUESTED = "requested_asc"
TIE_VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Level:
    """One level (档): holds from `lower` up to the next higher level's lower bound."""

    name: str
    lower: Points
    text: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of a sheet.

    `formula` is None for judged indicators, `tolerance` (a share of `maximum`) is for
    assisted ones; `levels` run from highest to lowest.
    """

    code: str
    name: str
    name_en: str
    kind: IndicatorKind
    maximum: Points
    step: Points
    places: int
    weight: Fraction
    tolerance: Fraction | None
    formula: str | None
    levels: tuple[Level, ...]

    @property
    def is_on_sheet(self) -> bool:
        """Whether reviewers give this score themselves."""
        return self.kind is not IndicatorKind.OBJECTIVE


@dataclass(frozen=True, slots=True)
class Factor:
    """A group of indicators with a weight (negative for deductions)."""

    code: str
    name: str
    name_en: str
    weight: Fraction
    indicators: tuple[Indicator, ...]

    @property
    def maximum(self) -> Points:
        """The most points it gives to the result, after its weight."""
        return self.weight * sum((row.weight * row.maximum for row in self.indicators), Fraction(0))


@dataclass(frozen=True, slots=True)
class SchemeInput:
    """One value per application that formulas use.

    `values` maps the words of a choice to numbers, in order; `default` stands for an
    empty cell; `minimum` and `maximum` are inclusive bounds.
    """

    key: str
    label: str
    unit: str
    kind: InputKind
    values: tuple[tuple[str, Fraction], ...]
    default: str | None
    minimum: Fraction | None
    maximum: Fraction | None


@dataclass(frozen=True, slots=True)
class Rules:
    """How sheets become results and ranks. Shares are fractions of 1."""

    total: Points
    step: Points
    places: int
    combine: Combine
    trim_from: int
    trim_scope: TrimScope
    trim_level: TrimLevel
    quorum: int
    quorum_share: Fraction | None
    round_at: frozenset[RoundStage]
    tie_break: tuple[str, ...]
    pass_total: Points | None
    pass_factor: tuple[tuple[str, Points], ...]


@dataclass(frozen=True, slots=True)
class Tier:
    """An award tier: lowest score, cap in 万元, greatest number of awards."""

    code: str
    lower: Points
    cap: Fraction
    quota: int | None


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `greatest` awards for a value of a field ("*": each value)."""

    field: str
    value: str
    greatest: int


@dataclass(frozen=True, slots=True)
class Funding:
    """Defaults of the money rule; amounts in 万元, steps in yuan, stages in per cent."""

    amount: str
    ratio: Fraction | None
    eligible: str | None
    rule: str
    part_from: Fraction
    exclusive_by: str
    overlap: str
    money_step: int
    withheld: str
    stages: tuple[Fraction, ...]
    tiers: tuple[Tier, ...]
    caps: tuple[Cap, ...]


@dataclass(frozen=True)
class Scheme:
    """A whole scheme with its digest (SHA-256 of `document` as canonical JSON)."""

    key: str
    title: str
    title_en: str
    source: str
    notice: str
    rules: Rules
    inputs: tuple[SchemeInput, ...]
    factors: tuple[Factor, ...]
    funding: Funding | None
    document: str
    digest: str

    def indicators(self) -> Iterator[Indicator]:
        """Every indicator in sheet order."""
        for factor in self.factors:
            yield from factor.indicators

    @cached_property
    def by_code(self) -> Mapping[str, Indicator]:
        """Indicators by code."""
        return {indicator.code: indicator for indicator in self.indicators()}

    @cached_property
    def input_by_key(self) -> Mapping[str, SchemeInput]:
        """Inputs by key."""
        return {item.key: item for item in self.inputs}

    @cached_property
    def on_sheet(self) -> tuple[Indicator, ...]:
        """The judged and assisted indicators, in sheet order."""
        return tuple(row for row in self.indicators() if row.is_on_sheet)

    @property
    def needs_sheets(self) -> bool:
        """Whether any indicator is scored by reviewers."""
        return bool(self.on_sheet)
