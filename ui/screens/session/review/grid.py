"""The sheets side by side: indicators as rows, reviewers as columns, heads that stay."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.screens.session.review.rows import Cell, Grid, GridRow, Head
from ui.theme.theme import DENSE_ROW, TABLE, colour, font, scaled

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_WIDTH, _NAMES = 80, 184
"""Widths of a reviewer's column and of the names, at 100 %."""

_LEAST = 250
"""Least height of the grid: with less it would show nothing but heads."""

_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEADS = ("total", "factor", "objectives")


class GridModel(QAbstractTableModel):
    """Shows a `Grid`; the names of its rows stand in the vertical header."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid((), ())

    def show(self, grid: Grid) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def row_at(self, index: Index) -> GridRow:
        """Give the row of an index."""
        return self.grid.rows[index.row()]

    def head_at(self, index: Index) -> Head:
        """Give the head of an index's column."""
        return self.grid.heads[index.column()]

    def cell_at(self, index: Index) -> Cell:
        """Give the cell of an index."""
        return self.row_at(index).cells[index.column()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        cell, row = self.cell_at(index), self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return cell.tip
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.head_at(index).title}, {row.title}: {cell.text}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _END
            case _:
                return _look_of(row, cell, role)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        names = self.grid.heads if way is Qt.Orientation.Horizontal else self.grid.rows
        if not 0 <= section < len(names):
            return None
        named = names[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return named.text if isinstance(named, Head) else named.title
        return None


def _look_of(row: GridRow, cell: Cell, role: int) -> Any:  # noqa: ANN401 - Qt takes anything
    """Give font and colours: what is no score of a reviewer stands on sunken ground."""
    match role:
        case Qt.ItemDataRole.FontRole:
            made = font(TABLE, bold=row.kind in _HEADS)
            made.setStrikeOut(row.kind == "total" and cell.is_faint)
            return made
        case Qt.ItemDataRole.ForegroundRole:
            return colour("faint" if cell.is_faint else "text")
        case Qt.ItemDataRole.BackgroundRole if row.kind != "indicator":
            return colour("sunken")
        case _:
            return None


class _Heads(QHeaderView):
    """Heads of several lines: who, whether it counts, flags in the colour of their meaning."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        room = self.defaultSectionSize() - scaled(12)
        heights = [self._height(head, room) for head in self._model.grid.heads]
        return QSize(super().sizeHint().width(), max(heights, default=scaled(44)))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not 0 <= section < len(self._model.grid.heads):
            return
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.setPen(colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(scaled(6), scaled(4), -scaled(6), 0)
        for text, role, is_bold in _lines(self._model.grid.heads[section]):
            painter.setFont(font(TABLE - 1, bold=is_bold))
            painter.setPen(colour(role))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            used = painter.drawText(inside, flags, text)
            inside.setTop(inside.top() + used.height() + scaled(2))
        painter.restore()

    def _height(self, head: Head, room: int) -> int:
        height = scaled(10)
        for text, _role, is_bold in _lines(head):
            metrics = self.fontMetrics().__class__(font(TABLE - 1, bold=is_bold))
            flags = Qt.TextFlag.TextWordWrap
            height += metrics.boundingRect(QRect(0, 0, room, 4000), flags, text).height()
            height += scaled(2)
        return height


def _lines(head: Head) -> list[tuple[str, str, bool]]:
    lines = [(head.title, "text", True), (head.state, "secondary", False)]
    lines += [(f"⚑ {flag.text}", flag.meaning, True) for flag in head.flags]
    return [line for line in lines if line[0]]


class _Corners(QStyledItemDelegate):
    """Marks what was changed by a small triangle, and what has a comment by a dot."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, GridModel)
        cell, rect = model.cell_at(index), QRect(option.rect)  # type: ignore[attr-defined] # Qt
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.is_changed:
            painter.setBrush(colour("attention" if cell.waits else "accent"))
            side = scaled(9)
            corner = QPointF(rect.right(), rect.top())
            points = [corner, corner - QPointF(side, 0), corner + QPointF(0, side)]
            painter.drawPolygon(QPolygonF(points))
        if cell.has_comment:
            painter.setBrush(colour("faint"))
            radius = scaled(3)
            painter.drawEllipse(rect.topLeft() + QPoint(scaled(9), scaled(9)), radius, radius)
        painter.restore()


class GridView(QTableView):
    """Shows the grid cell by cell.

    Signals:
        cell_chosen: another cell is current.
        cell_opened: Enter or a double click on a cell.
    """

    cell_chosen = Signal()
    cell_opened = Signal()

    def __init__(self, model: GridModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheets")
        self.setAccessibleName(name)
        self._model = model
        self._heads = _Heads(model, self)
        self.setHorizontalHeader(self._heads)
        self.setModel(model)
        self._corners = _Corners(self)
        self.setItemDelegate(self._corners)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(scaled(_LEAST))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setFixedWidth(scaled(_NAMES))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setDefaultSectionSize(scaled(DENSE_ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._heads.setMinimumSectionSize(scaled(_WIDTH))
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self.cell_opened)

    def show_grid(self, grid: Grid) -> None:
        """Show another grid and stay at the cell, where it still is."""
        at = self.currentIndex()
        row, column = (at.row(), at.column()) if at.isValid() else (0, 0)
        self._model.show(grid)
        self._fit()
        self.setCurrentIndex(self._model.index(min(row, len(grid.rows) - 1), column))

    def turn_to(self, column: int | None) -> None:
        """Go to a column, in the row of the cursor; None stays."""
        if column is not None:
            self.setCurrentIndex(self._model.index(self.currentIndex().row(), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cell_opened.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width among the columns, none narrower than it can be read."""
        count = max(1, len(self._model.grid.heads))
        width = max(scaled(_WIDTH), self.viewport().width() // count)
        self._heads.setDefaultSectionSize(width)
        for column in range(count):
            self.setColumnWidth(column, width)
        self.updateGeometries()

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.cell_chosen.emit()
