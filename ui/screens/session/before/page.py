"""The page before the meeting."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.place import Screen
from ui.widgets.labels import label


class BeforePage(Screen):
    """What is settled before anybody scores."""

    watches = frozenset({"session"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._text = label("", "secondary", wrap=True)
        QVBoxLayout(self).addWidget(self._text)

    def look_again(self) -> None:
        _ = self.translate
        self._text.setText(_("No meeting has been set up for this batch."))
