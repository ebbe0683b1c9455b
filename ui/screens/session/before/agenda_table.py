"""The agenda as a table whose items are moved by drag, or by Alt with the arrow keys."""

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reviewer_app.domain.agenda import ItemState
from reviewer_app.i18n import Translator
from reviewer_app.queries.agenda_desk import AgendaLine
from ui.models.table import TableModel
from ui.screens.session.before.agenda_rows import agenda_columns
from ui.widgets.table_view import TableView

Index = QModelIndex | QPersistentModelIndex


class AgendaModel(TableModel[AgendaLine]):
    """Items in order; what has not begun can be dragged. It moves no row by itself."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if index.isValid() and self.row_at(index).row.item.state is ItemState.PLANNED:
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(
        self, _data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        return False


class AgendaTable(TableView):
    """Shows the agenda in its order.

    Signals:
        shifted: the chosen item is to move so many places (int).
        dropped: (item's key, row it was dropped on) after a drag.
    """

    shifted = Signal(int)
    dropped = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        self.items = AgendaModel(agenda_columns(translate))
        _ = translate
        super().__init__(self.items, _("Agenda"), parent=parent)
        self.items.setParent(self)
        self.setObjectName("agenda_table")
        self.setSortingEnabled(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)

    def chosen(self) -> AgendaLine | None:
        """Give the chosen item."""
        index = self.currentIndex()
        return self.items.row_at(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in steps:
            self.shifted.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the item was let go; the agenda is made anew from it."""
        line = self.chosen()
        index = self.indexAt(event.position().toPoint())
        row = index.row() if index.isValid() else self.items.rowCount()
        below = self.dropIndicatorPosition() == (QAbstractItemView.DropIndicatorPosition.BelowItem)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if line is not None:
            self.dropped.emit((line.row.item.key, row + below))
