"""A line whose half-typed text is told, so that it can be kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class KeptLine(QLineEdit):
    """One line of text.

    Signals:
        typing: what stands in it after each stroke of the user (str).
    """

    typing = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.textEdited.connect(self.typing)

    def put(self, text: str) -> None:
        """Show a text that the user did not type."""
        self.setText(text)
        self.setCursorPosition(0)
