"""The start page: recent batches, a new one, the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from ui import messages
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label


class Start(QWidget):
    """What to work on.

    Signals:
        opening: a workspace file (`Path`).
        beginning: a new batch is wanted.
        sample_wanted: the invented sample, in a folder of the user's choice.
    """

    opening = Signal(object)
    beginning = Signal()
    sample_wanted = Signal()

    def __init__(
        self, recent: Sequence[str], translate: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._lay_out(recent)

    def _lay_out(self, recent: Sequence[str]) -> None:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Reviewer Workstation"), "page"))
        column.addWidget(label(_("Not for state secrets. Works without any network."), "secondary"))
        steps = QHBoxLayout()
        steps.addWidget(
            button(_("New batch…"), self.beginning.emit, kind="primary", name="file-plus")
        )
        steps.addWidget(button(_("Open a batch…"), self._ask, name="folder-open"))
        steps.addWidget(button(_("Open the sample"), self.sample_wanted.emit, name="book-open"))
        steps.addStretch(1)
        column.addLayout(steps)
        column.addWidget(label(_("Recent batches"), "section"))
        if not recent:
            column.addWidget(label(_("Batches you open will stand here."), "faint"))
        for name in recent:
            made = button(f"{Path(name).stem}\n{name}", self._again, kind="quiet")
            made.setObjectName(name)
            made.setStyleSheet("text-align: left;")
            column.addWidget(made)
        column.addStretch(1)
        card = frame("raised", column)
        card.setMaximumWidth(scaled(860))
        QVBoxLayout(self).addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _again(self) -> None:
        self.opening.emit(Path(self.sender().objectName()))

    def _ask(self) -> None:
        _ = self.translate
        kinds = _("Batches (*.review)")
        path = messages.choose_file(self, _("Open a batch"), kinds)
        if path is not None:
            self.opening.emit(path)
