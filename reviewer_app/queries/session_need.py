"""What a session asks for before a score is taken, and before results are shown."""

from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import Condition
from reviewer_app.domain.session_errors import OutOfRoom, StepNotReady
from reviewer_app.queries.conflicts import stated_conflicts
from reviewer_app.storage import room
from reviewer_app.workspace import Workspace


def require_fit_to_score(workspace: Workspace, application: str, reviewer: str) -> None:
    """Refuse a score where the session does not let this member give one.

    A batch without a session asks for nothing.

    Raises:
        StepNotReady: pledge or recusal statement is missing, or it names this application.
        OutOfRoom: the member left the room for this application.
    """
    if workspace.moment.phase is None:
        return
    if not room.has_stated(workspace.store, reviewer):
        raise StepNotReady(Condition.STATEMENTS.value, (reviewer,))
    if application in stated_conflicts(workspace.store).get(reviewer, ()):
        raise StepNotReady(Condition.NAMED.value, (reviewer, application))
    for leave in room.load_leaves(workspace.store):
        who = (leave.application, leave.person.number)
        if who == (application, reviewer) and not leave.returned_at:
            raise OutOfRoom(reviewer, application)


def require_results(workspace: Workspace) -> None:
    """Refuse results while a session keeps them from everybody.

    Raises:
        NotNow: scores are being given.
    """
    if workspace.moment.phase is not None:
        workspace.require_view(View.RESULTS)
