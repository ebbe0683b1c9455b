"""The people of a review and who is assigned to what."""

import json
from collections.abc import Callable, Iterable

from reviewer_app.domain.person import Actor, Person, Reviewer, Role
from reviewer_app.storage.store import Store

_REVIEWERS = (
    "SELECT id, number, name, organisation, title, speciality, role, former_organisations"
    " FROM person WHERE number IS NOT NULL"
)


def reviewer_keys(store: Store) -> dict[str, int]:
    """Give the row keys by reviewer number."""
    rows = store.rows("SELECT number, id FROM person WHERE number IS NOT NULL")
    return {number: key for number, key in rows}


def load_reviewers(store: Store) -> dict[str, Reviewer]:
    """Read the reviewers by number."""
    found: dict[str, Reviewer] = {}
    for _, number, name, organisation, title, speciality, role, former in store.stream(_REVIEWERS):
        found[number] = Reviewer(
            number=number,
            name=name,
            organisation=organisation,
            title=title,
            speciality=speciality,
            leader=role == Role.LEADER.value,
            former_organisations=tuple(json.loads(former)),
        )
    return found


def _values(reviewer: Reviewer) -> tuple[object, ...]:
    role = Role.LEADER if reviewer.leader else Role.REVIEWER
    former = json.dumps(list(reviewer.former_organisations), ensure_ascii=False)
    return (
        reviewer.name,
        role.value,
        reviewer.organisation,
        reviewer.title,
        reviewer.speciality,
        former,
    )


def write_reviewers(store: Store, reviewers: Iterable[Reviewer], new_id: Callable[[], str]) -> None:
    """Write new reviewers and all columns of known ones."""
    known = reviewer_keys(store)
    for reviewer in reviewers:
        if reviewer.number in known:
            store.change(
                "UPDATE person SET name = ?, role = ?, organisation = ?, title = ?,"
                " speciality = ?, former_organisations = ? WHERE id = ?",
                (*_values(reviewer), known[reviewer.number]),
            )
        else:
            store.change(
                "INSERT INTO person (name, role, organisation, title, speciality,"
                " former_organisations, uuid, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*_values(reviewer), new_id(), reviewer.number),
            )


_TRACES = (
    'SELECT m.name, f."from" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f'
    " WHERE m.type = 'table' AND f.\"table\" = 'person' AND m.name <> 'assignment'"
)
"""Where a person leaves a trace in a batch: every table that names people."""


def used_reviewers(store: Store) -> frozenset[str]:
    """Give the numbers of reviewers who left a trace: they cannot be taken off the panel."""
    places = store.rows(_TRACES)
    parts = " UNION ".join(f"SELECT {column} FROM {table}" for table, column in places)
    rows = store.rows(f"SELECT number FROM person WHERE number IS NOT NULL AND id IN ({parts})")
    return frozenset(number for (number,) in rows)


def delete_reviewers(store: Store, numbers: Iterable[str]) -> None:
    """Take reviewers off the panel with what they were assigned to."""
    keys = reviewer_keys(store)
    for number in numbers:
        store.change("DELETE FROM assignment WHERE reviewer_id = ?", (keys[number],))
        store.change("DELETE FROM person WHERE id = ?", (keys[number],))


def load_assignments(store: Store) -> frozenset[tuple[str, str]]:
    """Read the listed (application number, reviewer number) pairs."""
    rows = store.rows(
        "SELECT a.number, p.number FROM assignment AS s"
        " JOIN application AS a ON a.id = s.application_id"
        " JOIN person AS p ON p.id = s.reviewer_id"
    )
    return frozenset((application, reviewer) for application, reviewer in rows)


def write_assignments(
    store: Store, pairs: frozenset[tuple[int, int]], new_id: Callable[[], str]
) -> None:
    """Make the listed assignments exactly `pairs` of row keys."""
    present = {
        (row[0], row[1]) for row in store.rows("SELECT application_id, reviewer_id FROM assignment")
    }
    store.change_many(
        "DELETE FROM assignment WHERE application_id = ? AND reviewer_id = ?",
        sorted(present - pairs),
    )
    store.change_many(
        "INSERT INTO assignment (application_id, reviewer_id, uuid) VALUES (?, ?, ?)",
        [(*pair, new_id()) for pair in sorted(pairs - present)],
    )


def load_people(store: Store) -> list[Person]:
    """Read everybody, staff and reviewers."""
    rows = store.rows("SELECT name, role, number, organisation FROM person ORDER BY id")
    return [
        Person(name, Role(role), number or "", organisation)
        for name, role, number, organisation in rows
    ]


def insert_person(store: Store, person: Person, uuid: str) -> None:
    """Write somebody who is no reviewer."""
    store.change(
        "INSERT INTO person (uuid, name, role, organisation, title, speciality,"
        " former_organisations) VALUES (?, ?, ?, ?, '', '', '[]')",
        (uuid, person.name, person.role.value, person.organisation),
    )


def person_key(store: Store, actor: Actor) -> int | None:
    """Give the row key of who acts: a reviewer by number, staff by name and role."""
    if actor.number:
        row = store.row("SELECT id FROM person WHERE number = ?", (actor.number,))
    else:
        row = store.row(
            "SELECT id FROM person WHERE name = ? AND role = ? AND number IS NULL",
            (actor.name, actor.role.value),
        )
    return row[0] if row else None
