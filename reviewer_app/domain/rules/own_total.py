"""The running total of one sheet, whole or not, and one's own statistics.

The sum is that of the official result (`rules.measure`); only what is missing is left out.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from reviewer_app.domain.application import Computed
from reviewer_app.domain.own_work import OwnStatistics, SheetTotal
from reviewer_app.domain.points import Points, half_up
from reviewer_app.domain.rules.measure import Measure


def sheet_total(
    measure: Measure, computed: Mapping[str, Computed], scores: Mapping[str, int]
) -> SheetTotal:
    """Add up what there is of one sheet; each sum is rounded HALF_UP once."""
    places, parts = measure.rules.places, measure.total_parts
    objective, is_whole = _objective(measure, computed)
    found = [
        (multiplier, scores[code])
        for code, multiplier in zip(measure.columns, measure.multipliers, strict=True)
        if code in scores
    ]
    given = Fraction(sum(multiplier * score for multiplier, score in found), parts)
    return SheetTotal(
        total=half_up(objective + given, places),
        objective=half_up(objective, places),
        given=half_up(given, places),
        scored=len(found),
        of=len(measure.columns),
        is_whole=is_whole,
    )


def _objective(measure: Measure, computed: Mapping[str, Computed]) -> tuple[Points, bool]:
    total, is_whole = Fraction(0), True
    for factor in measure.factors:
        for code, multiplier in factor.objective:
            item = computed.get(code)
            if item is None or item.value is None:
                is_whole = False
            else:
                total += item.value * multiplier * factor.weight
    return total / measure.total_parts, is_whole


def own_statistics(totals: Sequence[Points], places: int) -> OwnStatistics:
    """Give mean and range of the totals of complete sheets.

    >>> own_statistics([Fraction(61), Fraction(88)], 2).mean
    Fraction(149, 2)
    """
    if not totals:
        return OwnStatistics(0, None, None, None)
    mean = half_up(sum(totals, Fraction(0)) / len(totals), places)
    return OwnStatistics(len(totals), mean, min(totals), max(totals))
