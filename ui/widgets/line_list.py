"""A few sentences one beneath the other on sunken ground; more than fit are scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import label


class LineList(QScrollArea):
    """Shows sentences; `show_lines` replaces them."""

    def __init__(self, lines: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QFrame()
        inside.setProperty("surface", "sunken")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*(scaled(12),) * 4)
        column.addWidget(self._text)
        column.addStretch(1)
        self.setWidget(inside)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these sentences in place of all others."""
        self._text.setText("\n".join(lines))
        self.setMinimumHeight(scaled(min(40 + 22 * len(lines), 180)))
        self.setMaximumHeight(scaled(320))

    def text(self) -> str:
        """Give what stands there."""
        return self._text.text()
