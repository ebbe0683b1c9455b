"""Overrides of the closing gate, settled results, reconvening, nights."""

import json

from reviewer_app.domain.closing import (
    ClosingLine,
    EveningLock,
    Override,
    Reconvening,
    Snapshot,
)
from reviewer_app.storage.store import Store


def load_overrides(store: Store) -> dict[ClosingLine, Override]:
    """Read which open lines were accepted."""
    rows = store.rows("SELECT line, names, reason, signer, signed_at FROM gate_override")
    return {
        ClosingLine(line): Override(ClosingLine(line), tuple(json.loads(names)), *signed)
        for line, names, *signed in rows
    }


def write_override(store: Store, override: Override) -> None:
    """Write or replace what was accepted on a line."""
    store.change("DELETE FROM gate_override WHERE line = ?", (override.line.value,))
    store.change(
        "INSERT INTO gate_override (line, names, reason, signer, signed_at) VALUES (?, ?, ?, ?, ?)",
        (
            override.line.value,
            json.dumps(list(override.names), ensure_ascii=False),
            override.reason,
            *(override.signer, override.signed_at),
        ),
    )


def clear_overrides(store: Store) -> None:
    """Forget what was accepted: results taken up again are looked at anew."""
    store.change("DELETE FROM gate_override")


def load_snapshots(store: Store) -> tuple[Snapshot, ...]:
    """Read every version of the results, the first one first."""
    rows = store.rows(
        "SELECT version, document, digest, sequence, head, closed_by, closed_at"
        " FROM result_snapshot ORDER BY version"
    )
    return tuple(Snapshot(*row) for row in rows)


def insert_snapshot(store: Store, snapshot: Snapshot) -> None:
    """Write the next version of the results."""
    store.change(
        "INSERT INTO result_snapshot (version, document, digest, sequence, head, closed_by,"
        " closed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(snapshot.version, snapshot.document, snapshot.digest, snapshot.sequence),
            *(snapshot.head, snapshot.closed_by, snapshot.closed_at),
        ),
    )


def lock_sheets(store: Store) -> None:
    """Lock every submitted sheet."""
    store.change("UPDATE sheet SET state = 'locked' WHERE state = 'submitted'")


def load_reconvenings(store: Store) -> tuple[Reconvening, ...]:
    """Read why versions were opened again."""
    rows = store.rows(
        "SELECT version, decision, reason, bureau_leader, supervisor, reopened_at"
        " FROM reconvening ORDER BY version"
    )
    return tuple(Reconvening(*row) for row in rows)


def insert_reconvening(store: Store, found: Reconvening) -> None:
    """Write why a version was opened again."""
    store.change(
        "INSERT INTO reconvening (version, decision, reason, bureau_leader, supervisor,"
        " reopened_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            *(found.version, found.decision, found.reason),
            *(found.bureau_leader, found.supervisor, found.reopened_at),
        ),
    )


def load_nights(store: Store) -> tuple[EveningLock, ...]:
    """Read the evening locks in order of their days."""
    rows = store.rows(
        "SELECT day, sequence, head, locked_by, locked_at, checked_by, checked_at, note"
        " FROM evening_lock ORDER BY day"
    )
    return tuple(EveningLock(*row) for row in rows)


def write_night(store: Store, night: EveningLock) -> None:
    """Write or replace the lock of a day; a day locked twice keeps the later head."""
    store.change("DELETE FROM evening_lock WHERE day = ?", (night.day,))
    store.change(
        "INSERT INTO evening_lock (day, sequence, head, locked_by, locked_at, checked_by,"
        " checked_at, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(night.day, night.sequence, night.head, night.locked_by, night.locked_at),
            *(night.checked_by, night.checked_at, night.note),
        ),
    )
