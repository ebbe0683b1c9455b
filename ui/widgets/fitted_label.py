"""Text in the largest type that its room holds."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.labels import restyle

_LEAST = 8
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class FittedLabel(QLabel):
    """A label that fits its type to its size; `show_text` is the only way to fill it."""

    def __init__(
        self, *, most: float = 1.0, is_bold: bool = False, parent: QWidget | None = None
    ) -> None:
        """`most` is the largest type as a share of the label's height."""
        super().__init__(parent)
        self._most, self._is_bold = most, is_bold
        self._sample = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_text(self, text: str, sample: str = "") -> None:
        """Show a text; `sample` is measured in its place, so that a clock keeps its size."""
        is_fitted = (sample or text) == self._sample
        self._sample = sample or text
        self.setText(text)
        self.setWordWrap(not sample)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        if not is_fitted:
            self._fit()

    def mean(self, meaning: str) -> None:
        """Take the colour of a meaning, or of plain text."""
        if (self.property("meaning") or "") != meaning:
            self.setProperty("meaning", meaning)
            restyle(self)
            self._fit()  # the style sheet took the type back

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """Its room is given to it, wrapped or not."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect()
        least, most = _LEAST, max(_LEAST, int(room.height() * self._most))
        while least < most:
            middle = (least + most + 1) // 2
            if self._fits(middle, room):
                least = middle
            else:
                most = middle - 1
        self.setFont(self._font(least))

    def _fits(self, pixels: int, room: QRect) -> bool:
        flags = _WRAPPED if self.wordWrap() else 0
        wide = QRect(0, 0, room.width(), 10_000)
        needed = QFontMetrics(self._font(pixels)).boundingRect(wide, flags, self._sample)
        return needed.width() <= room.width() and needed.height() <= room.height()

    def _font(self, pixels: int) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(pixels)
        made.setBold(self._is_bold)
        return made
