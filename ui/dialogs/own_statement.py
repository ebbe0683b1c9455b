"""Ask for what a member states before scoring: no conflict, or the applications it is about.

On the screen the member reads the pledge and confirms by the own PIN.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.application import Application
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.pin_form import PinForm
from ui.widgets.scrolling import resize_within_screen, scrolled


@dataclass(frozen=True, slots=True)
class Stated:
    """The applications named as a conflict, and the PIN where it was asked for."""

    conflicts: tuple[str, ...]
    pin: str = ""


class OwnStatementDialog(QDialog):
    """The words pledged, the conflicts, and the confirmation.

    With `by_pin` it stays open until `close_done`: a wrong PIN is typed anew.

    Signals:
        given: a `Stated`.
    """

    given = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        words: Sequence[str],
        applications: Sequence[Application],
        translate: Translator,
        *,
        by_pin: bool,
    ) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setObjectName("own_statement")
        title = _("Pledge and recusal statement of {name}").format(name=name)
        self.setWindowTitle(title)
        resize_within_screen(self, 820, 660 if by_pin else 520)
        self._none = QRadioButton(_("No conflict with any application"))
        self._none.setObjectName("no_conflict")
        self._some = QRadioButton(_("Conflict with these applications:"))
        self._some.setObjectName("some_conflict")
        self._boxes = {one.number: QCheckBox(_named(one)) for one in applications}
        self._pin = PinForm(_("Confirm both"), translate)
        self._pin.setObjectName("pin_form")
        self._do = button(_("Keep both statements"), self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._do.setDefault(not by_pin)
        self._pin.setVisible(by_pin)
        self._do.setVisible(not by_pin)
        self._lay_out(title, words)
        for made in self.findChildren(QPushButton) if by_pin else ():
            made.setAutoDefault(False)  # Enter in the PIN's field is heard once, by the field
        for number, box in self._boxes.items():
            box.setObjectName(f"conflict_{number}")
            box.toggled.connect(self._ticked)
        for choice in (self._none, self._some):
            choice.toggled.connect(self._offer)
        self._pin.given.connect(self._confirm)
        self._none.setChecked(True)

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong with the PIN."""
        self._pin.refuse(refusal)

    def _lay_out(self, title: str, words: Sequence[str]) -> None:
        _ = self.translate
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setSpacing(scaled(4))
        if words:
            rows.addWidget(LineList(words))
        rows.addWidget(self._none)
        rows.addWidget(self._some)
        for box in self._boxes.values():
            box.setContentsMargins(scaled(24), 0, 0, 0)
            rows.addWidget(box)
        rows.addStretch(1)
        foot = QHBoxLayout()
        leave = button(_("Not now"), self.reject)
        leave.setObjectName("cancel")
        foot.addWidget(self._pin)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(scrolled(inside), 1)
        column.addLayout(foot)

    def _conflicts(self) -> tuple[str, ...]:
        if self._none.isChecked():
            return ()
        return tuple(number for number, box in self._boxes.items() if box.isChecked())

    def _ticked(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's way
        if ticked:
            self._some.setChecked(True)
        self._offer()

    def _offer(self) -> None:
        is_clear = self._none.isChecked() or bool(self._conflicts())
        self._do.setEnabled(is_clear)
        self._pin.setEnabled(is_clear)

    def _give(self) -> None:
        self.accept()
        self.given.emit(Stated(self._conflicts()))

    def _confirm(self, pin: str) -> None:
        self.given.emit(Stated(self._conflicts(), pin))


def _named(found: Application) -> str:
    return f"{found.number}  {found.name}  ({found.applicant})"
