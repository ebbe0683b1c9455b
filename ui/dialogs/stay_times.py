"""Ask from when to when somebody was in the room, where that was not stamped, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.calm import CalmTime
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen

_TIME = "HH:mm"


@dataclass(frozen=True, slots=True)
class StayTimes:
    """Times of one stay of a day as typed, like 08:50; `key` 0 is a stay nobody noted.

    `left` is empty where somebody has not left.
    """

    key: int
    day: str
    arrived: str
    left: str = ""
    reason: str = ""


class StayTimesDialog(QDialog):
    """Which stay, both times, the reason; without a reason nothing is kept.

    Signals:
        given: the `StayTimes`.
    """

    given = Signal(object)

    def __init__(
        self, parent: QWidget, name: str, stays: Sequence[StayTimes], translate: Translator
    ) -> None:
        """`stays` of `name` begin with the one that nobody noted; the last is offered first."""
        super().__init__(parent)
        self.translate = _ = translate
        self.setObjectName("stay_times")
        title = _("Times of {name}").format(name=name)
        self.setWindowTitle(title)
        resize_within_screen(self, 560, 320)
        self._stays = tuple(stays)
        self._which = QComboBox()
        self._which.setObjectName("which_stay")
        self._which.setAccessibleName(_("Which stay"))
        for stay in stays:
            noted = f"{stay.day}  {stay.arrived} – {stay.left}"
            unnoted = _("{day}, one that was not noted").format(day=stay.day)
            self._which.addItem(noted if stay.key else unnoted)
        self._arrived, self._left = CalmTime(_("Arrived at")), CalmTime(_("Left at"))
        self._arrived.setObjectName("arrived_at")
        self._left.setObjectName("left_at")
        self._has_left, self._reason = QCheckBox(_("has left")), QLineEdit()
        self._has_left.setObjectName("has_left")
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(_("Why it was not stamped"))
        self._reason.setPlaceholderText(_("Why it was not stamped"))
        self._do = button(_("Keep the times"), self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._do.setEnabled(False)
        self._do.setDefault(True)
        self._lay_out(title)
        self._connect()
        self._which.setCurrentIndex(len(stays) - 1)
        self._show_stay(self._which.currentIndex())

    def _lay_out(self, title: str) -> None:
        _ = self.translate
        form = QFormLayout()
        form.setSpacing(scaled(8))
        form.addRow(_("Which stay"), self._which)
        form.addRow(_("Arrived at"), self._arrived)
        left = QHBoxLayout()
        left.addWidget(self._has_left)
        left.addWidget(self._left)
        left.addStretch(1)
        form.addRow(_("Left at"), left)
        form.addRow(_("Reason"), self._reason)
        foot = QHBoxLayout()
        foot.addStretch(1)
        leave = button(_("Cancel"), self.reject)
        leave.setObjectName("cancel")
        foot.addWidget(leave)
        foot.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section", wrap=True))
        told = _("The record says that these times were typed later, and why.")
        column.addWidget(label(told, "secondary", wrap=True))
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._which.activated.connect(self._show_stay)
        self._has_left.toggled.connect(self._left.setEnabled)
        self._reason.textEdited.connect(self._offer)
        self.finished.connect(self.deleteLater)

    def _show_stay(self, at: int) -> None:
        stay = self._stays[at]
        self._arrived.setTime(QTime.fromString(stay.arrived, _TIME))
        self._has_left.setChecked(bool(stay.left))
        self._left.setEnabled(bool(stay.left))
        self._left.setTime(QTime.fromString(stay.left or "12:00", _TIME))

    def _offer(self, text: str) -> None:
        self._do.setEnabled(bool(text.strip()))

    def _give(self) -> None:
        stay = self._stays[self._which.currentIndex()]
        times = StayTimes(
            stay.key,
            stay.day,
            self._arrived.time().toString(_TIME),
            self._left.time().toString(_TIME) if self._has_left.isChecked() else "",
            self._reason.text().strip(),
        )
        self.accept()
        self.given.emit(times)
