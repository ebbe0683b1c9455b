"""The entries of the journal as a table that fetches page after page."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer_app.domain.history import JournalPage, JournalRow
from reviewer_app.i18n import Translator
from ui.text import day_and_clock

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int], JournalPage]
"""Gives the page before a sequence; 0 is the newest."""

_NOWHERE = QModelIndex()


class JournalModel(QAbstractTableModel):
    """Entries newest first; older ones come when the view reaches the end."""

    def __init__(self, translate: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self._titles = (_("Entry"), _("Time"), _("Person"), _("Deed"), _("About"), _("Reason"))
        self._rows: list[JournalRow] = []
        self._fetch: Fetch | None = None
        self._is_last = True

    def show(self, fetch: Fetch) -> None:
        """Show entries from the newest on."""
        self.beginResetModel()
        self._fetch = fetch
        first = fetch(0)
        self._rows, self._is_last = list(first.rows), first.is_last
        self.endResetModel()

    def row_at(self, place: int) -> JournalRow:
        """Give a fetched entry."""
        return self._rows[place]

    def place_of(self, sequence: int) -> int:
        """Give where an entry stands, -1 where it is not fetched."""
        return next((n for n, row in enumerate(self._rows) if row.sequence == sequence), -1)

    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() and not self._is_last

    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        if self._fetch is None or parent.isValid() or self._is_last:
            return
        found = self._fetch(self._rows[-1].sequence)
        self._is_last = found.is_last
        if not found.rows:
            return
        begin = len(self._rows)
        self.beginInsertRows(QModelIndex(), begin, begin + len(found.rows) - 1)
        self._rows += found.rows
        self.endInsertRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return cells(self._rows[index.row()])[index.column()]
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None


def cells(row: JournalRow) -> tuple[str, ...]:
    """Give the texts of an entry in the order of the columns."""
    return (
        str(row.sequence),
        moment_text(row.at),
        f"{row.actor} ({row.role})",
        row.deed,
        row.about,
        row.reason,
    )


def moment_text(at: str) -> str:
    """Write the time of an entry as it was on the clock of that PC."""
    return day_and_clock(datetime.fromisoformat(at))
