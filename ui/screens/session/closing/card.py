"""A card: parts beneath each other on raised ground."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import frame


def card(*parts: QWidget) -> QFrame:
    """Make a card of these parts."""
    column = QVBoxLayout()
    column.setSpacing(scaled(8))
    for part in parts:
        column.addWidget(part)
    return frame("raised", column)
