"""What two entries of one paper sheet come to: where they differ, what they add up to.

Source: peers.md 6.4; contract.md 2 (sheet total).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.application import Computed
from reviewer_app.domain.points import Points, from_hundredths, half_up
from reviewer_app.domain.scheme import Scheme

Typed = Mapping[str, int]
"""Indicator code -> hundredths, as somebody typed them."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a typed sheet adds up to; `whole` is None where an objective score is missing."""

    judged: Points
    whole: Points | None


def is_complete(scheme: Scheme, typed: Typed) -> bool:
    """Whether every row a reviewer scores was typed; objective rows need not be."""
    return all(row.code in typed for row in scheme.on_sheet)


def differing(scheme: Scheme, first: Typed, second: Typed) -> tuple[str, ...]:
    """Give the codes, in sheet order, whose two values are not equal."""
    return tuple(row.code for row in scheme.on_sheet if first.get(row.code) != second.get(row.code))


def sums_of(scheme: Scheme, typed: Typed, computed: Mapping[str, Computed]) -> Sums:
    """Add up what was typed, and with the computed objective scores the whole sheet.

    Of nothing typed there is no whole.
    """
    if not typed:
        return Sums(Fraction(0), None)
    judged, objective, is_whole = Fraction(0), Fraction(0), True
    for factor in scheme.factors:
        for row in factor.indicators:
            weight = factor.weight * row.weight
            if row.is_on_sheet:
                judged += weight * from_hundredths(typed.get(row.code, 0))
            elif (found := computed.get(row.code)) is not None and found.value is not None:
                objective += weight * found.value
            else:
                is_whole = False
    return Sums(judged, judged + objective if is_whole else None)


def total_agrees(scheme: Scheme, sums: Sums, total: int) -> bool:
    """Whether a total written on paper is the sum, with or without the objective part."""
    places = scheme.rules.places
    written = from_hundredths(total)
    return written in (
        half_up(sums.judged, places),
        None if sums.whole is None else half_up(sums.whole, places),
    )


def objective_differing(
    scheme: Scheme, typed: Typed, computed: Mapping[str, Computed]
) -> tuple[str, ...]:
    """Give the objective rows whose value on paper is not the computed one."""
    return tuple(
        row.code
        for row in scheme.indicators()
        if not row.is_on_sheet
        and row.code in typed
        and (found := computed.get(row.code)) is not None
        and found.value != from_hundredths(typed[row.code])
    )
