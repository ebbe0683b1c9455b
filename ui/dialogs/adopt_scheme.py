"""Ask before a later version of the scheme is adopted: what it changes and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.i18n import Translator
from reviewer_app.queries.scheme_draft import SchemeDraft
from reviewer_app.words.scheme import change_sentences
from ui.theme.theme import scaled
from ui.widgets.labels import button, label


class AdoptScheme(QDialog):
    """Every change with what it voids, and a line for the reason.

    Signals:
        given: the reason (str).
        typing: what stood in the field when the question was left (str).
    """

    given = Signal(str)
    typing = Signal(str)

    def __init__(
        self, draft: SchemeDraft, translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = translate
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accepted.connect(self._give)
        self.rejected.connect(self._keep)
        self.setWindowTitle(_("Adopt the scheme"))
        self.resize(scaled(720), scaled(460))
        lines = change_sentences(draft.change, _) if draft.change is not None else ()
        told = QPlainTextEdit("\n".join(lines))
        told.setReadOnly(True)
        told.setAccessibleName(_("What changes"))
        voided = _.plural(
            "{count} stored score is voided.", "{count} stored scores are voided.", draft.voided
        ).format(count=draft.voided)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(_("Reason"))
        self._reason.setPlaceholderText(_("Reason; it becomes part of the record"))
        self._reason.textEdited.connect(self._allow)
        self._adopt = button(_("Adopt"), self.accept, kind="primary")
        self._adopt.setEnabled(False)
        column = QVBoxLayout(self)
        column.addWidget(label(_("What changes"), "section"))
        column.addWidget(told, 1)
        warning = label(voided, "section")
        warning.setProperty("meaning", "wrong" if draft.voided else "good")
        column.addWidget(warning)
        column.addWidget(self._reason)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Keep the scheme in force"), self.reject))
        foot.addWidget(self._adopt)
        column.addLayout(foot)

    def put(self, text: str) -> None:
        """Fill the field with what was typed before."""
        self._reason.setText(text)
        self._allow()

    def _give(self) -> None:
        self.given.emit(self.reason())

    def _keep(self) -> None:
        self.typing.emit(self.reason())

    def reason(self) -> str:
        """Give the reason as typed."""
        return self._reason.text().strip()

    def _allow(self) -> None:
        self._adopt.setEnabled(bool(self.reason()))
