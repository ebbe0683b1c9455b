"""One raised card in the middle of a page, scrolled where it has no room."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import frame


def scrolled_card(column: QLayout, width: int, margin: int = 32) -> QScrollArea:
    """Put a layout on a card of at most `width` pixels at 100 %."""
    card = frame("raised", column)
    column.setContentsMargins(*(scaled(margin),) * 4)
    card.setMaximumWidth(scaled(width))
    inside = QWidget()
    QHBoxLayout(inside).addWidget(card)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
