"""The data of one reviewer, to be typed or corrected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.person import Reviewer
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label
from ui.widgets.scrolling import resize_within_screen, scrolled


class ReviewerForm(QDialog):
    """Fields of a reviewer; the number of a known one stays.

    Signals:
        given: the `Reviewer` as typed.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget, known: Reviewer | None, translate: Translator) -> None:
        super().__init__(parent)
        self.translate = translate
        self._known = known
        resize_within_screen(self, 640, 420)
        self._build(known or Reviewer("", ""))
        self._lay_out()

    def _build(self, shown: Reviewer) -> None:
        _ = self.translate
        self._number = QLineEdit(shown.number)
        self._number.setReadOnly(self._known is not None)
        self._name = QLineEdit(shown.name)
        self._organisation = QLineEdit(shown.organisation)
        self._title = QLineEdit(shown.title)
        self._speciality = QLineEdit(shown.speciality)
        self._former = QLineEdit("；".join(shown.former_organisations))
        self._former.setPlaceholderText(_("several with ; between them"))
        self._leader = QCheckBox(_("leads the panel"))
        self._leader.setChecked(shown.leader)
        self._do = button(_("Keep"), self._give, kind="primary")
        for field in (self._number, self._name):
            field.textEdited.connect(self._offer)
        self._offer()

    def _lay_out(self) -> None:
        _ = self.translate
        title = _("Reviewer {number}").format(number=self._number.text())
        title = title if self._known is not None else _("New reviewer")
        self.setWindowTitle(title)
        form = QFormLayout()
        form.setSpacing(scaled(8))
        for name, field in (
            (_("Reviewer no."), self._number),
            (_("Name"), self._name),
            (_("Organisation"), self._organisation),
            (_("Professional title"), self._title),
            (_("Speciality"), self._speciality),
            (_("Organisations of the last three years"), self._former),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.addRow("", self._leader)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(label(title, "section"))
        fields = QWidget()
        fields.setLayout(form)
        column.addWidget(scrolled(fields), 1)
        column.addLayout(foot)
        (self._name if self._known is not None else self._number).setFocus()

    def _offer(self) -> None:
        self._do.setEnabled(bool(self._number.text().strip() and self._name.text().strip()))

    def _give(self) -> None:
        former = self._former.text().replace(";", "；").split("；")
        self.accept()
        self.given.emit(
            Reviewer(
                number=self._number.text(),
                name=self._name.text(),
                organisation=self._organisation.text(),
                title=self._title.text(),
                speciality=self._speciality.text(),
                leader=self._leader.isChecked(),
                former_organisations=tuple(former),
            )
        )
