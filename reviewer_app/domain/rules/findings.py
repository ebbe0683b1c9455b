"""What the panel found, as far as its scores tell: the level each indicator reached.

A draft for the panel to change. It gives levels and their anchor texts, and of numbers
only the published factor points.

Source: domain.md 6.1, 14; contract.md 2, Result.
"""

from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.points import Points, from_hundredths
from reviewer_app.domain.results import (
    ApplicationResult,
    Applied,
    Dropped,
    ReviewerResult,
)
from reviewer_app.domain.scheme import Factor, Indicator, Level, Scheme, TrimLevel

_GOOD_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """The level an indicator reached; `place` 0 is the highest level."""

    indicator: Indicator
    level: Level
    place: int

    @property
    def is_weak(self) -> bool:
        """Whether it is below the two best levels."""
        return self.place >= _GOOD_LEVELS


@dataclass(frozen=True, slots=True)
class FactorFindings:
    """A factor's findings in sheet order; `points` are the published ones after the weight."""

    factor: Factor
    points: Points | None
    reached: tuple[Finding, ...]


def findings(scheme: Scheme, result: ApplicationResult) -> tuple[FactorFindings, ...]:
    """Give for each factor the levels reached by the panel; none without counted sheets."""
    return tuple(
        FactorFindings(
            factor,
            result.factors.get(factor.code),
            tuple(
                found
                for indicator in factor.indicators
                if (found := _finding(scheme, factor, indicator, result)) is not None
            ),
        )
        for factor in scheme.factors
    )


def _finding(
    scheme: Scheme, factor: Factor, indicator: Indicator, result: ApplicationResult
) -> Finding | None:
    if not (indicator.is_on_sheet and indicator.levels):
        return None
    value = _panel_value(scheme.rules.trim_level, factor, indicator, result)
    if value is None:
        return None
    for place, level in enumerate(indicator.levels):
        if value >= level.lower:
            return Finding(indicator, level, place)
    return None


def _panel_value(
    trim_level: TrimLevel, factor: Factor, indicator: Indicator, result: ApplicationResult
) -> Points | None:
    """Combine the scores on one indicator as the result does: kept ones, mean or median."""
    subject = indicator.code if trim_level is TrimLevel.INDICATOR else factor.code
    values = sorted(
        from_hundredths(row.scores[indicator.code])
        for row in result.reviewers
        if row.total is not None
        and indicator.code in row.scores
        and _dropped(row, trim_level, subject) is Dropped.NO
    )
    if not values:
        return None
    if result.applied == Applied.MEDIAN:
        values = values[(len(values) - 1) // 2 : len(values) // 2 + 1]
    return sum(values, Fraction(0)) / len(values)


def _dropped(row: ReviewerResult, trim_level: TrimLevel, subject: str) -> Dropped:
    if trim_level is TrimLevel.TOTAL:
        return row.dropped
    return row.dropped_in.get(subject, Dropped.NO)
