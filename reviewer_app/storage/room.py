"""Who came and went, who was out for which application, and what members stated."""

from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.room import (
    Attendance,
    Leave,
    LeaveGround,
    Recess,
    Statement,
    StatementKind,
    StatementWay,
    Stay,
)
from reviewer_app.domain.session import Half
from reviewer_app.storage.store import Store

_PERSON = "p.name, p.role, ifnull(p.number, ''), p.organisation"


def _person(name: str, role: str, number: str, organisation: str) -> Person:
    return Person(name, Role(role), number, organisation)


def load_attendance(store: Store) -> tuple[Attendance, ...]:
    """Read every coming and going, oldest first."""
    rows = store.rows(
        f"SELECT t.id, {_PERSON}, t.day, t.half, t.arrived_at, t.left_at, t.typed"
        " FROM attendance AS t"
        " JOIN person AS p ON p.id = t.person_id ORDER BY t.id"
    )
    return tuple(
        Attendance(row[0], _person(*row[1:5]), row[5], Half(row[6]), *row[7:]) for row in rows
    )


def stays_of(store: Store, person: int) -> tuple[Stay, ...]:
    """Read when somebody of the batch was in the room, oldest first."""
    rows = store.rows(
        "SELECT id, arrived_at, left_at, typed FROM attendance WHERE person_id = ? ORDER BY id",
        (person,),
    )
    return tuple(Stay(*row) for row in rows)


def stays_beside(store: Store, key: int) -> tuple[Stay, ...] | None:
    """Read the stays of whom a row of attendance is of, None where there is no such row."""
    row = store.row("SELECT person_id FROM attendance WHERE id = ?", (key,))
    return stays_of(store, row[0]) if row else None


def insert_attendance(store: Store, person: int, day: str, half: Half, stay: Stay) -> None:
    """Write an arrival."""
    store.change(
        "INSERT INTO attendance (person_id, day, half, arrived_at, left_at, typed)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (person, day, half.value, stay.arrived_at, stay.left_at, stay.typed),
    )


def write_stay(store: Store, stay: Stay, day: str, half: Half) -> None:
    """Write the times of a row that stands."""
    store.change(
        "UPDATE attendance SET day = ?, half = ?, arrived_at = ?, left_at = ?, typed = ?"
        " WHERE id = ?",
        (day, half.value, stay.arrived_at, stay.left_at, stay.typed, stay.key),
    )


def load_leaves(store: Store) -> tuple[Leave, ...]:
    """Read who was out for which application, oldest first."""
    rows = store.rows(
        f"SELECT l.id, a.number, {_PERSON}, l.ground, l.note, l.left_at, l.returned_at"
        " FROM leave AS l JOIN application AS a ON a.id = l.application_id"
        " JOIN person AS p ON p.id = l.person_id ORDER BY l.id"
    )
    return tuple(
        Leave(row[0], row[1], _person(*row[2:6]), LeaveGround(row[6]), *row[7:]) for row in rows
    )


def insert_leave(
    store: Store, application: int, person: int, *, ground: LeaveGround, note: str, at: str
) -> None:
    """Write that somebody left for an application."""
    store.change(
        "INSERT INTO leave (application_id, person_id, ground, note, left_at, returned_at)"
        " VALUES (?, ?, ?, ?, ?, '')",
        (application, person, ground.value, note, at),
    )


def end_leave(store: Store, key: int, at: str) -> None:
    """Write that somebody came back."""
    store.change("UPDATE leave SET returned_at = ? WHERE id = ?", (at, key))


def load_recesses(store: Store) -> tuple[Recess, ...]:
    """Read the breaks of the meeting, oldest first."""
    rows = store.rows("SELECT id, reason, began_at, ended_at FROM recess ORDER BY id")
    return tuple(Recess(*row) for row in rows)


def insert_recess(store: Store, reason: str, at: str) -> None:
    """Write that the meeting was adjourned."""
    store.change("INSERT INTO recess (reason, began_at, ended_at) VALUES (?, ?, '')", (reason, at))


def end_recess(store: Store, key: int, at: str) -> None:
    """Write that the meeting goes on."""
    store.change("UPDATE recess SET ended_at = ? WHERE id = ?", (at, key))


def load_statements(store: Store) -> tuple[Statement, ...]:
    """Read every statement, by person."""
    rows = store.rows(
        f"SELECT {_PERSON}, s.kind, s.way, s.conflicts, s.made_at FROM statement AS s"
        " JOIN person AS p ON p.id = s.person_id ORDER BY s.person_id, s.kind"
    )
    return tuple(
        Statement(_person(*row[:4]), StatementKind(row[4]), StatementWay(row[5]), row[6], row[7])
        for row in rows
    )


def has_stated(store: Store, reviewer: str) -> bool:
    """Say whether a reviewer has made both statements."""
    row = store.row(
        "SELECT count(*) FROM statement AS s JOIN person AS p ON p.id = s.person_id"
        " WHERE p.number = ?",
        (reviewer,),
    )
    return row is not None and row[0] == len(StatementKind)


def write_statement(store: Store, person: int, statement: Statement) -> None:
    """Write or replace a statement."""
    key = (person, statement.kind.value)
    store.change("DELETE FROM statement WHERE person_id = ? AND kind = ?", key)
    store.change(
        "INSERT INTO statement (person_id, kind, way, conflicts, made_at) VALUES (?, ?, ?, ?, ?)",
        (*key, statement.way.value, statement.conflicts, statement.made_at),
    )


def set_leader(store: Store, reviewer: int) -> None:
    """Make one reviewer the leader and the leader before a reviewer."""
    store.change(
        "UPDATE person SET role = 'reviewer' WHERE role = 'leader' AND number IS NOT NULL"
        " AND id <> ?",
        (reviewer,),
    )
    store.change("UPDATE person SET role = 'leader' WHERE id = ? AND role <> 'leader'", (reviewer,))
