"""Recuse, abstain, absent: a sheet that will not count, with its reason."""

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import sheets
from reviewer_app.workspace import Workspace

ASIDE = (SheetState.RECUSED, SheetState.ABSTAINED, SheetState.ABSENT)


def recuse(workspace: Workspace, *, application: str, reviewer: str, ground: str) -> None:
    """Keep one reviewer away from one application; given scores stay, uncounted.

    Raises:
        ReasonMissing: a recusal names its ground.
        NothingChanged: recused already on this ground.
        UnknownNumber, NotAssigned: nothing was written.
    """
    set_aside(
        workspace,
        application=application,
        reviewer=reviewer,
        state=SheetState.RECUSED,
        reason=ground,
    )


def set_aside(
    workspace: Workspace, *, application: str, reviewer: str, state: SheetState, reason: str
) -> None:
    """Write one of the three states that take a sheet out of the count."""
    assert state in ASIDE, "only these take a sheet out of the count"
    reason = reason.strip()
    if not reason:
        raise ReasonMissing(state.value)
    store = workspace.store
    pair = find_pair(store, application, reviewer)
    sheet = sheets.find_sheet(store, *pair)
    if sheet is not None and (sheet.state, sheet.reason) == (state, reason):
        raise NothingChanged(state.value)
    with workspace.write(state.value, reason, reviewer=reviewer):
        key = sheet.key if sheet else sheets.open_sheet(store, *pair, workspace.new_id())
        sheets.set_state(store, key, state, reason)


def bring_back(workspace: Workspace, *, application: str, reviewer: str, reason: str) -> None:
    """End a recusal, abstention or absence: the sheet is a draft again."""
    if not reason.strip():
        raise ReasonMissing("bring_back")
    store = workspace.store
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None or sheet.state not in ASIDE:
        raise NothingChanged("bring_back")
    with workspace.write("bring_back", reason.strip(), reviewer=reviewer):
        sheets.set_state(store, sheet.key, SheetState.DRAFT, "")
