"""What several places do in the same way: take back one's own last deed."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Touched
from ui.desk import Desk


class OwnUndo(QObject):
    """The deeds done at this desk since sign-in, last first; Ctrl+Z in `place` undoes one.

    Signals:
        undone: a deed was taken back.
    """

    undone = Signal()

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self._sequences: list[int] = []
        self._is_undoing = False
        desk.changed.connect(self._remember)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), place)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.undo)

    def undo(self) -> None:
        """Take back the last deed; where that cannot be, the desk says why."""
        if not self._sequences:
            return
        self._is_undoing = True
        done = self._desk.do(partial(undo, sequence=self._sequences[-1]))
        self._is_undoing = False
        self._sequences.pop()
        if done:
            self.undone.emit()

    def _remember(self, touched: Touched) -> None:
        if not self._is_undoing:
            self._sequences += touched.sequences
