"""The scans of signed papers, as bytes that are compared before they are shown."""

import hashlib

from reviewer_app.domain.check_errors import AttachmentChanged, AttachmentMissing
from reviewer_app.domain.closing import Scan
from reviewer_app.domain.rules.rights import View
from reviewer_app.reports.pdf_pages import Pages
from reviewer_app.storage.attachments import attachment_path
from reviewer_app.workspace import Workspace


def scan_bytes(workspace: Workspace, scan: Scan) -> bytes:
    """Give the bytes of a scan, when they are those that were attached.

    Raises:
        NotAllowed: not for this role.
        AttachmentMissing, AttachmentChanged: the file is gone or another one.
    """
    workspace.require_view(View.SIGNING)
    path = attachment_path(workspace.store, scan.file)
    if not path.is_file():
        raise AttachmentMissing(scan.file.title, path)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != scan.file.digest:
        raise AttachmentChanged(scan.file.title, path)
    return data


def scan_pages(scan: Scan, data: bytes) -> Pages | None:
    """Open the pages of a scanned PDF; None for a picture."""
    return Pages(scan.file.title, data) if data.startswith(b"%PDF-") else None
