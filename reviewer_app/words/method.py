"""How a scheme computes, in words: what stands below every published table.

Source: domain.md appendix A4; contract.md 2, Result.
"""

from collections.abc import Sequence

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import (
    TIE_MEDIAN,
    TIE_REQUESTED,
    TIE_UNTRIMMED_MEAN,
    TIE_VOTE,
    Combine,
    IndicatorKind,
    RoundStage,
    Scheme,
    TrimLevel,
    TrimScope,
)
from reviewer_app.i18n import N_, Translator

_OBJECTIVE = N_(
    "Objective points are computed by staff with the published formulas, checked by a second"
    " person, and the same for all reviewers."
)
_ASSISTED = N_("For assisted points a formula makes a suggestion and each reviewer decides.")
_JUDGED = N_("Judged points are given by each reviewer independently.")
_NO_SHEETS = N_("The result of an application is its objective total.")
_SUM = N_("A reviewer's total is the sum of all points.")
_WEIGHTED_SUM = N_("A reviewer's total is the sum of the points of each factor times its weight.")

_RESULTS = {
    (TrimLevel.TOTAL, Combine.MEAN): N_(
        "The result of an application is the arithmetic mean of its reviewers' totals"
    ),
    (TrimLevel.TOTAL, Combine.TRIMMED_MEAN): N_(
        "The result of an application is the arithmetic mean of its reviewers' totals after"
        " leaving out one highest and one lowest"
    ),
    (TrimLevel.TOTAL, Combine.MEDIAN): N_(
        "The result of an application is the median of its reviewers' totals"
    ),
    (TrimLevel.FACTOR, Combine.MEAN): N_(
        "For each factor the arithmetic mean of the reviewers' points is taken, and the result of"
        " an application is the sum of these times the weights"
    ),
    (TrimLevel.FACTOR, Combine.TRIMMED_MEAN): N_(
        "For each factor the arithmetic mean of the reviewers' points after leaving out one"
        " highest and one lowest is taken, and the result of an application is the sum of these"
        " times the weights"
    ),
    (TrimLevel.FACTOR, Combine.MEDIAN): N_(
        "For each factor the median of the reviewers' points is taken, and the result of an"
        " application is the sum of these times the weights"
    ),
    (TrimLevel.INDICATOR, Combine.MEAN): N_(
        "For each indicator the arithmetic mean of the reviewers' scores is taken, and the result"
        " of an application is the weighted sum of these"
    ),
    (TrimLevel.INDICATOR, Combine.TRIMMED_MEAN): N_(
        "For each indicator the arithmetic mean of the reviewers' scores after leaving out one"
        " highest and one lowest is taken, and the result of an application is the weighted sum"
        " of these"
    ),
    (TrimLevel.INDICATOR, Combine.MEDIAN): N_(
        "For each indicator the median of the reviewers' scores is taken, and the result of an"
        " application is the weighted sum of these"
    ),
}
_FEW_SHEETS = {
    TrimScope.APPLICATION: N_(
        " (with fewer than {count} counted sheets: the mean of all of them, marked)"
    ),
    TrimScope.GROUP: N_(
        " (if any ranked application has fewer than {count} counted sheets: for all applications"
        " the mean of all sheets, marked)"
    ),
}
_STAGES = {
    RoundStage.SHEET: N_("each reviewer's total"),
    RoundStage.FACTOR: N_("each factor before its weight"),
    RoundStage.WEIGHTED: N_("each factor after its weight"),
}
_STEPS = {
    TIE_UNTRIMMED_MEAN: N_("the mean of all sheets without trimming"),
    TIE_MEDIAN: N_("the median of all sheets"),
    TIE_REQUESTED: N_("the lower requested amount"),
    TIE_VOTE: N_("the panel's recorded vote"),
}


def listed(items: Sequence[str], _: Translator) -> str:
    """Write a list as the language does: A、B or A, B."""
    return ("、" if _.language == "zh_CN" else ", ").join(items)


def describe_method(scheme: Scheme, _: Translator) -> str:
    """Tell in one paragraph how points become results and ranks under this scheme."""
    kinds = {indicator.kind for indicator in scheme.indicators()}
    sentences = [
        _(text)
        for kind, text in (
            (IndicatorKind.OBJECTIVE, _OBJECTIVE),
            (IndicatorKind.ASSISTED, _ASSISTED),
            (IndicatorKind.JUDGED, _JUDGED),
        )
        if kind in kinds
    ]
    if scheme.needs_sheets:
        is_weighted = any(factor.weight != 1 for factor in scheme.factors)
        sentences += [_(_WEIGHTED_SUM if is_weighted else _SUM), _result(scheme, _)]
        sentences.append(_quorum(scheme, _))
    else:
        sentences += [_(_NO_SHEETS), _rounding(scheme, _)]
    sentences += [*_pass_lines(scheme, _), _ties(scheme, _)]
    return ("" if _.language == "zh_CN" else " ").join(sentences)


def _result(scheme: Scheme, _: Translator) -> str:
    rules = scheme.rules
    text = _(_RESULTS[rules.trim_level, rules.combine])
    if rules.combine is Combine.TRIMMED_MEAN:
        text += _(_FEW_SHEETS[rules.trim_scope]).format(count=rules.trim_from)
    return _("{result}. {rounding}").format(result=text, rounding=_rounding(scheme, _))


def _rounding(scheme: Scheme, _: Translator) -> str:
    rules = scheme.rules
    stages = [_(text) for stage, text in _STAGES.items() if stage in rules.round_at]
    if not stages:
        return _("It is rounded half up to {places} decimals, once, at the end.").format(
            places=rules.places
        )
    return _("Rounded half up to {places} decimals: {stages}, and the result.").format(
        places=rules.places, stages=listed(stages, _)
    )


def _quorum(scheme: Scheme, _: Translator) -> str:
    rules = scheme.rules
    if rules.quorum_share is None:
        return _("An application with fewer than {count} counted sheets is not ranked.").format(
            count=rules.quorum
        )
    return _(
        "An application with fewer than {count} counted sheets, or less than {share} of its"
        " sheets, is not ranked."
    ).format(count=rules.quorum, share=format_exact(rules.quorum_share))


def _pass_lines(scheme: Scheme, _: Translator) -> list[str]:
    names = {factor.code: factor.name for factor in scheme.factors}
    if _.language == "en":
        names |= {factor.code: factor.name_en for factor in scheme.factors if factor.name_en}
    lines = [
        _("{factor} at least {line}").format(factor=names[code], line=format_exact(line))
        for code, line in scheme.rules.pass_factor
    ]
    if scheme.rules.pass_total is not None:
        text = _("a result of at least {line}")
        lines.insert(0, text.format(line=format_exact(scheme.rules.pass_total)))
    if not lines:
        return []
    return [_("To pass takes {lines}.").format(lines=listed(lines, _))]


def _ties(scheme: Scheme, _: Translator) -> str:
    names = {factor.code: factor.name for factor in scheme.factors}
    if _.language == "en":
        names |= {factor.code: factor.name_en for factor in scheme.factors if factor.name_en}
    steps = [
        _(_STEPS[step])
        if step in _STEPS
        else _("the points of {factor}").format(factor=names[step])
        for step in scheme.rules.tie_break
    ]
    if not steps:
        return _("Equal results share their rank.")
    return _(
        "Between equal results decide, in this order: {steps}; still equal ones share their rank."
    ).format(steps=listed(steps, _))
