"""Ask for a reason in words, with what the deed changes said above it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import resize_within_screen


class ReasonDialog(QDialog):
    """One line to type and two buttons; without a reason the deed cannot be done.

    Signals:
        given: the reason (str).
    """

    given = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lines: Sequence[str],
        *,
        ask: str,
        do: str,
        leave: str,
    ) -> None:
        """`ask` names the field, `do` the deed's button, `leave` the safe one."""
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_within_screen(self, 620, 260 if lines else 180)
        self._text = QLineEdit()
        self._text.setPlaceholderText(ask)
        self._text.setAccessibleName(ask)
        self._do = button(do, self._give, kind="primary")
        self._do.setEnabled(False)
        self._do.setDefault(True)
        self._leave = button(leave, self.reject)
        for made, name in ((self._text, "reason"), (self._do, "confirm"), (self._leave, "cancel")):
            made.setObjectName(name)
        self._text.textEdited.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section", wrap=True))
        if lines:
            column.addWidget(LineList(lines), 1)
        column.addWidget(self._text)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._do)
        column.addLayout(row)
        self._text.setFocus()

    def typed(self) -> str:
        """Give what stands in the field, to be kept where the user thinks better of it."""
        return self._text.text()

    def put(self, text: str) -> None:
        """Fill the field with what was typed before."""
        self._text.setText(text)
        self._typed(text)

    def _typed(self, text: str) -> None:
        self._do.setEnabled(bool(text.strip()))

    def _give(self) -> None:
        self.accept()
        self.given.emit(self._text.text().strip())
