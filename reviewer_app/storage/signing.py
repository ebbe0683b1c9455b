"""Papers issued to be signed, the signatures under them, and their scans."""

from collections.abc import Iterator

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.closing import IssuedPaper, Scan, Signature
from reviewer_app.domain.session import Signing
from reviewer_app.domain.verification import Finding
from reviewer_app.storage.attachments import kept_finding
from reviewer_app.storage.store import Store

_SCANS = (
    "SELECT document, code, added_at, uuid, title, file_name, digest, size, pages, added_by"
    " FROM scan ORDER BY id"
)


def load_papers(store: Store) -> tuple[IssuedPaper, ...]:
    """Read every paper that was issued, the first one first."""
    rows = store.rows(
        "SELECT id, document, version, code, digest, issued_at FROM issued_paper ORDER BY id"
    )
    return tuple(IssuedPaper(*row) for row in rows)


def standing_papers(store: Store, version: int) -> dict[str, IssuedPaper]:
    """Read the paper that stands of each document of a version: the last one issued."""
    return {paper.document: paper for paper in load_papers(store) if paper.version == version}


def insert_paper(store: Store, paper: IssuedPaper) -> None:
    """Write a paper that is issued; its key is made here."""
    store.change(
        "INSERT INTO issued_paper (document, version, code, digest, issued_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (paper.document, paper.version, paper.code, paper.digest, paper.issued_at),
    )


def load_signatures(store: Store) -> tuple[Signature, ...]:
    """Read the signatures by document, version and person."""
    rows = store.rows(
        "SELECT i.document, i.version, p.name, ifnull(p.number, ''), g.way, g.signed_at,"
        " g.recorded_by, i.code, i.id FROM signature AS g"
        " JOIN issued_paper AS i ON i.id = g.paper_id JOIN person AS p ON p.id = g.person_id"
        " ORDER BY i.document, i.version, i.id, g.person_id"
    )
    return tuple(
        Signature(document, version, name, number, Signing(way), *rest)
        for document, version, name, number, way, *rest in rows
    )


def insert_signature(store: Store, person: int, signature: Signature) -> None:
    """Write a signature."""
    store.change(
        "INSERT INTO signature (paper_id, person_id, way, signed_at, recorded_by)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            *(signature.paper, person, signature.way.value),
            *(signature.signed_at, signature.recorded_by),
        ),
    )


def load_scans(store: Store) -> tuple[Scan, ...]:
    """Read the scans in the order they came."""
    return tuple(
        Scan(document, code, Attachment(*file), added_at)
        for document, code, added_at, *file in store.rows(_SCANS)
    )


def insert_scan(store: Store, scan: Scan) -> None:
    """Write the row of a kept scan."""
    file = scan.file
    store.change(
        "INSERT INTO scan (uuid, document, code, title, file_name, digest, size, pages,"
        " added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(file.uuid, scan.document, scan.code, file.title, file.file_name, file.digest),
            *(file.size, file.pages, file.added_by, scan.added_at),
        ),
    )


def verify_scans(store: Store) -> Iterator[Finding]:
    """Name every scan whose file is gone or holds other bytes."""
    for scan in load_scans(store):
        yield from kept_finding(store, scan.file, scan.code or scan.document)
