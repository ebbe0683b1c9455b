"""The one table view: rows of one height, whole rows chosen, columns the user's own."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.models.table import TableModel
from ui.theme.theme import DENSE_ROW, scaled

Row = TypeVar("Row")

_AROUND, _SIGN, _WIDEST = 28, 24, 200
"""Pixels at 100 %: the space around a text, an icon before it, the most a fitted column takes."""


class TableView(QTableView):
    """Shows a `TableModel`.

    Signals:
        row_chosen: a row of the model was made current, by mouse or keys (the row).
        row_opened: Enter or a double click on a row (the row).
        columns_changed: the user chose or moved columns (their keys in order).
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)
    columns_changed = Signal(object)

    def __init__(
        self,
        model: TableModel[Any],
        name: str,
        *,
        row_height: int = DENSE_ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers(row_height)
        self.activated.connect(self._opened)
        self.selectionModel().currentRowChanged.connect(self._chosen)

    def choose_columns(self, keys: Sequence[str]) -> None:
        """Show exactly these columns in this order; unknown keys are passed over."""
        header = self.horizontalHeader()
        places = {column.key: place for place, column in enumerate(self._model.columns)}
        wanted = [key for key in keys if key in places]
        if not wanted:
            return
        for key, place in places.items():
            optional = self._model.columns[place].optional
            self.setColumnHidden(place, optional and key not in wanted)
        header.blockSignals(True)
        for visual, key in enumerate(wanted):
            header.moveSection(header.visualIndex(places[key]), visual)
        header.blockSignals(False)

    def chosen_columns(self) -> tuple[str, ...]:
        """Give the keys of the shown columns in their order."""
        header = self.horizontalHeader()
        logical = [header.logicalIndex(visual) for visual in range(header.count())]
        return tuple(
            self._model.columns[place].key for place in logical if not self.isColumnHidden(place)
        )

    def choose_row(self, index: QModelIndex) -> None:
        """Make a row current and bring it into sight."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def fit_column(self, place: int) -> None:
        """Make a column wide enough that no text of it is cut, within reason."""
        column = self._model.columns[place]
        longest = max((column.text(row) for row in self._model.shown()), key=len, default="")
        room = self.fontMetrics().horizontalAdvance(longest) + scaled(_AROUND)
        if column.icon is not None:
            room += scaled(_SIGN)
        self.setColumnWidth(place, min(max(scaled(column.width), room), scaled(_WIDEST)))

    def _set_up_headers(self, row_height: int) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(row_height))
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sectionMoved.connect(self._tell_columns)
        for place, column in enumerate(self._model.columns):
            self.setColumnWidth(place, scaled(column.width))
            self.setColumnHidden(place, not column.is_shown)

    def _offer_columns(self, position: QPoint) -> None:
        menu = QMenu(self)
        for place, column in enumerate(self._model.columns):
            if column.optional:
                action = menu.addAction(column.title)
                action.setCheckable(True)
                action.setChecked(not self.isColumnHidden(place))
                action.setData(place)
        menu.triggered.connect(self._toggle_column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(position))

    def _toggle_column(self, action: QAction) -> None:
        self.setColumnHidden(action.data(), not action.isChecked())
        self._tell_columns()

    def _tell_columns(self) -> None:
        self.columns_changed.emit(self.chosen_columns())

    def _opened(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._model.row_at(index))

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self._model.row_at(index))
