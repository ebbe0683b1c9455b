"""What is shown when the program itself made a mistake."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.labels import button, label


class FaultReport(QDialog):
    """A report to copy; nothing is lost, and the work goes on."""

    def __init__(self, report: str, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self.setWindowTitle(_("A fault of the program"))
        self.resize(scaled(680), scaled(460))
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("Report of the fault"))
        column = QVBoxLayout(self)
        column.addWidget(
            label(_("The program made a mistake. Nothing you saved is lost."), "section")
        )
        told = _(
            "You can go on working. Please copy the report and give it to whoever looks after"
            " the program; it holds no scores and no names of applicants."
        )
        column.addWidget(label(told, "secondary", wrap=True))
        column.addWidget(self._text, 1)
        foot = QHBoxLayout()
        foot.addWidget(button(_("Copy the report"), self._copy, name="copy"))
        foot.addStretch(1)
        foot.addWidget(button(_("Go on"), self.accept, kind="primary"))
        column.addLayout(foot)

    @classmethod
    def tell(cls, report: str, translate: Translator, parent: QWidget) -> "FaultReport":
        """Show a report; the window beneath stays usable."""
        made = cls(report, translate, parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.open()
        return made

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
