"""A table over frozen rows that sorts and filters its own list of indexes.

A proxy model takes 30 times as long for 10,000 rows (performance.md 5).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.theme.theme import colour, icon

Row = TypeVar("Row")

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2

_NOWHERE = QModelIndex()
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BEGIN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TableColumn(Generic[Row]):
    """What a column shows of a row.

    `sort` gives what rows are ordered by (the text where there is none); `role` names the
    colour of the text, `icon` an icon before it; `width` is in pixels at 100 %; `optional`
    columns may be hidden by the user, `is_shown` says whether they stand there at first.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    is_number: bool = False
    width: int = 120
    role: Callable[[Row], str] | None = None
    icon: Callable[[Row], str] | None = None
    tip: Callable[[Row], str] | None = None
    optional: bool = True
    is_shown: bool = True


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows in columns; `show` replaces all of them."""

    def __init__(self, columns: Sequence[TableColumn[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._order: list[int] = []
        self._texts: list[str] | None = None
        self._wanted = ""
        self._keep: Callable[[Row], bool] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of all others, sorted and filtered as before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._texts = None
        self._arrange()
        self.endResetModel()

    def search(self, text: str, keep: Callable[[Row], bool] | None = None) -> None:
        """Show only rows in which some column holds each word of `text`, and that `keep` takes."""
        self.beginResetModel()
        self._wanted, self._keep = text.casefold(), keep
        self._arrange()
        self.endResetModel()

    def replace_where(self, matches: Callable[[Row], bool], row: Row) -> None:
        """Put one row in the place of another; no other row moves."""
        found = next((at for at, old in enumerate(self._rows) if matches(old)), None)
        if found is None:
            return
        self._rows = (*self._rows[:found], row, *self._rows[found + 1 :])
        self._texts = None
        if found in self._order:
            place = self._order.index(found)
            last = self.index(place, len(self.columns) - 1)
            self.dataChanged.emit(self.index(place, 0), last)

    def row_at(self, index: Index) -> Row:
        """Give the row an index points to."""
        return self._rows[self._order[index.row()]]

    def shown(self) -> tuple[Row, ...]:
        """Give the rows as they stand, after sort and filter."""
        return tuple(self._rows[place] for place in self._order)

    def index_where(self, matches: Callable[[Row], bool]) -> QModelIndex:
        """Give the index of the first shown row that matches, else an invalid one."""
        for place, position in enumerate(self._order):
            if matches(self._rows[position]):
                return self.index(place, 0)
        return QModelIndex()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows of equal values keep their order."""
        self.layoutAboutToBeChanged.emit()
        before = [self._order[index.row()] for index in self.persistentIndexList()]
        self._sorted_by = (column, order) if column >= 0 else None
        self._arrange()
        place = {position: row for row, position in enumerate(self._order)}
        self.changePersistentIndexList(
            self.persistentIndexList(),
            [
                self.index(place[position], index.column())
                for position, index in zip(before, self.persistentIndexList(), strict=True)
            ],
        )
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        return self._value(self.columns[index.column()], self.row_at(index), role)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if way is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _END if column.is_number else _BEGIN
        return None

    def _value(self, column: TableColumn[Row], row: Row, role: int) -> Any:  # noqa: ANN401
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _END if column.is_number else _BEGIN
            case Qt.ItemDataRole.ForegroundRole if column.role is not None:
                return colour(column.role(row))
            case Qt.ItemDataRole.DecorationRole if column.icon is not None:
                name = column.icon(row)
                role_name = column.role(row) if column.role is not None else "secondary"
                return icon(name, role_name) if name else None
            case Qt.ItemDataRole.ToolTipRole:
                return (column.tip or column.text)(row)
            case _ if role == SORT_ROLE:
                return (column.sort or column.text)(row)
            case _ if role == ROW_ROLE:
                return row
            case _:
                return None

    def _arrange(self) -> None:
        order = list(range(len(self._rows)))
        if self._keep is not None:
            order = [place for place in order if self._keep(self._rows[place])]
        words = self._wanted.split()
        if words:
            texts = self._all_texts()
            order = [place for place in order if all(word in texts[place] for word in words)]
        if self._sorted_by is not None:
            column, way = self._sorted_by
            value = self.columns[column].sort or self.columns[column].text
            order.sort(
                key=lambda place: value(self._rows[place]),
                reverse=way is Qt.SortOrder.DescendingOrder,
            )
        self._order = order

    def _all_texts(self) -> list[str]:
        if self._texts is None:
            self._texts = [
                "\n".join(column.text(row) for column in self.columns).casefold()
                for row in self._rows
            ]
        return self._texts
