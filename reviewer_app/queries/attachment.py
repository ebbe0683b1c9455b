"""The bytes of an attachment: where they are, and its pages as pictures."""

import hashlib
from pathlib import Path

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.check_errors import AttachmentChanged, AttachmentMissing
from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.rules.rights import View
from reviewer_app.reports.pdf_pages import Pages
from reviewer_app.storage import attachments
from reviewer_app.workspace import Workspace


def attachment_file(workspace: Workspace, uuid: str) -> Path:
    """Give the file of an attachment, when its bytes are those that were added.

    Raises:
        UnknownNumber: there is no such attachment.
        AttachmentMissing, AttachmentChanged: the file is gone or another one.
    """
    attachment, path = _found(workspace, uuid)
    if attachments.digest_of(path) != attachment.digest:
        raise AttachmentChanged(attachment.title, path)
    return path


def attachment_pages(workspace: Workspace, uuid: str) -> Pages:
    """Open the pages of an attachment, from the very bytes whose digest was compared.

    Raises:
        PagesUnreadable: it has no pages that can be shown.
        UnknownNumber, AttachmentMissing, AttachmentChanged: as `attachment_file`.
    """
    attachment, path = _found(workspace, uuid)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != attachment.digest:
        raise AttachmentChanged(attachment.title, path)
    return Pages(attachment.title, data)


def _found(workspace: Workspace, uuid: str) -> tuple[Attachment, Path]:
    workspace.require_view(View.APPLICATIONS)
    found = attachments.find_attachment(workspace.store, uuid)
    if found is None:
        raise UnknownNumber("attachment", uuid)
    attachment = found[2]
    path = attachments.attachment_path(workspace.store, attachment)
    if not path.is_file():
        raise AttachmentMissing(attachment.title, path)
    return attachment, path
