"""Attachments: rows in the workspace, bytes in the folder beside it."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.errors import DiskFull, FileMissing, NotReadable, NotWritable
from reviewer_app.domain.verification import Finding, FindingKind
from reviewer_app.storage.faults import free_bytes
from reviewer_app.storage.store import Row, Store

_PIECE = 1 << 20
_COLUMNS = "uuid, title, file_name, digest, size, pages, added_by"


def attachment_folder(workspace: Path) -> Path:
    """Give the folder of a workspace's attachments: `batch.files` beside `batch.review`."""
    return workspace.with_suffix(".files")


def attachment_path(store: Store, attachment: Attachment) -> Path:
    """Say where the bytes of an attachment are kept."""
    return attachment_folder(store.path) / attachment.kept_as


def keep_file(store: Store, source: Path, tell: Callable[[int], None]) -> tuple[str, int]:
    """Copy a file into the folder under the name of its content; give digest and size.

    Equal content is kept once. `tell` hears the bytes copied so far.

    Raises:
        FileMissing, NotReadable: the source.
        DiskFull, NotWritable: the folder; nothing is left behind.
    """
    folder = attachment_folder(store.path)
    half = folder / f".{source.name}.part"
    with _file_faults(source, folder):
        try:
            folder.mkdir(exist_ok=True)
            digest, size = _copied(source, half, tell)
            _put_in_place(half, folder / (digest + source.suffix.lower()), digest)
        finally:
            half.unlink(missing_ok=True)
    return digest, size


@contextmanager
def _file_faults(source: Path, folder: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing(source) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(folder, free_bytes(folder)) from error
        if error.filename is not None and Path(str(error.filename)) == source:
            raise NotReadable(source) from error
        raise NotWritable(folder, error.strerror or "") from error


def _copied(source: Path, target: Path, tell: Callable[[int], None]) -> tuple[str, int]:
    sha, size = hashlib.sha256(), 0
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(_PIECE):
            sha.update(piece)
            writing.write(piece)
            size += len(piece)
            tell(size)
        writing.flush()
        os.fsync(writing.fileno())
    return sha.hexdigest(), size


def _put_in_place(half: Path, target: Path, digest: str) -> None:
    """Give the copy its name, write-protected; a damaged one of that name gives way."""
    if target.exists() and digest_of(target) == digest:
        return
    if target.exists():
        target.chmod(stat.S_IREAD | stat.S_IWRITE)
    half.replace(target)
    target.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as reading:
        return hashlib.file_digest(reading, "sha256").hexdigest()


def insert_attachment(store: Store, key: int, attachment: Attachment) -> None:
    """Write the row of a kept file."""
    store.change(
        f"INSERT INTO attachment ({_COLUMNS}, application_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            attachment.uuid,
            attachment.title,
            attachment.file_name,
            attachment.digest,
            attachment.size,
            attachment.pages,
            attachment.added_by,
            key,
        ),
    )


def attachments_of(store: Store, key: int) -> tuple[Attachment, ...]:
    """Read the attachments of one application in the order they came."""
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM attachment WHERE application_id = ? ORDER BY id", (key,)
    )
    return tuple(_attachment(row) for row in rows)


def all_attachments(store: Store) -> Mapping[str, tuple[Attachment, ...]]:
    """Read every attachment by application number, in the order they came."""
    found: dict[str, list[Attachment]] = {}
    for number, *values in store.stream(
        "SELECT a.number, t.uuid, t.title, t.file_name, t.digest, t.size, t.pages, t.added_by"
        " FROM attachment AS t JOIN application AS a ON a.id = t.application_id ORDER BY t.id"
    ):
        found.setdefault(number, []).append(_attachment(tuple(values)))
    return {number: tuple(files) for number, files in found.items()}


def find_attachment(store: Store, uuid: str) -> tuple[int, int, Attachment] | None:
    """Give row key, application key and attachment; None where there is no such row."""
    row = store.row(
        f"SELECT id, application_id, {_COLUMNS} FROM attachment WHERE uuid = ?", (uuid,)
    )
    return None if row is None else (row[0], row[1], _attachment(row[2:]))


def rename_attachment(store: Store, row: int, title: str) -> None:
    """Write another title."""
    store.change("UPDATE attachment SET title = ? WHERE id = ?", (title, row))


def verify_attachments(store: Store) -> Iterator[Finding]:
    """Name every attachment whose file is gone or holds other bytes."""
    for number, *values in store.rows(
        "SELECT a.number, t.uuid, t.title, t.file_name, t.digest, t.size, t.pages, t.added_by"
        " FROM attachment AS t JOIN application AS a ON a.id = t.application_id ORDER BY t.id"
    ):
        yield from kept_finding(store, _attachment(tuple(values)), number)


def kept_finding(store: Store, attachment: Attachment, owner: str) -> Iterator[Finding]:
    """Say whether a kept file is gone or holds other bytes; `owner` is what it belongs to."""
    place = f"{owner} {attachment.title} ({attachment.kept_as})"
    path = attachment_path(store, attachment)
    if not path.is_file():
        yield Finding(FindingKind.ATTACHMENT_LOST, place, attachment.digest)
        return
    found = digest_of(path)
    if found != attachment.digest:
        yield Finding(FindingKind.ATTACHMENT_DIFFERS, place, attachment.digest, found)


def _attachment(row: Row) -> Attachment:
    uuid, title, file_name, digest, size, pages, added_by = row
    return Attachment(uuid, title, file_name, digest, size, pages, added_by)
