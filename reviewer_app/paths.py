"""Where the program keeps what belongs to this PC and not to a workspace."""

import os
import sys
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


def font_folders() -> tuple[Path, ...]:
    """Give the folders in which this system keeps its fonts, the user's own first."""
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (own, Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts")
    home = Path.home()
    return (home / ".local/share/fonts", home / ".fonts", Path("/usr/share/fonts"))
