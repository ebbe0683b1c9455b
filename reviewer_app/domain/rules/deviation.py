"""Which sheets are far from the others (畸高畸低), and which reviewers tell nothing apart.

Looked at is the part a reviewer decides, judged and assisted: objective points are equal
for all and would hide it. Nothing is dropped or changed; people are asked to look again.

Source: domain.md 2.7, Abnormal scores.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reviewer_app.domain.deviation import Deviation, Pattern, PatternKind
from reviewer_app.domain.points import Points, from_hundredths
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.scheme import Scheme

LIMIT = Fraction(1, 5)
"""A sheet is flagged beyond this share of the others' mean, not at it."""

_FEWEST = 3
"""So many sheets of a reviewer make a pattern."""


def share_of(own: Points, others: Points) -> Fraction | None:
    """Give (own - others) / others, None where the others' mean is 0.

    >>> share_of(Points(62), Points(80))
    Fraction(-9, 40)
    """
    return None if others == 0 else (own - others) / abs(others)


def is_far(own: Points, others: Points, limit: Fraction = LIMIT) -> bool:
    """Say whether a value lies more than `limit` from the mean of the others."""
    return abs(own - others) > limit * abs(others)


def decided_part(scheme: Scheme, sheet: ReviewerResult) -> Points:
    """Give the weighed sum of the indicators on a counted sheet."""
    parts = (
        factor.weight * row.weight * from_hundredths(sheet.scores[row.code])
        for factor in scheme.factors
        for row in factor.indicators
        if row.is_on_sheet
    )
    return sum(parts, Fraction(0))


def deviations(scheme: Scheme, result: ApplicationResult) -> tuple[Deviation, ...]:
    """Compare each counted sheet of an application with the mean of the others.

    One sheet alone has nothing to be compared with.
    """
    parts = {
        sheet.number: decided_part(scheme, sheet)
        for sheet in result.reviewers
        if sheet.state.counts
    }
    if len(parts) < 2:
        return ()
    whole = sum(parts.values(), Fraction(0))
    found = []
    for number, own in parts.items():
        others = (whole - own) / (len(parts) - 1)
        found.append(Deviation(result.number, number, own, others, share_of(own, others)))
    return tuple(found)


def flagged(
    scheme: Scheme, results: Sequence[ApplicationResult], limit: Fraction = LIMIT
) -> tuple[Deviation, ...]:
    """Give the sheets that are far from the others, in the order of the applications."""
    return tuple(
        found
        for result in results
        for found in deviations(scheme, result)
        if is_far(found.own, found.others, limit)
    )


def patterns(scheme: Scheme, results: Sequence[ApplicationResult]) -> tuple[Pattern, ...]:
    """Give the reviewers whose sheets are all equal, or all at the maximum."""
    given: dict[str, list[Points]] = {}
    for result in results:
        for sheet in result.reviewers:
            if sheet.state.counts:
                given.setdefault(sheet.number, []).append(decided_part(scheme, sheet))
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
