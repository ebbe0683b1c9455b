"""Set the sheet of a member aside who was out of the room: no final score without presence."""

from reviewer_app.domain.errors import ReasonMissing
from reviewer_app.domain.session_errors import NotCounted, WasPresent
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.disclosed import was_out
from reviewer_app.queries.finding import find_pair
from reviewer_app.queries.ranking import ranking
from reviewer_app.storage import sheets
from reviewer_app.workspace import Workspace


def strike_sheet(workspace: Workspace, *, application: str, reviewer: str, reason: str) -> None:
    """Make the sheet one of an absent member; the attendance decides that it may be.

    Raises:
        ReasonMissing, NotCounted, WasPresent: nothing was written.

    Source: peers.md N23.
    """
    workspace.require("strike_sheet", reviewer=reviewer)
    if not reason.strip():
        raise ReasonMissing("strike_sheet")
    store = workspace.store
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None or not sheet.state.counts:
        raise NotCounted(reviewer, application)
    if (application, reviewer) not in was_out(store, ranking(workspace)):
        raise WasPresent(reviewer, application)
    with workspace.write("strike_sheet", reason.strip(), reviewer=reviewer):
        sheets.set_state(store, sheet.key, SheetState.ABSENT, reason.strip())
