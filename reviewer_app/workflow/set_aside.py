"""Recuse, abstain, absent: a sheet that will not count, with its reason."""

from collections.abc import Collection, Sequence

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.grounds import Ground, RaisedBy
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import recusals, sheets
from reviewer_app.workspace import Workspace

ASIDE = (SheetState.RECUSED, SheetState.ABSTAINED, SheetState.ABSENT)

Pair = tuple[str, str]
"""Numbers of application and reviewer."""


def recuse(
    workspace: Workspace,
    *,
    application: str,
    reviewer: str,
    ground: str,
    grounds: Sequence[Ground] = (),
    raised_by: RaisedBy = RaisedBy.OTHER,
) -> None:
    """Keep one reviewer away from one application; given scores stay, uncounted.

    `ground` says in words what `grounds` ticks; without ticks it stands alone.

    Raises:
        ReasonMissing: a recusal names its ground.
        NothingChanged: recused already on this ground.
        UnknownNumber, NotAssigned: nothing was written.
    """
    stored = ", ".join(item.value for item in grounds) or ground.strip()
    pairs = _changing(workspace, [(application, reviewer)], SheetState.RECUSED, ground.strip())
    with workspace.write(SheetState.RECUSED.value, ground.strip(), reviewer=reviewer):
        for pair in pairs:
            _write(workspace, pair, SheetState.RECUSED, ground.strip())
            recusals.write_recusal(
                workspace.store, find_pair(workspace.store, *pair), stored, raised_by
            )


def set_aside(
    workspace: Workspace, *, application: str, reviewer: str, state: SheetState, reason: str
) -> None:
    """Write one of the three states that take a sheet out of the count."""
    if state is SheetState.RECUSED:
        recuse(workspace, application=application, reviewer=reviewer, ground=reason)
    else:
        set_aside_all(workspace, [(application, reviewer)], state=state, reason=reason)


def set_aside_all(
    workspace: Workspace, pairs: Collection[Pair], *, state: SheetState, reason: str
) -> None:
    """Write abstention or absence for several sheets in one entry.

    Raises:
        NothingChanged: every one of them stands so already.
    """
    assert state in ASIDE, "only these take a sheet out of the count"
    reason = reason.strip()
    changing = _changing(workspace, pairs, state, reason)
    for _, reviewer in changing:
        workspace.require(state.value, reviewer=reviewer)
    with workspace.write(state.value, reason, reviewer=changing[0][1]):
        for pair in changing:
            _write(workspace, pair, state, reason)
            recusals.delete_recusal(workspace.store, find_pair(workspace.store, *pair))


def bring_back(workspace: Workspace, *, application: str, reviewer: str, reason: str) -> None:
    """End a recusal, abstention or absence: the sheet is a draft again."""
    bring_back_all(workspace, [(application, reviewer)], reason=reason)


def bring_back_all(workspace: Workspace, pairs: Collection[Pair], *, reason: str) -> None:
    """Make drafts again of those among the sheets that were set aside, in one entry.

    Raises:
        NothingChanged: none of them was.
    """
    if not reason.strip():
        raise ReasonMissing("bring_back")
    store = workspace.store
    found = [sheets.find_sheet(store, *find_pair(store, *pair)) for pair in pairs]
    aside = [sheet for sheet in found if sheet is not None and sheet.state in ASIDE]
    if not aside:
        raise NothingChanged("bring_back")
    with workspace.write("bring_back", reason.strip()):
        for sheet in aside:
            sheets.set_state(store, sheet.key, SheetState.DRAFT, "")
            recusals.delete_recusal(store, (sheet.application, sheet.reviewer))


def _changing(
    workspace: Workspace, pairs: Collection[Pair], state: SheetState, reason: str
) -> list[Pair]:
    if not reason:
        raise ReasonMissing(state.value)
    store = workspace.store
    found = {pair: sheets.find_sheet(store, *find_pair(store, *pair)) for pair in pairs}
    changing = [
        pair
        for pair, sheet in found.items()
        if sheet is None or (sheet.state, sheet.reason) != (state, reason)
    ]
    if not changing:
        raise NothingChanged(state.value)
    return changing


def _write(workspace: Workspace, pair: Pair, state: SheetState, reason: str) -> None:
    keys = find_pair(workspace.store, *pair)
    sheet = sheets.find_sheet(workspace.store, *keys)
    key = sheet.key if sheet else sheets.open_sheet(workspace.store, *keys, workspace.new_id())
    sheets.set_state(workspace.store, key, state, reason)
