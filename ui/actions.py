"""What several places do in the same way: take back one's own last deed, or do it again."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from reviewer_app.queries.own_history import own_steps, sequence_now
from reviewer_app.workflow.undo import undo
from ui.desk import Desk


class OwnUndo(QObject):
    """Ctrl+Z and Ctrl+Shift+Z in a place, for one's own deeds since it was opened.

    What comes next is read from the journal, so that places agree on it.
    """

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self._since = desk.look(sequence_now)
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def undo(self) -> None:
        """Take back the last deed; where that cannot be, the desk says why."""
        self._put_back(self._desk.look(partial(own_steps, since=self._since)).undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._put_back(self._desk.look(partial(own_steps, since=self._since)).redo)

    def _put_back(self, sequence: int | None) -> None:
        if sequence is not None:
            self._desk.do(partial(undo, sequence=sequence))
