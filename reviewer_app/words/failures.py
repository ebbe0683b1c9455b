"""The sentence of any failure a user can act on, whichever module speaks of it."""

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import Translator
from reviewer_app.words import errors


def sentence_of(error: ReviewerError, _: Translator) -> str:
    """Find the module that speaks of this failure."""
    from reviewer_app.words import import_problems, reports, scheme

    for speaker in (errors.sentence, scheme.sentence, import_problems.sentence, reports.sentence):
        text = speaker(error, _)
        if text is not None:
            return text
    return str(error)
