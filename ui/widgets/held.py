"""Where nothing can be changed no main button invites: it stays disabled whatever happens."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPushButton, QWidget


class Held(QObject):
    """Holds the main buttons of pages.

    They are looked for each time a page is shown: some are made late.
    """

    def __init__(self, told: str, parent: QWidget) -> None:
        """`told` is what a held button says of it as its tooltip."""
        super().__init__(parent)
        self._told = told

    def hold(self, page: QWidget) -> None:
        """Disable the main buttons of a page."""
        for made in page.findChildren(QPushButton):
            if made.property("kind") == "primary":
                made.removeEventFilter(self)
                made.installEventFilter(self)
                made.setToolTip(self._told)
                made.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QPushButton):
            watched.setEnabled(False)
        return False
