"""The settings place: layout and wiring."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.place import Screen
from ui.widgets.labels import label


class SettingsPlace(Screen):
    """The settings place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._told = label("", "page")
        QVBoxLayout(self).addWidget(self._told)

    def look_again(self) -> None:
        self._told.setText("settings")
