"""The composition of the panel, and who leads it."""

from dataclasses import dataclass

from reviewer_app.domain.composition import COMPOSITION, COMPOSITION_OFF, Composition
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.meeting_record import SessionEvent
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.composition import composition
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.panel import open_hints
from reviewer_app.queries.session import in_the_room, session_of
from reviewer_app.storage import people
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.session_history import session_events
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LeaderChoice:
    """How the leader was chosen: when, in which words, noted by whom."""

    at: str
    how: str
    actor: str


@dataclass(frozen=True, slots=True)
class PanelView:
    """The panel; `composition` is None where the bureau wants no advice on it."""

    members: tuple[Reviewer, ...]
    here: frozenset[str]
    composition: Composition | None
    choice: LeaderChoice | None
    may_choose: bool
    may_settle: bool

    @property
    def leader(self) -> Reviewer | None:
        """Who leads, None while nobody or several are named."""
        found = [one for one in self.members if one.leader]
        return found[0] if len(found) == 1 else None


def panel_view(workspace: Workspace) -> PanelView:
    """Give panel, advice and leader.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SETUP)
    session_of(workspace)
    store = workspace.store
    members = people.load_reviewers(store)
    order = tuple(members[number] for number in sorted(members, key=natural_key))
    is_wanted = load_settings(store).get(COMPOSITION) != COMPOSITION_OFF
    journal, last = workspace.present or store, store.head()[0]
    chosen = session_events(journal, ("choose_leader",), last)
    return PanelView(
        members=order,
        here=in_the_room(store),
        composition=composition(order, open_hints(workspace)) if is_wanted else None,
        choice=_choice(chosen[-1]) if chosen else None,
        may_choose=workspace.may("choose_leader"),
        may_settle=workspace.may("change_setting"),
    )


def _choice(event: SessionEvent) -> LeaderChoice:
    return LeaderChoice(event.at, event.reason, event.actor)
