"""The queue at the left: every application of the reviewer, what is left, own statistics."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer_app.domain.own_work import OwnStatistics, QueueRow
from reviewer_app.i18n import Translator
from ui.models.table import TableColumn, TableModel
from ui.screens.scoring import rows
from ui.text import short_number
from ui.theme.theme import scaled
from ui.widgets.labels import label
from ui.widgets.table_view import TableView

_TWO_LINES = 52
"""Height of a row: the name, and below it the state in words."""


class QueueModel(TableModel[QueueRow]):
    """The rows in the batch's order; one row is exchanged without the others moving."""

    def __init__(self, translate: Translator, places: int, parent: QWidget | None = None) -> None:
        _ = translate

        def spoken(row: QueueRow) -> str:
            return f"{row.number} {row.name}\n{rows.stand_word(row, _)}"

        super().__init__(
            (
                TableColumn(
                    "number",
                    _("No."),
                    lambda row: short_number(row.number),
                    role=rows.stand_role,
                    icon=rows.stand_icon,
                    tip=spoken,
                    width=84,
                ),
                TableColumn(
                    "name",
                    _("Application"),
                    lambda row: f"{row.name}\n{rows.stand_word(row, _)}",
                    sort=lambda row: row.name,
                    tip=spoken,
                ),
                TableColumn(
                    "total",
                    _("Total"),
                    lambda row: rows.total_text(row, places),
                    sort=lambda row: row.total if row.total is not None else -1,
                    is_number=True,
                    width=68,
                ),
            ),
            parent,
        )

    def exchange(self, row: QueueRow) -> None:
        """Show a row as it is now, where it stands."""
        self.replace_where(lambda other: other.number == row.number, row)


class QueueView(TableView):
    """Letters and digits are commands of the place, never a search in the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        pages = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if Qt.Key(event.key()) in (*moves, *pages):
            super().keyPressEvent(event)
        else:
            event.ignore()


class Queue(QFrame):
    """The list with its counts above and the reviewer's own statistics below.

    Signals:
        chosen: the number of the application the reviewer wants.
    """

    chosen = Signal(str)

    def __init__(self, translate: Translator, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._places = places
        _ = translate
        self._counts = label("", "secondary", wrap=True)
        self.model = QueueModel(translate, places, self)
        self.view = QueueView(self.model, _("My applications"), row_height=_TWO_LINES)
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.horizontalHeader().setSectionResizeMode(
            1, self.view.horizontalHeader().ResizeMode.Stretch
        )
        self._statistics = label("", "faint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), 0, scaled(8))
        column.setSpacing(scaled(4))
        column.addWidget(self._counts)
        column.addWidget(self.view, 1)
        column.addWidget(self._statistics)
        self.view.clicked.connect(self._clicked)
        self.view.row_opened.connect(self._opened)

    def hide_statistics(self) -> None:
        """Show no mean: the bureau wants each application judged for itself."""
        self._statistics.hide()

    def show_rows(self, found: Sequence[QueueRow], own: OwnStatistics) -> None:
        """Show the whole queue."""
        self.model.show(found)
        self.view.fit_column(0)
        self._tell(tuple(found), own)

    def show_row(self, row: QueueRow, found: Sequence[QueueRow], own: OwnStatistics) -> None:
        """Show one row that changed, and the counts over all."""
        self.model.exchange(row)
        self._tell(tuple(found), own)

    def set_current(self, number: str) -> None:
        """Mark the application that is worked on."""
        self.view.choose_row(self.model.index_where(lambda row: row.number == number))

    def in_order(self) -> tuple[QueueRow, ...]:
        """Give the rows as they stand, also after sorting."""
        return self.model.shown()

    def _tell(self, found: tuple[QueueRow, ...], own: OwnStatistics) -> None:
        self._counts.setText(rows.counts_text(found, self.translate))
        self._statistics.setText(rows.statistics_text(own, self._places, self.translate))

    def _clicked(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.chosen.emit(self.model.row_at(index).number)

    def _opened(self, row: QueueRow) -> None:
        self.chosen.emit(row.number)


def exchanged(found: Sequence[QueueRow], row: QueueRow) -> tuple[QueueRow, ...]:
    """Give the rows with one of them as it is now."""
    return tuple(row if other.number == row.number else other for other in found)
