"""What a deed would do to the result, before it is done."""

from reviewer_app.domain.application import Standing
from reviewer_app.domain.rules.recusal import (
    Consequence,
    SheetChange,
    StandingChange,
    consequence,
)
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_pair
from reviewer_app.queries.ranking import candidates
from reviewer_app.storage.batch import votes
from reviewer_app.workspace import Workspace


def consequence_of_aside(
    workspace: Workspace, *, application: str, reviewer: str, state: SheetState
) -> Consequence:
    """Say what a recusal, abstention or absence changes."""
    store = workspace.store
    find_pair(store, application, reviewer)
    change = SheetChange(application, reviewer, state)
    return consequence(workspace.scheme(), candidates(store), change, votes(store))


def consequence_of_standing(
    workspace: Workspace, *, application: str, standing: Standing
) -> Consequence:
    """Say what a withdrawal or an ineligibility changes."""
    change = StandingChange(application, standing)
    store = workspace.store
    return consequence(workspace.scheme(), candidates(store), change, votes(store))
