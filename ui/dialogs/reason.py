"""Ask for a reason in words, with what the deed changes said above it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import resize_within_screen

_UNFINISHED = "unfinished_reasons"
"""The property of the asking widget that holds typed reasons by the title of the question."""


class ReasonDialog(QDialog):
    """One line to type and two buttons; without a reason the deed cannot be done.

    What was typed and not given, by Esc or under the lock, stands there again when the same
    question is next asked over the same place; it ends with the sign-in, as the place does.

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
        self._place = parent
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
        self.put(str(self._unfinished().get(title, "")))

    def done(self, result: int) -> None:
        """Close it; a reason that was not given is kept on the place that asked."""
        given = result == QDialog.DialogCode.Accepted
        kept = self._unfinished() | {self.windowTitle(): "" if given else self._text.text()}
        self._place.setProperty(_UNFINISHED, kept)
        super().done(result)

    def _unfinished(self) -> dict[str, str]:
        return dict(self._place.property(_UNFINISHED) or {})

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
