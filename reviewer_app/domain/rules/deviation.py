"""Which sheets are far from the others (畸高畸低), and which reviewers tell nothing apart.

Looked at is the part a reviewer decides, judged and assisted: objective points are equal
for all and would hide it. Nothing is dropped or changed; people are asked to look again.

Source: domain.md 2.7, Abnormal scores.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import mul

from reviewer_app.domain.deviation import Deviation, Pattern, PatternKind
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.scheme import Scheme

LIMIT = Fraction(1, 5)
"""A sheet is flagged beyond this share of the others' mean, not at it."""

_HUNDREDTHS = 100
_FEWEST = 3
"""So many sheets of a reviewer make a pattern."""


def share_of(own: Points, others: Points) -> Fraction | None:
    """Give (own - others) / others, None where the others' mean is 0.

    >>> share_of(Points(62), Points(80))
    Fraction(-9, 40)
    """
    return None if others == 0 else (own - others) / abs(others)


@dataclass(frozen=True, slots=True)
class _Weights:
    """What each indicator on a sheet weighs, as whole numbers: of `parts` to a point."""

    codes: tuple[str, ...]
    multipliers: tuple[int, ...]
    parts: int

    def of(self, sheet: ReviewerResult) -> int:
        """Give the weighed sum of a counted sheet, in parts of a point."""
        scores = sheet.scores
        return sum(map(mul, [scores[code] for code in self.codes], self.multipliers))


def _weights(scheme: Scheme) -> _Weights:
    rows = [
        (row.code, factor.weight * row.weight)
        for factor in scheme.factors
        for row in factor.indicators
        if row.is_on_sheet
    ]
    common = lcm(*(weight.denominator for _, weight in rows))
    return _Weights(
        tuple(code for code, _ in rows),
        tuple(int(weight * common) for _, weight in rows),
        common * _HUNDREDTHS,
    )


def deviations(scheme: Scheme, result: ApplicationResult) -> tuple[Deviation, ...]:
    """Compare each counted sheet of an application with the mean of the others.

    One sheet alone has nothing to be compared with.
    """
    return tuple(_deviations(_weights(scheme), result, limit=None))


def flagged(
    scheme: Scheme, results: Sequence[ApplicationResult], limit: Fraction = LIMIT
) -> tuple[Deviation, ...]:
    """Give the sheets that are far from the others, in the order of the applications."""
    weights = _weights(scheme)
    return tuple(found for result in results for found in _deviations(weights, result, limit))


def _deviations(
    weights: _Weights, result: ApplicationResult, limit: Fraction | None
) -> Iterator[Deviation]:
    """Give the sheets further than `limit` from the others, all of them without one.

    Whole numbers decide: rationals would take ten times as long for a large batch.
    """
    sums = {sheet.number: weights.of(sheet) for sheet in result.reviewers if sheet.state.counts}
    count, whole = len(sums) - 1, sum(sums.values())
    if count < 1:
        return
    for number, own in sums.items():
        rest = whole - own
        if limit is not None and not _is_far(own * count, rest, limit):
            continue
        points, others = Fraction(own, weights.parts), Fraction(rest, count * weights.parts)
        yield Deviation(result.number, number, points, others, share_of(points, others))


def _is_far(own: int, others: int, limit: Fraction) -> bool:
    """Say whether a value lies more than `limit` from another, both of one scale."""
    return abs(own - others) * limit.denominator > limit.numerator * abs(others)


def patterns(scheme: Scheme, results: Sequence[ApplicationResult]) -> tuple[Pattern, ...]:
    """Give the reviewers whose sheets are all equal, or all at the maximum."""
    weights = _weights(scheme)
    given: dict[str, list[Points]] = {}
    for result in results:
        for sheet in result.reviewers:
            if sheet.state.counts:
                points = Fraction(weights.of(sheet), weights.parts)
                given.setdefault(sheet.number, []).append(points)
    return tuple(_patterns(given, _greatest(scheme)))


def _patterns(given: dict[str, list[Points]], greatest: Points) -> Iterator[Pattern]:
    for reviewer, values in sorted(given.items()):
        if len(values) < _FEWEST or len(set(values)) > 1:
            continue
        kind = PatternKind.MAXIMUM if values[0] == greatest else PatternKind.EQUAL
        yield Pattern(reviewer, kind, len(values), values[0])


def _greatest(scheme: Scheme) -> Points:
    """Give the most a reviewer can decide; a deduction is best when it is not made."""
    parts = (
        max(factor.weight * row.weight * row.maximum, Fraction(0))
        for factor in scheme.factors
        for row in factor.indicators
        if row.is_on_sheet
    )
    return sum(parts, Fraction(0))
