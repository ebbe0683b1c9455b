"""How a result came about, step by step as one would write it on paper.

The steps are values; `words.results` makes sentences of them. They are worked out with
plain fractions from the scores, on a way of their own beside `rules.aggregation`.

Source: contract.md 2, Result.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from reviewer_app.domain.points import Points, from_hundredths, half_up
from reviewer_app.domain.results import (
    ApplicationResult,
    Applied,
    Dropped,
    ResultState,
    ReviewerResult,
    Tie,
    Why,
)
from reviewer_app.domain.rules.ranking import step_value
from reviewer_app.domain.scheme import (
    TIE_REQUESTED,
    TIE_VOTE,
    Factor,
    Indicator,
    RoundStage,
    Scheme,
    TrimLevel,
)
from reviewer_app.domain.sheet import SheetState


@dataclass(frozen=True, slots=True)
class Term:
    """One product: the value of a factor or indicator times its weight."""

    code: str
    value: Points
    weight: Fraction

    @property
    def product(self) -> Points:
        """Give value × weight."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Given:
    """What one reviewer's sheet says, and whether trimming left it out."""

    reviewer: str
    value: Points
    dropped: Dropped


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One sheet that counts: its factors, weighed and summed; `total` as it is used."""

    reviewer: str
    terms: tuple[Term, ...]
    exact: Points
    total: Points


@dataclass(frozen=True, slots=True)
class AbsentStep:
    """One sheet that does not count, and its state."""

    reviewer: str
    state: SheetState


@dataclass(frozen=True, slots=True)
class ObjectiveStep:
    """The computed scores, the same on every sheet; None where it cannot be computed."""

    scores: tuple[tuple[str, Points | None], ...]


@dataclass(frozen=True, slots=True)
class CombineStep:
    """Several values become one; `subject` is "" for sheet totals, else a code.

    `used` are the values in the sum (of a median: the middle ones), `value` is their
    sum divided by their number.
    """

    subject: str
    applied: Applied
    given: tuple[Given, ...]
    used: tuple[Points, ...]
    value: Points


@dataclass(frozen=True, slots=True)
class SumStep:
    """Products are added; `subject` is a factor's code, or "" for the whole."""

    subject: str
    terms: tuple[Term, ...]
    value: Points


@dataclass(frozen=True, slots=True)
class RoundStep:
    """One HALF_UP rounding; `subject` is a factor's code, or "" for the whole."""

    stage: RoundStage
    subject: str
    exact: Points
    value: Points
    places: int


@dataclass(frozen=True, slots=True)
class FactorsStep:
    """The published factors, each rounded by itself: (code, before, after the weight)."""

    factors: tuple[tuple[str, Points, Points], ...]
    score: Points

    @property
    def adds_up(self) -> bool:
        """Whether the printed factors add up to the printed score."""
        return sum((after for _, _, after in self.factors), Fraction(0)) == self.score


@dataclass(frozen=True, slots=True)
class TieStep:
    """Others have the same score; `told` are the steps taken with the own values.

    A value is None for a vote and for a missing amount; amounts are in yuan.
    """

    tie: Tie
    told: tuple[tuple[str, Points | None], ...]


@dataclass(frozen=True, slots=True)
class PlaceStep:
    """The end: the rank, or the state and what keeps the application from one."""

    state: ResultState
    why: tuple[Why, ...]
    score: Points | None
    rank: int | None
    passes: bool | None


