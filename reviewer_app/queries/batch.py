"""What may be known of the batch: its title, its settings, when an entry was made."""

from collections.abc import Mapping
from datetime import date

from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import Scheme
from reviewer_app.storage.batch import load_batch
from reviewer_app.storage.batch_settings import load_settings
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


def batch_settings(workspace: Workspace) -> Mapping[str, str]:
    """Give what was settled for the batch, by key."""
    workspace.require_view(View.SETUP)
    return load_settings(workspace.store)


def scheme_in_force(workspace: Workspace) -> Scheme:
    """Give the scheme that holds now; nothing of it is secret."""
    return workspace.scheme()


def today(workspace: Workspace) -> date:
    """Give the day of now, as the workspace's clock has it."""
    return workspace.surroundings.now().date()


def last_entry(workspace: Workspace) -> int:
    """Give the sequence of the last journal entry."""
    sequence, _ = workspace.store.head()
    return sequence
