"""The bytes of an attachment: where they are, and its pages as pictures.

A reviewer, who is named, gets those of the own applications only, and of none while recused.
"""

import hashlib
from pathlib import Path

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.check_errors import AttachmentChanged, AttachmentMissing
from reviewer_app.domain.errors import NotAssigned, UnknownNumber
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.finding import find_application, find_reviewer
from reviewer_app.reports.pdf_pages import Pages
from reviewer_app.storage import attachments
from reviewer_app.storage.own_work import work_on
from reviewer_app.workspace import Workspace


def attachment_list(
    workspace: Workspace, application: str, reviewer: str = ""
) -> tuple[Attachment, ...]:
    """Give the attachments of an application in the order they came.

    Raises:
        NotAllowed, NotAssigned: not for who asks.
        UnknownNumber: there is no such application.
    """
    key = find_application(workspace.store, application)
    _require(workspace, key, application, reviewer)
    return attachments.attachments_of(workspace.store, key)


def attachment_file(workspace: Workspace, uuid: str, reviewer: str = "") -> Path:
    """Give the file of an attachment, when its bytes are those that were added.

    Raises:
        NotAllowed, NotAssigned: not for who asks.
        UnknownNumber: there is no such attachment.
        AttachmentMissing, AttachmentChanged: the file is gone or another one.
    """
    attachment, path = _found(workspace, uuid, reviewer)
    if attachments.digest_of(path) != attachment.digest:
        raise AttachmentChanged(attachment.title, path)
    return path


def attachment_pages(workspace: Workspace, uuid: str, reviewer: str = "") -> Pages:
    """Open the pages of an attachment, from the very bytes whose digest was compared.

    Raises:
        PagesUnreadable: it has no pages that can be shown.
        NotAllowed, NotAssigned, UnknownNumber, AttachmentMissing, AttachmentChanged: as
            `attachment_file`.
    """
    attachment, path = _found(workspace, uuid, reviewer)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != attachment.digest:
        raise AttachmentChanged(attachment.title, path)
    return Pages(attachment.title, data)


def _found(workspace: Workspace, uuid: str, reviewer: str) -> tuple[Attachment, Path]:
    found = attachments.find_attachment(workspace.store, uuid)
    if found is None:
        raise UnknownNumber("attachment", uuid)
    _, key, attachment = found
    _require(workspace, key, attachment.title, reviewer)
    path = attachments.attachment_path(workspace.store, attachment)
    if not path.is_file():
        raise AttachmentMissing(attachment.title, path)
    return attachment, path


def _require(workspace: Workspace, key: int, what: str, reviewer: str) -> None:
    workspace.require_view(View.APPLICATIONS, reviewer=reviewer)
    if workspace.sees(View.APPLICATIONS) is Reach.ALL:
        return
    store = workspace.store
    work = work_on(store, key, find_reviewer(store, reviewer))
    if work is None or work.state == SheetState.RECUSED.value:
        raise NotAssigned(reviewer, what)
