"""What one did since sign-in, to undo or do again, and how one's own score came about."""

from reviewer_app.domain.own_work import ScoreChange, Steps
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import own_entries
from reviewer_app.storage.sheets import find_sheet
from reviewer_app.workspace import Workspace


def sequence_now(workspace: Workspace) -> int:
    """Give the sequence of the last entry: what comes after it is done from now on."""
    return workspace.store.head()[0]


def own_steps(workspace: Workspace, since: int) -> Steps:
    """Give what Ctrl+Z and Ctrl+Shift+Z would put back of one's own entries after `since`.

    An entry done anew empties what can be done again.
    """
    done: list[int] = []
    undone: list[int] = []
    for entry in workspace.store.entries(since + 1):
        if entry.actor != workspace.actor.name:
            continue
        target = int(entry.reason.removeprefix("#")) if entry.verb == "undo" else 0
        if target in done:
            done.remove(target)
            undone.append(entry.seq)
        elif target in undone:
            undone.remove(target)
            done.append(entry.seq)
        else:
            done.append(entry.seq)
            undone.clear()
    return Steps(undo=done[-1] if done else None, redo=undone[-1] if undone else None)


def application_of_step(workspace: Workspace, sequence: int) -> str:
    """Give the number of the application one's own entry was about, empty if none."""
    entries = workspace.store.entries(sequence)[:1]
    if not entries or entries[0].actor != workspace.actor.name:
        return ""
    return own_entries.application_of_entry(workspace.store, sequence)


def score_history(
    workspace: Workspace, application: str, reviewer: str, indicator: str
) -> tuple[ScoreChange, ...]:
    """Give every change of one's own score, newest first.

    Raises:
        NotAllowed: not one's own.
    """
    workspace.require_view(View.SHEETS, reviewer=reviewer)
    store = workspace.store
    sheet = find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None:
        return ()
    return tuple(
        ScoreChange(entry.at, entry.actor, entry.verb, entry.before, entry.after)
        for entry in own_entries.score_entries(store, sheet.key, indicator)
    )
