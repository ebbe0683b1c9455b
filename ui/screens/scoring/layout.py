"""How the scoring place is divided: three panes where there is room, one where there is not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.i18n import Translator
from ui import window_state
from ui.theme.theme import scaled
from ui.widgets.labels import button

_ROOM_FOR_BOTH = 1150
_ROOM_FOR_QUEUE = 800


class Panes(QWidget):
    """Queue, application and form beside each other.

    Where the window is small two large buttons choose between application and form.

    Signals:
        fitted: whether there is room for the words of buttons.
    """

    fitted = Signal(bool)

    def __init__(
        self, queue: QWidget, material: QWidget, form: QWidget, translate: Translator
    ) -> None:
        super().__init__()
        self._queue, self._material, self._form = queue, material, form
        self._is_queue_hidden = self._is_material_hidden = False
        self._is_reading = False
        _ = translate
        self.read = self._large(_("Application only"), "book-open")
        self.score = self._large(_("Scores only"), "pen-line")
        self.score.setChecked(True)
        self._lay_out()
        self._group.buttonClicked.connect(self._chose)
        self.splitter.splitterMoved.connect(self._remember)

    def toggle_queue(self) -> None:
        """Hide the queue or show it again."""
        self._is_queue_hidden = not self._is_queue_hidden
        self.fit()

    def toggle_material(self) -> None:
        """Hide the application or show it again; where one pane has room, change over."""
        if self.is_narrow:
            (self.score if self._is_reading else self.read).click()
            return
        self._is_material_hidden = not self._is_material_hidden
        self.fit()

    @property
    def is_narrow(self) -> bool:
        """Whether application and form do not stand side by side."""
        return self.width() < scaled(_ROOM_FOR_BOTH)

    def fit(self) -> None:
        """Show the panes there is room for."""
        narrow = self.is_narrow
        self._switch.setVisible(narrow)
        room = self.width() >= scaled(_ROOM_FOR_QUEUE)
        self._queue.setVisible(room and not self._is_queue_hidden)
        if narrow:
            self._material.setVisible(self._is_reading)
            self._form.setVisible(not self._is_reading)
        else:
            self._material.setVisible(not self._is_material_hidden)
            self._form.show()
        self.fitted.emit(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _large(self, words: str, name: str) -> QPushButton:
        made = button(words, self.fit, name=name)
        made.setCheckable(True)
        made.setMinimumHeight(scaled(44))
        return made

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        self._switch = QWidget()
        large = QHBoxLayout(self._switch)
        large.setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4))
        for made in (self.read, self.score):
            self._group.addButton(made)
            large.addWidget(made, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(scaled(5))
        for place, (pane, least, stretch) in enumerate(
            ((self._queue, 250, 0), (self._material, 320, 1), (self._form, 400, 0))
        ):
            pane.setMinimumWidth(scaled(least))
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setSizes([scaled(345), scaled(515), scaled(506)])
        window_state.restore_splitter("scoring", self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(self.splitter, 1)

    def _chose(self, pressed: QPushButton) -> None:
        self._is_reading = pressed is self.read
        self.fit()

    def _remember(self) -> None:
        window_state.remember_splitter("scoring", self.splitter)
