"""In a rehearsal: the line above the pages that offers invented scores."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.queries.rehearsal import RehearsalView, rehearsal
from reviewer_app.workflow.fill_rehearsal import fill_rehearsal
from ui.desk import Desk
from ui.dialogs.fill_rehearsal import Filling, FillRehearsalDialog
from ui.theme.theme import scaled
from ui.widgets.labels import button, label


class Rehearsing(QWidget):
    """Hidden unless scores may be invented now.

    Signals:
        said: what went well.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.translate = _ = desk.translate
        self._view = RehearsalView(may_fill=False)
        self._fill = button(_("Invent scores…"), self._ask, name="refresh-cw")
        self._fill.setObjectName("invent_scores")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(label(_("Members whom nobody plays:"), "secondary"))
        row.addWidget(self._fill)
        row.addStretch(1)
        self.hide()

    def look_again(self) -> None:
        """Show the line where it is of use."""
        self._view = self._desk.look(rehearsal)
        self.setVisible(self._view.may_fill)

    def _ask(self) -> None:
        self.look_again()
        dialog = FillRehearsalDialog(self, self._view.members, self._view.current, self.translate)
        dialog.given.connect(self._invent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _invent(self, filling: Filling) -> None:
        _ = self.translate
        deed = partial(fill_rehearsal, application=filling.application, played=filling.played)
        if self._desk.do(deed):
            self.said.emit(_("The open sheets were completed with invented scores."))
