"""The advice on the composition of a panel, in words that make no law of it."""

from reviewer_app.domain.composition import Advice, AdviceLine
from reviewer_app.i18n import N_, Translator

_ADVICE = {
    Advice.FIVE: N_("Five members or more"),
    Advice.ODD: N_("An odd number of members"),
    Advice.MIX: N_("Several specialities, each named, none of more than half of the panel"),
    Advice.UNITS: N_("No two members of the same organisation"),
    Advice.HINTS: N_("No open hint that a member's organisation is part of an application"),
}


def advice_sentence(line: AdviceLine, _: Translator) -> str:
    """Say what is looked at, and where it does not hold whom or what it is about."""
    said = _(_ADVICE[line.advice])
    return f"{said}: {_(', ').join(line.names)}" if line.names else said
