"""Ask who comes as a guest, and since when where that is not now."""

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

from reviewer_app.domain.application import Application
from reviewer_app.domain.room import Guest, GuestKind
from reviewer_app.i18n import Translator
from reviewer_app.words.room import guest_kind_name
from ui.theme.theme import scaled
from ui.widgets.calm import CalmTime
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen

_TIME = "HH:mm"


@dataclass(frozen=True, slots=True)
class GuestComing:
    """A guest; `arrived` like 08:50 and `reason` where the arrival was not just now."""

    guest: Guest
    arrived: str = ""
    reason: str = ""


class GuestDialog(QDialog):
    """Kind, application, name, organisation, post, and an arrival that was earlier.

    Signals:
        given: a `GuestComing`.
    """

    given = Signal(object)

    def __init__(
        self, parent: QWidget, applications: Sequence[Application], translate: Translator
    ) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._applications = applications
        self.setObjectName("guest")
        self.setWindowTitle(_("A guest comes"))
        resize_within_screen(self, 640, 420)
        self._kind, self._application = QComboBox(), QComboBox()
        for kind in GuestKind:
            self._kind.addItem(guest_kind_name(kind, _), kind.value)
        for found in applications:
            self._application.addItem(f"{found.number}  {found.name}", found.number)
        self._name, self._organisation, self._post = QLineEdit(), QLineEdit(), QLineEdit()
        self._earlier = QCheckBox(_("came earlier:"))
        self._time, self._reason = CalmTime(_("Arrived at")), QLineEdit()
        self._time.setTime(QTime(9, 0))
        self._reason.setPlaceholderText(_("Why it was not stamped"))
        self._do = button(_("Note the arrival"), self._give, kind="primary")
        self._do.setDefault(True)
        self._name_parts()
        self._lay_out()
        self._connect()
        self._kind_chosen()
        self._name.setFocus()

    def _name_parts(self) -> None:
        _ = self.translate
        for part, key, name in (
            (self._kind, "guest_kind", _("Guest as")),
            (self._application, "guest_application", _("Application presented")),
            (self._name, "guest_name", _("Name")),
            (self._organisation, "guest_organisation", _("Organisation")),
            (self._post, "guest_post", _("Post held")),
            (self._earlier, "guest_earlier", _("came earlier:")),
            (self._time, "arrived_at", _("Arrived at")),
            (self._reason, "reason", _("Why it was not stamped")),
            (self._do, "confirm", _("Note the arrival")),
        ):
            part.setObjectName(key)
            part.setAccessibleName(name)

    def _lay_out(self) -> None:
        _ = self.translate
        form = QFormLayout()
        form.setSpacing(scaled(8))
        for part in (self._kind, self._application, self._name, self._organisation, self._post):
            form.addRow(part.accessibleName(), part)
        earlier = QHBoxLayout()
        earlier.addWidget(self._earlier)
        earlier.addWidget(self._time)
        earlier.addWidget(self._reason, 1)
        form.addRow("", earlier)
        foot = QHBoxLayout()
        foot.addStretch(1)
        leave = button(_("Cancel"), self.reject)
        leave.setObjectName("cancel")
        foot.addWidget(leave)
        foot.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(_("A guest comes"), "section"))
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._kind.activated.connect(self._kind_chosen)
        self._application.activated.connect(self._application_chosen)
        self._earlier.toggled.connect(self._offer)
        for field in (self._name, self._reason):
            field.textEdited.connect(self._offer)
        self.finished.connect(self.deleteLater)

    def _kind_chosen(self) -> None:
        presents = self._kind.currentData() == GuestKind.PRESENTER.value
        self._application.setEnabled(presents)
        if presents:
            self._application_chosen()
        self._offer()

    def _application_chosen(self) -> None:
        at = self._application.currentIndex()
        if 0 <= at < len(self._applications):
            self._organisation.setText(self._applications[at].applicant)

    def _offer(self) -> None:
        was_earlier = self._earlier.isChecked()
        self._time.setEnabled(was_earlier)
        self._reason.setEnabled(was_earlier)
        has_reason = not was_earlier or bool(self._reason.text().strip())
        self._do.setEnabled(bool(self._name.text().strip()) and has_reason)

    def _give(self) -> None:
        kind = GuestKind(self._kind.currentData())
        presented = self._application.currentData() if kind is GuestKind.PRESENTER else ""
        guest = Guest(
            kind, self._name.text(), self._organisation.text(), self._post.text(), presented or ""
        )
        coming = GuestComing(guest)
        if self._earlier.isChecked():
            time, reason = self._time.time().toString(_TIME), self._reason.text().strip()
            coming = GuestComing(guest, time, reason)
        self.accept()
        self.given.emit(coming)
