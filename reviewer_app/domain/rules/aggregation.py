"""One application: from the scores on its counted sheets to its result.

The whole batch (ranks, ties, the method all share) is `rules.ranking`. Everything
between the scores and the published values is whole numbers (`rules.measure`).

Source: contract.md 2, Result.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from reviewer_app.domain.points import Points
from reviewer_app.domain.results import (
    ApplicationResult,
    Applied,
    Candidate,
    Dropped,
    ResultState,
    ReviewerResult,
)
from reviewer_app.domain.rules.measure import (
    Measure,
    factor_values,
    objective_points,
    ratio,
    rounded,
    sheet_totals,
)
from reviewer_app.domain.rules.standing import Attendance
from reviewer_app.domain.scheme import RoundStage, Rules, TrimLevel

_NOWHERE: Mapping[str, Dropped] = {}
"""Where trimming left nothing out; one for all sheets of a batch."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the panel gave each factor: `sums[i] / count` parts of a factor point."""

    sums: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Panel:
    """The numbers of one application.

    `totals`, `dropped` and `dropped_in` hold one for each counted sheet; the totals are
    in parts of a total.
    """

    exact: Points
    factor_points: tuple[Points, ...]
    factors: tuple[Points, ...]
    totals: tuple[int, ...]
    dropped: tuple[Dropped, ...]
    dropped_in: tuple[Mapping[str, Dropped], ...]


def applied_rule(rules: Rules, counted: int, *, needs_sheets: bool, may_trim: bool) -> Applied:
    """Name how the sheets are really combined; `may_trim` is the batch's word."""
    if not needs_sheets:
        return Applied.OBJECTIVE
    applied = Applied(rules.combine.value)
    if applied is Applied.TRIMMED_MEAN and not (may_trim and counted >= rules.trim_from):
        return Applied.MEAN
    return applied


def trim(values: Sequence[int]) -> tuple[int, int]:
    """Give the places of the lowest and the highest value to leave out.

    Of equal lowest the first goes, then of equal highest the last of the rest.

    >>> trim([7, 9, 7, 9]), trim([5, 5, 5])
    ((0, 3), (0, 2))
    """
    low = values.index(min(values))
    high = len(values) - 1 - values[::-1].index(max(values))
    return low, high


def combine(values: Sequence[int], applied: Applied) -> tuple[int, int]:
    """Combine at least one value; the result is the first number over the second.

    >>> combine([3, 1, 2, 9], Applied.MEDIAN), combine([3, 1, 2, 9], Applied.TRIMMED_MEAN)
    ((5, 2), (5, 2))
    """
    match applied:
        case Applied.MEAN | Applied.OBJECTIVE:
            return sum(values), len(values)
        case Applied.TRIMMED_MEAN:
            return sum(values) - min(values) - max(values), len(values) - 2
        case Applied.MEDIAN:
            ordered = sorted(values)
            middle = len(ordered) // 2
            return ordered[middle] + ordered[-middle - 1], 2
        case _:
            assert_never(applied)


def panel_of(
    measure: Measure,
    rows: Sequence[tuple[int, ...]],
    objective: Sequence[int],
    applied: Applied,
) -> Panel:
    """Combine the counted rows of one application; none only where no sheet is needed."""
    totals = _rounded_sheets(measure, sheet_totals(measure, rows, objective))
    dropped = tuple(_dropped_sheets(measure.rules.trim_level, totals, applied))
    kept = [row for row, mark in zip(rows, dropped, strict=True) if mark is Dropped.NO]
    parts = _parts(measure, kept, objective, applied)
    points, weighted, exact = _stages(measure, parts)
    if _is_taken_on_totals(measure.rules, applied):
        upper, count = combine(totals, applied)
        exact = ratio(upper, count * measure.total_parts)
    return Panel(
        exact=exact,
        factor_points=points,
        factors=weighted,
        totals=tuple(totals),
        dropped=dropped,
        dropped_in=_dropped_values(measure, rows, objective, applied),
    )


def _rounded_sheets(measure: Measure, totals: list[int]) -> list[int]:
    rules, parts = measure.rules, measure.total_parts
    if RoundStage.SHEET not in rules.round_at:
        return totals
    unit = parts // 10**rules.places
    return [rounded(total, parts, rules.places) * unit for total in totals]


