"""Words of the preparation of the meeting."""

from reviewer_app.domain.preparation import StepMark
from reviewer_app.i18n import N_, Translator

_MARKS = {
    StepMark.DONE: N_("settled"),
    StepMark.OPEN: N_("still open"),
    StepMark.OPTIONAL: N_("as needed"),
}


def mark_name(mark: StepMark, _: Translator) -> str:
    """Say how far a step of the preparation is."""
    return _(_MARKS[mark])
