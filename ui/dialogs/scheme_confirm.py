"""The scheme in force, as reviewers see it, to be confirmed or replaced."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.words.scheme import describe_method
from ui.theme.theme import fitted, scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.scheme_view import SchemeView


class SchemeConfirm(QDialog):
    """Shows the scheme with its notice.

    Signals:
        confirmed: the bureau stands by this scheme.
        editing: it is to be changed first.
    """

    confirmed = Signal()
    editing = Signal()

    def __init__(self, scheme: Scheme, translate: Translator, parent: QWidget | None = None):
        super().__init__(parent)
        _ = translate
        self.setWindowTitle(_("Confirm the scheme"))
        view = SchemeView(_)
        view.show_scheme(scheme)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(16),) * 4)
        column.setSpacing(scaled(12))
        title = scheme.title_en if _.language == "en" and scheme.title_en else scheme.title
        column.addWidget(label(title, "section", wrap=True))
        if scheme.notice:
            column.addWidget(_notice(scheme.notice))
        column.addWidget(label(describe_method(scheme, _), "secondary", wrap=True))
        column.addWidget(view, 1)
        foot = QHBoxLayout()
        foot.addWidget(button(_("Close"), self.reject))
        foot.addStretch(1)
        foot.addWidget(button(_("Change the scheme…"), self._edit, name="sliders-horizontal"))
        foot.addWidget(
            button(_("Confirm this scheme"), self._confirm, kind="primary", name="check")
        )
        column.addLayout(foot)
        self.resize(fitted(self, 860, 600))

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()

    def _edit(self) -> None:
        self.reject()
        self.editing.emit()


def _notice(text: str) -> QWidget:
    row = QHBoxLayout()
    row.addWidget(label(text, "", wrap=True))
    made = frame("", row)
    made.setProperty("pill", "attention")
    return made
