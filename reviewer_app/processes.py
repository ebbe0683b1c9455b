"""The only home of other programs: a file is handed to the system's own program for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_with_system(path: Path) -> None:
    """Show a file in the program the system has for its kind; never waits for it.

    Raises:
        OSError: there is none.
    """
    if sys.platform == "win32":
        os.startfile(path)
        return
    name = "open" if sys.platform == "darwin" else "xdg-open"
    opener = shutil.which(name)
    if opener is None:
        raise FileNotFoundError(name)
    subprocess.Popen(
        [opener, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
