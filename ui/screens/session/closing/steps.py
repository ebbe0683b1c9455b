"""The steps of closing, one beneath the other at the left; the pressed one is seen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.theme.theme import icon, scaled
from ui.widgets.labels import label


class StepList(QFrame):
    """Buttons of which one is pressed, each with a line of where it stands.

    Signals:
        chosen: the key of a step.
    """

    chosen = Signal(str)

    def __init__(
        self, steps: Sequence[tuple[str, str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """`steps` are key, title and icon in order."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(scaled(236))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._told = {key: label("", "faint", wrap=True) for key, _title, _icon in steps}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, title, icon_name in steps:
            made = QPushButton(icon(icon_name), title)
            made.setProperty("kind", "place")
            made.setCheckable(True)
            made.setObjectName(f"step_{key}")
            made.setProperty("step", key)
            self._group.addButton(made)
            self._buttons[key] = made
            self._told[key].setContentsMargins(scaled(48), 0, scaled(8), scaled(8))
            column.addWidget(made)
            column.addWidget(self._told[key])
        column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def show_standing(self, words: Mapping[str, str]) -> None:
        """Say where each step stands."""
        for key, told in self._told.items():
            told.setText(words.get(key, ""))
            title = self._buttons[key].text()
            self._buttons[key].setAccessibleName(f"{title}, {told.text()}".strip(", "))

    def set_current(self, key: str) -> None:
        """Press the button of a step."""
        self._buttons[key].setChecked(True)

    def _clicked(self, pressed: QPushButton) -> None:
        self.chosen.emit(str(pressed.property("step")))