def _dropped_sheets(level: TrimLevel, totals: Sequence[int], applied: Applied) -> list[Dropped]:
    marks = [Dropped.NO] * len(totals)
    if level is TrimLevel.TOTAL and applied is Applied.TRIMMED_MEAN:
        low, high = trim(totals)
        marks[low], marks[high] = Dropped.LOW, Dropped.HIGH
    return marks


def _is_taken_on_totals(rules: Rules, applied: Applied) -> bool:
    """Whether the result is combined from sheet totals, not summed from factors."""
    by_factor = rules.round_at & {RoundStage.FACTOR, RoundStage.WEIGHTED}
    return (
        applied is not Applied.OBJECTIVE and rules.trim_level is TrimLevel.TOTAL and not by_factor
    )


def _parts(
    measure: Measure,
    rows: Sequence[tuple[int, ...]],
    objective: Sequence[int],
    applied: Applied,
) -> Parts:
    """Combine on the level of the scheme; `rows` are those that trimming kept."""
    if applied is Applied.OBJECTIVE:
        return Parts(tuple(objective), 1)
    level = measure.rules.trim_level
    if level is TrimLevel.INDICATOR:
        return _from_columns(measure, rows, objective, applied)
    if level is TrimLevel.FACTOR or applied is Applied.MEDIAN:
        values = factor_values(measure, rows, objective)
        results = [combine(column, applied) for column in values]
        return Parts(tuple(upper for upper, _ in results), results[0][1])
    return _from_columns(measure, rows, objective, Applied.MEAN)


def _from_columns(
    measure: Measure,
    rows: Sequence[tuple[int, ...]],
    objective: Sequence[int],
    applied: Applied,
) -> Parts:
    """Combine each indicator over the rows, then sum within the factors."""
    if applied is Applied.MEAN:
        sums, count = [sum(column) for column in zip(*rows, strict=True)], len(rows)
    else:
        results = [combine(column, applied) for column in zip(*rows, strict=True)]
        sums, count = [upper for upper, _ in results], results[0][1]
    factors = tuple(
        count * base + sum([sums[column] * times for column, times in factor.judged])
        for factor, base in zip(measure.factors, objective, strict=True)
    )
    return Parts(factors, count)


def _stages(
    measure: Measure, parts: Parts
) -> tuple[tuple[Points, ...], tuple[Points, ...], Points]:
    """Give the published factor points, the published factors and their exact sum."""
    rules, places = measure.rules, measure.rules.places
    sums: Sequence[int] = parts.sums
    lower = parts.count * measure.point_parts
    points = [rounded(upper, lower, places) for upper in sums]
    if RoundStage.FACTOR in rules.round_at:
        sums, lower = points, 10**places
    weighted = [factor.weight * upper for factor, upper in zip(measure.factors, sums, strict=True)]
    lower *= measure.total_parts // measure.point_parts
    factors = [rounded(upper, lower, places) for upper in weighted]
    if RoundStage.WEIGHTED in rules.round_at:
        weighted, lower = factors, 10**places
    return (
        _published_all(points, places),
        _published_all(factors, places),
        ratio(sum(weighted), lower),
    )


def _published_all(units: Sequence[int], places: int) -> tuple[Points, ...]:
    return tuple([ratio(unit, 10**places) for unit in units])


def _dropped_values(
    measure: Measure,
    rows: Sequence[tuple[int, ...]],
    objective: Sequence[int],
    applied: Applied,
) -> tuple[Mapping[str, Dropped], ...]:
    """Say for each row in which factors or indicators trimming left its value out."""
    level = measure.rules.trim_level
    if level is TrimLevel.TOTAL or applied is not Applied.TRIMMED_MEAN:
        return (_NOWHERE,) * len(rows)
    marks: tuple[dict[str, Dropped], ...] = tuple([{} for _ in rows])
    if level is TrimLevel.FACTOR:
        codes = [factor.code for factor in measure.factors]
        columns: Sequence[Sequence[int]] = factor_values(measure, rows, objective)
    else:
        codes = list(measure.columns)
        columns = list(zip(*rows, strict=True))
    for code, values in zip(codes, columns, strict=True):
        low, high = trim(values)
        if values[low] != values[high]:
            marks[low][code] = Dropped.LOW
            marks[high][code] = Dropped.HIGH
    return marks


