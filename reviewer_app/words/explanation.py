"""An explanation in sentences: the calculation as it would stand on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from reviewer_app.domain.points import format_exact, format_points
from reviewer_app.domain.results import Applied, Dropped
from reviewer_app.domain.rules.explanation import (
    AbsentStep,
    CombineStep,
    Explanation,
    FactorsStep,
    Given,
    ObjectiveStep,
    PlaceStep,
    RoundStep,
    SheetStep,
    Step,
    SumStep,
    Term,
    TieStep,
)
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.results import (
    applied_name,
    dropped_name,
    equals_text,
    exact_text,
    listed,
    sheet_state_name,
    state_name,
    tie_sentence,
    tie_step_name,
    why_sentence,
)


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of an explanation under a heading."""

    heading: str
    lines: tuple[str, ...]


_HEADINGS = (
    (N_("On the sheets"), (ObjectiveStep, SheetStep, AbsentStep)),
    (N_("From the sheets to the score"), (CombineStep, SumStep, RoundStep, FactorsStep)),
    (N_("Equal scores"), (TieStep,)),
    (N_("Place"), (PlaceStep,)),
)
_SINGLE_SHEETS = (SheetStep, AbsentStep, CombineStep, SumStep)


def explanation_parts(
    explanation: Explanation, scheme: Scheme, _: Translator, *, with_sheets: bool
) -> tuple[Part, ...]:
    """Write an explanation under headings; without what single sheets say, if asked."""
    parts = []
    for heading, kinds in _HEADINGS:
        lines = tuple(
            line
            for step in explanation.steps
            if isinstance(step, kinds) and (with_sheets or not isinstance(step, _SINGLE_SHEETS))
            for line in _lines(step, scheme, _)
        )
        if lines:
            parts.append(Part(_(heading), lines))
    return tuple(parts)


def explanation_lines(explanation: Explanation, scheme: Scheme, _: Translator) -> tuple[str, ...]:
    """Write an explanation, one or more lines a step, without a heading."""
    return tuple(line for step in explanation.steps for line in _lines(step, scheme, _))


def _lines(step: Step, scheme: Scheme, _: Translator) -> Iterator[str]:
    places = scheme.rules.places
    match step:
        case ObjectiveStep():
            yield _objective_line(step, scheme, _)
        case SheetStep():
            yield _sheet_line(step, places, _)
        case AbsentStep():
            text = _("Sheet {reviewer}: {state}, does not count.")
            yield text.format(reviewer=step.reviewer, state=sheet_state_name(step.state, _))
        case CombineStep():
            yield _given_line(step, places, _)
            yield _combine_line(step, places, _)
        case SumStep():
            yield _subject(step.subject, _) + _sum_text(step.terms, step.value, places)
        case RoundStep():
            text = _("{subject}, rounded half up to {places} decimals: {value}")
            value = format_points(step.value, step.places)
            subject = step.subject or _("Result of the application")
            yield text.format(subject=subject, places=step.places, value=value)
        case FactorsStep():
            yield from _factors_lines(step, places, _)
        case TieStep():
            yield from _tie_lines(step, scheme, _)
        case PlaceStep():
            yield from _place_lines(step, scheme, _)
        case _:
            assert_never(step)


def _subject(subject: str, _: Translator) -> str:
    return _("{subject}: ").format(subject=subject or _("Result of the application"))


def _objective_line(step: ObjectiveStep, scheme: Scheme, _: Translator) -> str:
    scores = [
        f"{code} {'–' if value is None else format_points(value, scheme.by_code[code].places)}"
        for code, value in step.scores
    ]
    return _("Objective scores, the same on every sheet: {scores}").format(scores=listed(scores, _))


def _sheet_line(step: SheetStep, places: int, _: Translator) -> str:
    line = _("Sheet {reviewer}: {sum}").format(
        reviewer=step.reviewer, sum=_sum_text(step.terms, step.exact, places)
    )
    if step.total == step.exact:
        return line
    return _("{line}, rounded {total}").format(line=line, total=format_points(step.total, places))


def _sum_text(terms: tuple[Term, ...], value: Fraction, places: int) -> str:
    if len(terms) == 1 and terms[0].weight == 1:
        return f"{terms[0].code} {equals_text(value, places)}"
    products = []
    for term in terms:
        text = f"{term.code} {exact_text(term.value, places)}"
        products.append(text if term.weight == 1 else f"{text} × {_weight_text(term.weight)}")
    return f"{' + '.join(products)} {equals_text(value, places)}"


def _weight_text(weight: Fraction) -> str:
    text = format_exact(weight)
    return f"({text})" if weight < 0 or "/" in text else text


def _given_line(step: CombineStep, places: int, _: Translator) -> str:
    values = listed((_given_text(item, places, _) for item in step.given), _)
    if not step.subject:
        return _("Sheet totals: {values}").format(values=values)
    return _("{subject} on the sheets: {values}").format(subject=step.subject, values=values)


def _given_text(item: Given, places: int, _: Translator) -> str:
    text = f"{item.reviewer} {exact_text(item.value, places)}"
    if item.dropped is Dropped.NO:
        return text
    return _("{value} ({mark})").format(value=text, mark=dropped_name(item.dropped, _))


def _combine_line(step: CombineStep, places: int, _: Translator) -> str:
    total, count = sum(step.used, Fraction(0)), len(step.used)
    values = " + ".join(exact_text(value, places) for value in step.used)
    division = f"({values}) ÷ {count} {equals_text(total, places)} ÷ {count} "
    if step.applied is Applied.MEDIAN and count == 1:
        division = ""
    return _("{method}: {calculation}").format(
        method=applied_name(step.applied, _),
        calculation=division + equals_text(step.value, places),
    )


def _factors_lines(step: FactorsStep, places: int, _: Translator) -> Iterator[str]:
    parts = [f"{code} {format_points(after, places)}" for code, _before, after in step.factors]
    yield _("By factor, after the weight: {parts}").format(parts=listed(parts, _))
    if not step.adds_up:
        yield _("The factors are rounded one by one and need not add up to the score.")


def _tie_lines(step: TieStep, scheme: Scheme, _: Translator) -> Iterator[str]:
    yield tie_sentence(step.tie, scheme, _)
    values = [
        _("{step} {value}").format(
            step=tie_step_name(name, scheme, _), value=format_points(value, scheme.rules.places)
        )
        for name, value in step.told
        if value is not None
    ]
    if values:
        yield _("Compared in turn: {values}").format(values=listed(values, _))


def _place_lines(step: PlaceStep, scheme: Scheme, _: Translator) -> Iterator[str]:
    if step.rank is None:
        yield _("No rank: {state}.").format(state=state_name(step.state, _))
        yield from (why_sentence(why, scheme, _) for why in step.why)
        return
    yield _("Rank {rank}.").format(rank=step.rank)
    if step.passes is False:
        yield _("Below a pass line of the scheme.")
