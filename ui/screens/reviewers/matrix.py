"""The matrix of the panel: who has what, and what is done to a cell, a line or a block."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import Translator
from reviewer_app.queries.panel import Panel
from ui.screens.reviewers.matrix_model import MatrixModel, Pair
from ui.screens.reviewers.rows import cell_story, legend, longest_texts
from ui.theme.theme import DENSE_ROW, TABLE, font, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label

_CELL, _APPLICATION = 96, 320
_ASIDE = (SheetState.RECUSED, SheetState.ABSTAINED, SheetState.ABSENT)


class MatrixView(QTableView):
    """Headers stand still while cells scroll; a click on one takes its row or column.

    Signals:
        opened: Enter or a double click on a cell.
    """

    opened = Signal()

    def __init__(self, model: MatrixModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = longest_texts(model.translate)
        self.setFont(font(TABLE))
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(DENSE_ROW))
        rows.setFixedWidth(scaled(_APPLICATION))
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setDefaultSectionSize(self._cell_width())
        columns.setHighlightSections(True)
        self.doubleClicked.connect(self.opened)

    def _cell_width(self) -> int:
        """Give room for the longest state with its flag, in the language in force."""
        longest = max(self.fontMetrics().horizontalAdvance(text) for text in self._texts)
        return max(scaled(_CELL), longest + scaled(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)


class Matrix(QWidget):
    """The matrix with its deeds; each is for the selected cells.

    Signals:
        recusing: one pair.
        setting_aside: pairs, and the state they shall have.
        bringing_back: pairs that were set aside.
        assigning, unassigning: pairs.
        dropping_out: the number of a reviewer.
    """

    recusing = Signal(object)
    setting_aside = Signal(object)
    bringing_back = Signal(object)
    assigning = Signal(object)
    unassigning = Signal(object)
    dropping_out = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._panel: Panel | None = None
        self._build()
        self._lay_out()
        chosen = self.view.selectionModel()
        chosen.selectionChanged.connect(self._offer)
        chosen.currentChanged.connect(self._offer)
        self.view.opened.connect(self._open)

    def show_panel(self, panel: Panel) -> None:
        """Show the panel as it stands."""
        self._panel = panel
        self._model.show(panel)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0, 0))
        self._offer()

    def show_pair(self, application: str, reviewer: str) -> None:
        """Go to a cell."""
        index = self._model.index_of(application, reviewer)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _build(self) -> None:
        _ = self.translate
        self._model = MatrixModel(_, self)
        self.view = MatrixView(self._model, _("Reviewers by applications"))
        self._recuse = button(_("&Recuse…"), self._ask_recusal, name="circle-slash")
        self._absent = button(_("A&bsent…"), self._ask_absent, name="clock")
        self._abstain = button(_("Ab&stained…"), self._ask_abstained, name="pause")
        self._back = button(_("Bring &back…"), self._ask_back, name="rotate-ccw")
        self._assign = button(_("&Assign"), self._ask_assign, name="plus")
        self._unassign = button(_("&Take away"), self._ask_unassign, name="minus")
        self._out = button(_("&Drops out…"), self._ask_out, name="log-out")
        self._out.setToolTip(_("The reviewer of the current column cannot go on"))
        self._told = label("", "secondary", wrap=True)
        self._told.setMinimumHeight(scaled(44))

    def _lay_out(self) -> None:
        _ = self.translate
        aside = (self._recuse, self._absent, self._abstain, self._back)
        deeds = flow_row(scaled(4), *aside, self._assign, self._unassign, self._out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.addWidget(deeds)
        column.addWidget(label(legend(_), "faint", wrap=True))
        self.view.setMinimumHeight(scaled(200))
        column.addWidget(self.view, 1)
        column.addWidget(self._told)

    def _pairs(self) -> list[Pair]:
        chosen = self.view.selectionModel().selectedIndexes()
        return [self._model.pair_at(index) for index in chosen]

    def _assigned(self) -> list[Pair]:
        cells = self._panel.cells if self._panel is not None else {}
        return [pair for pair in self._pairs() if pair in cells]

    def _aside(self) -> list[Pair]:
        cells = self._panel.cells if self._panel is not None else {}
        return [pair for pair in self._assigned() if cells[pair].state in _ASIDE]

    def _offer(self) -> None:
        """Offer what can be done to what is selected, and tell the current cell's story."""
        assigned, aside = self._assigned(), self._aside()
        here = self.view.currentIndex()
        self._recuse.setEnabled(len(assigned) == 1)
        self._absent.setEnabled(bool(assigned))
        self._abstain.setEnabled(bool(assigned))
        self._back.setEnabled(bool(aside))
        self._assign.setEnabled(len(self._pairs()) > len(assigned))
        self._unassign.setEnabled(bool(assigned))
        self._out.setEnabled(here.isValid())
        if here.isValid() and self._panel is not None:
            self._told.setText(cell_story(self._panel, self._model.pair_at(here), self.translate))

    def _open(self) -> None:
        """Recuse the current cell, or bring it back."""
        if self._aside():
            self._ask_back()
        elif len(self._assigned()) == 1:
            self._ask_recusal()

    def _ask_recusal(self) -> None:
        self.recusing.emit(self._assigned()[0])

    def _ask_absent(self) -> None:
        self.setting_aside.emit((self._assigned(), SheetState.ABSENT))

    def _ask_abstained(self) -> None:
        self.setting_aside.emit((self._assigned(), SheetState.ABSTAINED))

    def _ask_back(self) -> None:
        self.bringing_back.emit(self._aside())

    def _ask_assign(self) -> None:
        assigned = set(self._assigned())
        self.assigning.emit([pair for pair in self._pairs() if pair not in assigned])

    def _ask_unassign(self) -> None:
        self.unassigning.emit(self._assigned())

    def _ask_out(self) -> None:
        self.dropping_out.emit(self._model.pair_at(self.view.currentIndex())[1])
