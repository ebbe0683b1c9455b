"""Where the program keeps what belongs to this PC and not to a workspace."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("reviewer-app", appauthor=False)


def state_folder() -> Path:
    """Give the folder for heads seen on this PC."""
    return Path(_DIRS.user_state_dir)


def backup_folder() -> Path:
    """Give the folder for automatic backups."""
    return Path(_DIRS.user_data_dir) / "backups"


def log_folder() -> Path:
    """Give the folder for the program's log."""
    return Path(_DIRS.user_log_dir)
