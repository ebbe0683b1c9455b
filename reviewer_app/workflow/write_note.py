"""Write the private note on one's own sheet, at any time; nobody else is shown it."""

from reviewer_app.queries.finding import find_pair
from reviewer_app.storage import own_work, sheets
from reviewer_app.workspace import Workspace


def write_note(workspace: Workspace, *, application: str, reviewer: str, text: str) -> None:
    """Write the note; an empty text removes it, the same text makes no entry."""
    store = workspace.store
    pair = find_pair(store, application, reviewer)
    sheet = sheets.find_sheet(store, *pair)
    if text == (own_work.note_of(store, sheet.key) if sheet else ""):
        return
    with workspace.write("write_note", reviewer=reviewer):
        key = sheet.key if sheet else sheets.open_sheet(store, *pair, workspace.new_id())
        own_work.write_note(store, key, text)
