"""A scheme in whole numbers, so that a batch is ranked without a fraction per score.

Weights are rationals and scores are hundredths. Over one common denominator for the
scheme every factor's points and every total is a whole number; fractions appear only
where a value leaves the rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import lcm
from operator import mul

from reviewer_app.domain.application import Computed
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import Candidate, WhyKind
from reviewer_app.domain.scheme import Factor, Rules, Scheme


@dataclass(frozen=True, slots=True)
class FactorMeasure:
    """One factor in whole numbers.

    `judged` gives (column in a row, multiplier) for each indicator on the sheet,
    `objective` (indicator code, multiplier) for each computed one. A multiplier turns
    hundredths, or points, into parts of a factor point; `weight` turns these into parts
    of a total.
    """

    code: str
    weight: int
    judged: tuple[tuple[int, int], ...]
    objective: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A scheme in whole numbers.

    `point_parts` make one point of a factor, `total_parts` one point of a total; a row
    is the scores of one sheet in the order of `columns`. `formulas` are those of the
    objective and assisted indicators, by code.
    """

    rules: Rules
    columns: tuple[str, ...]
    formulas: Mapping[str, str]
    factors: tuple[FactorMeasure, ...]
    multipliers: tuple[int, ...]
    point_parts: int
    total_parts: int


def measure_of(scheme: Scheme) -> Measure:
    """Bring all weights of a scheme over one denominator."""
    decimals: list[int] = [scheme.rules.places, 2, *(row.places for row in scheme.indicators())]
    shares = lcm(*(row.weight.denominator for row in scheme.indicators()))
    point_parts = 10 ** max(decimals) * shares
    weight_parts = lcm(*(factor.weight.denominator for factor in scheme.factors))
    columns = tuple(row.code for row in scheme.on_sheet)
    factors = tuple(
        _factor_measure(factor, columns, point_parts, weight_parts) for factor in scheme.factors
    )
    totals = {
        column: factor.weight * multiplier
        for factor in factors
        for column, multiplier in factor.judged
    }
    return Measure(
        rules=scheme.rules,
        columns=columns,
        formulas={row.code: row.formula for row in scheme.indicators() if row.formula is not None},
        factors=factors,
        multipliers=tuple(totals[column] for column in range(len(columns))),
        point_parts=point_parts,
        total_parts=point_parts * weight_parts,
    )


def _factor_measure(
    factor: Factor, columns: Sequence[str], point_parts: int, weight_parts: int
) -> FactorMeasure:
    judged = [row for row in factor.indicators if row.is_on_sheet]
    objective = [row for row in factor.indicators if not row.is_on_sheet]
    return FactorMeasure(
        code=factor.code,
        weight=int(factor.weight * weight_parts),
        judged=tuple(
            (columns.index(row.code), int(row.weight * point_parts) // 100) for row in judged
        ),
        objective=tuple((row.code, int(row.weight * point_parts)) for row in objective),
    )


def completed(measure: Measure, candidate: Candidate) -> Candidate:
    """Give the candidate a value that is missing for each one never computed."""
    absent = measure.formulas.keys() - candidate.computed.keys()
    if not absent:
        return candidate
    missing = {
        code: Computed(None, formula, {}, WhyKind.MISSING_INPUT)
        for code, formula in measure.formulas.items()
        if code in absent
    }
    return replace(candidate, computed={**candidate.computed, **missing})


def row_of(measure: Measure, scores: Mapping[str, int]) -> tuple[int, ...] | None:
    """Give the scores of a sheet in column order; None while one is missing."""
    try:
        return tuple([scores[code] for code in measure.columns])
    except KeyError:
        return None


def objective_points(measure: Measure, computed: Mapping[str, Computed]) -> tuple[int, ...] | None:
    """Give each factor's objective part in parts of a point; None while one is missing."""
    points = []
    for factor in measure.factors:
        parts = 0
        for code, multiplier in factor.objective:
            value = computed[code].value
            if value is None:
                return None
            parts += _whole_parts(value, multiplier)
        points.append(parts)
    return tuple(points)


def _whole_parts(value: Points, multiplier: int) -> int:
    parts, rest = divmod(value.numerator * multiplier, value.denominator)
    if rest:
        raise ValueError(value)
    return parts


def total_of(measure: Measure, points: Sequence[int]) -> int:
    """Weigh factor points into a total, in parts of a total."""
    return sum(factor.weight * part for factor, part in zip(measure.factors, points, strict=True))


def sheet_totals(
    measure: Measure, rows: Sequence[tuple[int, ...]], objective: Sequence[int]
) -> list[int]:
    """Give the total of each row, objective scores included, in parts of a total."""
    base = total_of(measure, objective)
    multipliers = measure.multipliers
    return [base + sum(map(mul, row, multipliers)) for row in rows]


def factor_values(
    measure: Measure, rows: Sequence[tuple[int, ...]], objective: Sequence[int]
) -> list[list[int]]:
    """Give for each factor its points on each row, in parts of a point."""
    return [
        [base + sum([row[column] * times for column, times in factor.judged]) for row in rows]
        for factor, base in zip(measure.factors, objective, strict=True)
    ]


@lru_cache(maxsize=65536)
def ratio(upper: int, lower: int) -> Points:
    """Give upper/lower; the same few thousand values come up all over a batch."""
    return Fraction(upper, lower)


def rounded(upper: int, lower: int, places: int) -> int:
    """Round upper/lower HALF_UP to whole units of 10**-places; `lower` is positive.

    >>> rounded(689, 8, 2), rounded(-1, 200, 2)
    (8613, -1)
    """
    scaled: int = upper * 10**places
    whole = (2 * abs(scaled) + lower) // (2 * lower)
    return whole if scaled >= 0 else -whole
