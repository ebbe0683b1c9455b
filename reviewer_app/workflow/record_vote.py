"""Record how the panel ordered applications of equal score."""

from collections.abc import Sequence

from reviewer_app.domain.errors import BadInput, ReasonMissing
from reviewer_app.queries.finding import find_application
from reviewer_app.storage.batch import insert_vote
from reviewer_app.workspace import Workspace


class VoteTooShort(BadInput):
    """A vote orders at least two different applications."""


def record_vote(workspace: Workspace, *, order: Sequence[str], reason: str) -> None:
    """Write the order, best first; the tie step "vote" uses it.

    Raises:
        VoteTooShort, ReasonMissing, UnknownNumber: nothing was written.
    """
    if not reason.strip():
        raise ReasonMissing("record_vote")
    if len(set(order)) < 2 or len(set(order)) != len(order):
        raise VoteTooShort(tuple(order))
    keys = tuple(find_application(workspace.store, number) for number in order)
    with workspace.write("record_vote", reason.strip()):
        insert_vote(workspace.store, keys)
