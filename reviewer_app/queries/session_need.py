"""What a member of a session needs before a score is taken: statements made, in the room."""

from reviewer_app.domain.session import Condition
from reviewer_app.domain.session_errors import OutOfRoom, StepNotReady
from reviewer_app.storage import room
from reviewer_app.workspace import Workspace


def require_fit_to_score(workspace: Workspace, application: str, reviewer: str) -> None:
    """Refuse a score where the session does not let this member give one.

    A batch without a session asks for nothing.

    Raises:
        StepNotReady: pledge or recusal statement is missing.
        OutOfRoom: the member left the room for this application.
    """
    if workspace.moment.phase is None:
        return
    if not room.has_stated(workspace.store, reviewer):
        raise StepNotReady(Condition.STATEMENTS.value, (reviewer,))
    for leave in room.load_leaves(workspace.store):
        who = (leave.application, leave.person.number)
        if who == (application, reviewer) and not leave.returned_at:
            raise OutOfRoom(reviewer, application)
