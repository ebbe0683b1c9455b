"""Words of score changes: the closed list of reasons."""

from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.i18n import N_, Translator

_REASONS = {
    ChangeReason.ELIGIBILITY: N_("error in the check of eligibility"),
    ChangeReason.COMPLIANCE: N_("error in the formal check"),
    ChangeReason.SUM: N_("error in adding up"),
    ChangeReason.OUT_OF_RANGE: N_("score outside the range of its standard"),
    ChangeReason.OBJECTIVE: N_("error in an objective score"),
    ChangeReason.OUTLIER: N_("unusually high or low, reviewed"),
    ChangeReason.SLIP: N_("slip of the pen"),
    ChangeReason.SECOND_ROUND: N_("decided anew after the discussion (two rounds)"),
}


def change_reason_name(reason: ChangeReason, _: Translator) -> str:
    """Say a reason of the closed list."""
    return _(_REASONS[reason])


def change_reasons(_: Translator) -> str:
    """List every reason with its code."""
    return _("; ").join(f"{reason.value} {_(text)}" for reason, text in _REASONS.items())
