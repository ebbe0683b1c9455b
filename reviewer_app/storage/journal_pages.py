"""The journal page by page, newest first, filtered where it lies."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer_app.storage.journal import Entry
from reviewer_app.storage.store import Store

_COLUMNS = "seq, prev, at, actor, role, verb, reason, program, changes, digest"
_IMAGE = "coalesce(after, before)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of a WHERE clause over the journal, with what is bound in it."""

    sql: str
    values: tuple[object, ...] = ()


def any_of(conditions: Sequence[Condition]) -> Condition:
    """Join conditions of which one is enough."""
    sql = " OR ".join(f"({item.sql})" for item in conditions)
    return Condition(sql or "0", tuple(value for item in conditions for value in item.values))


def equal(column: str, value: object) -> Condition:
    """Give entries whose column holds a value; columns are named by the program only."""
    return Condition(f"{column} = ?", (value,))


def on_days(first: str, last: str) -> list[Condition]:
    """Give entries of these days, both included; an empty day is no bound."""
    bounds = ((first, "substr(at, 1, 10) >= ?"), (last, "substr(at, 1, 10) <= ?"))
    return [Condition(sql, (day,)) for day, sql in bounds if day]


def holding(text: str, verbs: Iterable[str]) -> Condition:
    """Give entries by a word in who did it or why, or by one of some verbs."""
    like = f"%{text.replace('~', '~~').replace('%', '~%').replace('_', '~_')}%"
    found = tuple(verbs)
    marks = ", ".join("?" * len(found))
    sql = f"actor LIKE ? ESCAPE '~' OR reason LIKE ? ESCAPE '~' OR verb IN ({marks})"
    return Condition(sql, (like, like, *found))


def touching(
    applications: Sequence[int], people: Sequence[int], sheets: Sequence[int]
) -> Condition:
    """Give entries that changed a row of these applications, people or sheets (row keys)."""
    parts = (
        ("'$.application_id'", applications),
        ("'$.reviewer_id'", people),
        ("'$.person_id'", people),
        ("'$.sheet_id'", sheets),
    )
    tests = [
        f"json_extract({_IMAGE}, {path}) IN ({', '.join('?' * len(keys))})"
        for path, keys in parts
        if keys
    ]
    values: list[object] = [key for _, keys in parts for key in keys]
    for table, keys in (("application", applications), ("person", people)):
        if keys:
            tests.append(f"table_name = '{table}' AND row_key IN ({', '.join('?' * len(keys))})")
            values += [json.dumps([key]) for key in keys]
    if not tests:
        return Condition("0")
    inner = " OR ".join(f"({test})" for test in tests)
    return Condition(f"seq IN (SELECT seq FROM journal_change WHERE {inner})", tuple(values))


def sheets_ever(store: Store, applications: Sequence[int], people: Sequence[int]) -> list[int]:
    """Give the keys of all sheets these ever had, also those that are gone."""
    marks = ", ".join("?" * len(applications)), ", ".join("?" * len(people))
    rows = store.rows(
        f"SELECT DISTINCT json_extract({_IMAGE}, '$.id') FROM journal_change"
        " WHERE table_name = 'sheet' AND"
        f" (json_extract({_IMAGE}, '$.application_id') IN ({marks[0]})"
        f" OR json_extract({_IMAGE}, '$.reviewer_id') IN ({marks[1]}))",
        (*applications, *people),
    )
    return [key for (key,) in rows]


def page(store: Store, conditions: Sequence[Condition], before: int, limit: int) -> list[Entry]:
    """Read the newest entries older than sequence `before` that meet all conditions."""
    sql, values = _where([*conditions, Condition("seq < ?", (before,))])
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM journal WHERE {sql} ORDER BY seq DESC LIMIT ?", (*values, limit)
    )
    return [Entry(*row) for row in rows]


def count(store: Store, conditions: Sequence[Condition]) -> int:
    """Count the entries that meet all conditions."""
    sql, values = _where(conditions)
    row = store.row(f"SELECT count(*) FROM journal WHERE {sql}", values)
    return int(row[0]) if row else 0


def _where(conditions: Sequence[Condition]) -> tuple[str, tuple[object, ...]]:
    sql = " AND ".join(f"({item.sql})" for item in conditions) or "1"
    return sql, tuple(value for item in conditions for value in item.values)


@dataclass(frozen=True, slots=True)
class Subject:
    """What one change is about, as row keys; 0 where it is not."""

    seq: int
    table: str
    application: int
    reviewer: int
    sheet: int
    indicator: str


def subjects(store: Store, sequences: Sequence[int], most: int) -> list[Subject]:
    """Say what the first changes of some entries are about."""
    marks = ", ".join("?" * len(sequences))
    rows = store.rows(
        "SELECT seq, table_name,"
        f" CASE table_name WHEN 'application' THEN json_extract({_IMAGE}, '$.id')"
        f" ELSE json_extract({_IMAGE}, '$.application_id') END,"
        f" CASE table_name WHEN 'person' THEN json_extract({_IMAGE}, '$.id')"
        f" ELSE json_extract({_IMAGE}, '$.reviewer_id') END,"
        f" CASE table_name WHEN 'sheet' THEN json_extract({_IMAGE}, '$.id')"
        f" ELSE json_extract({_IMAGE}, '$.sheet_id') END,"
        f" json_extract({_IMAGE}, '$.indicator')"
        f" FROM journal_change WHERE seq IN ({marks}) AND ordinal <= ? ORDER BY seq, ordinal",
        (*sequences, most),
    )
    return [
        Subject(seq, table, application or 0, reviewer or 0, sheet or 0, indicator or "")
        for seq, table, application, reviewer, sheet, indicator in rows
    ]


@dataclass(frozen=True, slots=True)
class Names:
    """Numbers of applications and reviewers, and whose sheet is whose, by row key."""

    applications: dict[int, str]
    reviewers: dict[int, str]
    sheets: dict[int, tuple[int, int]]
    counting: frozenset[int]
    people: dict[int, str]


def names(store: Store) -> Names:
    """Read what row keys mean, also of rows that are gone: their last image tells."""
    applications = _images(store, "application", "$.number")
    reviewers = _images(store, "person", "$.number")
    sheets = {
        key: (application, reviewer)
        for key, application, reviewer in store.rows(
            "SELECT id, application_id, reviewer_id FROM sheet"
        )
    }
    states = store.rows("SELECT id FROM sheet WHERE state IN ('submitted', 'locked')")
    people = _images(store, "person", "$.name")
    return Names(applications, reviewers, sheets, frozenset(key for (key,) in states), people)


def _images(store: Store, table: str, path: str) -> dict[int, str]:
    rows = store.rows(
        f"SELECT json_extract({_IMAGE}, '$.id'), json_extract({_IMAGE}, ?)"
        " FROM journal_change WHERE table_name = ? ORDER BY seq, ordinal",
        (path, table),
    )
    return {key: str(text or "") for key, text in rows}


def actors(store: Store) -> list[str]:
    """Name everybody who ever made an entry."""
    return [name for (name,) in store.rows("SELECT DISTINCT actor FROM journal ORDER BY actor")]


def verbs(store: Store) -> list[str]:
    """Name every verb that was ever used."""
    return [verb for (verb,) in store.rows("SELECT DISTINCT verb FROM journal ORDER BY verb")]
