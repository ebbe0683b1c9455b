"""Ask once before a lasting deed: what it does, line by line; the safe answer is the default."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import resize_within_screen


class ConfirmDialog(QDialog):
    """A question with its consequences and two buttons that name what they do.

    Signals:
        given: the deed is wanted.
    """

    given = Signal()

    def __init__(
        self, parent: QWidget, title: str, lines: Sequence[str], *, do: str, leave: str
    ) -> None:
        """`do` names the deed, `leave` the safe answer; without `do` there is only that."""
        super().__init__(parent)
        self.setObjectName("confirm_dialog")
        self.setWindowTitle(title)
        resize_within_screen(self, 640, 220 + 24 * min(len(lines), 12))
        self._do = button(do, self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._do.setVisible(bool(do))
        self._leave = button(leave, self.reject)
        self._leave.setObjectName("cancel")
        self._leave.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(LineList(lines), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._do)
        column.addLayout(row)
        self._leave.setFocus()
        self.finished.connect(self.deleteLater)

    def _give(self) -> None:
        self.accept()
        self.given.emit()
