"""The night between two days of a meeting: is the batch locked, what happened meanwhile."""

from dataclasses import dataclass

from reviewer_app.domain.closing import EveningLock
from reviewer_app.domain.person import Role
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.session import session_of
from reviewer_app.storage import closing, room
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NightEntry:
    """An entry written while the batch was locked."""

    sequence: int
    at: str
    actor: str
    verb: str


@dataclass(frozen=True, slots=True)
class NightStand:
    """The nights so far; `locked` is the one that no morning check has opened yet."""

    today: str
    is_session_day: bool
    locked: EveningLock | None
    overnight: tuple[NightEntry, ...]
    nights: tuple[EveningLock, ...]
    adjourned_since: str
    may_lock: bool
    may_check: bool
    may_adjourn: bool
    may_override: bool


def night_stand(workspace: Workspace) -> NightStand:
    """Say whether the batch is locked, and what was written since.

    Raises:
        NotAllowed, NoSession: not for this role; there is no session.
    """
    workspace.require_view(View.SESSION)
    store = workspace.store
    today = workspace.surroundings.now().date().isoformat()
    nights = closing.load_nights(store)
    locked = next((night for night in nights if not night.checked_at), None)
    breaks = [row.began_at for row in room.load_recesses(store) if not row.ended_at]
    may_check = locked is not None and workspace.may("check_morning")
    return NightStand(
        today=today,
        is_session_day=today in {day.day for day in session_of(workspace).plan.days},
        locked=locked,
        overnight=_overnight(workspace, locked) if locked else (),
        nights=nights,
        adjourned_since=breaks[-1] if breaks else "",
        may_lock=workspace.may("lock_evening"),
        may_check=may_check,
        may_adjourn=workspace.may("adjourn"),
        may_override=may_check and workspace.actor.role is Role.SUPERVISOR,
    )


def _overnight(workspace: Workspace, night: EveningLock) -> tuple[NightEntry, ...]:
    return tuple(
        NightEntry(entry.seq, entry.at, entry.actor, entry.verb)
        for entry in workspace.store.entries(night.sequence + 1)
    )