Step = (
    ObjectiveStep
    | SheetStep
    | AbsentStep
    | CombineStep
    | SumStep
    | RoundStep
    | FactorsStep
    | TieStep
    | PlaceStep
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """All steps of one application, in the order of the calculation."""

    number: str
    name: str
    steps: tuple[Step, ...]


def explain(scheme: Scheme, result: ApplicationResult) -> Explanation:
    """Retrace one result from every reviewer's number to the final position."""
    steps: list[Step] = []
    if any(not row.is_on_sheet for row in scheme.indicators()):
        steps.append(_objective_step(scheme, result))
    if scheme.needs_sheets:
        steps += _sheet_steps(scheme, result)
    if result.exact is not None:
        steps += _panel_steps(scheme, result)
        places = scheme.rules.places
        value = half_up(result.exact, places)
        steps.append(RoundStep(RoundStage.FINAL, "", result.exact, value, places))
        steps.append(_factors_step(result, value))
    if result.tie is not None:
        steps.append(_tie_step(scheme, result, result.tie))
    place = PlaceStep(result.state, result.why, result.score, result.rank, result.passes)
    return Explanation(result.number, result.name, (*steps, place))


def _objective_step(scheme: Scheme, result: ApplicationResult) -> ObjectiveStep:
    codes = [row.code for row in scheme.indicators() if not row.is_on_sheet]
    return ObjectiveStep(tuple((code, result.computed[code].value) for code in codes))


def _sheet_steps(scheme: Scheme, result: ApplicationResult) -> Iterator[Step]:
    for reviewer in result.reviewers:
        if reviewer.total is None:
            yield AbsentStep(reviewer.number, reviewer.state)
            continue
        terms = tuple(
            Term(factor.code, _factor_points(factor, reviewer, result), factor.weight)
            for factor in scheme.factors
        )
        exact = sum((term.product for term in terms), Fraction(0))
        yield SheetStep(reviewer.number, terms, exact, reviewer.total)


def _factor_points(factor: Factor, reviewer: ReviewerResult, result: ApplicationResult) -> Points:
    points = (row.weight * _score(row, reviewer, result) for row in factor.indicators)
    return sum(points, Fraction(0))


def _score(row: Indicator, reviewer: ReviewerResult, result: ApplicationResult) -> Points:
    if row.is_on_sheet:
        return from_hundredths(reviewer.scores[row.code])
    return _computed_score(row, result)


def _computed_score(row: Indicator, result: ApplicationResult) -> Points:
    value = result.computed[row.code].value
    assert value is not None
    return value


def _panel_steps(scheme: Scheme, result: ApplicationResult) -> Iterator[Step]:
    rules = scheme.rules
    by_factor = rules.round_at & {RoundStage.FACTOR, RoundStage.WEIGHTED}
    on_totals = rules.trim_level is TrimLevel.TOTAL and result.applied != Applied.OBJECTIVE
    if on_totals and not by_factor:
        yield _combine_totals(result)
        return
    terms: list[Term] = []
    for factor in scheme.factors:
        value = yield from _factor_steps(scheme, factor, result)
        terms.append(Term(factor.code, value, factor.weight))
    if RoundStage.WEIGHTED in rules.round_at:
        rounded = [_round_step(RoundStage.WEIGHTED, scheme, t.code, t.product) for t in terms]
        for term, step in zip(terms, rounded, strict=True):
            yield SumStep(term.code, (term,), term.product)
            yield step
        terms = [Term(step.subject, step.value, Fraction(1)) for step in rounded]
    yield SumStep("", tuple(terms), sum((term.product for term in terms), Fraction(0)))


def _round_step(stage: RoundStage, scheme: Scheme, subject: str, exact: Points) -> RoundStep:
    places = scheme.rules.places
    return RoundStep(stage, subject, exact, half_up(exact, places), places)


def _combine_totals(result: ApplicationResult) -> CombineStep:
    given = [
        Given(reviewer.number, reviewer.total, reviewer.dropped)
        for reviewer in result.reviewers
        if reviewer.total is not None
    ]
    return _combine_step("", Applied(result.applied), given)


def _combine_step(subject: str, applied: Applied, given: Sequence[Given]) -> CombineStep:
    if applied is Applied.MEDIAN:
        ordered = sorted(item.value for item in given)
        used = ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    else:
        used = [item.value for item in given if item.dropped is Dropped.NO]
    value = sum(used, Fraction(0)) / len(used)
    return CombineStep(subject, applied, tuple(given), tuple(used), value)


def _factor_steps(
    scheme: Scheme, factor: Factor, result: ApplicationResult
) -> Generator[Step, None, Points]:
    """Yield the steps of one factor and return its points before the weight."""
    applied, level = Applied(result.applied), scheme.rules.trim_level
    if applied is Applied.OBJECTIVE or level is TrimLevel.INDICATOR:
        terms: list[Term] = []
        for row in factor.indicators:
            value = yield from _indicator_steps(row, result, applied)
            terms.append(Term(row.code, value, row.weight))
        value = sum((term.product for term in terms), Fraction(0))
        yield SumStep(factor.code, tuple(terms), value)
    else:
        given = _given(result, factor.code, level, partial(_factor_points, factor))
        step = _combine_step(factor.code, applied, given)
        yield step
        value = step.value
    if RoundStage.FACTOR in scheme.rules.round_at:
        rounding = _round_step(RoundStage.FACTOR, scheme, factor.code, value)
        yield rounding
        value = rounding.value
    return value


def _indicator_steps(
    row: Indicator, result: ApplicationResult, applied: Applied
) -> Generator[Step, None, Points]:
    if not row.is_on_sheet:
        return _computed_score(row, result)
    given = _given(result, row.code, TrimLevel.INDICATOR, partial(_score, row))
    step = _combine_step(row.code, applied, given)
    yield step
    return step.value


def _given(
    result: ApplicationResult,
    code: str,
    level: TrimLevel,
    value_of: Callable[[ReviewerResult, ApplicationResult], Points],
) -> list[Given]:
    """List what the counted sheets say, with the marks of the level that trims."""
    return [
        Given(
            reviewer.number,
            value_of(reviewer, result),
            reviewer.dropped
            if level is TrimLevel.TOTAL
            else reviewer.dropped_in.get(code, Dropped.NO),
        )
        for reviewer in result.reviewers
        if reviewer.total is not None
    ]


def _factors_step(result: ApplicationResult, score: Points) -> FactorsStep:
    rows = []
    for code, after in result.factors.items():
        before = result.factor_points[code]
        assert before is not None
        assert after is not None
        rows.append((code, before, after))
    return FactorsStep(tuple(rows), score)


def _tie_step(scheme: Scheme, result: ApplicationResult, tie: Tie) -> TieStep:
    chain = scheme.rules.tie_break
    taken = chain if tie.decided_by is None else chain[: chain.index(tie.decided_by) + 1]
    return TieStep(tie, tuple((step, _told(step, result)) for step in taken))


def _told(step: str, result: ApplicationResult) -> Points | None:
    if step == TIE_VOTE:
        return None
    if step == TIE_REQUESTED:
        fen = result.requested_fen
        return None if fen is None else Fraction(fen, 100)
    return step_value(result, step)
