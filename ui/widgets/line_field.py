"""A field of one line that tells its text once it is finished and other than before."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget


class LineField(QLineEdit):
    """One line of text.

    Signals:
        written: the text, when it was changed and the field is left or Enter pressed (str).
    """

    written = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.finish)

    def put(self, stored: str) -> None:
        """Show the stored text, unless the user is typing another one."""
        if self.hasFocus() and self.text().strip() != self._stored:
            return
        self._stored = stored
        self.setText(stored)
        self.setCursorPosition(0)

    def take(self) -> str:
        """Give what was typed and empty the field."""
        text = self.text().strip()
        self._stored = ""
        self.clear()
        return text

    def finish(self) -> None:
        """Tell what was typed; the last word an input method composed counts."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        text = self.text().strip()
        if text != self._stored:
            self._stored = text
            self.written.emit(text)
