"""An application is withdrawn, found ineligible, or taken in again."""

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.queries.finding import find_application
from reviewer_app.storage.applications import load_applications
from reviewer_app.workspace import Workspace


def change_standing(
    workspace: Workspace, *, application: str, standing: Standing, reason: str
) -> None:
    """Write an application's standing; its sheets stay as they are.

    Raises:
        ReasonMissing: the reason is part of the record.
        NothingChanged: it stands so already.
    """
    reason = reason.strip()
    if not reason:
        raise ReasonMissing(standing.value)
    store = workspace.store
    key = find_application(store, application)
    if load_applications(store)[application].standing is standing:
        raise NothingChanged(standing.value)
    with workspace.write("change_standing", reason):
        store.change(
            "UPDATE application SET standing = ?, standing_reason = ? WHERE id = ?",
            (standing.value, reason, key),
        )
