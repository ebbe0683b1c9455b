"""What each verb and each query asks first: the phase, and whether the night is over."""

from reviewer_app.domain.session import Moment, SessionPhase
from reviewer_app.storage.store import Store

_MOMENT = (
    "SELECT phase, ifnull((SELECT max(day) FROM evening_lock WHERE checked_at = ''), '')"
    " FROM session"
)


def load_moment(store: Store) -> Moment:
    """Read what bears on rights; without a session nothing does."""
    row = store.row(_MOMENT)
    return Moment(SessionPhase(row[0]), row[1]) if row else Moment()