def published(value: Points, places: int) -> Points:
    """Round HALF_UP, as printed and as compared."""
    return ratio(rounded(value.numerator, value.denominator, places), 10**places)


def _published_total(measure: Measure, totals: Sequence[int], applied: Applied) -> Points | None:
    if not totals:
        return None
    places = measure.rules.places
    upper, count = combine(totals, applied)
    return ratio(rounded(upper, count * measure.total_parts, places), 10**places)


def aggregate(
    measure: Measure, candidate: Candidate, attendance: Attendance, *, may_trim: bool
) -> ApplicationResult:
    """Give the result of one application, not yet placed among the others.

    Without a counted sheet (where one is needed) or with an objective value missing
    nothing is defined but the state and why.
    """
    needs_sheets = bool(measure.columns)
    applied = applied_rule(
        measure.rules, attendance.counted, needs_sheets=needs_sheets, may_trim=may_trim
    )
    objective = objective_points(measure, candidate.computed)
    rows = [row for row in attendance.rows if row is not None]
    if objective is None or (needs_sheets and not rows):
        return _outline(measure, candidate, attendance, applied)
    panel = panel_of(measure, rows, objective, applied)
    outline = _outline(measure, candidate, attendance, applied, panel)
    return _with_numbers(measure, outline, panel)


def _outline(
    measure: Measure,
    candidate: Candidate,
    attendance: Attendance,
    applied: Applied,
    panel: Panel | None = None,
) -> ApplicationResult:
    """Give the result as far as it is known without the panel's numbers.

    Only the reviewers' own totals and marks are taken from `panel`, where there is one.
    """
    nothing = {factor.code: None for factor in measure.factors}
    return ApplicationResult(
        number=candidate.number,
        name=candidate.name,
        applicant=candidate.applicant,
        industry=candidate.industry,
        office=candidate.office,
        requested_fen=candidate.requested_fen,
        rank=None,
        score=None,
        provisional=None,
        exact=None,
        applied=applied,
        untrimmed_mean=None,
        median=None,
        factors=nothing,
        factor_points=nothing,
        sheets=len(attendance.sheets),
        counted=attendance.counted,
        kept=attendance.counted,
        state=attendance.state,
        why=attendance.why,
        tie=None,
        passes=None,
        computed=candidate.computed,
        reviewers=_reviewer_results(measure, attendance, panel),
    )


def _with_numbers(measure: Measure, result: ApplicationResult, panel: Panel) -> ApplicationResult:
    """Fill in what the panel gave; a score and its pass lines only where it is ranked."""
    codes = [factor.code for factor in measure.factors]
    factors = dict(zip(codes, panel.factors, strict=True))
    provisional = published(panel.exact, measure.rules.places)
    is_ranked = result.state is ResultState.RANKED
    return replace(
        result,
        score=provisional if is_ranked else None,
        provisional=provisional,
        exact=panel.exact,
        untrimmed_mean=_published_total(measure, panel.totals, Applied.MEAN),
        median=_published_total(measure, panel.totals, Applied.MEDIAN),
        factors=factors,
        factor_points=dict(zip(codes, panel.factor_points, strict=True)),
        kept=panel.dropped.count(Dropped.NO),
        passes=_passes(measure.rules, provisional, factors) if is_ranked else None,
    )


def _passes(rules: Rules, score: Points, factors: Mapping[str, Points]) -> bool:
    """Compare published values with the pass lines."""
    if rules.pass_total is not None and score < rules.pass_total:
        return False
    return all(factors[code] >= line for code, line in rules.pass_factor)


def _reviewer_results(
    measure: Measure, attendance: Attendance, panel: Panel | None
) -> tuple[ReviewerResult, ...]:
    results = []
    position = 0
    for sheet, row in zip(attendance.sheets, attendance.rows, strict=True):
        total, dropped, dropped_in = None, Dropped.NO, _NOWHERE
        if panel is not None and row is not None:
            total = ratio(panel.totals[position], measure.total_parts)
            dropped, dropped_in = panel.dropped[position], panel.dropped_in[position]
            position += 1
        results.append(
            ReviewerResult(
                number=sheet.reviewer,
                name=sheet.reviewer_name,
                total=total,
                state=sheet.state,
                dropped=dropped,
                dropped_in=dropped_in,
                scores=sheet.scores,
            )
        )
    return tuple(results)
