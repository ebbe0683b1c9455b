"""Answer a changed score: take it back while it waits, or remark on it as supervisor."""

from reviewer_app.domain.deliberation import LoggedChange
from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.session_errors import ChangeStands, KeptAway, NoSuchChange
from reviewer_app.queries.disclosed import kept_from
from reviewer_app.storage import deliberation
from reviewer_app.workspace import Workspace


def take_back_change(workspace: Workspace, *, change: int, reason: str) -> None:
    """Put the score before a change in its place; the change stays on record.

    A reviewer takes back the own ones, leader and staff any that still waits: nobody is
    made to confirm what is wrong.

    Raises:
        ReasonMissing, NoSuchChange, ChangeStands, KeptAway: nothing was written.
    """
    found = _found(workspace, change)
    workspace.require("take_back_change", reviewer=found.reviewer)
    if found.application in kept_from(workspace):
        raise KeptAway(found.application)
    if not reason.strip():
        raise ReasonMissing("take_back_change")
    if not found.waits or _has_later(workspace, found):
        raise ChangeStands(found.reviewer, found.indicator)
    why = reason.strip()
    with workspace.write("take_back_change", why, reviewer=found.reviewer):
        by, at = workspace.actor.name, workspace.stamp()
        deliberation.take_back(workspace.store, found, by=by, at=at, why=why)


def note_change(workspace: Workspace, *, change: int, text: str) -> None:
    """Write the supervisor's remark on a change; it replaces an earlier one.

    The closing gate does not wait for it: what the supervisor wrote nothing on is a blank of
    the log (13), which the supervisor signs as a whole.

    Raises:
        ReasonMissing, NoSuchChange, NothingChanged: nothing was written.

    Source: domain.md 2.8.
    """
    found = _found(workspace, change)
    workspace.require("note_change")
    if not text.strip():
        raise ReasonMissing("note_change")
    if found.note == text.strip():
        raise NothingChanged("note_change")
    with workspace.write("note_change", found.application):
        by, at = workspace.actor.name, workspace.stamp()
        deliberation.write_note(workspace.store, change, text=text.strip(), supervisor=by, at=at)


def _found(workspace: Workspace, key: int) -> LoggedChange:
    changes = deliberation.load_changes(workspace.store)
    found = next((one for one in changes if one.key == key), None)
    if found is None:
        raise NoSuchChange(key)
    return found


def _has_later(workspace: Workspace, change: LoggedChange) -> bool:
    place = change.application, change.reviewer, change.indicator
    return any(
        later.key > change.key and not later.taken_back_at
        for later in deliberation.load_changes(workspace.store)
        if (later.application, later.reviewer, later.indicator) == place
    )
