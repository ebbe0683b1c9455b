"""Hints to look at: recuse, or dismiss with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from reviewer_app.queries.panel import Panel, PanelHint
from ui.models.table import TableModel
from ui.screens.reviewers.rows import hint_columns
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView


class Hints(QWidget):
    """Where organisations of reviewers and applications meet, those to look at first.

    Signals:
        recusing: the pair of a hint.
        dismissing: a hint that is none (`PanelHint`).
        raising: a dismissed hint that shall stand again (`PanelHint`).
    """

    recusing = Signal(object)
    dismissing = Signal(object)
    raising = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._build()
        self._lay_out()
        self._table.row_chosen.connect(self._offer)
        self._table.row_opened.connect(self._ask_recusal)

    def show_panel(self, panel: Panel) -> None:
        """Show every hint, the open ones first; the chosen place stays."""
        place = max(self._table.currentIndex().row(), 0)
        rows = sorted(panel.hints, key=lambda item: not item.is_open)
        self._model.show(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._table.choose_row(self._model.index(min(place, max(len(rows) - 1, 0)), 0))
        self._offer()

    def _build(self) -> None:
        _ = self.translate
        self._model = TableModel(hint_columns(_), self)
        self._table = TableView(self._model, _("Hints of recusals"))
        self._recuse = button(_("&Recuse…"), self._ask_recusal, name="circle-slash")
        self._dismiss = button(_("&Dismiss…"), self._ask_dismissal, name="check")
        self._raise = button(_("Take &up again"), self._ask_raising, name="rotate-ccw")

    def _lay_out(self) -> None:
        _ = self.translate
        told = _(
            "Organisations of reviewers, now and in the last three years, are compared with"
            " applicants, users, owners of intellectual property and further columns. A hint is"
            " no verdict: people decide."
        )
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow_row(scaled(4), self._recuse, self._dismiss, self._raise))
        self._table.setMinimumHeight(scaled(200))
        column.addWidget(self._table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, scaled(8), 0, 0)
        whole.addWidget(label(told, "faint", wrap=True))
        self._pages = QStackedLayout()
        whole.addLayout(self._pages, 1)  # before its widgets: they would flash as windows
        self._pages.addWidget(full)
        self._pages.addWidget(
            EmptyState("circle-check", _("No organisation of a reviewer meets an application."))
        )

    def _current(self) -> PanelHint | None:
        index = self._table.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def _offer(self) -> None:
        row = self._current()
        self._recuse.setEnabled(row is not None and not row.is_recused)
        self._dismiss.setEnabled(row is not None and row.is_open)
        self._raise.setEnabled(row is not None and bool(row.reason))

    def _ask_recusal(self) -> None:
        row = self._current()
        if row is not None and not row.is_recused:
            self.recusing.emit((row.hint.application, row.hint.reviewer))

    def _ask_dismissal(self) -> None:
        self.dismissing.emit(self._current())

    def _ask_raising(self) -> None:
        self.raising.emit(self._current())
