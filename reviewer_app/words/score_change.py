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


_MEANINGS = {
    ChangeReason.ELIGIBILITY: N_("A condition of eligibility was wrongly taken as met or unmet."),
    ChangeReason.COMPLIANCE: N_("The materials were wrongly taken as complete or incomplete."),
    ChangeReason.SUM: N_("Points were added up or carried over wrongly."),
    ChangeReason.OUT_OF_RANGE: N_("The score does not fit the level its standard describes."),
    ChangeReason.OBJECTIVE: N_("The score rests on a wrong objective value."),
    ChangeReason.OUTLIER: N_("Far from the others; on looking again the reviewer corrects it."),
    ChangeReason.SLIP: N_("Another number was written than was meant."),
    ChangeReason.SECOND_ROUND: N_("The reviewer thinks otherwise after the discussion."),
}


def change_reason_meaning(reason: ChangeReason, _: Translator) -> str:
    """Explain when a reason is the right one."""
    return _(_MEANINGS[reason])


def change_reason_name(reason: ChangeReason, _: Translator) -> str:
    """Say a reason of the closed list."""
    return _(_REASONS[reason])


def change_reasons(_: Translator) -> str:
    """List every reason with its code."""
    return _("; ").join(f"{reason.value} {_(text)}" for reason, text in _REASONS.items())
