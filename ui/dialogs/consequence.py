"""Ask once before a lasting deed, with what it does said above the two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import resize_within_screen


class ConsequenceDialog(QDialog):
    """A question that names its consequences; the safe answer is the default.

    Signals:
        agreed: the user does it.
    """

    agreed = Signal()

    def __init__(
        self, parent: QWidget, title: str, lines: Sequence[str], *, do: str, leave: str
    ) -> None:
        """`do` and `leave` name the deed and the safe answer."""
        super().__init__(parent)
        self.setObjectName("consequence")
        self.setWindowTitle(title)
        resize_within_screen(self, 620, 180 + 30 * len(lines))
        self._do = button(do, self._agree)
        self._do.setObjectName("do")
        self._leave = button(leave, self.reject)
        self._leave.setObjectName("leave")
        self._leave.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(LineList(lines), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._do)
        row.addWidget(self._leave)
        column.addLayout(row)
        self._leave.setFocus()
        self.finished.connect(self.deleteLater)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
