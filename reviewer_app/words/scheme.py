"""Sentences about schemes: problems of a file and what a later version changes.

How a scheme computes is told in `words.method`.
"""

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.formula_tree import FormulaError
from reviewer_app.domain.rules.corrections import ChangeEffect, FieldChange, SchemeChange
from reviewer_app.domain.scheme_problem import (
    SchemeFault,
    SchemeProblem,
    SchemeRejected,
    SchemeSyntax,
)
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.formula import formula_sentence
from reviewer_app.words.method import describe_method, listed

__all__ = ["change_sentences", "describe_method", "problem_sentence", "sentence"]

_PROBLEMS = {
    SchemeFault.FLOAT: N_('{found} is a TOML float; write the number as text, e.g. "0.5".'),
    SchemeFault.UNKNOWN_KEY: N_("there is no key {found}."),
    SchemeFault.MISSING_KEY: N_("{expected} is missing."),
    SchemeFault.WRONG_TYPE: N_("found {found}, expected {expected}."),
    SchemeFault.NOT_DECIMAL: N_('“{found}” is no decimal number; write e.g. "12.5".'),
    SchemeFault.NOT_EXACT: N_(
        '“{found}” is neither a decimal number nor a fraction; write e.g. "0.5" or "4/3".'
    ),
    SchemeFault.OUT_OF_BOUNDS: N_("{found} is outside what is allowed ({expected})."),
    SchemeFault.UNKNOWN_WORD: N_("“{found}” is not known here; allowed: {expected}."),
    SchemeFault.BLANK: N_("the text is empty."),
    SchemeFault.STRAY_SPACE: N_("“{found}” begins or ends with a space; remove it."),
    SchemeFault.TOO_LONG: N_("the text has {found} characters; at most {expected} are allowed."),
    SchemeFault.CONTROL_SIGN: N_("the text contains a control character ({found}); remove it."),
    SchemeFault.EMPTY_LIST: N_("the list is empty; fill it or leave the key out."),
    SchemeFault.BAD_INPUT_KEY: N_(
        "“{found}” is no input key: small letters a-z, digits and _, beginning with a letter."
    ),
    SchemeFault.RESERVED: N_(
        "“{found}” is already the name of a column, a function or a tie step; choose another."
    ),
    SchemeFault.DUPLICATE: N_("“{found}” occurs twice; each must be different."),
    SchemeFault.NOT_HUNDREDTHS: N_("{found} is no positive multiple of {expected}."),
    SchemeFault.NOT_ON_STEP: N_("{found} is no multiple of the step {expected}."),
    SchemeFault.WRONG_TOTAL: N_(
        "weight × maximum over all indicators adds up to {found}, not {expected}."
    ),
    SchemeFault.NOT_FALLING: N_("{found} must be below {expected}: write from highest to lowest."),
    SchemeFault.LOWEST_NOT_ZERO: N_("the lowest level begins at {found}; it must begin at 0."),
    SchemeFault.NOT_FOR_KIND: N_("not used with {found}, only with: {expected}."),
    SchemeFault.UNKNOWN_INPUT: N_("{found} is used, but no input has this key."),
    SchemeFault.NOT_A_FLAG: N_(
        "{found} stands alone as a condition but is a {expected}, not a yes/no input (flag)."
    ),
    SchemeFault.MIN_ABOVE_MAX: N_("the least value {found} is above the greatest {expected}."),
    SchemeFault.BAD_DEFAULT: N_("the default “{found}” is no value of this input ({expected})."),
    SchemeFault.ROUNDING_CLASH: N_("rounding at {found} does not go together with {expected}."),
    SchemeFault.NOT_A_TEXT_CELL: N_(
        "the cell holds {found}; type the value itself, as text or number."
    ),
    SchemeFault.UNKNOWN_OWNER: N_("“{found}” stands on no row of the sheet {expected}."),
    SchemeFault.NO_SCHEME_FORM: N_(
        "the workbook is no scheme form: the sheet {expected} is missing. Write one with"
        " template scheme."
    ),
    SchemeFault.STAGES_SUM: N_("the stages add up to {found} per cent, not {expected}."),
}
_FLOAT_FOR_WHOLE = N_("{found} is a TOML float; write a whole number without a point, e.g. 2.")
_NEAREST = N_("there is no key {found}; did you mean {expected}?")

