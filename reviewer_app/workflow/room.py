"""Who comes and goes, who is out for which application, and what members state."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer_app.domain.agenda import ItemState, TimerDeed, TimerEvent
from reviewer_app.domain.errors import NothingChanged, UnknownNumber
from reviewer_app.domain.person import Actor, Person, Role
from reviewer_app.domain.pin_errors import NotInBatch
from reviewer_app.domain.room import (
    LeaveGround,
    Statement,
    StatementKind,
    StatementWay,
    TypedTime,
)
from reviewer_app.domain.rules.agenda import timer_at
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.storage import people, room
from reviewer_app.storage.agenda import insert_timer_event, load_agenda, timer_events
from reviewer_app.workflow.pins import check_pin
from reviewer_app.workflow.room_clock import arrival, day_of, departure, require_apart, said_of
from reviewer_app.workspace import Workspace


def mark_arrival(
    workspace: Workspace,
    person: Actor,
    typed: TypedTime | None = None,
    left: TypedTime | None = None,
) -> None:
    """Note that somebody of the batch is in the room, now or since a typed time.

    With `left` it is a stay that is over, typed whole.

    Raises:
        NotInBatch, NotASessionDay, NothingChanged: nothing was written.
        ReasonMissing, TimeAhead, TimesCross: not with this typed time.
    """
    key = person_of(workspace, person)
    stays = room.stays_of(workspace.store, key)
    if typed is None and any(not stay.left_at for stay in stays):
        raise NothingChanged("mark_arrival")
    stay = arrival(workspace, "mark_arrival", typed)
    if left is not None:
        stay = departure(workspace, "mark_arrival", stay, left)
    require_apart(person.name, stay, stays)
    with workspace.write("mark_arrival", said_of(person.name, typed)):
        room.insert_attendance(workspace.store, key, *day_of(stay), stay)


def mark_departure(workspace: Workspace, person: Actor, typed: TypedTime | None = None) -> None:
    """Note that somebody left the meeting, now or at a typed time.

    Raises:
        NotInBatch, NothingChanged: not among the people, or not in the room.
        ReasonMissing, TimeAhead, TimesCross: not with this typed time.
    """
    stays = room.stays_of(workspace.store, person_of(workspace, person))
    there = [stay for stay in stays if not stay.left_at]
    if not there:
        raise NothingChanged("mark_departure")
    stay = departure(workspace, "mark_departure", there[0], typed)
    require_apart(person.name, stay, stays)
    with workspace.write("mark_departure", said_of(person.name, typed)):
        room.write_stay(workspace.store, stay, *day_of(stay))


def correct_attendance(
    workspace: Workspace, key: int, arrived: TypedTime, left: TypedTime | None = None
) -> None:
    """Write the times of a stay anew; what they were stays in the journal.

    Raises:
        UnknownNumber, NotASessionDay, ReasonMissing, TimeAhead, TimesCross: nothing was written.
    """
    store = workspace.store
    stays = room.stays_beside(store, key)
    if stays is None:
        raise UnknownNumber("attendance", str(key))
    verb = "correct_attendance"
    stay = replace(arrival(workspace, verb, arrived), key=key)
    if left is not None:
        stay = departure(workspace, verb, stay, left)
    name = next(row.person.name for row in room.load_attendance(store) if row.key == key)
    require_apart(name, stay, stays)
    with workspace.write(verb, said_of(name, arrived)):
        room.write_stay(store, stay, *day_of(stay))


def leave_room(
    workspace: Workspace,
    *,
    application: str,
    person: Actor,
    ground: LeaveGround = LeaveGround.RECUSAL,
    note: str = "",
) -> None:
    """Stamp that somebody is out while an application is dealt with.

    Raises:
        UnknownNumber, NotInBatch, NothingChanged: nothing was written.
    """
    store = workspace.store
    row, key = find_application(store, application), person_of(workspace, person)
    if _out_for(workspace, application, person) is not None:
        raise NothingChanged("leave_room")
    with workspace.write("leave_room", f"{application} {person.name}"):
        at = workspace.stamp()
        room.insert_leave(store, row, key, ground=ground, note=note.strip(), at=at)


def return_to_room(workspace: Workspace, *, application: str, person: Actor) -> None:
    """Stamp that somebody is back.

    Raises:
        NothingChanged: was not out for this application.
    """
    key = _out_for(workspace, application, person)
    if key is None:
        raise NothingChanged("return_to_room")
    with workspace.write("return_to_room", f"{application} {person.name}"):
        room.end_leave(workspace.store, key, workspace.stamp())


def _out_for(workspace: Workspace, application: str, person: Actor) -> int | None:
    for leave in room.load_leaves(workspace.store):
        who = leave.person.actor
        same = (who.name, who.number) == (person.name, person.number)
        if leave.application == application and same and not leave.returned_at:
            return leave.key
    return None


def adjourn(workspace: Workspace, reason: str) -> None:
    """Stamp that the meeting is interrupted; a timer that runs is paused with it.

    Raises:
        NothingChanged: it is already.
    """
    if _recess(workspace) is not None:
        raise NothingChanged("adjourn")
    with workspace.write("adjourn", reason.strip()):
        at = workspace.stamp()
        room.insert_recess(workspace.store, reason.strip(), at)
        _pause_timer(workspace, at)


def _pause_timer(workspace: Workspace, at: str) -> None:
    store, now = workspace.store, workspace.surroundings.now()
    for item in load_agenda(store):
        timer = timer_at(timer_events(store, item.key), now)
        if item.state is ItemState.CURRENT and timer is not None and timer.running:
            insert_timer_event(store, TimerEvent(item.key, timer.step, TimerDeed.PAUSED, 0, at))


def resume(workspace: Workspace) -> None:
    """Stamp that the meeting goes on.

    Raises:
        NothingChanged: it was not interrupted.
    """
    key = _recess(workspace)
    if key is None:
        raise NothingChanged("resume")
    with workspace.write("resume"):
        room.end_recess(workspace.store, key, workspace.stamp())


def _recess(workspace: Workspace) -> int | None:
    rows = [row.key for row in room.load_recesses(workspace.store) if not row.ended_at]
    return rows[-1] if rows else None


def record_statement(
    workspace: Workspace,
    *,
    reviewer: str,
    kind: StatementKind,
    way: StatementWay = StatementWay.PAPER,
    conflicts: str = "",
) -> None:
    """Write that a member made a statement; until both are made nothing is scored.

    Raises:
        UnknownNumber: nothing was written.
    """
    _write_statements(workspace, reviewer, (kind,), way, conflicts.strip())


def record_statements(workspace: Workspace, *, reviewer: str, conflicts: Sequence[str]) -> None:
    """Write that a member signed both statements on paper; `conflicts` are applications.

    Raises:
        UnknownNumber: nothing was written.
    """
    _require_known(workspace, conflicts)
    named = ", ".join(conflicts)
    _write_statements(workspace, reviewer, tuple(StatementKind), StatementWay.PAPER, named)


def confirm_statements(
    workspace: Workspace, *, reviewer: str, pin: str, conflicts: Sequence[str]
) -> None:
    """Write that a member confirmed both statements on the screen, by the own PIN.

    Raises:
        UnknownNumber: nothing was written.
        NoPin, WrongPin, PinWaits, PinAltered: the member was not proved.
    """
    workspace.require("record_statement", reviewer=reviewer)
    _require_known(workspace, conflicts)
    find_reviewer(workspace.store, reviewer)
    member = people.load_reviewers(workspace.store)[reviewer]
    role = Role.LEADER if member.leader else Role.REVIEWER
    check_pin(workspace, Actor(member.name, role, reviewer), pin)
    named = ", ".join(conflicts)
    _write_statements(workspace, reviewer, tuple(StatementKind), StatementWay.SCREEN, named)


def _require_known(workspace: Workspace, conflicts: Sequence[str]) -> None:
    for number in conflicts:
        find_application(workspace.store, number)


def _write_statements(
    workspace: Workspace,
    reviewer: str,
    kinds: Sequence[StatementKind],
    way: StatementWay,
    conflicts: str,
) -> None:
    """Write statements as one entry; conflicts belong to the recusal statement."""
    store = workspace.store
    key = find_reviewer(store, reviewer)
    member = people.load_reviewers(store)[reviewer]
    said = " ".join(part for part in (*(kind.value for kind in kinds), conflicts) if part)
    with workspace.write("record_statement", said, reviewer=reviewer):
        person, at = Person(member.name, Role.REVIEWER, reviewer), workspace.stamp()
        for kind in kinds:
            named = conflicts if kind is StatementKind.RECUSAL else ""
            room.write_statement(store, key, Statement(person, kind, way, named, at))


def choose_leader(workspace: Workspace, reviewer: str, how: str = "") -> None:
    """Write who leads the panel, and how the members chose.

    Raises:
        UnknownNumber, NothingChanged: nothing was written.
    """
    store = workspace.store
    key = find_reviewer(store, reviewer)
    if people.load_reviewers(store)[reviewer].leader:
        raise NothingChanged("choose_leader")
    with workspace.write("choose_leader", how.strip()):
        room.set_leader(store, key)


def person_of(workspace: Workspace, person: Actor) -> int:
    """Give the row key of somebody of the batch.

    Raises:
        NotInBatch: not among its people.
    """
    key = people.person_key(workspace.store, person)
    if key is None:
        raise NotInBatch(person.name)
    return key
