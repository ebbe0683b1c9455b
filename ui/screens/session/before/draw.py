"""The step "draw" before the meeting."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.place import Screen


class DrawPanel(Screen):
    """Its content stands here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._column = QVBoxLayout(self)

    def look_again(self) -> None:
        """Show what is settled."""
