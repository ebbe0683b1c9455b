"""How long a credit query is relied on in this batch."""

from reviewer_app.domain.batch_setup import CREDIT_DAYS
from reviewer_app.domain.rules.checking import VALID_DAYS
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.store import Store


def credit_days(store: Store) -> int:
    """Give the days the bureau settled, else the usual ones."""
    return int(load_settings(store).get(CREDIT_DAYS, VALID_DAYS))
