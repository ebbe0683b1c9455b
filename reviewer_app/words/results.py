"""States, reasons and ties of the official result in words.

How a result came about, line by line, is `words.explanation`; what a deed would change is
`words.consequences`.
"""

from collections.abc import Iterable
from typing import assert_never

from reviewer_app.domain.points import Points, format_points
from reviewer_app.domain.results import Applied, Dropped, ResultState, Tie, Why, WhyKind
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
    Factor,
    Indicator,
    Scheme,
)
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import N_, Translator

_STATES = {
    ResultState.RANKED: N_("ranked"),
    ResultState.BELOW_QUORUM: N_("below quorum"),
    ResultState.PENDING: N_("pending"),
    ResultState.WITHDRAWN: N_("withdrawn"),
    ResultState.INELIGIBLE: N_("ineligible"),
}
_SHEET_STATES = {
    SheetState.PENDING: N_("not begun"),
    SheetState.DRAFT: N_("draft"),
    SheetState.SUBMITTED: N_("submitted"),
    SheetState.LOCKED: N_("locked"),
    SheetState.RECUSED: N_("recused"),
    SheetState.ABSTAINED: N_("abstained"),
    SheetState.ABSENT: N_("absent"),
}
_APPLIED = {
    Applied.TRIMMED_MEAN: N_("mean without one highest and one lowest"),
    Applied.MEAN: N_("mean"),
    Applied.MEDIAN: N_("median"),
    Applied.OBJECTIVE: N_("sum of the objective scores"),
}
_DROPPED = {
    Dropped.NO: "",
    Dropped.HIGH: N_("highest, left out"),
    Dropped.LOW: N_("lowest, left out"),
}
_TIE_STEPS = {
    TIE_UNTRIMMED_MEAN: N_("mean of all counted sheets"),
    TIE_MEDIAN: N_("median of all counted sheets"),
    TIE_REQUESTED: N_("smaller amount requested"),
    TIE_VOTE: N_("vote of the panel"),
}


def state_name(state: ResultState, _: Translator) -> str:
    """Name where an application stands."""
    return _(_STATES[state])


def sheet_state_name(state: SheetState, _: Translator) -> str:
    """Name the state of a sheet."""
    return _(_SHEET_STATES[state])


def applied_name(applied: str, _: Translator) -> str:
    """Name how the sheets were combined; `applied` is a value of `Applied`."""
    return _(_APPLIED[Applied(applied)])


def dropped_name(dropped: Dropped, _: Translator) -> str:
    """Say that trimming left a value out; empty where it did not."""
    return _(_DROPPED[dropped]) if dropped is not Dropped.NO else ""


def factor_name(factor: Factor | Indicator, _: Translator) -> str:
    """Name a factor or indicator in the language, in Chinese where it has no other."""
    return factor.name_en if _.language == "en" and factor.name_en else factor.name


def tie_step_name(step: str, scheme: Scheme, _: Translator) -> str:
    """Name a step of the tie chain: a factor's name, or what is compared."""
    if step in _TIE_STEPS:
        return _(_TIE_STEPS[step])
    return next(factor_name(factor, _) for factor in scheme.factors if factor.code == step)


def tie_sentence(tie: Tie, scheme: Scheme, _: Translator) -> str:
    """Say with whom the score is shared and what told them apart."""
    others = listed(tie.others, _)
    if tie.decided_by is not None:
        step = tie_step_name(tie.decided_by, scheme, _)
        return _("Same score as {others}; told apart by: {step}.").format(others=others, step=step)
    return _("Same score as {others}; the rank is shared with {shared}.").format(
        others=others, shared=listed(tie.shared, _)
    )


def why_sentence(why: Why, scheme: Scheme, _: Translator) -> str:
    """Say what keeps an application from being ranked."""
    match why.kind:
        case WhyKind.SHEETS_OPEN:
            text = _("Sheets not submitted yet: {reviewers}.")
            return text.format(reviewers=why.subject)
        case WhyKind.TOO_FEW_SHEETS:
            text = _("Sheets that count: {found}; at least {expected} are needed.")
            return text.format(found=why.found, expected=why.expected)
        case WhyKind.TOO_SMALL_SHARE:
            text = _("Share of the sheets that count: {found}; at least {expected} is needed.")
            return text.format(found=why.found, expected=why.expected)
        case WhyKind.WITHDRAWN:
            return _("The application was withdrawn.")
        case WhyKind.INELIGIBLE:
            return _("The application was found ineligible.")
        case WhyKind.MISSING_INPUT | WhyKind.DIVISION_BY_ZERO | WhyKind.OUT_OF_RANGE:
            return _trouble_sentence(why, scheme, _)
        case _:
            assert_never(why.kind)


def _trouble_sentence(why: Why, scheme: Scheme, _: Translator) -> str:
    row = scheme.by_code[why.subject]
    facts = {
        "indicator": f"{row.code} {factor_name(row, _)}",
        "formula": why.expected,
        "found": why.found,
        "data": why.data,
        "maximum": format_points(row.maximum, 2),
    }
    if why.kind is WhyKind.DIVISION_BY_ZERO:
        text = _("{indicator}: {formula} divides by zero ({data}).")
    elif why.kind is WhyKind.OUT_OF_RANGE:
        text = _("{indicator}: {formula} gives {found}, not 0 to {maximum} ({data}).")
    elif why.found:
        item = scheme.input_by_key.get(why.found)
        facts["found"] = item.label if item is not None else why.found
        text = _("{indicator}: the input “{found}” is empty (formula: {formula}).")
    else:
        text = _("{indicator}: not computed yet (formula: {formula}).")
    return text.format(**facts)


def listed(items: Iterable[str], _: Translator) -> str:
    """Join with the comma that the language uses in lists."""
    return _(", ").join(items)


def exact_text(value: Points, places: int) -> str:
    """Write a value with at least `places` decimals, six where it does not end by then.

    >>> exact_text(Points(173, 2), 2), exact_text(Points(17, 3), 2)
    ('86.50', '5.666667')
    """
    for decimals in range(places, 7):
        if (value * 10**decimals).denominator == 1:
            return format_points(value, decimals)
    return format_points(value, max(places, 6))


def equals_text(value: Points, places: int) -> str:
    """Write "= 84.60", or "≈ 5.666667" where six decimals do not show all."""
    is_exact = (value * 10 ** max(places, 6)).denominator == 1
    return f"{'=' if is_exact else '≈'} {exact_text(value, places)}"
