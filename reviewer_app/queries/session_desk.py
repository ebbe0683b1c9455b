"""The session desk: agenda, current application, timer, who is there and has submitted.

Not one number of a score is in it.
"""

from dataclasses import dataclass

from reviewer_app.domain.agenda import AgendaItem, ItemState, Timer
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.agenda import timer_at
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.session import Condition, Moment, Session
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.session import in_the_room, session_of, waits_for
from reviewer_app.storage import agenda, applications, deliberation, people, room, sessions, sheets
from reviewer_app.storage.store import Store
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One item of the agenda with what it is about."""

    item: AgendaItem
    name: str
    applicant: str
    is_disclosed: bool


@dataclass(frozen=True, slots=True)
class DeskMember:
    """One member of the panel, as the desk needs it for the application that runs.

    `must_leave` tells a recused one who is still in the room.
    """

    reviewer: Reviewer
    is_here: bool
    is_out: bool
    is_recused: bool
    has_stated: bool
    has_submitted: bool

    @property
    def must_leave(self) -> bool:
        """Whether somebody must be asked out now."""
        return self.is_here and self.is_recused and not self.is_out


@dataclass(frozen=True, slots=True)
class SessionDesk:
    """What the secretary looks at; `waits` are open conditions of the next step."""

    session: Session
    moment: Moment
    is_rehearsal: bool
    adjourned_since: str
    rows: tuple[DeskRow, ...]
    current: DeskRow | None
    following: DeskRow | None
    timer: Timer | None
    members: tuple[DeskMember, ...]
    waits: tuple[tuple[Condition, tuple[str, ...]], ...]


_NEXT = {
    "preparation": "open_scoring",
    "scoring": "open_disclosure",
    "disclosure": "open_final",
}


def session_desk(workspace: Workspace) -> SessionDesk:
    """Give the desk as it stands.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SESSION)
    store, session = workspace.store, session_of(workspace)
    rows = desk_rows(store)
    current = next((row for row in rows if row.item.state is ItemState.CURRENT), None)
    planned = [row for row in rows if row.item.state is ItemState.PLANNED]
    breaks = [row.began_at for row in room.load_recesses(store) if not row.ended_at]
    step = _NEXT.get(session.phase.value, "")
    return SessionDesk(
        session=session,
        moment=workspace.moment,
        is_rehearsal=sessions.is_rehearsal(store),
        adjourned_since=breaks[-1] if breaks else "",
        rows=rows,
        current=current,
        following=planned[0] if planned else None,
        timer=timer_of(workspace, current),
        members=_members(store, current.item.application if current else ""),
        waits=_waits(workspace, step),
    )


def desk_rows(store: Store) -> tuple[DeskRow, ...]:
    """Give the agenda with names."""
    known = applications.load_applications(store, with_metrics=False)
    open_ones = deliberation.disclosed(store)
    return tuple(
        _row(item, known.get(item.application), is_disclosed=item.application in open_ones)
        for item in agenda.load_agenda(store)
    )


def _row(item: AgendaItem, found: Application | None, *, is_disclosed: bool) -> DeskRow:
    if found is None:
        return DeskRow(item, item.title, "", is_disclosed=False)
    return DeskRow(item, found.name, found.applicant, is_disclosed)


def timer_of(workspace: Workspace, current: DeskRow | None) -> Timer | None:
    """Read the timer of the item that runs."""
    if current is None:
        return None
    events = agenda.timer_events(workspace.store, current.item.key)
    return timer_at(events, workspace.surroundings.now())


def _members(store: Store, application: str) -> tuple[DeskMember, ...]:
    here = in_the_room(store)
    out = {
        leave.person.number
        for leave in room.load_leaves(store)
        if leave.application == application and not leave.returned_at
    }
    states = _states(store, application)
    members = people.load_reviewers(store)
    return tuple(
        DeskMember(
            reviewer=members[number],
            is_here=number in here,
            is_out=number in out,
            is_recused=states.get(number) is SheetState.RECUSED,
            has_stated=room.has_stated(store, number),
            has_submitted=number in states and states[number].counts,
        )
        for number in sorted(members, key=natural_key)
    )


def _states(store: Store, application: str) -> dict[str, SheetState]:
    """Give the state of each touched sheet of an application by reviewer number."""
    if not application:
        return {}
    row = find_application(store, application)
    numbers = {key: number for number, key in people.reviewer_keys(store).items()}
    return {
        numbers[sheet.reviewer]: sheet.state
        for sheet in sheets.all_sheets(store)
        if sheet.application == row
    }


def _waits(workspace: Workspace, step: str) -> tuple[tuple[Condition, tuple[str, ...]], ...]:
    """Say what the next step waits for, to whom may look at how far members are."""
    may_look = workspace.sees(View.PROGRESS) is Reach.ALL
    return waits_for(workspace, step) if may_look else ()
