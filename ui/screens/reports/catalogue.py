"""The documents by the parts of the review, to choose one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reviewer_app.domain.report_list import ReportLine
from reviewer_app.i18n import Translator
from reviewer_app.words.report_list import report_phase_name
from ui.screens.reports.rows import by_phase, title_of, written_mark, written_words
from ui.theme.theme import font, icon, scaled

_ROW = 34


class Catalogue(QTreeWidget):
    """A tree of two levels; only documents can be chosen.

    Signals:
        chosen: the key of a document.
    """

    chosen = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        _ = translate
        self.setAccessibleName(_("Documents"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(scaled(8))
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setIconSize(QSize(scaled(20), scaled(20)))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._filling = False
        self.currentItemChanged.connect(self._told)

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show these documents; the chosen one stays chosen."""
        self._filling = True
        chosen = self.current_key()
        self.clear()
        self._items = {}
        for phase, rows in by_phase(lines):
            head = QTreeWidgetItem(self, [report_phase_name(phase, self.translate)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, font(15, bold=True))
            head.setSizeHint(0, QSize(0, scaled(_ROW)))
            for line in rows:
                self._items[line.key] = self._item(head, line)
            head.setExpanded(True)
        self.choose(chosen)
        self._filling = False

    def choose(self, key: str) -> None:
        """Make a document the chosen one."""
        if key in self._items:
            self.setCurrentItem(self._items[key])

    def current_key(self) -> str:
        """Give the key of the chosen document, empty without one."""
        chosen = (key for key, item in self._items.items() if item is self.currentItem())
        return next(chosen, "")

    def _item(self, head: QTreeWidgetItem, line: ReportLine) -> QTreeWidgetItem:
        item = QTreeWidgetItem(head, [title_of(line, self.translate)])
        words = written_words(line, self.translate)
        item.setIcon(0, icon(*written_mark(line)))
        item.setToolTip(0, words)
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, words)
        return item

    def _told(self) -> None:
        key = self.current_key()
        if key and not self._filling:
            self.chosen.emit(key)
