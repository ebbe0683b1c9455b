"""Who is in the room without being of the batch: presenters, observers, others."""

from dataclasses import replace

from reviewer_app.domain.errors import NothingChanged, UnknownNumber
from reviewer_app.domain.room import Guest, GuestKind, Stay, TypedTime
from reviewer_app.domain.session_errors import GuestUnclear
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import guests, room
from reviewer_app.workflow.room_clock import arrival, day_of, departure, require_apart, said_of
from reviewer_app.workspace import Workspace


def welcome_guest(workspace: Workspace, guest: Guest, typed: TypedTime | None = None) -> None:
    """Note that a guest is in the room, now or since a typed time.

    Raises:
        GuestUnclear: no name, or a presenter of no application.
        UnknownNumber, NotASessionDay, NothingChanged: nothing was written.
        ReasonMissing, TimeAhead: not with this typed time.
    """
    guest = _tidy(guest)
    store = workspace.store
    key = find_application(store, guest.application) if guest.application else None
    if any(visit.guest == guest and not visit.left_at for visit in guests.load_visits(store)):
        raise NothingChanged("welcome_guest")
    stay = arrival(workspace, "welcome_guest", typed)
    with workspace.write("welcome_guest", said_of(guest.name, typed)):
        guests.insert_visit(store, guest, key, day_of(stay), stay)


def see_guest_out(workspace: Workspace, key: int, typed: TypedTime | None = None) -> None:
    """Note that a guest left, now or at a typed time.

    Raises:
        NothingChanged: nobody of this key is in the room.
        ReasonMissing, TimeAhead, TimesCross: not with this typed time.
    """
    there = [visit for visit in guests.load_visits(workspace.store) if visit.key == key]
    if not there or there[0].left_at:
        raise NothingChanged("see_guest_out")
    visit = there[0]
    came = Stay(key, visit.arrived_at, typed=visit.typed)
    stay = departure(workspace, "see_guest_out", came, typed)
    require_apart(visit.guest.name, stay, ())
    with workspace.write("see_guest_out", said_of(visit.guest.name, typed)):
        guests.write_visit(workspace.store, stay, *day_of(stay))


def correct_visit(
    workspace: Workspace, key: int, arrived: TypedTime, left: TypedTime | None = None
) -> None:
    """Write the times of a visit anew; what they were stays in the journal.

    Raises:
        UnknownNumber, NotASessionDay, ReasonMissing, TimeAhead, TimesCross: nothing was written.
    """
    verb = "correct_attendance"
    found = [visit for visit in guests.load_visits(workspace.store) if visit.key == key]
    if not found:
        raise UnknownNumber("guest", str(key))
    stay = replace(arrival(workspace, verb, arrived), key=key)
    if left is not None:
        stay = departure(workspace, verb, stay, left)
    name = found[0].guest.name
    require_apart(name, stay, ())
    with workspace.write(verb, said_of(name, arrived)):
        guests.write_visit(workspace.store, stay, *day_of(stay))


def see_everybody_out(workspace: Workspace) -> None:
    """Note that everybody who is in the room leaves now, people of the batch and guests.

    Raises:
        NothingChanged: nobody is there.
    """
    store = workspace.store
    there = [row for row in room.load_attendance(store) if not row.left_at]
    visits = [visit for visit in guests.load_visits(store) if not visit.left_at]
    if not there and not visits:
        raise NothingChanged("see_everybody_out")
    names = [row.person.name for row in there] + [visit.guest.name for visit in visits]
    with workspace.write("see_everybody_out", ", ".join(names)):
        at = workspace.stamp()
        for row in there:
            stay = Stay(row.key, row.arrived_at, at, row.typed)
            room.write_stay(store, stay, row.day, row.half)
        for visit in visits:
            stay = Stay(visit.key, visit.arrived_at, at, visit.typed)
            guests.write_visit(store, stay, visit.day, visit.half)


def _tidy(guest: Guest) -> Guest:
    if not guest.name.strip() or (guest.kind is GuestKind.PRESENTER) != bool(guest.application):
        raise GuestUnclear
    return replace(
        guest,
        name=guest.name.strip(),
        organisation=guest.organisation.strip(),
        post=guest.post.strip(),
    )
