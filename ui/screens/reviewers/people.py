"""The list of reviewers with their data, and the ways they come into it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.plans import ImportKind
from reviewer_app.i18n import Translator
from reviewer_app.queries.panel import Panel, PanelReviewer
from ui import window_state
from ui.models.table import TableModel
from ui.screens.reviewers.rows import reviewer_columns
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.table_view import TableView

_TABLE = "reviewers"


class People(QWidget):
    """Every reviewer, one a row.

    Signals:
        adding: a new reviewer is wanted.
        editing: a reviewer's data (`Reviewer`).
        dropping_out: the number of a reviewer who cannot go on.
        importing: the kind of workbook to read (`ImportKind`).
    """

    adding = Signal()
    editing = Signal(object)
    dropping_out = Signal(str)
    importing = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._chosen: PanelReviewer | None = None
        self._build()
        self._lay_out()
        self._table.row_chosen.connect(self._choose)
        self._table.row_opened.connect(self._edit_row)
        self._table.columns_changed.connect(self._keep_columns)

    def show_panel(self, panel: Panel) -> None:
        """Show the reviewers, keeping the chosen one."""
        _ = self.translate
        number = self._chosen.reviewer.number if self._chosen is not None else ""
        self._model.show(panel.reviewers)
        self._table.choose_row(self._model.index_where(_NumberIs(number)))
        text = _("everyone has every application") if panel.everyone else _("assigned by list")
        self._told.setText(
            _("{count} reviewers, {how}").format(count=len(panel.reviewers), how=text)
        )
        self._offer()

    def _build(self) -> None:
        _ = self.translate
        self._model = TableModel(reviewer_columns(_), self)
        self._table = TableView(self._model, _("Reviewers"))
        self._table.choose_columns(window_state.remembered_columns(_TABLE))
        self._told = label("", "secondary")
        self._add = button(_("&New reviewer…"), self.adding.emit, name="user-plus")
        self._edit = button(_("&Edit…"), self._edit_chosen, name="pencil")
        self._out = button(_("&Drops out…"), self._drop_chosen, name="log-out")
        self._reviewers = button(_("&Import reviewers…"), self._import_reviewers, name="download")
        self._pairs = button(_("Import &assignments…"), self._import_assignments, name="download")

    def _lay_out(self) -> None:
        deeds = (self._add, self._edit, self._out, self._reviewers, self._pairs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.addWidget(flow_row(scaled(4), *deeds))
        self._table.setMinimumHeight(scaled(200))
        column.addWidget(self._table, 1)
        column.addWidget(self._told)

    def _offer(self) -> None:
        has_one = self._table.currentIndex().isValid()
        self._edit.setEnabled(has_one)
        self._out.setEnabled(has_one)

    def _choose(self, row: PanelReviewer) -> None:
        self._chosen = row
        self._offer()

    def _edit_row(self, row: PanelReviewer) -> None:
        self.editing.emit(row.reviewer)

    def _edit_chosen(self) -> None:
        if self._chosen is not None:
            self.editing.emit(self._chosen.reviewer)

    def _drop_chosen(self) -> None:
        if self._chosen is not None:
            self.dropping_out.emit(self._chosen.reviewer.number)

    def _import_reviewers(self) -> None:
        self.importing.emit(ImportKind.REVIEWERS)

    def _import_assignments(self) -> None:
        self.importing.emit(ImportKind.ASSIGNMENTS)

    def _keep_columns(self, keys: tuple[str, ...]) -> None:
        window_state.remember_columns(_TABLE, keys)


class _NumberIs:
    """Finds the row of a reviewer again."""

    def __init__(self, number: str) -> None:
        self._number = number

    def __call__(self, row: PanelReviewer) -> bool:
        return row.reviewer.number == self._number
