"""The export log: what left the workspace as a document. Outside the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from reviewer_app.storage.store import Store
from reviewer_app.storage.verification import export_log_digest

SEALED = "sealed copy"
"""The note on the copy of the workspace that is kept with the seal."""


@dataclass(frozen=True, slots=True)
class Export:
    """One written document: its foot code and the SHA-256 of the file."""

    at: str
    actor: str
    file: str
    code: str
    sha256: str
    note: str


def log_export(store: Store, export: Export) -> None:
    """Append one line to the export log."""
    values = (export.at, export.actor, export.file, export.code, export.sha256, export.note)
    row = store.row("SELECT ifnull(max(id), 0) + 1 FROM export_log")
    key = row[0] if row else 1
    store.log_outside_journal(
        "INSERT INTO export_log (id, at, actor, file, code, sha256, note, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (key, *values, export_log_digest((key, *values))),
    )


def exports_of(store: Store) -> Iterator[Export]:
    """Read the export log, oldest first."""
    for row in store.stream(
        "SELECT at, actor, file, code, sha256, note FROM export_log ORDER BY id"
    ):
        yield Export(*row)


def sealed_copies(store: Store, until: int) -> tuple[Export, ...]:
    """Give the copies sealed up to a journal sequence; the name of each ends with its own."""
    return tuple(
        one
        for one in exports_of(store)
        if one.note == SEALED and int(PurePath(one.file).stem.rpartition("-")[2]) <= until
    )
