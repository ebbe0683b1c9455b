"""A sentence within a place, with the one thing to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import button, label, restyle

_ICONS = {"good": "circle-check", "attention": "triangle-alert", "wrong": "circle-x"}


class Notice(QFrame):
    """Hidden until it has something to say.

    Signals:
        acted: the user pressed its button; the name given to `say` tells which deed it was.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._icon = QLabel()
        self._text = label("", wrap=True)
        self._button = button("", self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        row.setSpacing(scaled(12))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, text: str, meaning: str, act: str = "", name: str = "") -> None:
        """Show a sentence; `act` are the words on the button, `name` what it is called."""
        self.setProperty("pill", meaning)
        restyle(self)
        self._icon.setPixmap(pixmap(_ICONS[meaning], meaning, 20))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(act)
        self._button.setVisible(bool(act))
        self._name = name
        self.show()

    def text(self) -> str:
        """Give what it says, empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def press(self) -> None:
        """Press its button."""
        self._button.click()

    def _pressed(self) -> None:
        self.acted.emit(self._name)