_TYPES = {
    "text": N_("a text"),
    "number as text": N_("a number written as text"),
    "whole number": N_("a whole number"),
    "list of texts": N_("a list of texts"),
    "list of tables": N_("a list of tables"),
    "list": N_("a list"),
    "formula": N_("a formula"),
    "boolean": N_("true or false"),
    "error": N_("an error value"),
    "table": N_("a table"),
    "true/false": N_("true or false"),
    "datetime": N_("a date and time"),
    "date": N_("a date"),
    "time": N_("a time"),
}

_EFFECTS = {
    ChangeEffect.WORDING: N_("{place}: wording only, “{before}” → “{after}”; nothing is voided."),
    ChangeEffect.VOIDS: N_("{place}: {before} → {after}; voids the scores of {codes}."),
    ChangeEffect.RESULTS: N_(
        "{place}: {before} → {after}; results are computed anew, no score is voided."
    ),
    ChangeEffect.FUNDING: N_("{place}: {before} → {after}; only funding is affected."),
}


def problem_sentence(problem: SchemeProblem, _: Translator) -> str:
    """Say where in the scheme what is wrong."""
    return _("{place}: {what}").format(
        place="/".join(problem.place) or _("the whole scheme"), what=_what(problem, _)
    )


def _what(problem: SchemeProblem, _: Translator) -> str:
    if problem.formula is not None:
        return formula_sentence(problem.formula, _)
    found, expected = problem.found, problem.expected
    if problem.fault is SchemeFault.UNKNOWN_KEY and expected:
        return _(_NEAREST).format(found=found, expected=expected)
    if problem.fault is SchemeFault.FLOAT and expected == "whole number":
        return _(_FLOAT_FOR_WHOLE).format(found=found)
    if problem.fault is SchemeFault.WRONG_TYPE:
        found = _(_TYPES[found]) if found in _TYPES else found
        expected = _(_TYPES[expected]) if expected in _TYPES else expected
    elif problem.fault is SchemeFault.NOT_A_TEXT_CELL:
        found = _(_TYPES[found]) if found in _TYPES else found
    return _(_PROBLEMS[problem.fault]).format(found=found, expected=expected)


def change_sentences(change: SchemeChange, _: Translator) -> tuple[str, ...]:
    """Say what a later version changes and what that voids, the summary first."""
    return (*_summary(change, _), *(_change_line(field, _) for field in change.fields))


def _summary(change: SchemeChange, _: Translator) -> tuple[str, ...]:
    lines = []
    if change.is_wording_only:
        lines.append(_("The new version changes wording only: no score is voided."))
    if change.voided:
        lines.append(
            _("The scores of {codes} are voided and must be given or computed anew.").format(
                codes=listed(change.voided, _)
            )
        )
    if change.added:
        lines.append(
            _("New indicators without scores: {codes}. Submitted sheets lack them.").format(
                codes=listed(change.added, _)
            )
        )
    if change.removed:
        lines.append(
            _("Indicators that exist no longer: {codes}.").format(codes=listed(change.removed, _))
        )
    if change.changes_results:
        lines.append(_("Totals and ranks are computed anew and may change."))
    return tuple(lines)


def _change_line(change: FieldChange, _: Translator) -> str:
    return _(_EFFECTS[change.effect]).format(
        place="/".join(change.place),
        before=change.before or "—",
        after=change.after or "—",
        codes=listed(change.indicators, _),
    )


def sentence(error: ReviewerError, _: Translator) -> str | None:
    """Give the sentence for an error of schemes or formulas, None for any other."""
    match error:
        case SchemeRejected():
            lines = [problem_sentence(problem, _) for problem in error.problems]
            head = _.plural(
                "{source}: {count} problem in the scheme; nothing was written.",
                "{source}: {count} problems in the scheme; nothing was written.",
                len(lines),
            ).format(source=error.source, count=len(lines))
            return "\n".join((head, *lines))
        case SchemeSyntax():
            return _syntax_sentence(error, _)
        case FormulaError():
            return formula_sentence(error, _)
        case _:
            return None


def _syntax_sentence(error: SchemeSyntax, _: Translator) -> str:
    if not error.line:
        text = _("{source}: the file is no valid TOML. Correct it, or use the Excel form.")
    elif not error.column:
        text = _(
            "{source}, line {line}: no text in UTF-8. Save the file as UTF-8, or use the Excel"
            " form."
        )
    else:
        text = _(
            "{source}, line {line}, column {column}: no valid TOML. Correct this line, or use the"
            " Excel form."
        )
    return text.format(source=error.source, line=error.line, column=error.column)
