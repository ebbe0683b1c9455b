"""Open closed results again: the paper decision, why, and on whose authority."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.person import Person, Role
from reviewer_app.i18n import Translator
from reviewer_app.words.deeds import role_name
from ui import messages
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on paper, the scan of it, and by whose authority."""

    number: str
    reason: str
    authority: tuple[Person, ...]
    scan: Path


class ReconveneDialog(QDialog):
    """Nothing is done until every part is there.

    Signals:
        given: a `Decision`.
    """

    given = Signal(object)

    def __init__(
        self, authorities: Sequence[Person], kinds: str, translate: Translator, parent: QWidget
    ) -> None:
        """`kinds` are the files a scan may be, in Qt's form."""
        super().__init__(parent)
        self.translate = _ = translate
        self._kinds = kinds
        self._scan: Path | None = None
        self.setObjectName("reconvene_dialog")
        self.setWindowTitle(_("Reconvene the panel"))
        resize_within_screen(self, 680, 480)
        self._number = self._field("decision_number", _("Number of the paper decision"))
        self._reason = self._field("reconvene_reason", _("Why the results are opened again"))
        self._bureau = self._choice("bureau_leader", Role.BUREAU_LEADER, authorities)
        self._supervisor = self._choice("supervisor", Role.SUPERVISOR, authorities)
        self._file = button(_("Choose the scan…"), self._choose, name="paperclip")
        self._file.setObjectName("choose_scan")
        self._do = button(_("Reconvene"), self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._leave = button(_("Leave it closed"), self.reject)
        self._leave.setObjectName("cancel")
        self._lay_out()
        self._offer()

    def _lay_out(self) -> None:
        _ = self.translate
        form = QFormLayout()
        form.setSpacing(scaled(12))
        form.addRow(_("Paper decision"), self._number)
        form.addRow(_("Reason"), self._reason)
        form.addRow(role_name(Role.BUREAU_LEADER, _), self._bureau)
        form.addRow(role_name(Role.SUPERVISOR, _), self._supervisor)
        form.addRow(_("Scan of the decision"), self._file)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self._do)
        told = _(
            "The version that is closed stays as it is; what is settled next is the one after it,"
            " and every signature is made anew."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Reconvene the panel"), "section"))
        column.addWidget(label(told, "secondary", wrap=True))
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(foot)

    def _field(self, name: str, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setPlaceholderText(words)
        made.textEdited.connect(self._offer)
        return made

    def _choice(self, name: str, role: Role, people: Sequence[Person]) -> QComboBox:
        made = QComboBox()
        made.setObjectName(name)
        made.setAccessibleName(role_name(role, self.translate))
        for person in people:
            if person.role is role:
                made.addItem(person.name, person)
        return made

    def _choose(self) -> None:
        _ = self.translate
        found = messages.choose_file(self, _("Scan of the decision"), self._kinds)
        if found is not None:
            self._scan = found
            self._file.setText(found.name)
            self._offer()

    def _offer(self) -> None:
        typed = self._number.text().strip() and self._reason.text().strip()
        named = self._bureau.count() and self._supervisor.count()
        self._do.setEnabled(bool(typed and named and self._scan is not None))

    def _give(self) -> None:
        assert self._scan is not None
        authority = (self._bureau.currentData(), self._supervisor.currentData())
        self.accept()
        self.given.emit(
            Decision(
                self._number.text().strip(), self._reason.text().strip(), authority, self._scan
            )
        )
