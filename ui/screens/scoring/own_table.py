"""All own scores in one table: applications by indicators, sortable, typed into directly."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer_app.domain.own_work import QueueRow
from reviewer_app.domain.scheme import Indicator, Scheme
from reviewer_app.i18n import Translator
from ui.models.table import TableColumn, TableModel
from ui.screens.scoring import rows
from ui.widgets.table_view import TableView

Index = QModelIndex | QPersistentModelIndex


class OwnTableModel(TableModel[QueueRow]):
    """One row an application; cells of open sheets may be typed into.

    Signals:
        typed: application, indicator, text.
    """

    typed = Signal(str, str, str)

    def __init__(
        self, scheme: Scheme, translate: Translator, parent: QWidget | None = None
    ) -> None:
        _ = translate
        places = scheme.rules.places
        self._indicators, self._translate = scheme.by_code, translate
        super().__init__(
            (
                TableColumn("number", _("Number"), lambda row: row.number, width=170),
                TableColumn("name", _("Application"), lambda row: row.name, width=240),
                TableColumn(
                    "stand",
                    _("State"),
                    lambda row: rows.stand_word(row, _),
                    role=rows.stand_role,
                    width=96,
                ),
                *(_score_column(row) for row in scheme.on_sheet),
                TableColumn(
                    "total",
                    _("Own total"),
                    lambda row: rows.total_text(row, places),
                    sort=lambda row: row.total if row.total is not None else -1,
                    is_number=True,
                    width=96,
                ),
            ),
            parent,
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if not index.isValid():
            return found
        is_score = self.columns[index.column()].key in self._indicators
        if is_score and self.row_at(index).stand.is_open:
            return found | Qt.ItemFlag.ItemIsEditable
        return found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.typed.emit(self.row_at(index).number, self.columns[index.column()].key, str(value))
        return True

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own
        names = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if way is Qt.Orientation.Horizontal and role in names:
            column = self.columns[section]
            found = self._indicators.get(column.key)
            return (
                f"{found.code} {rows.row_name(found, self._translate)}" if found else column.title
            )
        return super().headerData(section, way, role)

    def exchange(self, row: QueueRow) -> None:
        """Show a row as it is now, where it stands."""
        self.replace_where(lambda other: other.number == row.number, row)

    def _value(self, column: TableColumn[QueueRow], row: QueueRow, role: int) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.EditRole:
            return column.text(row)
        return super()._value(column, row, role)


def _score_column(indicator: Indicator) -> TableColumn[QueueRow]:
    def text(row: QueueRow) -> str:
        return rows.score_text(indicator, row.scores.get(indicator.code))

    return TableColumn(
        indicator.code,
        indicator.code,
        text,
        sort=partial(_score_of, indicator.code),
        is_number=True,
        width=64,
    )


def _score_of(code: str, row: QueueRow) -> int:
    return row.scores.get(code, -1)


class _Editor(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option, index
        made = QLineEdit(parent)
        made.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit), "made above"
        if editor.isModified():
            model.setData(index, editor.text())


class OwnTable(TableView):
    """The table; Enter or a digit begins to type."""

    def __init__(self, scheme: Scheme, translate: Translator, parent: QWidget | None = None):
        _ = translate
        self.model_of_scores = OwnTableModel(scheme, _)
        super().__init__(self.model_of_scores, _("All my scores"), parent=parent)
        self.model_of_scores.setParent(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setItemDelegate(_Editor(self))
        self.horizontalHeader().setStretchLastSection(False)

    def show_rows(self, found: Sequence[QueueRow]) -> None:
        """Show the scores as they are."""
        self.model_of_scores.show(found)
