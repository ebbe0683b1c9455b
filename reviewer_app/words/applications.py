"""Words about applications: where one stands, and what its credit code is."""

from reviewer_app.domain.application import Standing
from reviewer_app.domain.credit_code import LENGTH, CreditVerdict, check_sign
from reviewer_app.i18n import N_, Translator

_STANDINGS = {
    Standing.ACTIVE: N_("taking part"),
    Standing.WITHDRAWN: N_("withdrawn"),
    Standing.INELIGIBLE: N_("ineligible"),
}


def standing_name(standing: Standing, _: Translator) -> str:
    """Name where an application stands."""
    return _(_STANDINGS[standing])


def verdict_sentence(code: str, verdict: CreditVerdict, _: Translator) -> str:
    """Say whether a unified social credit code can be right, and its check digit."""
    match verdict:
        case CreditVerdict.VALID:
            return _("Check digit {sign} is right").format(sign=code[-1])
        case CreditVerdict.WRONG_CHECK:
            text = _("Check digit {found} is wrong: the other signs give {expected}")
            return text.format(found=code[-1], expected=check_sign(code))
        case CreditVerdict.WRONG_SIGN:
            return _("It holds signs that no credit code has")
        case CreditVerdict.OLD_NUMBER:
            return _("An old registration number of 15 digits: it cannot be checked")
        case CreditVerdict.WRONG_LENGTH:
            if not code:
                return _("No credit code")
            text = _("{found} signs; a credit code has {expected}")
            return text.format(found=len(code), expected=LENGTH)
