"""Make a verified copy of the workspace where the user wants one."""

from pathlib import Path

from reviewer_app.storage.backup import Backup, make_backup, require_folder
from reviewer_app.workspace import Workspace, backup_folder


def back_up(workspace: Workspace, to: Path | None) -> Backup:
    """Copy, verify, then name; without `to` into this PC's backup folder.

    Raises:
        FileMissing, NotWritable: `to` is no folder that takes files.
        DiskFull, StorageGone, Damaged: nothing half written is left.
    """
    folder = backup_folder(workspace.store)
    if to is not None:
        require_folder(to)
        folder = to
    name = workspace.store.path.stem
    return make_backup(workspace.store, folder, name, workspace.surroundings.now())
