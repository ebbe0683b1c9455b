"""The grid: keys as in a spreadsheet, the numeric pad alone is enough."""

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.screens.entry.cell_editor import CellDelegate, Step, step_of
from ui.screens.entry.grid_model import PaperGridModel
from ui.screens.entry.rows import block_of
from ui.theme.theme import ROW, scaled

_CELL, _TOTAL, _SUM, _STATE, _SHEET = 47, 88, 112, 124, 210

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)

Pasted = tuple[QModelIndex, tuple[tuple[str, ...], ...]]
"""Where a block begins, and its lines of cells."""


class Way(Enum):
    """Where Enter leads: along the sheet, or down the column."""

    SHEET = "sheet"
    COLUMN = "column"


class PaperGrid(QTableView):
    """Shows a `PaperGridModel`; headers stand still, so they are the frozen row and column.

    Signals:
        pasted: a block from the clipboard (`Pasted`).
        locked: somebody typed at a row that takes nothing (its number).
    """

    pasted = Signal(object)
    locked = Signal(int)

    def __init__(self, model: PaperGridModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.way = Way.SHEET
        self.setAccessibleName(name)
        self.setModel(model)
        self._delegate = CellDelegate(name, self)
        self._delegate.stepped.connect(self.step)
        self.setItemDelegate(self._delegate)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        model.modelReset.connect(self._fit_columns)

    def begin(self) -> None:
        """Go to the first cell that is still open."""
        for row in range(self._model.rowCount()):
            for column in range(len(self._model.columns)):
                index = self._model.index(row, column)
                if self._model.is_typed(index) and not index.data():
                    self.setCurrentIndex(index)
                    return
        self.setCurrentIndex(self._model.index(0, 0))

    def step(self, step: Step) -> None:
        """Go from the current cell to another."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        match step:
            case Step.NEXT | Step.BACK:
                target = self._along(here, 1 if step is Step.NEXT else -1)
            case Step.UP:
                target = self._model.index(row - 1, column)
            case Step.DOWN:
                target = self._model.index(row + 1, column)
            case Step.LEFT:
                target = self._model.index(row, column - 1)
            case Step.RIGHT:
                target = self._model.index(row, column + 1)
            case _:
                assert_never(step)
        if target.isValid():
            self.setCurrentIndex(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.keeps_arrows = False
        step = step_of(event)
        if event.matches(QKeySequence.StandardKey.Paste):
            block = block_of(QGuiApplication.clipboard().text())
            if block and self.currentIndex().isValid():
                self.pasted.emit((self.currentIndex(), block))
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._model.setData(self.currentIndex(), "")
        elif event.key() == Qt.Key.Key_F2:
            self._edit_within()
        elif step in (Step.NEXT, Step.BACK) or (
            event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and step is not None
        ):
            self.step(step)
        elif event.text().strip() and not self._model.is_typed(self.currentIndex()):
            self.locked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._edit_within()

    def _edit_within(self) -> None:
        if self._model.is_typed(self.currentIndex()):
            self._delegate.keeps_arrows = True
            self.edit(self.currentIndex())

    def _along(self, here: QModelIndex, by: int) -> QModelIndex:
        """Give the next cell on the way that takes text, the same one at the end."""
        across = self._model.columnCount()
        down = self._model.rowCount()
        row, column = here.row(), here.column()
        for _count in range(across * down):
            if self.way is Way.SHEET:
                place = row * across + column + by
                row, column = divmod(place, across)
            else:
                place = column * down + row + by
                column, row = divmod(place, down)
            index = self._model.index(row, column)
            if not index.isValid():
                return here
            if self._model.is_typed(index):
                return index
        return here

    def _selected_text(self) -> str:
        chosen = self.selectionModel().selectedIndexes()
        rows: dict[int, dict[int, str]] = {}
        for index in chosen:
            rows.setdefault(index.row(), {})[index.column()] = str(index.data() or "")
        return "\n".join(
            "\t".join(rows[row][column] for column in sorted(rows[row])) for row in sorted(rows)
        )

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(ROW - 4))
        rows.setFixedWidth(scaled(_SHEET))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setHighlightSections(True)
        columns.setHighlightSections(True)
        columns.setStretchLastSection(True)
        columns.setMinimumSectionSize(scaled(40))

    def _fit_columns(self) -> None:
        last = self._model.columnCount() - 1
        widths = {last - 2: _TOTAL, last - 1: _SUM, last: _STATE}
        for column in range(last + 1):
            room = self.horizontalHeader().sectionSizeHint(column)
            self.setColumnWidth(column, max(room, scaled(widths.get(column, _CELL))))
