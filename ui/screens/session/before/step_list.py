"""The steps at the left, each with its mark in word and shape."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.preparation import Preparation, Preparing, StepMark
from reviewer_app.i18n import Translator
from reviewer_app.words.preparation import mark_name
from ui.screens.session.before.steps import BeforeStep
from ui.theme.theme import pixmap, scaled
from ui.widgets.labels import label
from ui.widgets.scrolling import scrolled

_SIGNS = {
    StepMark.DONE: ("circle-check", "good"),
    StepMark.OPEN: ("circle-dot", "attention"),
    StepMark.OPTIONAL: ("circle", "faint"),
}


_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class StepList(QFrame):
    """Buttons of which one is pressed.

    Signals:
        chosen: the `Preparing` the user wants.
    """

    chosen = Signal(object)

    def __init__(
        self, steps: Sequence[BeforeStep], translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self.setFixedWidth(scaled(236))
        self._group = QButtonGroup(self)
        self._rows = {
            step.key: _StepRow(step.key, translate(step.title), translate) for step in steps
        }
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, scaled(4), 0, scaled(4))
        column.setSpacing(0)
        for row in self._rows.values():
            self._group.addButton(row)
            row.moved.connect(self._move)
            column.addWidget(row)
        column.addStretch(1)
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._group.buttonClicked.connect(self._clicked)

    def show_marks(self, found: Preparation) -> None:
        """Show how far each step is."""
        for key, row in self._rows.items():
            row.show_mark(found.marks[key])

    def set_current(self, key: Preparing) -> None:
        """Press the button of a step."""
        self._rows[key].setChecked(True)

    def _move(self, by: int) -> None:
        """Choose the step above or below the pressed one."""
        rows = list(self._rows.values())
        at = next(place for place, row in enumerate(rows) if row.isChecked()) + by
        if 0 <= at < len(rows):
            rows[at].setFocus()
            rows[at].click()

    def _clicked(self, pressed: QPushButton) -> None:
        self.chosen.emit(Preparing(pressed.objectName().removeprefix("step_")))


class _StepRow(QPushButton):
    """One step: its sign, its title, and the mark in words beneath.

    Signals:
        moved: an arrow key asks for the step so many rows further on.
    """

    moved = Signal(int)

    def __init__(self, key: Preparing, title: str, translate: Translator) -> None:
        super().__init__()
        self._title, self.translate = title, translate
        self.setProperty("kind", "place")
        self.setCheckable(True)
        self.setObjectName(f"step_{key}")
        self._sign, self._word = QLabel(), label("", "faint")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, wrap=True))
        words.addWidget(self._word)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(scaled(16), scaled(6), scaled(8), scaled(6))
        self._row.setSpacing(scaled(12))
        self._row.addWidget(self._sign)
        self._row.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_mark(self, mark: StepMark) -> None:
        """Show how far the step is, for eyes and for screen readers."""
        word = mark_name(mark, self.translate)
        self._sign.setPixmap(pixmap(*_SIGNS[mark], 20))
        self._word.setText(word)
        self.setAccessibleName(f"{self._title}, {word}")

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if event.key() in _ARROWS:
            self.moved.emit(_ARROWS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
