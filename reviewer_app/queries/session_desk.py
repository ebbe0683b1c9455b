"""The session desk: agenda, current application, timer, who is there and has submitted.

Not one number of a score is in it.
"""

from dataclasses import dataclass
from datetime import datetime

from reviewer_app.domain.agenda import AgendaItem, ItemState, Timer
from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.projector import PROJECTOR_ORDER, PROJECTOR_RANKING, RELEASED
from reviewer_app.domain.rules.agenda import timer_at
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import Condition, Moment, Session
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_application
from reviewer_app.queries.session import in_the_room, session_of
from reviewer_app.queries.session_step import waits_of_step
from reviewer_app.storage import agenda, applications, deliberation, people, room, sessions, sheets
from reviewer_app.storage.batch_settings import load_settings
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
    """One member of the panel, as the desk needs it for the application that runs or is next.

    `arrived_at` is today's first arrival, empty before it; `out_for` the application for
    which the member is out of the room, empty in it; `leaves_next` tells a recusal from the
    application that follows.
    """

    reviewer: Reviewer
    is_here: bool
    is_out: bool
    is_recused: bool
    has_stated: bool
    has_submitted: bool
    arrived_at: str
    is_late: bool
    out_for: str
    leaves_next: bool

    @property
    def must_leave(self) -> bool:
        """Whether somebody must be asked out now."""
        return self.is_here and self.is_recused and not self.is_out

    @property
    def must_return(self) -> bool:
        """Whether somebody is still out for an application that no longer runs."""
        return self.is_here and bool(self.out_for) and not self.is_out


@dataclass(frozen=True, slots=True)
class DeskRights:
    """What who looks may do here and now."""

    lead: bool
    disclose: bool
    withdraw: bool
    recuse: bool
    drop_out: bool
    release: bool


@dataclass(frozen=True, slots=True)
class SessionDesk:
    """What the secretary looks at; `waits` are open conditions of the next step.

    `now` is when it was looked at, `order_released` and `ranking_released` what may be on
    the wall.
    """

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
    rights: DeskRights
    now: datetime
    order_released: bool
    ranking_released: bool

    @property
    def about(self) -> DeskRow | None:
        """The item that the members' states are about: what runs, else what comes next."""
        return self.current or self.following


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
    following = planned[0] if planned else None
    settings = load_settings(store)
    breaks = [row.began_at for row in room.load_recesses(store) if not row.ended_at]
    return SessionDesk(
        session=session,
        moment=workspace.moment,
        is_rehearsal=sessions.is_rehearsal(store),
        adjourned_since=breaks[-1] if breaks else "",
        rows=rows,
        current=current,
        following=following,
        timer=timer_of(workspace, current),
        members=_members(workspace, current, following),
        waits=waits_of_step(workspace),
        rights=_rights(workspace),
        now=workspace.surroundings.now(),
        order_released=settings.get(PROJECTOR_ORDER) == RELEASED,
        ranking_released=settings.get(PROJECTOR_RANKING) == RELEASED,
    )


def _rights(workspace: Workspace) -> DeskRights:
    """Say what who looks may do; in the past, and in a file to be read only, nothing."""
    may = workspace.may if not workspace.store.read_only else _nothing
    return DeskRights(
        lead=may("begin_item"),
        disclose=may("disclose"),
        withdraw=may("change_standing"),
        recuse=may("recused"),
        drop_out=may("drop_out"),
        release=may("change_setting"),
    )


def _nothing(_verb: str) -> bool:
    return False


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
    """Read the timer of the item that runs; in the past nothing counts."""
    if current is None or workspace.present is not None:
        return None
    events = agenda.timer_events(workspace.store, current.item.key)
    return timer_at(events, workspace.surroundings.now())


def _members(
    workspace: Workspace, current: DeskRow | None, following: DeskRow | None
) -> tuple[DeskMember, ...]:
    store = workspace.store
    here, out = in_the_room(store), _out_for(store)
    arrivals, begins = _arrivals(workspace)
    about, then = (current, following) if current else (following, None)
    running = about.item.application if about else ""
    states = _states(store, running)
    next_states = _states(store, then.item.application if then else "")
    members = people.load_reviewers(store)
    return tuple(
        DeskMember(
            reviewer=members[number],
            is_here=number in here,
            is_out=bool(running) and running in out.get(number, ()),
            is_recused=states.get(number) is SheetState.RECUSED,
            has_stated=room.has_stated(store, number),
            has_submitted=number in states and states[number].counts,
            arrived_at=arrivals.get(number, ""),
            is_late=arrivals.get(number, "") > begins,
            out_for=_nearest(out.get(number, ()), running),
            leaves_next=next_states.get(number) is SheetState.RECUSED,
        )
        for number in sorted(members, key=natural_key)
    )


def _out_for(store: Store) -> dict[str, tuple[str, ...]]:
    """Give the applications each member is out for now."""
    found: dict[str, tuple[str, ...]] = {}
    for leave in room.load_leaves(store):
        if not leave.returned_at:
            number = leave.person.number
            found[number] = (*found.get(number, ()), leave.application)
    return found


def _nearest(applications: tuple[str, ...], running: str) -> str:
    """Choose what somebody is out for: what no longer runs first, it is to be ended."""
    return next((one for one in applications if one != running), "".join(applications[:1]))


def _arrivals(workspace: Workspace) -> tuple[dict[str, str], str]:
    """Give today's first arrivals by number, and when the day begins, as stamps compare."""
    today = workspace.surroundings.now().date().isoformat()
    days = {day.day: day.begins for day in session_of(workspace).plan.days}
    found: dict[str, str] = {}
    for row in room.load_attendance(workspace.store):
        if row.day == today:
            found.setdefault(row.person.number, row.arrived_at)
    return found, f"{today}T{days.get(today, '24:00')}"


def _states(store: Store, application: str) -> dict[str, SheetState]:
    """Give the state of each touched sheet of an application by reviewer number."""
    if not application:
        return {}
    numbers = {key: number for number, key in people.reviewer_keys(store).items()}
    found = sheets.sheets_of(store, find_application(store, application))
    return {numbers[sheet.reviewer]: sheet.state for sheet in found}
