"""Make the agenda, run it, plan it anew when the meeting is late, use the timer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer_app.domain.agenda import (
    AgendaItem,
    ItemState,
    Step,
    TimerDeed,
    TimerEvent,
    Titles,
)
from reviewer_app.domain.drawing import DrawPurpose
from reviewer_app.domain.errors import NothingChanged, ReasonMissing, UnknownNumber
from reviewer_app.domain.rules.agenda import laid_out, planned_anew, proposed
from reviewer_app.domain.session import Session
from reviewer_app.queries.session import active_numbers, session_of
from reviewer_app.storage.agenda import (
    insert_timer_event,
    load_agenda,
    move_items,
    set_item,
    timer_events,
    write_agenda,
)
from reviewer_app.storage.applications import application_keys
from reviewer_app.workflow.draw_lots import drawn_now
from reviewer_app.workspace import Workspace

_APPLICATIONS_ONLY = Titles()


def agenda_as_drawn(workspace: Workspace, titles: Titles = _APPLICATIONS_ONLY) -> list[AgendaItem]:
    """Propose an agenda: the applications as drawn with opening, pauses and discussion.

    What is not drawn follows by number; what began or was dropped is left out.
    """
    session = session_of(workspace)
    draw = drawn_now(workspace, DrawPurpose.ORDER)
    drawn = [pick.subject for pick in draw.picks] if draw else []
    active = active_numbers(workspace.store)
    order = [one for one in drawn if one in active] + [one for one in active if one not in drawn]
    return proposed(order, session.plan, titles)


def make_agenda(workspace: Workspace, items: Sequence[AgendaItem]) -> None:
    """Write the agenda in this order; items that began stay as they are.

    Raises:
        NoSession: nothing was written.
    """
    session_of(workspace)
    known = load_agenda(workspace.store)
    begun = [item for item in known if item.state is not ItemState.PLANNED]
    shown = {item.application for item in begun if item.application}
    planned = {item.key: item for item in known if item.state is ItemState.PLANNED}
    fresh = [
        item if _is_known(item, planned) else replace(item, key=0)
        for item in items
        if item.state is ItemState.PLANNED and item.application not in shown
    ]
    placed = _placed(workspace, begun, fresh)
    with workspace.write("make_agenda"):
        write_agenda(workspace.store, (*begun, *placed), application_keys(workspace.store))


def _is_known(item: AgendaItem, planned: Mapping[int, AgendaItem]) -> bool:
    """Say whether an item stands in the agenda under its key, as what it is."""
    found = planned.get(item.key)
    return found is not None and (found.kind, found.application) == (item.kind, item.application)


def _placed(
    workspace: Workspace, begun: Sequence[AgendaItem], fresh: Sequence[AgendaItem]
) -> Sequence[AgendaItem]:
    """Give items their times: from the first day on, or from now once the meeting runs."""
    days = session_of(workspace).plan.days
    if not any(item.began_at for item in begun):
        return laid_out(fresh, days)
    now = workspace.surroundings.now()
    whole = planned_anew((*begun, *fresh), days, now.date().isoformat(), f"{now:%H:%M}")
    return whole[len(begun) :]


def move_agenda(workspace: Workspace) -> None:
    """Plan what has not begun anew from now on.

    Raises:
        NothingChanged: everything is in time.
    """
    now = workspace.surroundings.now()
    days = session_of(workspace).plan.days
    known = load_agenda(workspace.store)
    moved = planned_anew(known, days, now.date().isoformat(), f"{now:%H:%M}")
    times = {item.key: (item.day, item.starts) for item in known}
    late = [item for item in moved if times[item.key] != (item.day, item.starts)]
    if not late:
        raise NothingChanged("move_agenda")
    with workspace.write("move_agenda"):
        move_items(workspace.store, late)


def begin_item(workspace: Workspace, key: int) -> None:
    """Call an item; the one that ran ends.

    Raises:
        UnknownNumber, NothingChanged: no such item, or it runs already.
    """
    item = _found(workspace, key)
    if item.state is ItemState.CURRENT:
        raise NothingChanged("begin_item")
    with workspace.write("begin_item", item.application or item.title):
        at = workspace.stamp()
        for other in load_agenda(workspace.store):
            if other.state is ItemState.CURRENT:
                _end(workspace, other, at)
        began = item.began_at or at
        set_item(workspace.store, key, ItemState.CURRENT, began=began, ended="")


def end_item(workspace: Workspace, key: int) -> None:
    """End the item that runs.

    Raises:
        UnknownNumber, NothingChanged: no such item, or it does not run.
    """
    item = _found(workspace, key)
    if item.state is not ItemState.CURRENT:
        raise NothingChanged("end_item")
    with workspace.write("end_item", item.application or item.title):
        _end(workspace, item, workspace.stamp())


def drop_item(workspace: Workspace, key: int, reason: str) -> None:
    """Take an item out, as of an application that was withdrawn.

    Raises:
        ReasonMissing, UnknownNumber, NothingChanged: nothing was written.
    """
    if not reason.strip():
        raise ReasonMissing("drop_item")
    item = _found(workspace, key)
    if item.state in (ItemState.DONE, ItemState.DROPPED):
        raise NothingChanged("drop_item")
    with workspace.write("drop_item", reason.strip()):
        ended = workspace.stamp() if item.began_at else ""
        set_item(workspace.store, key, ItemState.DROPPED, began=item.began_at, ended=ended)


def time_step(
    workspace: Workspace, key: int, step: Step, deed: TimerDeed, seconds: int = 0
) -> None:
    """Use the timer of the item that runs.

    Starting with 0 seconds takes the box of the session, or goes on after a pause.

    Raises:
        UnknownNumber, NothingChanged: no such item, or it does not run.
    """
    item = _found(workspace, key)
    if item.state is not ItemState.CURRENT:
        raise NothingChanged("time_step")
    used = [event.step for event in timer_events(workspace.store, key)]
    if deed is TimerDeed.STARTED and not seconds and step not in used[-1:]:
        seconds = box_of(session_of(workspace), step)
    with workspace.write("time_step", step.value):
        event = TimerEvent(key, step, deed, seconds, workspace.stamp())
        insert_timer_event(workspace.store, event)


def box_of(session: Session, step: Step) -> int:
    """Give the seconds the session has for a step."""
    lengths = session.plan.lengths
    minutes = {
        Step.REPORT: lengths.report,
        Step.QUESTIONS: lengths.questions,
        Step.SCORING: lengths.scoring,
    }
    return 60 * minutes[step]


def _end(workspace: Workspace, item: AgendaItem, at: str) -> None:
    set_item(workspace.store, item.key, ItemState.DONE, began=item.began_at, ended=at)


def _found(workspace: Workspace, key: int) -> AgendaItem:
    for item in load_agenda(workspace.store):
        if item.key == key:
            return item
    raise UnknownNumber("entry", str(key))
