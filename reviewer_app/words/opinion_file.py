"""The words an opinion's file is written and read by."""

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.session import recommendation_name

_HEADINGS = (N_("Text of the opinion"), N_("Recommendation of the panel"), N_("Tier advised"))


def headings(_: Translator) -> tuple[str, ...]:
    """Give the headings in their order: text, recommendation, tier."""
    return tuple(_(heading) for heading in _HEADINGS)


def choices(_: Translator) -> dict[str, Recommendation]:
    """Give what may stand under the recommendation; nothing is an open one."""
    return {recommendation_name(one, _): one for one in Recommendation}
