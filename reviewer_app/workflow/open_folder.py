"""Show a folder in the system's own program; nothing is written."""

from pathlib import Path

from reviewer_app.domain.check_errors import NoProgram
from reviewer_app.processes import open_with_system


def open_folder(path: Path) -> None:
    """Open the folder.

    Raises:
        NoProgram: the system has no program for it.
    """
    try:
        open_with_system(path)
    except OSError as error:
        raise NoProgram(path) from error
