"""The batch, its scheme versions and the recorded votes."""

import re
from dataclasses import dataclass

from reviewer_app.domain.errors import Damaged
from reviewer_app.storage.store import Store

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class BatchRow:
    """The batch as stored; `everyone` tells that all reviewers have all sheets."""

    uuid: str
    title: str
    created_at: str
    everyone: bool


@dataclass(frozen=True, slots=True)
class SchemeVersion:
    """A scheme as adopted; `frozen_at` is empty until the first score is stored."""

    version: int
    document: str
    digest: str
    adopted_at: str
    frozen_at: str


def load_batch(store: Store) -> BatchRow:
    """Read the batch; every workspace has exactly one.

    Raises:
        Damaged: it is gone, or its UUID, which names folders, is none.
    """
    row = store.row("SELECT uuid, title, created_at, assignment FROM batch WHERE id = 1")
    if row is None or not _UUID.fullmatch(row[0]):
        raise Damaged(store.path, "batch")
    return BatchRow(row[0], row[1], row[2], row[3] == "everyone")


def insert_batch(store: Store, *, uuid: str, title: str, at: str) -> None:
    """Write the batch of a new workspace."""
    store.change(
        "INSERT INTO batch (id, uuid, title, created_at, assignment)"
        " VALUES (1, ?, ?, ?, 'everyone')",
        (uuid, title, at),
    )


def set_listed(store: Store) -> None:
    """Say that only listed assignments hold from now on."""
    store.change("UPDATE batch SET assignment = 'listed' WHERE id = 1 AND assignment <> 'listed'")


def insert_scheme(store: Store, document: str, digest: str, at: str) -> int:
    """Add the next version of the scheme and give its number."""
    row = store.row("SELECT ifnull(max(version), 0) + 1 FROM scheme_version")
    version = row[0] if row else 1
    store.change(
        "INSERT INTO scheme_version (version, document, digest, adopted_at) VALUES (?, ?, ?, ?)",
        (version, document, digest, at),
    )
    return version


def scheme_versions(store: Store) -> tuple[SchemeVersion, ...]:
    """Read every version, oldest first."""
    rows = store.rows(
        "SELECT version, document, digest, adopted_at, frozen_at"
        " FROM scheme_version ORDER BY version"
    )
    return tuple(SchemeVersion(row[0], row[1], row[2], row[3], str(row[4] or "")) for row in rows)


def current_scheme(store: Store) -> SchemeVersion:
    """Read the version in force.

    Raises:
        Damaged: there is none.
    """
    versions = scheme_versions(store)
    if not versions:
        raise Damaged(store.path, "scheme_version")
    return versions[-1]


def freeze_scheme(store: Store, at: str) -> None:
    """Freeze the version in force, if it is not yet."""
    store.change(
        "UPDATE scheme_version SET frozen_at = ? WHERE frozen_at IS NULL"
        " AND version = (SELECT max(version) FROM scheme_version)",
        (at,),
    )


def insert_vote(store: Store, applications: tuple[int, ...]) -> None:
    """Record the order a panel voted for these applications, best first."""
    row = store.row("SELECT ifnull(max(vote), 0) + 1 FROM tie_vote")
    vote = row[0] if row else 1
    store.change_many(
        "INSERT INTO tie_vote (vote, place, application_id) VALUES (?, ?, ?)",
        [(vote, place, key) for place, key in enumerate(applications, start=1)],
    )


def votes(store: Store) -> tuple[tuple[str, ...], ...]:
    """Read the recorded votes as application numbers, oldest vote first."""
    rows = store.rows(
        "SELECT v.vote, a.number FROM tie_vote AS v"
        " JOIN application AS a ON a.id = v.application_id ORDER BY v.vote, v.place"
    )
    orders: dict[object, list[str]] = {}
    for vote, number in rows:
        orders.setdefault(vote, []).append(number)
    return tuple(tuple(order) for order in orders.values())
