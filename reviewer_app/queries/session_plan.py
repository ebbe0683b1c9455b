"""What is settled of the meeting, and what may still be changed."""

from dataclasses import dataclass

from reviewer_app.domain.rules.rights import Reach, View, reach_of_deed
from reviewer_app.domain.session import SessionPlan
from reviewer_app.queries.session import active_numbers
from reviewer_app.storage import sessions
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan, None without a meeting; days on which something is recorded stay.

    `applications` are in the review: what the minutes have to suffice for.
    """

    plan: SessionPlan | None
    days_in_use: frozenset[str]
    applications: int
    today: str
    may_begin: bool
    may_change: bool
    may_settle: bool
    may_rehearse: bool


def session_plan(workspace: Workspace) -> PlanView:
    """Give the plan of the meeting.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.SETUP)
    store = workspace.store
    session = sessions.load_session(store)
    return PlanView(
        plan=session.plan if session else None,
        days_in_use=sessions.days_in_use(store),
        applications=len(active_numbers(store)),
        today=workspace.surroundings.now().date().isoformat(),
        may_begin=workspace.may("begin_session"),
        may_change=workspace.may("change_meeting") and workspace.may("plan_days"),
        may_settle=workspace.may("settle_ways"),
        may_rehearse=reach_of_deed("new_workspace", workspace.actor.role) is Reach.ALL
        and not sessions.is_rehearsal(store),
    )
