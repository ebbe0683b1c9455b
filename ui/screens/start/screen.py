"""The start page: recent batches, a new one, the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from reviewer_app.settings import RecentBatch
from ui import messages
from ui.theme.theme import scaled
from ui.widgets.check_row import CheckLine, CheckRow
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label

_WIDTH = 860


class Start(QWidget):
    """What to work on.

    Signals:
        opening: a workspace file (`Path`).
        forgetting: a workspace that shall not be listed any more (`Path`).
        beginning: a new batch is wanted.
        sample_wanted: the invented sample, in a folder of the user's choice.
    """

    opening = Signal(object)
    forgetting = Signal(object)
    beginning = Signal()
    sample_wanted = Signal()

    def __init__(
        self,
        recent: Sequence[RecentBatch],
        translate: Translator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._lay_out(recent)

    def _lay_out(self, recent: Sequence[RecentBatch]) -> None:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Reviewer Workstation"), "page"))
        column.addWidget(label(_("Not for state secrets. Works without any network."), "secondary"))
        column.addWidget(self._steps(is_first=not recent))
        column.addSpacing(scaled(12))
        column.addWidget(label(_("Recent batches"), "section"))
        if not recent:
            column.addWidget(label(_("Batches you open will stand here."), "faint"))
        for batch in recent:
            column.addLayout(self._row(batch))
        column.addStretch(1)
        card = frame("raised", column)
        column.setContentsMargins(*(scaled(32),) * 4)
        card.setMaximumWidth(scaled(_WIDTH))
        inside = QWidget()
        middle = QHBoxLayout(inside)
        middle.addWidget(card)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        QVBoxLayout(self).addWidget(area)

    def _steps(self, *, is_first: bool) -> QWidget:
        _ = self.translate
        begin = button(_("&New batch…"), self.beginning.emit, kind="primary", name="file-plus")
        look = button(_("&Open a batch…"), self._ask, name="folder-open")
        sample = button(_("Open the &sample"), self.sample_wanted.emit, name="book-open")
        if is_first:
            self.setFocusProxy(begin)
        return flow_row(scaled(8), begin, look, sample)

    def _row(self, batch: RecentBatch) -> QHBoxLayout:
        _ = self.translate
        line = CheckLine(
            key=str(batch.path),
            icon="file-text" if batch.is_there else "circle-slash",
            meaning="",
            title=batch.title,
            word=batch.changed or _("not found"),
            text=str(batch.path),
            deed=_("Open"),
            leads=batch.is_there,
        )
        row = QHBoxLayout()
        row.setSpacing(0)
        shown = CheckRow(line)
        shown.clicked.connect(self._again)
        row.addWidget(shown, 1)
        forget = button(_("Forget"), self._forget, kind="quiet", name="x")
        forget.setObjectName(str(batch.path))
        forget.setAccessibleName(_("Forget {title}").format(title=batch.title))
        forget.setToolTip(_("Take it from this list; the file stays where it is."))
        row.addWidget(forget)
        return row

    def _again(self) -> None:
        self.opening.emit(Path(self.sender().objectName()))

    def _forget(self) -> None:
        self.forgetting.emit(Path(self.sender().objectName()))

    def _ask(self) -> None:
        _ = self.translate
        kinds = _("Batches (*.review)")
        path = messages.choose_file(self, _("Open a batch"), kinds)
        if path is not None:
            self.opening.emit(path)
