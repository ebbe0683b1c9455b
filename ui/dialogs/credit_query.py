"""One credit query for many applications: same source, same day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.checks import CREDIT_SOURCES, CreditLine, CreditResult
from reviewer_app.i18n import Translator
from reviewer_app.words.checks import credit_result_name, credit_source
from ui.theme.theme import scaled
from ui.widgets.labels import label


class CreditQuery(QDialog):
    """Asks for the query that is written for each of the applications.

    Signals:
        given: the query (`CreditLine`).
    """

    given = Signal(object)

    def __init__(self, parent: QWidget, translate: Translator, count: int, day: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accepted.connect(self._give)
        _ = translate
        self.setWindowTitle(_("Credit query for all shown"))
        self._source, self._result = QComboBox(), QComboBox()
        self._source.setEditable(True)
        self._source.addItems([credit_source(source, _) for source in CREDIT_SOURCES])
        for item in CreditResult:
            self._result.addItem(credit_result_name(item, _), item.value)
        self._day, self._file, self._remark = QLineEdit(day), QLineEdit(), QLineEdit()
        form = QFormLayout()
        form.setVerticalSpacing(scaled(8))
        for text, field in (
            (_("Source"), self._source),
            (_("Queried on"), self._day),
            (_("What it says"), self._result),
            (_("File no."), self._file),
            (_("Remark"), self._remark),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        text = _.plural(
            "It is written for {count} application.",
            "It is written for {count} applications.",
            count,
        ).format(count=count)
        buttons = QDialogButtonBox()
        buttons.addButton(_("Record"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(16))
        column.addWidget(label(text, "secondary", wrap=True))
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(scaled(520))

    def _give(self) -> None:
        self.given.emit(self.line())

    def line(self) -> CreditLine:
        """Give what was typed."""
        return CreditLine(
            source=self._source.currentText().strip(),
            queried_on=self._day.text().strip(),
            result=CreditResult(self._result.currentData()),
            remark=self._remark.text().strip(),
            file_number=self._file.text().strip(),
        )
