"""Guests of the meeting: presenters, observers and others who are not of the batch."""

from reviewer_app.domain.room import Guest, GuestKind, Stay, Visit
from reviewer_app.domain.session import Half
from reviewer_app.storage.store import Store


def load_visits(store: Store) -> tuple[Visit, ...]:
    """Read every visit, oldest first."""
    rows = store.rows(
        "SELECT g.id, g.kind, g.name, g.organisation, g.post, ifnull(a.number, ''), g.day, g.half,"
        " g.arrived_at, g.left_at, g.typed FROM guest AS g"
        " LEFT JOIN application AS a ON a.id = g.application_id ORDER BY g.id"
    )
    return tuple(
        Visit(row[0], Guest(GuestKind(row[1]), *row[2:6]), row[6], Half(row[7]), *row[8:])
        for row in rows
    )


def insert_visit(
    store: Store, guest: Guest, application: int | None, when: tuple[str, Half], stay: Stay
) -> None:
    """Write that a guest came."""
    day, half = when
    store.change(
        "INSERT INTO guest (kind, name, organisation, post, application_id, day, half,"
        " arrived_at, left_at, typed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(guest.kind.value, guest.name, guest.organisation, guest.post, application),
            *(day, half.value, stay.arrived_at, stay.left_at, stay.typed),
        ),
    )


def write_visit(store: Store, stay: Stay, day: str, half: Half) -> None:
    """Write the times of a visit that stands."""
    store.change(
        "UPDATE guest SET day = ?, half = ?, arrived_at = ?, left_at = ?, typed = ? WHERE id = ?",
        (day, half.value, stay.arrived_at, stay.left_at, stay.typed, stay.key),
    )
