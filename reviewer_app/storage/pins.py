"""PIN hashes, outside the journal; the journal holds the digest of each.

So a hash that somebody put there with another program is noticed, while no copy of an
old one stays in the journal.
"""

import hashlib
from dataclasses import dataclass

from reviewer_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class KeptPin:
    """A hash, and the wrong tries since the last right one; `failed_at` of the last."""

    hash: str
    failures: int
    failed_at: str
    is_sealed: bool


def _digest(kept: str) -> str:
    return hashlib.sha256(kept.encode("ascii", "replace")).hexdigest()


def load_pin(store: Store, person: int) -> KeptPin | None:
    """Read somebody's PIN; an empty hash where the journal knows one and none is there."""
    row = store.row("SELECT hash, failures, failed_at FROM pin WHERE person_id = ?", (person,))
    seal = store.row("SELECT digest FROM pin_seal WHERE person_id = ?", (person,))
    if row is None:
        return KeptPin("", 0, "", is_sealed=False) if seal else None
    return KeptPin(row[0], row[1], row[2], is_sealed=seal == (_digest(row[0]),))


def write_pin(store: Store, person: int, kept: str) -> None:
    """Write a new hash and its seal."""
    remove_pin(store, person)
    store.change(
        "INSERT INTO pin (person_id, hash, failures, failed_at) VALUES (?, ?, 0, '')",
        (person, kept),
    )
    store.change("INSERT INTO pin_seal (person_id, digest) VALUES (?, ?)", (person, _digest(kept)))


def remove_pin(store: Store, person: int) -> None:
    """Take hash and seal away."""
    store.change("DELETE FROM pin WHERE person_id = ?", (person,))
    store.change("DELETE FROM pin_seal WHERE person_id = ?", (person,))


def note_tries(store: Store, person: int, failures: int, at: str) -> None:
    """Remember the wrong tries in a row."""
    store.log_outside_journal(
        "UPDATE pin SET failures = ?, failed_at = ? WHERE person_id = ?", (failures, at, person)
    )


def unsealed_pins(store: Store) -> tuple[str, ...]:
    """Name the people whose hash is not the one whose digest the journal holds."""
    rows = store.rows(
        "SELECT p.name, k.hash, s.digest FROM person AS p LEFT JOIN pin AS k ON k.person_id = p.id"
        " LEFT JOIN pin_seal AS s ON s.person_id = p.id"
        " WHERE k.hash IS NOT NULL OR s.digest IS NOT NULL ORDER BY p.id"
    )
    return tuple(name for name, kept, seal in rows if kept is None or _digest(kept) != seal)
