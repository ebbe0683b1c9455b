"""The grid as an item model: a row a sheet, a column an indicator, total, sum and state."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import Indicator
from reviewer_app.i18n import Translator
from reviewer_app.queries.paper_entry import FIRST, PaperLine, PaperTable
from reviewer_app.words.results import factor_name
from ui.screens.entry.rows import (
    is_open,
    score_text,
    sheet_name,
    state_role,
    state_text,
    sums_text,
    total_text,
)
from ui.theme.theme import colour

Index = QModelIndex | QPersistentModelIndex

TAIL = 3
"""Columns behind the indicators: total on paper, sum, state."""

_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PaperGridModel(QAbstractTableModel):
    """Shows a `PaperTable`; what is typed goes to `take`, which says whether it was taken."""

    def __init__(
        self,
        translate: Translator,
        take: Callable[[PaperLine, str, str], bool],
        parent: QObject | None = None,
    ) -> None:
        """`take` gets the line, the indicator's code (empty: the total) and the text."""
        super().__init__(parent)
        self.translate = translate
        self._take = take
        self._table: PaperTable | None = None
        self.columns: tuple[Indicator, ...] = ()
        self.lines: tuple[PaperLine, ...] = ()
        self.entry = FIRST
        self._is_reviewers = True

    def show(
        self, table: PaperTable, entry: int, columns: tuple[Indicator, ...], *, is_reviewers: bool
    ) -> None:
        """Show a pile; where it is the same one only its cells are painted anew."""
        kept = (
            [line.pair for line in self.lines] == [line.pair for line in table.lines]
            and self.columns == columns
            and (self.entry, self._is_reviewers) == (entry, is_reviewers)
        )
        if not kept:
            self.beginResetModel()
        self._table, self.columns, self.lines = table, columns, table.lines
        self.entry, self._is_reviewers = entry, is_reviewers
        if not kept:
            self.endResetModel()
        elif self.lines:
            last = self.index(len(self.lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def is_typed(self, index: Index) -> bool:
        """Whether a cell takes typed text."""
        return bool(self.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def code_at(self, column: int) -> str:
        """Give the indicator's code of a column, empty for the total and what follows."""
        return self.columns[column].code if column < len(self.columns) else ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid() or self._table is None:
            return 0
        return len(self.columns) + TAIL

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.lines[index.row()]
        is_cell = index.column() <= len(self.columns)
        is_total = index.column() == len(self.columns)
        is_begun = bool(line.first_by)
        if is_cell and is_open(line, self.entry) and (not is_total or is_begun):
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(line, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if index.column() == self.columnCount() - 1 else _RIGHT
            case Qt.ItemDataRole.BackgroundRole:
                return None if self.is_typed(index) else colour("sunken")
            case Qt.ItemDataRole.ForegroundRole:
                return colour(self._role(line, index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(line, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == self.columnCount() - 1:
                return self._text(line, index.column())
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.is_typed(index):
            return False
        text = str(value).strip()
        if text == self._text(self.lines[index.row()], index.column()):
            return True
        return self._take(self.lines[index.row()], self.code_at(index.column()), text)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if way is Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self.columns):
            row = self.columns[section]
            return f"{row.code} {factor_name(row, self.translate)}"
        return None

    def _row_header(self, section: int, role: int) -> Any:  # noqa: ANN401
        if not 0 <= section < len(self.lines):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return sheet_name(self.lines[section], is_reviewers=self._is_reviewers)
        return _LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _heading(self, section: int) -> str:
        _ = self.translate
        if section < len(self.columns):
            row = self.columns[section]
            return f"{row.code}\n≤ {format_exact(row.maximum)}"
        tail = (_("Total on paper"), _("Sum"), _("State"))
        return tail[section - len(self.columns)]

    def _text(self, line: PaperLine, column: int) -> str:
        assert self._table is not None
        place = column - len(self.columns)
        if place < 0:
            row = self.columns[column]
            return score_text(row, line.typed.get(row.code))
        if place == 0:
            return total_text(line.total)
        return (
            sums_text(line, self._table)
            if place == 1
            else (state_text(line, self.entry, self.translate))
        )

    def _role(self, line: PaperLine, column: int) -> str:
        if column == self.columnCount() - 1:
            return state_role(line)
        if column == self.columnCount() - 2 and line.agrees is not None:
            return "good" if line.agrees else "wrong"
        return "text"

    def _spoken(self, line: PaperLine, column: int) -> str:
        _ = self.translate
        sheet = sheet_name(line, is_reviewers=self._is_reviewers)
        heading = self._heading(column).replace("\n", " ")
        text = self._text(line, column) or _("empty")
        return f"{sheet}, {heading}, {text}"
