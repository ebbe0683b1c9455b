"""Show an attachment in the system's own program; nothing is written."""

from reviewer_app.domain.check_errors import NoProgram
from reviewer_app.processes import open_with_system
from reviewer_app.queries.attachment import attachment_file
from reviewer_app.workspace import Workspace


def open_attachment(workspace: Workspace, uuid: str) -> None:
    """Open the file after its digest was compared.

    Raises:
        AttachmentMissing, AttachmentChanged: the file is not the one that was added.
        NoProgram: the system has no program for it.
    """
    path = attachment_file(workspace, uuid)
    try:
        open_with_system(path)
    except OSError as error:
        raise NoProgram(path) from error
