"""What the panel decided about an application, and who may vote on it now."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from reviewer_app.domain.deliberation import Dissent, PanelVote
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer, Role
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.scheme import TIE_VOTE, Scheme
from reviewer_app.domain.session_errors import KeptAway
from reviewer_app.queries.disclosed import kept_from
from reviewer_app.queries.session import present_members
from reviewer_app.storage import deliberation, people
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Decisions:
    """The votes and dissents on one application, and on the batch as a whole.

    `voters` may vote now: in the room and not recused; `quorum` of them must. Before other
    members everybody stands by number alone.
    """

    votes: tuple[PanelVote, ...]
    dissents: tuple[Dissent, ...]
    members: tuple[Reviewer, ...]
    voters: tuple[Reviewer, ...]
    quorum: int


def decisions_of(workspace: Workspace, number: str, about: Collection[str] = ()) -> Decisions:
    """Give what was decided of an application; `about` names those of a tie.

    Raises:
        NotAllowed, NotNow: not for this role, not in this phase.
        KeptAway: who looks is recused from it.
    """
    workspace.require_view(View.DISCLOSED)
    if number in kept_from(workspace):
        raise KeptAway(number)
    store = workspace.store
    members = people.load_reviewers(store)
    by_number = workspace.actor.role in (Role.REVIEWER, Role.LEADER)
    shown = {
        one: replace(person, name="") if by_number else person for one, person in members.items()
    }
    return Decisions(
        votes=tuple(
            vote for vote in deliberation.load_votes(store) if vote.application in ("", number)
        ),
        dissents=tuple(
            replace(one, name=shown[one.reviewer].name) if one.reviewer in shown else one
            for one in deliberation.load_dissents(store)
            if one.application in ("", number)
        ),
        members=tuple(shown[one] for one in sorted(shown, key=natural_key)),
        voters=tuple(shown[one] for one in voters_of(store, {number, *about})),
        quorum=workspace.scheme().rules.quorum,
    )


def voters_of(store: Store, about: Collection[str]) -> tuple[str, ...]:
    """Name who may vote: in the room, and recused from none of these applications."""
    away = {one for application, one in deliberation.recused(store) if application in about}
    return tuple(one.number for one in present_members(store) if one.number not in away)


def tied_with(scheme: Scheme, result: ApplicationResult) -> tuple[str, ...]:
    """Give the applications a vote must order, this one among them; none without a tie."""
    if result.tie is None or not result.tie.shared or TIE_VOTE not in scheme.rules.tie_break:
        return ()
    return tuple(sorted({result.number, *result.tie.shared}, key=natural_key))
