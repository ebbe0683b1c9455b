"""Take files into the folder beside the workspace, as attachments of an application."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.check_errors import PagesUnreadable
from reviewer_app.domain.errors import NothingChanged, ReasonMissing, UnknownNumber
from reviewer_app.queries.finding import find_application
from reviewer_app.reports.pdf_pages import count_pages
from reviewer_app.storage import attachments
from reviewer_app.workspace import Workspace


def add_attachments(
    workspace: Workspace,
    *,
    application: str,
    files: Sequence[Path],
    tell: Callable[[int, int, str], None] = lambda _done, _total, _what: None,
) -> None:
    """Keep each file by its content; those the application has already are passed over.

    `tell` hears the bytes done, all of them, and the name of the file at hand.

    Raises:
        FileMissing, NotReadable, DiskFull, NotWritable: no attachment was added.
        NothingChanged: the application has all of them.
    """
    store = workspace.store
    workspace.require("add_attachments")
    key = find_application(store, application)
    known = {item.digest for item in attachments.attachments_of(store, key)}
    sizes = [path.stat().st_size if path.is_file() else 0 for path in files]
    found: list[Attachment] = []
    for place, path in enumerate(files):
        done, total = sum(sizes[:place]), sum(sizes)
        attachment = _kept(workspace, path, partial(_told, tell, (done, total, path.name)))
        if attachment.digest not in known:
            known.add(attachment.digest)
            found.append(attachment)
    if not found:
        raise NothingChanged("add_attachments")
    with workspace.write("add_attachments", "\n".join(item.digest for item in found)):
        for attachment in found:
            attachments.insert_attachment(store, key, attachment)


def _told(tell: Callable[[int, int, str], None], place: tuple[int, int, str], size: int) -> None:
    done, total, name = place
    tell(done + size, total, name)


def rename_attachment(workspace: Workspace, *, uuid: str, title: str) -> None:
    """Give an attachment another title; its bytes stay.

    Raises:
        ReasonMissing: a title says something.
        UnknownNumber, NothingChanged: nothing was written.
    """
    if not title.strip():
        raise ReasonMissing("rename_attachment")
    found = attachments.find_attachment(workspace.store, uuid)
    if found is None:
        raise UnknownNumber("attachment", uuid)
    row, _, attachment = found
    if attachment.title == title.strip():
        raise NothingChanged("rename_attachment")
    with workspace.write("rename_attachment"):
        attachments.rename_attachment(workspace.store, row, title.strip())


def _kept(workspace: Workspace, path: Path, tell: Callable[[int], None]) -> Attachment:
    digest, size = attachments.keep_file(workspace.store, path, tell)
    attachment = Attachment(
        uuid=workspace.new_id(),
        title=path.stem,
        file_name=path.name,
        digest=digest,
        size=size,
        added_by=workspace.actor.name,
    )
    kept = attachments.attachment_path(workspace.store, attachment)
    return replace(attachment, pages=_pages(kept))


def _pages(path: Path) -> int | None:
    try:
        return count_pages(path)
    except PagesUnreadable:
        return None
