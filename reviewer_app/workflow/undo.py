"""Undo an entry as a new entry, if nothing later touched the same rows."""

from reviewer_app.domain.errors import (
    BeforeSignIn,
    ChangedSince,
    NothingChanged,
    NotYours,
    ReviewerError,
    SheetClosed,
    UnknownNumber,
)
from reviewer_app.domain.rules.phases import LASTING, is_in_time
from reviewer_app.domain.session_errors import StaysOnRecord
from reviewer_app.storage.journal import Entry
from reviewer_app.storage.own_entries import closed_sheet
from reviewer_app.storage.undoing import later_change, later_dependent, put_back
from reviewer_app.workspace import Workspace, not_now


def undo(workspace: Workspace, sequence: int) -> None:
    """Put back every row as it was before the entry.

    Raises:
        UnknownNumber: there is no such entry.
        NotYours: somebody else made it.
        BeforeSignIn: it is older than the sign-in of who acts.
        ChangedSince: a later entry touched one of its rows, or needs one.
        NothingChanged: the entry changed no rows.
        SheetClosed: its scores stand on a sheet that has been handed in since.
        StaysOnRecord: a deed of the session that is only ever followed by another.
        NotNow: what may not be done now may not be undone now.
    """
    refusal = why_not_undo(workspace, sequence)
    if refusal is not None:
        raise refusal
    with workspace.write("undo", f"#{sequence}"):
        put_back(workspace.store, sequence)
        dependent = later_dependent(workspace.store, sequence)
        if dependent is not None:
            raise ChangedSince(sequence, dependent)


def why_not_undo(workspace: Workspace, sequence: int) -> ReviewerError | None:
    """Say what keeps an entry from being undone by who acts; None where nothing does.

    Raises:
        UnknownNumber: there is no such entry.
    """
    try:
        workspace.store.require_writable()
    except ReviewerError as refusal:
        return refusal
    entry = _entry(workspace, sequence)
    foreign = _why_not_own(workspace, entry)
    if foreign is not None:
        return foreign
    if entry.changes == 0 or entry.verb in ("new_workspace", "upgrade"):
        return NothingChanged("undo")
    if entry.verb in LASTING:
        return StaysOnRecord(entry.verb)
    if not is_in_time(entry.verb, workspace.moment):
        return not_now(entry.verb, workspace.moment)
    closed = closed_sheet(workspace.store, sequence)
    if closed is not None:
        return SheetClosed(*closed)
    later = later_change(workspace.store, sequence)
    if later is not None:
        return ChangedSince(sequence, later)
    return None


def undo_last(workspace: Workspace, since: int) -> int:
    """Undo the last own entry after `since` that is not undone yet; give its sequence.

    Raises:
        NothingChanged: there is none.
        ChangedSince: a later entry touched one of its rows.
    """
    undone: set[int] = set()
    for entry in reversed(workspace.store.entries(since + 1)):
        if entry.actor != workspace.actor.name:
            continue
        if entry.verb == "undo":
            undone.add(int(entry.reason.removeprefix("#")))
        elif entry.seq not in undone and entry.changes:
            undo(workspace, entry.seq)
            return entry.seq
    raise NothingChanged("undo")


def _why_not_own(workspace: Workspace, entry: Entry) -> ReviewerError | None:
    if entry.actor != workspace.actor.name:
        return NotYours(entry.seq, entry.actor)
    return BeforeSignIn(entry.seq) if entry.seq <= workspace.since else None


def _entry(workspace: Workspace, sequence: int) -> Entry:
    found = workspace.store.entries(sequence)
    if not found or found[0].seq != sequence:
        raise UnknownNumber("entry", str(sequence))
    return found[0]
