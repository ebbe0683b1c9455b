"""A line across the window that says what was refused or done, and stands in no way."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme.theme import pixmap
from ui.widgets.labels import button, label, restyle

_GOOD_FOR = 6_000
_ICONS = {"good": "circle-check", "attention": "triangle-alert", "wrong": "circle-x"}


class MessageBar(QFrame):
    """Shows one sentence until it is closed; what went well leaves by itself."""

    def __init__(self, close_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._text = label("", wrap=True)
        self._leave = QTimer(self, singleShot=True, interval=_GOOD_FOR)
        self._leave.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(button(close_text, self.hide, kind="quiet", name="x"))
        self.hide()

    def say(self, text: str, meaning: str) -> None:
        """Show a sentence on the ground of its meaning: good, attention or wrong."""
        self.setProperty("pill", meaning)
        restyle(self)
        self._icon.setPixmap(pixmap(_ICONS[meaning], meaning, 24))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        if meaning == "good":
            self._leave.start()
        else:
            self._leave.stop()

    def clear(self) -> None:
        """Say nothing, and keep nothing of what was said."""
        self.hide()
        self._text.setText("")
        self.setAccessibleName("")

    def text(self) -> str:
        """Give what it says, empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()
