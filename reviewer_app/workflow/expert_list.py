"""Keep the list of experts that a panel is drawn from."""

from reviewer_app.domain.drawing import Listing
from reviewer_app.domain.errors import (
    NothingChanged,
    PlanHasProblems,
    ReasonMissing,
    UnknownNumber,
)
from reviewer_app.domain.plans import ImportPlan
from reviewer_app.storage import experts, people
from reviewer_app.workspace import Workspace


def take_list(workspace: Workspace, plan: ImportPlan, *, skip_bad: bool = False) -> None:
    """Write the good rows of a planned workbook of reviewers into the list.

    Raises:
        PlanHasProblems: there are problems and `skip_bad` was not asked for.
        NothingChanged: the list holds all of it already.
    """
    if plan.problems and not skip_bad:
        raise PlanHasProblems(len(plan.problems))
    if not plan.payload.reviewers:
        raise NothingChanged("list_experts")
    with workspace.write("list_experts", f"{plan.file} sha256:{plan.digest}"):
        experts.write_experts(workspace.store, plan.payload.reviewers)


def list_panel(workspace: Workspace) -> None:
    """Put the reviewers of the batch on the list: the panel is to be drawn from them.

    Raises:
        NothingChanged: they stand on it already.
    """
    known = experts.load_experts(workspace.store)
    members = people.load_reviewers(workspace.store)
    new = [one for number, one in members.items() if number not in known]
    if not new:
        raise NothingChanged("list_experts")
    with workspace.write("list_experts"):
        experts.write_experts(workspace.store, new)


def clear_list(workspace: Workspace) -> None:
    """Empty the list; draws that were made keep what they were made from.

    Raises:
        NothingChanged: it is empty.
    """
    if not experts.load_experts(workspace.store):
        raise NothingChanged("clear_list")
    with workspace.write("clear_list"):
        experts.delete_experts(workspace.store)


def decide_expert(workspace: Workspace, number: str, listing: Listing, reason: str = "") -> None:
    """Shut an expert out, let one in whom a rule bars, or leave it to the rules again.

    Raises:
        ReasonMissing, UnknownNumber, NothingChanged: nothing was written.
    """
    said = reason.strip() if listing is not Listing.BY_RULE else ""
    if listing is not Listing.BY_RULE and not said:
        raise ReasonMissing("decide_expert")
    known = experts.load_experts(workspace.store)
    if number not in known:
        raise UnknownNumber("reviewer", number)
    if (known[number].listing, known[number].reason) == (listing, said):
        raise NothingChanged("decide_expert")
    with workspace.write("decide_expert", reason.strip()):
        experts.set_listing(workspace.store, number, listing, said)
