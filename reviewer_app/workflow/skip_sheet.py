"""Skip an application for now, or take it up again: it comes back at the end of the queue."""

from reviewer_app.domain.errors import NothingChanged, SheetClosed
from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import own_work, sheets
from reviewer_app.workspace import Workspace


def skip_sheet(workspace: Workspace, *, application: str, reviewer: str) -> None:
    """Put an open sheet aside.

    Raises:
        SheetClosed: there is nothing left to do on it.
        NothingChanged: it is skipped already.
    """
    store = workspace.store
    pair = find_pair(store, application, reviewer)
    sheet = sheets.find_sheet(store, *pair)
    if sheet is not None and not sheet.state.is_open:
        raise SheetClosed(reviewer, application, sheet.state.value)
    if sheet is not None and own_work.is_skipped(store, sheet.key):
        raise NothingChanged("skip_sheet")
    with workspace.write("skip_sheet", reviewer=reviewer):
        key = sheet.key if sheet else sheets.open_sheet(store, *pair, workspace.new_id())
        own_work.set_skipped(store, key)


def take_up_sheet(workspace: Workspace, *, application: str, reviewer: str) -> None:
    """Take a skipped sheet up again.

    Raises:
        NothingChanged: it is not skipped.
    """
    store = workspace.store
    sheet = sheets.find_sheet(store, *find_pair(store, application, reviewer))
    if sheet is None or not own_work.is_skipped(store, sheet.key):
        raise NothingChanged("take_up_sheet")
    with workspace.write("take_up_sheet", reviewer=reviewer):
        own_work.take_up(store, sheet.key)
