"""Words of the archive: how long something is kept."""

from reviewer_app.domain.retention import Retention
from reviewer_app.i18n import N_, Translator

_NAMES = {
    Retention.PERMANENT: N_("for ever"),
    Retention.THIRTY_YEARS: N_("30 years"),
    Retention.TEN_YEARS: N_("10 years"),
}


def retention_name(retention: Retention, _: Translator) -> str:
    """Name how long something is kept."""
    return _(_NAMES[retention])
