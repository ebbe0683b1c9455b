"""How far the preparation of the meeting is."""

from reviewer_app.domain.drawing import Answer, DrawPurpose
from reviewer_app.domain.preparation import Preparation, Preparing, StepMark
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import Condition
from reviewer_app.queries.session import present_members, waits_for
from reviewer_app.storage import agenda, draws, sessions
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


def preparation(workspace: Workspace) -> Preparation:
    """Give the steps before scoring with their marks.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.SETUP)
    waiting = {condition for condition, _ in waits_for(workspace, "open_scoring")}
    return Preparation(_marks(workspace.store, waiting))


def _marks(store: Store, waiting: set[Condition]) -> dict[Preparing, StepMark]:
    has_people = bool(present_members(store))
    has_order = any(draw.purpose is DrawPurpose.ORDER for draw in draws.load_draws(store))
    return {
        Preparing.SETUP: _mark(done=sessions.load_session(store) is not None),
        Preparing.DRAW: _mark_of_draw(store),
        Preparing.PEOPLE: _mark(done=Condition.QUORUM not in waiting),
        Preparing.STATEMENTS: _mark(
            done=has_people and not {Condition.STATEMENTS, Condition.NAMED} & waiting
        ),
        Preparing.LEADER: _mark(done=Condition.LEADER not in waiting),
        Preparing.ORDER: _mark(done=has_order),
        Preparing.AGENDA: _mark(done=bool(agenda.load_agenda(store))),
        Preparing.KIT: StepMark.OPTIONAL,
    }


def _mark(*, done: bool) -> StepMark:
    return StepMark.DONE if done else StepMark.OPEN


def _mark_of_draw(store: Store) -> StepMark:
    """A panel named without a draw needs none; a draw is done when who comes sits."""
    panels = [draw for draw in draws.load_draws(store) if draw.purpose is DrawPurpose.PANEL]
    if not panels:
        return StepMark.OPTIONAL
    waits = (
        pick.answer is Answer.DRAWN or (pick.answer is Answer.ACCEPTED and not pick.seated_as)
        for pick in panels[-1].picks
    )
    return _mark(done=not any(waits))
