"""One raised card in the middle of a page, scrolled where it has no room."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import scaled
from ui.widgets.labels import frame


def tall_card(content: QLayout, width: int) -> QScrollArea:
    """Put a list or a form on a card as high as the page, at most `width` pixels at 100 %."""
    inside = QWidget()
    QHBoxLayout(inside).addWidget(_card(content, width))
    return _area(inside)


def small_card(content: QLayout, width: int) -> QScrollArea:
    """Put a question on a card of its own height, somewhat above the middle."""
    card = _card(content, width)
    content.setContentsMargins(*(scaled(32),) * 4)
    inside = QWidget()
    column = QVBoxLayout(inside)
    row = QHBoxLayout()
    row.addWidget(card)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return _area(inside)


def _card(content: QLayout, width: int) -> QWidget:
    card = frame("raised", content)
    card.setMaximumWidth(scaled(width))
    return card


def _area(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
