"""The session as it stands, and what keeps it from its next step."""

from collections.abc import Callable, Mapping

from reviewer_app.domain.application import Standing
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.session import Condition, Moment, Session
from reviewer_app.domain.session_errors import NoSession
from reviewer_app.queries.conflicts import named_conflicts
from reviewer_app.queries.overview import reviewer_progress
from reviewer_app.storage import applications, deliberation, people, room, sessions
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace

Open = tuple[str, ...]
"""Names of what is missing; nothing when the condition holds."""


def session_of(workspace: Workspace) -> Session:
    """Give the session.

    Raises:
        NoSession: the batch has none.
    """
    found = sessions.load_session(workspace.store)
    if found is None:
        raise NoSession
    return found


def moment_now(workspace: Workspace) -> Moment:
    """Give phase and lock of the batch: everybody in it may know them."""
    return workspace.moment


def is_rehearsal(workspace: Workspace) -> bool:
    """Say whether the batch was born as a rehearsal; it is shown wherever it is open."""
    return sessions.is_rehearsal(workspace.store)


def in_the_room(store: Store) -> frozenset[str]:
    """Give the numbers of the reviewers who are in the meeting now, out for a while or not."""
    rows = room.load_attendance(store)
    return frozenset(row.person.number for row in rows if row.person.number and not row.left_at)


def active_numbers(store: Store) -> tuple[str, ...]:
    """Give the numbers of the applications that are in the review."""
    found = applications.load_applications(store, with_metrics=False).values()
    return tuple(
        sorted((item.number for item in found if item.standing is Standing.ACTIVE), key=natural_key)
    )


def present_members(store: Store) -> tuple[Reviewer, ...]:
    """Give the members of the panel who are in the meeting now, by number."""
    here = in_the_room(store)
    members = people.load_reviewers(store)
    return tuple(members[number] for number in sorted(here & members.keys(), key=natural_key))


def _no_leader(workspace: Workspace) -> Open:
    leaders = [one for one in people.load_reviewers(workspace.store).values() if one.leader]
    return () if len(leaders) == 1 else ("",)


def _too_few(workspace: Workspace) -> Open:
    here, quorum = len(present_members(workspace.store)), workspace.scheme().rules.quorum
    return () if here >= quorum else (f"{here}/{quorum}",)


def _unstated(workspace: Workspace) -> Open:
    store = workspace.store
    return tuple(
        one.name for one in present_members(store) if not room.has_stated(store, one.number)
    )


def _unrecused(workspace: Workspace) -> Open:
    """Name members with an application they stated as a conflict and may still score."""
    store = workspace.store
    open_ones = named_conflicts(store, active_numbers(store))
    return tuple(
        f"{one.name} {number}"
        for one in present_members(store)
        for number in open_ones.get(one.number, ())
    )


def _unsubmitted(workspace: Workspace) -> Open:
    return tuple(row.name for row in reviewer_progress(workspace) if not row.is_done)


def _submitted(workspace: Workspace) -> Open:
    return tuple(row.name for row in reviewer_progress(workspace) if row.submitted)


def undisclosed(workspace: Workspace) -> Open:
    """Name the active applications whose sheets do not lie open yet."""
    open_ones = deliberation.disclosed(workspace.store)
    return tuple(one for one in active_numbers(workspace.store) if one not in open_ones)


def unconfirmed(workspace: Workspace) -> Open:
    """Name the applications with a changed score that somebody has still to confirm."""
    changes = deliberation.load_changes(workspace.store)
    return tuple(dict.fromkeys(change.application for change in changes if change.waits))


_CONDITIONS: Mapping[str, tuple[tuple[Condition, Callable[[Workspace], Open]], ...]] = {
    "open_scoring": (
        (Condition.LEADER, _no_leader),
        (Condition.QUORUM, _too_few),
        (Condition.STATEMENTS, _unstated),
        (Condition.NAMED, _unrecused),
    ),
    "back_to_preparation": ((Condition.SCORED, _submitted),),
    "open_disclosure": ((Condition.SHEETS, _unsubmitted),),
    "open_final": ((Condition.DISCLOSED, undisclosed), (Condition.CONFIRMED, unconfirmed)),
}


def waits_for(workspace: Workspace, verb: str) -> tuple[tuple[Condition, Open], ...]:
    """Say which conditions of a step do not hold yet, with the names it is about."""
    found = [(condition, look(workspace)) for condition, look in _CONDITIONS.get(verb, ())]
    return tuple((condition, names) for condition, names in found if names)
