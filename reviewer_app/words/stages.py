"""Words of the stages of support."""

from fractions import Fraction

from reviewer_app.domain.points import format_exact
from reviewer_app.i18n import N_, Translator

_THREE = (N_("first stage"), N_("mid-term"), N_("acceptance"))


def stage_name(place: int, count: int, _: Translator) -> str:
    """Name a stage by its place from 0: the usual three have names, others numbers."""
    if count == len(_THREE):
        return _(_THREE[place])
    return _("stage {number}").format(number=place + 1)


def stage_with_share(place: int, shares: tuple[Fraction, ...], _: Translator) -> str:
    """Name a stage with its share of the support in per cent."""
    name = stage_name(place, len(shares), _)
    return _("{stage} ({share} %)").format(stage=name, share=format_exact(shares[place]))
