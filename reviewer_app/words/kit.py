"""Words of the papers before the meeting: what they are for, what they lack."""

from reviewer_app.domain.kit import KitGap, KitPart
from reviewer_app.i18n import N_, Translator

_PARTS = {
    KitPart.RECORD: N_("To sign and record before scoring"),
    KitPart.TABLE: N_("On the table at the meeting"),
    KitPart.EMERGENCY: N_("In case the PC fails: work by hand"),
}

_GAPS = {
    KitGap.NO_REVIEWERS: N_("the panel is empty"),
    KitGap.NO_DRAW: N_("no panel was drawn here: blanks to fill in"),
    KitGap.NO_ORDER: N_("the order is not drawn: room for the lots"),
    KitGap.NO_AGENDA: N_("no agenda: without times"),
    KitGap.NO_PLACE: N_("the place of the meeting is not settled"),
    KitGap.NO_DATA: N_("points to be computed are missing: some grey cells are empty"),
    KitGap.SHOWS_SCORES: N_("there are scores: they are printed, it is no blank form"),
    KitGap.NOT_NOW: N_("not while scores are given"),
}


def kit_part_name(part: KitPart, _: Translator) -> str:
    """Say what papers are for."""
    return _(_PARTS[part])


def kit_gap_word(gap: KitGap, _: Translator) -> str:
    """Say what a paper lacks."""
    return _(_GAPS[gap])
