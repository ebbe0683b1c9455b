"""A place that is scrolled where the window is too small for it, and a dialog that fits."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from ui.theme.theme import scaled

_FRAME = 60
"""Pixels the system's frame and task bar take of a screen, about."""


def scrolled(inside: QWidget) -> QScrollArea:
    """Give a widget that shows another and scrolls it where it does not fit."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area


def resize_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size at the text size in force, never more than its screen has."""
    room = dialog.screen().availableGeometry().size() - QSize(0, _FRAME)
    dialog.resize(QSize(scaled(width), scaled(height)).boundedTo(room))
