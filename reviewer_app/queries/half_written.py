"""What was half written in the meeting, for who may do the deed it is for."""

from reviewer_app.queries.disclosed import kept_from
from reviewer_app.storage import half_written
from reviewer_app.workspace import Workspace


def half_written_of(
    workspace: Workspace, *, deed: str, application: str = "", reviewer: str = ""
) -> str:
    """Give the text, empty where there is none or who asks may not do the deed."""
    if not workspace.may(deed, reviewer=reviewer) or application in kept_from(workspace):
        return ""
    return half_written.text_of(workspace.store, (deed, application, reviewer))
