"""The whole batch: one method, one order, ties told apart step by step.

What a single application is worth is `rules.aggregation`.

Source: contract.md 2, Result, and 4 (order, `tie`, competition ranks).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import lcm

from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult, Candidate, ResultState, Tie
from reviewer_app.domain.rules.aggregation import aggregate
from reviewer_app.domain.rules.measure import completed, measure_of
from reviewer_app.domain.rules.standing import Attendance, attendance_of
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
    Combine,
    Rules,
    Scheme,
    TrimScope,
)


def rank(
    scheme: Scheme,
    candidates: Sequence[Candidate],
    votes: Sequence[Sequence[str]] = (),
) -> tuple[ApplicationResult, ...]:
    """Give the official result of every application, best first.

    Equal ranks and applications without a rank (last) stand in order of application
    number. The order of the candidates and of their sheets makes no difference.

    Args:
        votes: recorded orders of application numbers, best first; the later prevails.
    """
    measure = measure_of(scheme)
    candidates = [completed(measure, candidate) for candidate in candidates]
    attendances = [attendance_of(measure, candidate) for candidate in candidates]
    may_trim = may_trim_batch(scheme.rules, attendances)
    results = [
        aggregate(measure, candidate, attendance, may_trim=may_trim)
        for candidate, attendance in zip(candidates, attendances, strict=True)
    ]
    ranked = [result for result in results if result.state is ResultState.RANKED]
    others = [result for result in results if result.state is not ResultState.RANKED]
    placed = place(ranked, scheme.rules.tie_break, votes)
    return (*placed, *sorted(others, key=by_number))


def may_trim_batch(rules: Rules, attendances: Sequence[Attendance]) -> bool:
    """Say whether the batch may trim at all; each application still needs its sheets.

    With the scope `group` one ranked application with too few sheets puts all on the
    mean.
    """
    if rules.combine is not Combine.TRIMMED_MEAN:
        return False
    if rules.trim_scope is TrimScope.APPLICATION:
        return True
    return all(
        attendance.counted >= rules.trim_from
        for attendance in attendances
        if attendance.state is ResultState.RANKED
    )


def by_number(result: ApplicationResult) -> tuple[tuple[int, int, str], ...]:
    """Give the sort key of an application: its number, digits compared as numbers."""
    return natural_key(result.number)


def place(
    ranked: Sequence[ApplicationResult], chain: Sequence[str], votes: Sequence[Sequence[str]]
) -> Iterator[ApplicationResult]:
    """Give the applications with a score in order, with rank and tie: 1, 2, 2, 4."""
    position = 1
    units = _score_units(ranked)
    for _, same_score in groupby(sorted(ranked, key=units, reverse=True), key=units):
        group = sorted(same_score, key=by_number)
        classes, decided_by = tell_apart(group, chain, votes)
        for members in classes:
            for result in members:
                tie = _tie(result, group, members, decided_by)
                yield replace(result, rank=position, tie=tie)
            position += len(members)


def _score_units(ranked: Sequence[ApplicationResult]) -> Callable[[ApplicationResult], int]:
    """Give the sort key of a score in whole units: these compare faster than fractions."""
    parts = lcm(*{result.score.denominator for result in ranked if result.score is not None})

    def units(result: ApplicationResult) -> int:
        assert result.score is not None
        return result.score.numerator * (parts // result.score.denominator)

    return units


def _tie(
    result: ApplicationResult,
    group: Sequence[ApplicationResult],
    members: Sequence[ApplicationResult],
    decided_by: dict[str, str],
) -> Tie | None:
    if len(group) == 1:
        return None
    return Tie(
        others=tuple(other.number for other in group if other is not result),
        decided_by=decided_by.get(result.number),
        shared=tuple(other.number for other in members if other is not result),
    )


def tell_apart(
    group: Sequence[ApplicationResult], chain: Sequence[str], votes: Sequence[Sequence[str]]
) -> tuple[list[list[ApplicationResult]], dict[str, str]]:
    """Divide applications of the same score by the steps of the chain.

    Returns:
        Classes of equal rank, best first; and for each application that ended alone
        the first step after which no other had the same values.
    """
    classes = [list(group)]
    decided_by: dict[str, str] = {}
    for step in chain:
        finer: list[list[ApplicationResult]] = []
        for members in classes:
            parts = _divide(members, step, votes)
            finer += parts
            if len(members) > 1:
                decided_by |= {part[0].number: step for part in parts if len(part) == 1}
        classes = finer
    return classes, decided_by


def _divide(
    members: list[ApplicationResult], step: str, votes: Sequence[Sequence[str]]
) -> list[list[ApplicationResult]]:
    if len(members) == 1:
        return [members]
    key = _step_key(step, members, votes)
    return [list(part) for _, part in groupby(sorted(members, key=key), key=key)]


def _step_key(
    step: str, members: Sequence[ApplicationResult], votes: Sequence[Sequence[str]]
) -> Callable[[ApplicationResult], tuple[bool, Points | int]]:
    """Give the sort key of one step: smaller is better, a missing value comes last."""
    if step == TIE_REQUESTED:
        return lambda result: (result.requested_fen is None, result.requested_fen or 0)
    if step == TIE_VOTE:
        order = vote_on(members, votes)
        return lambda result: (False, order.get(result.number, 0))
    return lambda result: _greater_first(step_value(result, step))


def _greater_first(value: Points | None) -> tuple[bool, Points | int]:
    return (value is None, 0 if value is None else -value)


def step_value(result: ApplicationResult, step: str) -> Points | None:
    """Give the published value a step compares; a step of the chain that is a number."""
    if step == TIE_UNTRIMMED_MEAN:
        return result.untrimmed_mean
    if step == TIE_MEDIAN:
        return result.median
    return result.factors[step]


def vote_on(members: Sequence[ApplicationResult], votes: Sequence[Sequence[str]]) -> dict[str, int]:
    """Give the places of the last vote on all of these; empty where there is none.

    A vote that leaves one of them out says nothing about it, so it cannot order them.
    """
    numbers = {result.number for result in members}
    for vote in reversed(votes):
        if numbers <= set(vote):
            return {number: position for position, number in enumerate(vote)}
    return {}
