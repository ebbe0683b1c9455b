"""Scores that are computed: objective ones, suggestions of assisted ones, levels.

What reviewers give is checked here too; adding up is `rules.aggregation`.

Source: contract.md 2; domain.md 5.
"""

from collections.abc import Mapping
from fractions import Fraction

from reviewer_app.domain.application import Computed
from reviewer_app.domain.formula import (
    DivisionByZero,
    MissingInput,
    ValueTooLarge,
    evaluate,
    parse,
)
from reviewer_app.domain.points import (
    Hundredths,
    Points,
    format_exact,
    format_points,
    from_hundredths,
    half_up,
    parse_exact,
    to_hundredths,
)
from reviewer_app.domain.scheme import Indicator, InputKind, Level, Scheme, SchemeInput

MISSING_INPUT = "missing_input"
DIVISION_BY_ZERO = "division_by_zero"
OUT_OF_RANGE = "out_of_range"

YES_WORDS = ("1", "是")
NO_WORDS = ("0", "否")
_PLACES_SHOWN = 6


def compute(scheme: Scheme, metrics: Mapping[str, str]) -> Mapping[str, Computed]:
    """Compute every objective score and every suggestion of one application.

    Args:
        scheme: says the formulas and the defaults for empty cells.
        metrics: input key -> text as stored; absent or empty is no value.

    The answer has one entry for each indicator with a formula, by code; each value is
    rounded HALF_UP once, to the indicator's places.
    """
    texts, values = _inputs(scheme, metrics)
    return {
        indicator.code: _computed(indicator, indicator.formula, texts, values)
        for indicator in scheme.indicators()
        if indicator.formula is not None
    }


def input_value(item: SchemeInput, text: str) -> Fraction:
    """Give the number a formula uses for a stored text of this input.

    Raises:
        ValueError: the text is no value of this input.
    """
    match item.kind:
        case InputKind.FLAG:
            if text in YES_WORDS:
                return Fraction(1)
            if text in NO_WORDS:
                return Fraction(0)
            raise ValueError(text)
        case InputKind.CHOICE:
            for word, value in item.values:
                if word == text:
                    return value
            raise ValueError(text)
        case InputKind.NUMBER | InputKind.COUNT | InputKind.SHARE:
            return parse_exact(text)


def is_within(item: SchemeInput, text: str) -> bool:
    """Whether a value lies in the bounds of its input; a share lies between 0 and 1."""
    value = input_value(item, text)
    if item.kind is InputKind.SHARE and not 0 <= value <= 1:
        return False
    if item.minimum is not None and value < item.minimum:
        return False
    return item.maximum is None or value <= item.maximum


def _inputs(
    scheme: Scheme, metrics: Mapping[str, str]
) -> tuple[Mapping[str, str], Mapping[str, Fraction | None]]:
    texts: dict[str, str] = {}
    values: dict[str, Fraction | None] = {}
    for item in scheme.inputs:
        text = metrics.get(item.key) or item.default
        if not text:
            continue
        try:
            values[item.key] = input_value(item, text)
        except ValueError:
            continue  # a text that is no value of this input is as good as none
        texts[item.key] = text
    return texts, values


def _computed(
    indicator: Indicator,
    source: str,
    texts: Mapping[str, str],
    values: Mapping[str, Fraction | None],
) -> Computed:
    formula = parse(source)
    used = {key: texts[key] for key in formula.names if key in texts}
    try:
        exact = evaluate(formula, values)
    except MissingInput as error:
        return Computed(None, source, used, MISSING_INPUT, error.key)
    except DivisionByZero as error:
        divisor = source[error.position : error.end]
        return Computed(None, source, used, DIVISION_BY_ZERO, divisor)
    except ValueTooLarge as error:
        return Computed(None, source, used, OUT_OF_RANGE, str(error))
    if not 0 <= exact <= indicator.maximum:
        return Computed(None, source, used, OUT_OF_RANGE, _shown(exact))
    return Computed(half_up(exact, indicator.places), source, used)


def _shown(value: Fraction) -> str:
    text = format_exact(value) if value.denominator < 10**_PLACES_SHOWN else "/"
    return format_points(value, _PLACES_SHOWN) if "/" in text else text


def take_over(indicator: Indicator, suggestion: Points) -> Hundredths:
    """Give the score a suggestion becomes: rounded HALF_UP to the step.

    Source: contract.md 2, Formula language.
    """
    steps = (suggestion / indicator.step + Fraction(1, 2)) // 1
    greatest = indicator.maximum // indicator.step
    return to_hundredths(min(steps, greatest) * indicator.step)


def level_middle(indicator: Indicator, level: Level) -> Hundredths:
    """Give the middle of a level, rounded HALF_UP to the step.

    A level holds from its lower bound up to the next higher level's (the printed upper
    bound, one step less, is for print); the highest up to the maximum.

    Source: domain.md 5.1; contract.md 2.
    """
    higher = [other.lower for other in indicator.levels if other.lower > level.lower]
    upper = min(higher, default=indicator.maximum)
    return take_over(indicator, (level.lower + upper) / 2)


def level_of(indicator: Indicator, score: int) -> Level | None:
    """Give the level a score in hundredths falls into, None without levels."""
    points = from_hundredths(score)
    return next((level for level in indicator.levels if points >= level.lower), None)


def is_valid_score(indicator: Indicator, score: int) -> bool:
    """Whether a score in hundredths lies in 0 to the maximum on a whole step."""
    points = from_hundredths(score)
    return 0 <= points <= indicator.maximum and (points / indicator.step).denominator == 1


def needs_reason(indicator: Indicator, suggestion: Points, score: int) -> bool:
    """Whether a score is further from the suggestion than the tolerance allows.

    Exactly at the tolerance needs no reason; without a tolerance none ever does.

    Source: contract.md 2, tolerance.
    """
    if indicator.tolerance is None:
        return False
    distance = abs(from_hundredths(score) - suggestion)
    return distance > indicator.tolerance * indicator.maximum


def unexplained(
    scheme: Scheme,
    suggestions: Mapping[str, Points],
    scores: Mapping[str, int],
    comments: Mapping[str, str],
) -> tuple[str, ...]:
    """Give the codes of a sheet's scores that need a reason and have no comment.

    A row without score, or whose suggestion cannot be computed, needs none.
    """
    return tuple(
        row.code
        for row in scheme.on_sheet
        if row.code in suggestions
        and row.code in scores
        and needs_reason(row, suggestions[row.code], scores[row.code])
        and not comments.get(row.code, "").strip()
    )
