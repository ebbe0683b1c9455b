"""The applications at the left, each with what is open of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import ReviewState
from reviewer_app.i18n import Translator
from reviewer_app.queries.deliberation import ReviewRow
from ui.models.table import TableColumn, TableModel
from ui.screens.session.review.rows import STATES, is_open
from ui.text import short_number
from ui.theme.theme import ROW, scaled
from ui.widgets.labels import label
from ui.widgets.table_view import TableView


class ListPanel(QWidget):
    """The list and its filter.

    Signals:
        chosen: the number of an application.
    """

    chosen = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._number = ""
        self.model = TableModel[ReviewRow](self._columns(), self)
        self.table = TableView(self.model, _("Applications of the meeting"), row_height=ROW)
        self.table.setObjectName("applications")
        self._only_open = QCheckBox(_("Only what is still &open"))
        self._only_open.setObjectName("only_open")
        self._only_open.clicked.connect(self._filter)
        self._told = label("", "secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self._told)
        column.addWidget(self.table, 1)
        column.addWidget(self._only_open)
        self.table.row_chosen.connect(self._chosen)

    def show_rows(self, rows: Sequence[ReviewRow], number: str) -> None:
        """Show the applications, `number` as the one that is open."""
        _ = self.translate
        own = [row for row in rows if row.state is not ReviewState.KEPT_AWAY]
        left = sum(1 for row in own if is_open(row.state))
        text = _("{done} of {all} done").format(done=len(own) - left, all=len(own))
        self._told.setText(text)
        self._number = number
        self.table.selectionModel().blockSignals(True)
        self.model.show(rows)
        self.table.fit_column(0)
        self._mark()
        self.table.selectionModel().blockSignals(False)

    def set_current(self, number: str) -> None:
        """Mark the application that is open."""
        self._number = number
        self._mark()

    def neighbour(self, step: int) -> str:
        """Give the number of the next or previous shown application, empty at the end."""
        shown = [row.number for row in self.model.shown()]
        if self._number not in shown:
            return shown[0] if shown else ""
        at = shown.index(self._number) + step
        return shown[at] if 0 <= at < len(shown) else ""

    def _mark(self) -> None:
        index: QModelIndex = self.model.index_where(lambda row: row.number == self._number)
        self.table.choose_row(index)
        self.table.viewport().update()

    def _filter(self) -> None:
        keep = _still_open if self._only_open.isChecked() else None
        self.table.selectionModel().blockSignals(True)
        self.model.search("", keep)
        self._mark()
        self.table.selectionModel().blockSignals(False)

    def _chosen(self, row: ReviewRow) -> None:
        if row.number != self._number:
            self._number = row.number
            self.chosen.emit(row.number)

    def _columns(self) -> list[TableColumn[ReviewRow]]:
        _ = self.translate
        return [
            TableColumn(
                "number",
                _("No."),
                lambda row: short_number(row.number),
                sort=lambda row: row.number,
                width=84,
                icon=lambda row: "bell" if row.is_mine else "",
                role=lambda row: "attention" if row.is_mine else "text",
                tip=lambda row: f"{row.number} {row.name}",
            ),
            TableColumn(
                "state",
                _("State"),
                lambda row: _(STATES[row.state][0]),
                sort=lambda row: list(STATES).index(row.state),
                icon=lambda row: STATES[row.state][1],
                role=lambda row: STATES[row.state][2],
                tip=lambda row: f"{row.name} · {_(STATES[row.state][0])}",
                width=150,
            ),
        ]


def _still_open(row: ReviewRow) -> bool:
    return is_open(row.state)
