"""What a rehearsal offers beside the meeting itself."""

from dataclasses import dataclass

from reviewer_app.domain.agenda import ItemState
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.queries.session import is_rehearsal
from reviewer_app.storage import agenda, people
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RehearsalView:
    """Whether scores may be invented now, for whom, and which application runs ("" none)."""

    may_fill: bool
    members: tuple[Reviewer, ...] = ()
    current: str = ""


def rehearsal(workspace: Workspace) -> RehearsalView:
    """Say whether scores may be invented; in a real batch never."""
    if not (is_rehearsal(workspace) and workspace.may("fill_rehearsal")):
        return RehearsalView(may_fill=False)
    store = workspace.store
    members = people.load_reviewers(store)
    running = [item for item in agenda.load_agenda(store) if item.state is ItemState.CURRENT]
    return RehearsalView(
        may_fill=True,
        members=tuple(members[number] for number in sorted(members, key=natural_key)),
        current=running[0].application if running else "",
    )
