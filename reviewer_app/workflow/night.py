"""Lock the batch in the evening, and look in the morning whether it is still the same.

The paper that is sealed carries the chain head after the lock; in the morning its first
twelve signs are typed from that paper.
"""

from reviewer_app.domain.closing import EveningLock
from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.person import Role
from reviewer_app.domain.session_errors import HeadMistyped, NightChanged, NotASessionDay
from reviewer_app.queries.session import session_of
from reviewer_app.storage import closing
from reviewer_app.workspace import Workspace, back_up_before

DIGITS = 12
"""So many signs of the head are compared; they are printed in groups of four."""


def lock_evening(workspace: Workspace) -> str:
    """Lock until the morning check, make a verified backup, give the head for the paper.

    Raises:
        NotASessionDay: nothing was written.
    """
    workspace.require("lock_evening")
    store = workspace.store
    today = workspace.surroundings.now().date().isoformat()
    if today not in {day.day for day in session_of(workspace).plan.days}:
        raise NotASessionDay(today)
    sequence, head = store.head()
    with workspace.write("lock_evening", today):
        by, at = workspace.actor.name, workspace.stamp()
        closing.write_night(store, EveningLock(today, sequence + 1, head, by, at))
    back_up_before(workspace)
    return store.head()[1]


def check_morning(workspace: Workspace, typed: str, note: str = "") -> None:
    """Compare the head with the evening's and open the batch.

    Where something was written overnight, or the paper is lost, only the supervisor opens
    it, with a note that stays on the record.

    Raises:
        NothingChanged: nothing is locked.
        HeadMistyped, NightChanged: nothing was written, the batch stays locked.
    """
    workspace.require("check_morning")
    night = next((row for row in closing.load_nights(workspace.store) if not row.checked_at), None)
    if night is None:
        raise NothingChanged("check_morning")
    if workspace.actor.role is Role.SUPERVISOR and note.strip():
        _open(workspace, night, note.strip())
        return
    sequence, head = workspace.store.head()
    if sequence != night.sequence:
        raise NightChanged(night.sequence, sequence)
    meant = "".join(typed.split()).lower()
    if len(meant) < DIGITS or not head.startswith(meant):
        raise HeadMistyped
    _open(workspace, night, "")


def _open(workspace: Workspace, night: EveningLock, note: str) -> None:
    with workspace.write("check_morning", note):
        checked = EveningLock(
            day=night.day,
            sequence=night.sequence,
            head=night.head,
            locked_by=night.locked_by,
            locked_at=night.locked_at,
            checked_by=workspace.actor.name,
            checked_at=workspace.stamp(),
            note=note,
        )
        closing.write_night(workspace.store, checked)
