"""Every total, result and rank worked out once more from the single scores.

It knows nothing of `domain.rules`: the consistency report and the check sheet of the
ranking workbook hold the official numbers against these. All numbers are whole: scores
in parts of a point, published values in units of the last printed place.

Source: contract.md 2, Result.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import lcm
from operator import mul

from reviewer_app.domain.results import ApplicationResult, Ranking, ResultState
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
    Combine,
    RoundStage,
    Scheme,
    TrimLevel,
    TrimScope,
)

LAST = 10**14
"""Stands for a missing requested amount, in fen: it comes after every other."""


@dataclass(frozen=True, slots=True)
class Coefficients:
    """A scheme in whole numbers.

    A score times `unit` is whole; times its weight in `indicators` and summed it is in
    `factor_parts` of a factor point; times the weight in `factors` it is in
    `total_parts` of a point.
    """

    unit: int
    codes: tuple[tuple[str, ...], ...]
    indicators: tuple[tuple[int, ...], ...]
    factors: tuple[int, ...]
    factor_share: int
    factor_parts: int
    total_parts: int


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """One counted sheet: its scores in units by factor, factor points and total in parts.

    `taken` is the total as it enters the result: rounded where the scheme says so.
    """

    reviewer: str
    scores: tuple[tuple[int, ...], ...]
    factors: tuple[int, ...]
    total: int
    taken: int


@dataclass(frozen=True, slots=True)
class ApplicationCheck:
    """One ranked application.

    `low` and `high` are places of the sheets left out, counted from 1, 0 where none is;
    `sums` over `divisor` give each factor in parts; `upper` over `lower` is the exact
    result.
    """

    result: ApplicationResult
    sheets: tuple[SheetCheck, ...]
    trimmed: bool
    low: int
    high: int
    divisor: int
    sums: tuple[int, ...]
    points: tuple[int, ...]
    factors: tuple[int, ...]
    upper: int
    lower: int
    score: int
    mean: int
    median: int
    requested: int
    vote: int
    rank: int = 0


def coefficients(scheme: Scheme) -> Coefficients:
    """Bring the weights of a scheme to whole numbers."""
    unit = 10 ** max(2, *(row.places for row in scheme.indicators()))
    share = lcm(*(row.weight.denominator for row in scheme.indicators()))
    factor_share = lcm(*(factor.weight.denominator for factor in scheme.factors))
    return Coefficients(
        unit=unit,
        codes=tuple(tuple(row.code for row in factor.indicators) for factor in scheme.factors),
        indicators=tuple(
            tuple(int(row.weight * share) for row in factor.indicators) for factor in scheme.factors
        ),
        factors=tuple(int(factor.weight * factor_share) for factor in scheme.factors),
        factor_share=factor_share,
        factor_parts=unit * share,
        total_parts=unit * share * factor_share,
    )


def round_half_up(upper: int, lower: int, places: int) -> int:
    """Give upper/lower in units of 10**-places, halves away from zero."""
    size: int = (2 * abs(upper) * 10**places + lower) // (2 * lower)
    return size if upper >= 0 else -size


def recompute(ranking: Ranking) -> tuple[ApplicationCheck, ...]:
    """Work out every ranked application again, in the order of the ranking."""
    ranked = [row for row in ranking.applications if row.state is ResultState.RANKED]
    scheme = ranking.scheme
    sums = coefficients(scheme)
    panels = [_sheets(result, scheme, sums) for result in ranked]
    may_trim = scheme.rules.trim_scope is TrimScope.APPLICATION or all(
        len(panel) >= scheme.rules.trim_from for panel in panels
    )
    checks = [
        _application(result, panel, scheme, sums, may_trim=may_trim)
        for result, panel in zip(ranked, panels, strict=True)
    ]
    return _with_ranks(checks, scheme)


def _sheets(
    result: ApplicationResult, scheme: Scheme, whole: Coefficients
) -> tuple[SheetCheck, ...]:
    computed = {
        row.code: _units(result, row.code, whole.unit)
        for row in scheme.indicators()
        if not row.is_on_sheet
    }
    if not scheme.needs_sheets:
        return (_sheet("", computed, scheme, whole),)
    return tuple(
        _sheet(
            part.number,
            {**computed, **_in_units(part.scores, whole.unit // 100)},
            scheme,
            whole,
        )
        for part in result.reviewers
        if part.state.counts
    )


def _in_units(scores: Mapping[str, int], times: int) -> Mapping[str, int]:
    """Bring hundredths to units; as they are where they are the same: no copy is kept."""
    if times == 1:
        return scores
    return {code: given * times for code, given in scores.items()}


def _units(result: ApplicationResult, code: str, unit: int) -> int:
    value = result.computed[code].value
    assert value is not None
    return value.numerator * unit // value.denominator


def _sheet(
    reviewer: str, units: Mapping[str, int], scheme: Scheme, whole: Coefficients
) -> SheetCheck:
    scores = tuple([tuple([units[code] for code in codes]) for codes in whole.codes])
    factors = tuple(
        [sum(map(mul, weights, row)) for weights, row in zip(whole.indicators, scores, strict=True)]
    )
    total = sum(map(mul, whole.factors, factors))
    taken = total
    if RoundStage.SHEET in scheme.rules.round_at:
        taken = round_half_up(total, whole.total_parts, scheme.rules.places)
    return SheetCheck(reviewer, scores, factors, total, taken)


def taken_parts(scheme: Scheme, whole: Coefficients) -> int:
    """Give in what parts of a point the taken sheet totals are."""
    if RoundStage.SHEET in scheme.rules.round_at:
        return int(10**scheme.rules.places)
    return whole.total_parts


def is_on_totals(scheme: Scheme) -> bool:
    """Whether the result is taken on sheet totals, not summed from factor results."""
    by_factor = {RoundStage.FACTOR, RoundStage.WEIGHTED} & scheme.rules.round_at
    return scheme.needs_sheets and scheme.rules.trim_level is TrimLevel.TOTAL and not by_factor


def _application(
    result: ApplicationResult,
    sheets: tuple[SheetCheck, ...],
    scheme: Scheme,
    whole: Coefficients,
    *,
    may_trim: bool,
) -> ApplicationCheck:
    places = scheme.rules.places
    totals = [sheet.taken for sheet in sheets]
    parts = taken_parts(scheme, whole)
    trimmed = may_trim and is_trimmed(scheme, len(sheets))
    low, high = _ends(totals) if trimmed else (0, 0)
    divisor = 2 if is_median(scheme) else len(sheets) - 2 * trimmed
    sums = _factor_sums(sheets, scheme, whole, trimmed=trimmed)
    points, factors, upper, lower = _by_factor(sums, divisor, scheme, whole)
    if is_on_totals(scheme):
        upper, lower = _combined(totals, scheme, trimmed=trimmed), parts * divisor
    return ApplicationCheck(
        result=result,
        sheets=sheets,
        trimmed=trimmed,
        low=low,
        high=high,
        divisor=divisor,
        sums=sums,
        points=points,
        factors=factors,
        upper=upper,
        lower=lower,
        score=round_half_up(upper, lower, places),
        mean=round_half_up(sum(totals), parts * len(totals), places),
        median=round_half_up(_twice_median(totals), parts * 2, places),
        requested=LAST if result.requested_fen is None else result.requested_fen,
        vote=_vote(result),
    )


def is_median(scheme: Scheme) -> bool:
    """Whether sheets are combined by their median."""
    return scheme.needs_sheets and scheme.rules.combine is Combine.MEDIAN


def may_be_trimmed(scheme: Scheme) -> bool:
    """Whether the scheme trims at all."""
    return scheme.needs_sheets and scheme.rules.combine is Combine.TRIMMED_MEAN


def is_trimmed(scheme: Scheme, sheets: int) -> bool:
    """Whether so many counted sheets are trimmed."""
    return may_be_trimmed(scheme) and sheets >= scheme.rules.trim_from


def _ends(totals: Sequence[int]) -> tuple[int, int]:
    """Give the places, from 1, of the first lowest and the last highest."""
    low = totals.index(min(totals)) + 1
    high = max(place for place, total in enumerate(totals, 1) if total == max(totals))
    return low, high


def _twice_median(values: Sequence[int]) -> int:
    ordered = sorted(values)
    middle, is_odd = divmod(len(ordered), 2)
    return 2 * ordered[middle] if is_odd else ordered[middle - 1] + ordered[middle]


def _combined(values: Sequence[int], scheme: Scheme, *, trimmed: bool) -> int:
    if is_median(scheme):
        return _twice_median(values)
    return sum(values) - (min(values) + max(values) if trimmed else 0)


def _factor_sums(
    sheets: Sequence[SheetCheck], scheme: Scheme, whole: Coefficients, *, trimmed: bool
) -> tuple[int, ...]:
    """Give for each factor what the panel gave, times the divisor, in parts."""
    level = scheme.rules.trim_level
    columns = list(zip(*(sheet.factors for sheet in sheets), strict=True))
    if level is TrimLevel.INDICATOR:
        scores = [
            list(zip(*(sheet.scores[place] for sheet in sheets), strict=True))
            for place in range(len(columns))
        ]
        return tuple(
            sum(
                weight * _combined(column, scheme, trimmed=trimmed)
                for weight, column in zip(weights, values, strict=True)
            )
            for weights, values in zip(whole.indicators, scores, strict=True)
        )
    if level is TrimLevel.TOTAL and trimmed:
        low, high = _ends([sheet.taken for sheet in sheets])
        return tuple(sum(column) - column[low - 1] - column[high - 1] for column in columns)
    return tuple(_combined(column, scheme, trimmed=trimmed) for column in columns)


def _by_factor(
    sums: Sequence[int], divisor: int, scheme: Scheme, whole: Coefficients
) -> tuple[tuple[int, ...], tuple[int, ...], int, int]:
    """Give factor points and weighted factors as published, and their sum as a ratio."""
    places, stages = scheme.rules.places, scheme.rules.round_at
    unit = int(10**places)
    points = tuple(round_half_up(part, whole.factor_parts * divisor, places) for part in sums)
    lower = whole.total_parts * divisor
    weighted = [weight * part for weight, part in zip(whole.factors, sums, strict=True)]
    if RoundStage.FACTOR in stages:
        lower = unit * whole.factor_share
        weighted = [weight * part for weight, part in zip(whole.factors, points, strict=True)]
    factors = tuple(round_half_up(part, lower, places) for part in weighted)
    if RoundStage.WEIGHTED in stages:
        return points, factors, sum(factors), unit
    return points, factors, sum(weighted), lower


def _vote(result: ApplicationResult) -> int:
    """Give the place a recorded vote left it on, negative; 0 where none decided."""
    decided = result.tie is not None and result.tie.decided_by == TIE_VOTE
    return -result.rank if decided and result.rank is not None else 0


def step_keys(check: ApplicationCheck, scheme: Scheme) -> tuple[int, ...]:
    """Give the score and the values of the tie steps; the greater is the better."""
    codes = [factor.code for factor in scheme.factors]
    keys = [check.score]
    for step in scheme.rules.tie_break:
        if step == TIE_UNTRIMMED_MEAN:
            keys.append(check.mean)
        elif step == TIE_MEDIAN:
            keys.append(check.median)
        elif step == TIE_REQUESTED:
            keys.append(-check.requested)
        elif step == TIE_VOTE:
            keys.append(check.vote)
        else:
            keys.append(check.factors[codes.index(step)])
    return tuple(keys)


def _with_ranks(checks: Sequence[ApplicationCheck], scheme: Scheme) -> tuple[ApplicationCheck, ...]:
    """Rank by score and tie steps: 1, 2, 2, 4."""
    keys = [step_keys(check, scheme) for check in checks]
    places: dict[tuple[int, ...], int] = {}
    for place, key in enumerate(sorted(keys, reverse=True), 1):
        places.setdefault(key, place)
    return tuple(replace(check, rank=places[key]) for check, key in zip(checks, keys, strict=True))
