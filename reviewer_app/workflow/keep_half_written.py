"""Keep what is being written in the meeting, so that neither a page nor a power cut loses it."""

from reviewer_app.storage import half_written
from reviewer_app.workspace import Workspace


def keep_half_written(
    workspace: Workspace, *, deed: str, text: str, application: str = "", reviewer: str = ""
) -> None:
    """Keep the text of a deed that is not done yet; an empty text lets go of it.

    Raises:
        NotAllowed, NotNow: who acts may not do the deed.
    """
    workspace.require(deed, reviewer=reviewer)
    half_written.keep(workspace.store, (deed, application, reviewer), text.strip())
