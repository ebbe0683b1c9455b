"""Sentences about formulas."""

from reviewer_app.domain.formula_tree import FormulaError, FormulaFault
from reviewer_app.i18n import N_, Translator

_SENTENCES = {
    FormulaFault.EMPTY: N_("the formula is empty"),
    FormulaFault.TOO_LONG: N_("the formula has {found} characters; at most {expected} are allowed"),
    FormulaFault.TOO_DEEP: N_("more than {expected} parentheses or signs stand inside each other"),
    FormulaFault.NUMBER_TOO_LONG: N_(
        "the number {found} is too long: at most {expected} digits before and after the point"
    ),
    FormulaFault.STRANGE_SIGN: N_(
        "“{found}” does not belong to the formula language (half-width signs only)"
    ),
    FormulaFault.UNEXPECTED: N_("“{found}” does not fit here"),
    FormulaFault.UNEXPECTED_END: N_("the formula ends too early"),
    FormulaFault.UNKNOWN_FUNCTION: N_("there is no function {found}; known: {expected}"),
    FormulaFault.RESERVED_NAME: N_(
        "{found} is a function: parentheses with its values must follow"
    ),
    FormulaFault.MISPLACED_COMPARISON: N_(
        "a comparison ({found}) may only stand once, as the condition of if(...)"
    ),
    FormulaFault.BAD_CONDITION: N_(
        "the condition of if(...) must be a yes/no input or one comparison"
    ),
    FormulaFault.WRONG_COUNT: N_("clip takes one or three values, not {found}"),
    FormulaFault.TOO_FEW_POINTS: N_("PL needs at least two points x:y"),
    FormulaFault.POINTS_NOT_RISING: N_("the x of the points of PL must rise"),
}
_EXPECTED = N_("“{found}” stands where “{expected}” was expected")
_ENDS_BEFORE = N_("the formula ends where “{expected}” was expected")


def formula_sentence(error: FormulaError, _: Translator) -> str:
    """Say what is wrong with the text of a formula and where."""
    text = _SENTENCES[error.fault]
    if error.fault is FormulaFault.UNEXPECTED and error.expected:
        text = _EXPECTED
    elif error.fault is FormulaFault.UNEXPECTED_END and error.expected:
        text = _ENDS_BEFORE
    what = _(text).format(found=error.found, expected=error.expected)
    return _("formula, character {position}: {what}.").format(
        position=error.position + 1, what=what
    )
