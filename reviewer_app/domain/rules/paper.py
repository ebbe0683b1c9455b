"""What two entries of one paper sheet come to: where they differ, what they add up to.

Source: peers.md 6.4; contract.md 2 (sheet total).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer_app.domain.application import Computed
from reviewer_app.domain.points import Points, from_hundredths, half_up
from reviewer_app.domain.scheme import Factor, Scheme

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
    """Add up what was typed, and with the computed objective scores the whole sheet."""
    values = {code: from_hundredths(value) for code, value in typed.items()}
    judged = _weighted(scheme.factors, values, {row.code for row in scheme.on_sheet})
    objective = {row.code for row in scheme.indicators() if not row.is_on_sheet}
    known: dict[str, Points] = {}
    for code in objective:
        found = computed.get(code)
        if found is None or found.value is None:
            return Sums(judged, None)
        known[code] = found.value
    return Sums(judged, judged + _weighted(scheme.factors, known, objective))


def _weighted(factors: Iterable[Factor], values: Mapping[str, Points], codes: set[str]) -> Points:
    return sum(
        (
            factor.weight * row.weight * values[row.code]
            for factor in factors
            for row in factor.indicators
            if row.code in codes and row.code in values
        ),
        Fraction(0),
    )


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
