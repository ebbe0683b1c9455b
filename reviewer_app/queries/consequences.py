"""What a deed would do to the result, before it is done."""

from dataclasses import replace

from reviewer_app.domain.application import Standing
from reviewer_app.domain.rules.drop_out import DropOut, drop_out
from reviewer_app.domain.rules.outlook import Outlook, outlook
from reviewer_app.domain.rules.recusal import (
    Consequence,
    SheetChange,
    StandingChange,
    changed_candidates,
    consequence,
)
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.way_out import WayOut
from reviewer_app.queries.finding import find_pair, find_reviewer
from reviewer_app.queries.ranking import candidates
from reviewer_app.storage.batch import votes
from reviewer_app.workspace import Workspace


def consequence_of_aside(
    workspace: Workspace, *, application: str, reviewer: str, state: SheetState
) -> Consequence:
    """Say what a recusal, abstention or absence changes."""
    workspace.require_view(View.RESULTS)
    store = workspace.store
    find_pair(store, application, reviewer)
    change = SheetChange(application, reviewer, state)
    return consequence(workspace.scheme(), candidates(store), change, votes(store))


def outlook_of_aside(
    workspace: Workspace, *, application: str, reviewer: str, state: SheetState
) -> tuple[Outlook, Outlook]:
    """Say what an application can come to with and without one more sheet set aside.

    It counts sheets and tells no score, so it may be asked while scores are given.
    """
    workspace.require_view(View.PROGRESS)
    scheme = workspace.scheme()
    present = [item for item in candidates(workspace.store) if item.number == application]
    change = SheetChange(application, reviewer, state)
    changed = list(changed_candidates(present, change))
    return outlook(scheme, present[0]), outlook(scheme, changed[0])


def consequence_of_standing(
    workspace: Workspace, *, application: str, standing: Standing
) -> Consequence:
    """Say what a withdrawal or an ineligibility changes."""
    workspace.require_view(View.RESULTS)
    change = StandingChange(application, standing)
    store = workspace.store
    return consequence(workspace.scheme(), candidates(store), change, votes(store))


def blind_drop_outs(workspace: Workspace, reviewer: str) -> tuple[DropOut, ...]:
    """Say what each way out does to sheets and quorum, and nothing of scores or ranks."""
    workspace.require_view(View.PROGRESS)
    find_reviewer(workspace.store, reviewer)
    present, scheme = candidates(workspace.store), workspace.scheme()
    found = (drop_out(scheme, present, reviewer, way) for way in WayOut)
    return tuple(replace(item, effects=()) for item in found)


def consequences_of_drop_out(workspace: Workspace, reviewer: str) -> tuple[DropOut, ...]:
    """Say what each way out changes when a reviewer cannot go on."""
    workspace.require_view(View.RESULTS)
    store, scheme = workspace.store, workspace.scheme()
    find_reviewer(store, reviewer)
    present, voted = candidates(store), votes(store)
    return tuple(drop_out(scheme, present, reviewer, way, voted) for way in WayOut)
