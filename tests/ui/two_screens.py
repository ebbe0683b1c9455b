"""A program of its own: the shell on the screens named by Qt's platform, and F11.

python -m tests.ui.two_screens FILE; says where the picture for the wall is, or "asked".
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from reviewer_app.domain.person import Person, Role
from ui.app import Opening, Shell
from ui.place import WallWish
from ui.projector import ProjectorWindow


def main(path: Path) -> None:
    """Open the batch, sign in, wish for the wall, and say what came of it."""
    application = QApplication([])
    shell = Shell(Opening(path, "zh_CN", "王干事"), application)
    shell.begin()
    shell.sign_in(Person("王干事", Role.SECRETARY))
    shell.give(WallWish.OPEN)
    for window in application.topLevelWidgets():
        if isinstance(window, ProjectorWindow) and window.isVisible():
            sys.stdout.write(f"{window.screen().name()} {window.geometry().getRect()}\n")
    if shell.window.findChild(QDialog, "one_screen_dialog") is not None:
        sys.stdout.write("asked\n")
    shell.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
