"""Ask for whom scores are invented in a rehearsal."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.person import Reviewer
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen, scrolled


@dataclass(frozen=True, slots=True)
class Filling:
    """The application whose sheets are completed, "" for all, and members played by hand."""

    application: str
    played: tuple[str, ...]


class FillRehearsalDialog(QDialog):
    """Ticks who is played by somebody; the others get invented scores.

    Signals:
        given: a `Filling`.
    """

    given = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[Reviewer],
        current: str,
        translate: Translator,
    ) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._current = current
        self.setObjectName("fill_rehearsal")
        self.setWindowTitle(_("Invent scores"))
        resize_within_screen(self, 560, 460)
        self._boxes = {one.number: QCheckBox(f"{one.number}  {one.name}") for one in members}
        for number, box in self._boxes.items():
            box.setObjectName(f"played_{number}")
        self._one = button(_("For {application} only").format(application=current), self._give_one)
        self._one.setObjectName("fill_current")
        self._one.setVisible(bool(current))
        self._all = button(_("For all applications"), self._give_all, kind="primary")
        self._all.setObjectName("fill_all")
        self._all.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        _ = self.translate
        inside = QWidget()
        boxes = QVBoxLayout(inside)
        for box in self._boxes.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        foot = QHBoxLayout()
        leave = button(_("Cancel"), self.reject)
        leave.setObjectName("cancel")
        for made in (leave, self._one, self._all):
            foot.addWidget(made)
        foot.insertStretch(0, 1)
        told = _(
            "Open sheets of those who are here are completed and submitted. Typed scores stay."
            " Tick who is played by hand and keeps the own sheets."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Invent scores"), "section"))
        column.addWidget(label(told, "secondary", wrap=True))
        column.addWidget(scrolled(inside), 1)
        column.addLayout(foot)

    def _played(self) -> tuple[str, ...]:
        return tuple(number for number, box in self._boxes.items() if box.isChecked())

    def _give_one(self) -> None:
        self.accept()
        self.given.emit(Filling(self._current, self._played()))

    def _give_all(self) -> None:
        self.accept()
        self.given.emit(Filling("", self._played()))
