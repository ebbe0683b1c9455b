"""What everybody may know of the batch: its title, its scheme, what was set for it."""

from reviewer_app.storage.batch import load_batch
from reviewer_app.workspace import Workspace


def batch_title(workspace: Workspace) -> str:
    """Give the title of the batch."""
    return load_batch(workspace.store).title
