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


def settings_file() -> Path:
    """Give the file of this user's settings."""
    return Path(_DIRS.user_config_dir) / "settings.json"


def window_file() -> Path:
    """Give the file of window places."""
    return Path(_DIRS.user_config_dir) / "windows.ini"


def running_folder() -> Path:
    """Give the folder by which a second start finds the first."""
    return Path(_DIRS.user_state_dir) / "running"
