"""Fields of days, times and numbers that a wheel passing over them leaves alone."""

from unicodedata import normalize

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QSpinBox, QTimeEdit


class CalmDate(QDateEdit):
    """A day with a calendar; `day()` as 2026-12-01."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _starts_anew(self, event):
            super().keyPressEvent(event)


class CalmTime(QTimeEdit):
    """A time of day to the minute."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setButtonSymbols(self.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _starts_anew(self, event):
            super().keyPressEvent(event)


class CalmNumber(QSpinBox):
    """A whole number in its bounds; full-width digits of an input method count."""

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setButtonSymbols(self.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def validate(self, text: str, place: int) -> object:
        return super().validate(normalize("NFKC", text), place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _starts_anew(field: QDateTimeEdit, event: QKeyEvent) -> bool:
    """Let Ctrl+A, which Qt gives no meaning here, begin the typing of the whole value anew."""
    if not event.matches(QKeySequence.StandardKey.SelectAll):
        return False
    field.setSelectedSection(field.sectionAt(0))
    return True
