"""The places of the window, one beneath the other at the left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import icon, scaled


class PlaceList(QFrame):
    """Buttons of which one is pressed.

    Signals:
        chosen: the key of the place the user wants.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str, str]], parent: QWidget | None = None):
        """`places` are (key, title, icon) in order; Alt and a digit chooses one."""
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self.setMinimumWidth(scaled(184))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, scaled(8))
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self._keys: dict[str, QPushButton] = {}
        for place, (key, title, icon_name) in enumerate(places, start=1):
            made = QPushButton(icon(icon_name), title)
            made.setProperty("kind", "place")
            made.setCheckable(True)
            made.setObjectName(key)
            if place < 10:
                made.setShortcut(f"Alt+{place}")
                made.setToolTip(f"{title}  (Alt+{place})")
            self._group.addButton(made)
            self._keys[key] = made
            column.addWidget(made)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def set_current(self, key: str) -> None:
        """Press the button of a place."""
        self._keys[key].setChecked(True)

    def title_of(self, key: str) -> str:
        """Give what stands on the button of a place."""
        return self._keys[key].text()

    def keys(self) -> tuple[str, ...]:
        """Give the keys of the places in order."""
        return tuple(self._keys)

    def _clicked(self, pressed: QPushButton) -> None:
        self.chosen.emit(pressed.objectName())
