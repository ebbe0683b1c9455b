"""The column a step's content stands in: scrolled where the window is too small for it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.scrolling import scrolled


def scrolled_column(panel: QWidget) -> QVBoxLayout:
    """Give a panel a column that is never squeezed below what its parts need."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(scaled(16), scaled(4), 0, scaled(8))
    column.setSpacing(scaled(8))
    whole = QVBoxLayout(panel)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scrolled(inside))
    return column
