"""A place in a layout whose content is made anew as a whole."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Replacing(QWidget):
    """Holds one widget; `put` shows another in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget()
        self._before = self._content
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._content)

    def put(self, content: QWidget) -> None:
        """Show a widget. The one before may be the sender of the very click that led here."""
        self._column.replaceWidget(self._content, content)
        # Without a parent Python owns it: a reference must last until Qt deletes it.
        self._before, self._content = self._content, content
        self._before.setParent(None)
        self._before.deleteLater()
