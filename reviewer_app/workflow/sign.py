"""Documents issued for signature, the signatures under them, and the scans of signed papers."""

from collections.abc import Sequence
from pathlib import Path

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.closing import DECISION, IssuedPaper, Scan, Signature
from reviewer_app.domain.errors import NotAllowed, NothingChanged
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.session import Signing
from reviewer_app.domain.session_errors import NotIssued, SignedAlready
from reviewer_app.importing.scan import check_scan
from reviewer_app.queries.issued import issues_now
from reviewer_app.queries.session import session_of
from reviewer_app.storage import attachments, closing, signing
from reviewer_app.workflow.pins import check_pin
from reviewer_app.workflow.room import person_of
from reviewer_app.workspace import Workspace


def issue_papers(workspace: Workspace, documents: Sequence[str]) -> None:
    """Issue documents for signature; one that reads as when it was last issued stays.

    What is issued anew voids the signatures under the paper before it.

    Raises:
        NothingChanged: each reads as it was issued, or no results are settled.
    """
    workspace.require("issue_papers")
    store = workspace.store
    version = len(closing.load_snapshots(store))
    standing = signing.standing_papers(store, version)
    now = issues_now(workspace, documents) if version else {}
    fresh = [
        IssuedPaper(0, number, version, issue.code, issue.digest, workspace.stamp())
        for number, issue in now.items()
        if number not in standing or standing[number].digest != issue.digest
    ]
    if not fresh:
        raise NothingChanged("issue_papers")
    with workspace.write("issue_papers", "\n".join(paper.code for paper in fresh)):
        for paper in fresh:
            signing.insert_paper(store, paper)


def sign_document(workspace: Workspace, document: str, person: Actor, *, pin: str = "") -> None:
    """Write that somebody signed a document as it was last issued.

    Raises:
        As `sign_documents`.
    """
    sign_documents(workspace, (document,), person, pin=pin)


def sign_documents(
    workspace: Workspace, documents: Sequence[str], person: Actor, *, pin: str = ""
) -> None:
    """Write that somebody signed documents as they were last issued, one entry each.

    Where the session signs by PIN, the person's own proves it; on paper staff note what
    was signed by hand.

    Raises:
        NotIssued, NotInBatch, SignedAlready, WrongPin, PinWaits, NoPin: nothing was written.
    """
    workspace.require("sign_document", reviewer=person.number)
    if workspace.actor.role is not Role.SECRETARY and person != workspace.actor:
        raise NotAllowed("sign_document", workspace.actor.role.value, own_only=True)
    papers = [_standing(workspace, document) for document in documents]
    key = person_of(workspace, person)
    signed = {
        (row.paper, row.person, row.number) for row in signing.load_signatures(workspace.store)
    }
    if any((paper.key, person.name, person.number) in signed for paper in papers):
        raise SignedAlready(person.name)
    way = session_of(workspace).plan.signing
    if way is Signing.PIN:
        check_pin(workspace, person, pin)
    for paper in papers:
        _sign(workspace, paper, person, key, way)


def _standing(workspace: Workspace, document: str) -> IssuedPaper:
    store = workspace.store
    found = signing.standing_papers(store, len(closing.load_snapshots(store))).get(document)
    if found is None:
        raise NotIssued(document)
    return found


def _sign(workspace: Workspace, paper: IssuedPaper, person: Actor, key: int, way: Signing) -> None:
    reason = f"{paper.code} {person.name}"
    with workspace.write("sign_document", reason, reviewer=person.number):
        made = Signature(
            document=paper.document,
            version=paper.version,
            person=person.name,
            number=person.number,
            way=way,
            signed_at=workspace.stamp(),
            recorded_by=workspace.actor.name,
            code=paper.code,
            paper=paper.key,
        )
        signing.insert_signature(workspace.store, key, made)


def attach_scan(workspace: Workspace, document: str, file: Path) -> None:
    """Keep the scan of a signed paper under the code of the document as last issued.

    `document` is a number, or `DECISION` for the paper decision to reconvene.

    Raises:
        NotIssued, NotAScan, FileMissing, NotReadable, DiskFull, NotWritable: nothing was
            written. NothingChanged: this very scan is there.
    """
    workspace.require("attach_scan")
    code = "" if document == DECISION else _standing(workspace, document).code
    pages = check_scan(file)
    store = workspace.store
    digest, size = attachments.keep_file(store, file, _unheard)
    if any((one.code, one.file.digest) == (code, digest) for one in signing.load_scans(store)):
        raise NothingChanged("attach_scan")
    kept = Attachment(
        uuid=workspace.new_id(),
        title=file.stem,
        file_name=file.name,
        digest=digest,
        size=size,
        pages=pages,
        added_by=workspace.actor.name,
    )
    with workspace.write("attach_scan", f"{code or document} {digest}"):
        signing.insert_scan(store, Scan(document, code, kept, workspace.stamp()))


def _unheard(_bytes: int) -> None:
    """A scan is small: nobody waits for its progress."""
