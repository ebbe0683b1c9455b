"""The steps of closing, one beneath the other at the left; the pressed one is seen."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from ui.theme.theme import icon, scaled


class StepList(QFrame):
    """Buttons of which one is pressed; a step that is behind has a check mark.

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
        self.setProperty("surface", "bar")
        self.setFixedWidth(scaled(188))
        self._group = QButtonGroup(self)
        self._steps = {key: (title, icon_name) for key, title, icon_name in steps}
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, (title, icon_name) in self._steps.items():
            made = QPushButton(icon(icon_name), title)
            made.setProperty("kind", "place")
            made.setCheckable(True)
            made.setObjectName(f"step_{key}")
            made.setProperty("step", key)
            self._group.addButton(made)
            self._buttons[key] = made
            column.addWidget(made)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def mark_done(self, done: Collection[str]) -> None:
        """Set the check mark on the steps that are behind."""
        for key, (title, icon_name) in self._steps.items():
            is_done = key in done
            made = self._buttons[key]
            made.setIcon(icon("circle-check", "good") if is_done else icon(icon_name))
            made.setText(title)

    def set_current(self, key: str) -> None:
        """Press the button of a step."""
        self._buttons[key].setChecked(True)

    def _clicked(self, pressed: QPushButton) -> None:
        self.chosen.emit(str(pressed.property("step")))
