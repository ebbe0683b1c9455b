"""A process that ends with the first painted frame of a window.

python -m tests.benchmarks.first_frame empty
python -m tests.benchmarks.first_frame table COUNT
python -m tests.benchmarks.first_frame start
python -m tests.benchmarks.first_frame WORKSPACE PLACE
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

if TYPE_CHECKING:
    from ui.app import Shell

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class _Watch(QObject):
    """Ends the program when a widget was painted and its events are done."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._end)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        sys.stdout.flush()
        os._exit(0)


def empty() -> QMainWindow:
    """Show an empty QMainWindow."""
    window = QMainWindow()
    window.resize(1280, 720)
    window.show()
    return window


def table(count: int) -> QMainWindow:
    """Show a plain view over a model of so many rows that does nothing else."""
    from PySide6.QtGui import QStandardItemModel

    window = QMainWindow()
    view = QTableView()
    view.setModel(QStandardItemModel(count, 12))
    window.setCentralWidget(view)
    window.resize(1280, 720)
    window.show()
    return window


def shell(application: QApplication, workspace: Path | None, place: str) -> "Shell":
    """Show our window on its start page, or on a place of a workspace."""
    from reviewer_app.domain.person import Person, Role
    from ui.app import Opening, Shell

    made = Shell(Opening(workspace, "zh_CN", "王干事"), application)
    made.begin()
    if workspace is not None:
        made.sign_in(Person("王干事", Role.SECRETARY))
        made.window.show_place(place)
    return made


def main() -> int:
    """Show what the arguments say and wait for its first frame."""
    what = sys.argv[1]
    application = QApplication(sys.argv[:1])
    kept: object
    match what:
        case "empty":
            kept = window = empty()
            shown: QWidget = window
        case "table":
            kept = window = table(int(sys.argv[2]))
            shown = window.findChildren(QTableView)[0].viewport()
        case "start":
            kept = made = shell(application, None, "")
            shown = made.window
        case _:
            kept = made = shell(application, Path(what), sys.argv[2])
            shown = made.window.current_screen() or made.window
    watch = _Watch(shown)
    assert kept is not watch
    shown.update()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
