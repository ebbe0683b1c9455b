"""What everybody may know of the batch: its title, and when an entry was made."""

from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.storage.batch import load_batch
from reviewer_app.workspace import Workspace


def batch_title(workspace: Workspace) -> str:
    """Give the title of the batch."""
    return load_batch(workspace.store).title


def moment_of(workspace: Workspace, sequence: int) -> str:
    """Give the time of an entry, ISO 8601 with offset.

    Raises:
        UnknownNumber: there is no such entry.
    """
    found = workspace.store.entries(sequence)
    if not found or found[0].seq != sequence:
        raise UnknownNumber("entry", str(sequence))
    return found[0].at
