"""The places of the window, one beneath the other at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

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
        inside = QWidget()
        column = QVBoxLayout(inside)
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
        self._area = _Area(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._group.buttonClicked.connect(self._clicked)

    def set_current(self, key: str) -> None:
        """Press the button of a place."""
        self._keys[key].setChecked(True)
        self._area.ensureWidgetVisible(self._keys[key])

    def title_of(self, key: str) -> str:
        """Give what stands on the button of a place."""
        return self._keys[key].text()

    def keys(self) -> tuple[str, ...]:
        """Give the keys of the places in order."""
        return tuple(self._keys)

    def _clicked(self, pressed: QPushButton) -> None:
        self.chosen.emit(pressed.objectName())


class _Area(QScrollArea):
    """As wide as its buttons; large text scrolls up and down."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.widget().minimumSizeHint().width(), 0)
