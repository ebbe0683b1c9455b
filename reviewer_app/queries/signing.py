"""Settled results, the papers issued under them, and who has signed what."""

from dataclasses import dataclass

from reviewer_app.domain.closing import Reconvening, Snapshot
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.rules.closing import red_lines
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.closing import closing_checks
from reviewer_app.storage import closing
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Settled:
    """Where settling stands: versions so far, open lines of the gate, what who asks may do."""

    phase: SessionPhase | None
    versions: tuple[Snapshot, ...]
    reconvened: tuple[Reconvening, ...]
    open_lines: int
    may_settle: bool
    may_take_up: bool


def settled(workspace: Workspace) -> Settled:
    """Give the versions of the results and how far the next one is.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.SESSION)
    store = workspace.store
    return Settled(
        phase=workspace.moment.phase,
        versions=closing.load_snapshots(store),
        reconvened=closing.load_reconvenings(store),
        open_lines=open_lines(workspace),
        may_settle=workspace.may("settle_results"),
        may_take_up=workspace.may("take_up_again"),
    )


def open_lines(workspace: Workspace) -> int:
    """Count the open lines of the gate, 0 where nobody may know yet."""
    try:
        return len(red_lines(closing_checks(workspace)))
    except ReviewerError:
        return 0
