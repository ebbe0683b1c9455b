"""The large figures of a timer, which turn to attention and to wrong, and ring."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme.theme import font, scaled, theme
from ui.widgets.labels import restyle

_FLASHES = 6
_FLASH = 350


class ClockFace(QFrame):
    """Figures of one width on a ground that flashes when the bell rings.

    Signals:
        rang: the bell was rung.
    """

    rang = Signal()

    def __init__(self, name: str, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = QLabel("")
        self.figures.setFont(tabular(font(pixels, bold=True)))
        self.figures.setObjectName("timer")
        self.figures.setAccessibleName(name)
        self._flashes_left = 0
        self._flash = QTimer(self, interval=_FLASH)
        self._flash.timeout.connect(self._blink)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), 0, scaled(16), 0)
        row.addWidget(self.figures)

    def show_time(self, text: str, meaning: str) -> None:
        """Show figures in the colour of a meaning; equal ones cost nothing."""
        self.figures.setText(text)
        if self.figures.property("meaning") != meaning:
            self.figures.setProperty("meaning", meaning)
            restyle(self.figures)

    def ring(self) -> None:
        """Ring the bell of the PC and flash, for those who do not hear it."""
        QApplication.beep()
        self._flashes_left = 0 if theme().still else _FLASHES
        self._ground("wrong")
        self._flash.start()
        self.rang.emit()

    def _blink(self) -> None:
        self._flashes_left -= 1
        if self._flashes_left <= 0:
            self._flash.stop()
            self._ground("")
            return
        QApplication.beep()
        self._ground("wrong" if self._flashes_left % 2 == 0 else "")

    def _ground(self, meaning: str) -> None:
        self.setProperty("pill", meaning)
        restyle(self)


def tabular(made: QFont) -> QFont:
    """Give the font with figures of one width, so that a running clock stands still."""
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
