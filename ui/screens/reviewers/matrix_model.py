"""Applications × reviewers as an item model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.i18n import Translator
from reviewer_app.queries.panel import Panel
from ui.screens.reviewers.rows import cell_role, cell_story, cell_text
from ui.theme.theme import colour

Index = QModelIndex | QPersistentModelIndex
Pair = tuple[str, str]

_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MatrixModel(QAbstractTableModel):
    """Shows a `Panel`; a cell looks its pair up and computes nothing else."""

    def __init__(self, translate: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._panel: Panel | None = None
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._hinted: frozenset[Pair] = frozenset()

    def show(self, panel: Panel) -> None:
        """Show a panel; with the same rows and columns only the cells are painted anew."""
        rows = tuple(item.number for item in panel.applications)
        columns = tuple(item.reviewer.number for item in panel.reviewers)
        is_same = (rows, columns) == (self._rows, self._columns)
        if not is_same:
            self.beginResetModel()
        self._panel, self._rows, self._columns = panel, rows, columns
        self._hinted = frozenset(
            (item.hint.application, item.hint.reviewer) for item in panel.hints if item.is_open
        )
        if not is_same:
            self.endResetModel()
        elif rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def pair_at(self, index: Index) -> Pair:
        """Give the numbers of application and reviewer of a cell."""
        return self._rows[index.row()], self._columns[index.column()]

    def index_of(self, application: str, reviewer: str) -> QModelIndex:
        """Give the cell of a pair; an unknown number stands for the first."""
        row = self._rows.index(application) if application in self._rows else 0
        column = self._columns.index(reviewer) if reviewer in self._columns else 0
        return self.index(row, column)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._panel is None:
            return None
        pair = self.pair_at(index)
        cell, has_hint = self._panel.cells.get(pair), pair in self._hinted
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(cell, has_hint=has_hint, _=self.translate)
            case Qt.ItemDataRole.ForegroundRole:
                return colour(cell_role(cell, has_hint=has_hint))
            case Qt.ItemDataRole.BackgroundRole:
                return colour("sunken") if cell is None else None
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell_story(self._panel, pair, self.translate)
            case _:
                return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if self._panel is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and way is Qt.Orientation.Vertical:
            return _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if way is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            person = self._panel.reviewers[section].reviewer
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"{person.number} {person.name}\n{person.organisation}".strip()
            return f"{person.number}\n{person.name}"
        if way is Qt.Orientation.Vertical and 0 <= section < len(self._rows):
            item = self._panel.applications[section]
            return f"{item.number}  {item.name}"
        return None
