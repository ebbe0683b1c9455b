"""Words of the preparation of the meeting."""

from reviewer_app.domain.preparation import StepMark
from reviewer_app.domain.session import Condition
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.session import condition_name

_MARKS = {
    StepMark.DONE: N_("settled"),
    StepMark.OPEN: N_("still open"),
    StepMark.OPTIONAL: N_("as needed"),
}


def mark_name(mark: StepMark, _: Translator) -> str:
    """Say how far a step of the preparation is."""
    return _(_MARKS[mark])


def waiting_sentence(condition: Condition, names: tuple[str, ...], _: Translator) -> str:
    """Say what a step of the session waits for, with the names it is about."""
    named = _(", ").join(name for name in names if name)
    return " ".join(part for part in (condition_name(condition, _), named) if part)
