"""Words of the review of unusual scores."""

from reviewer_app.domain.deviation import OutlierDecision
from reviewer_app.i18n import N_, Translator

_DECISIONS = {
    OutlierDecision.KEPT: N_("keep the score"),
    OutlierDecision.CHANGED: N_("change the score (see the log of changed scores)"),
}


def decision_name(decision: OutlierDecision, _: Translator) -> str:
    """Name what the reviewer did when asked."""
    return _(_DECISIONS[decision])
