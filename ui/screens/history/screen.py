"""The history place: layout and wiring."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.history import JournalFilter, JournalPage, Move
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import Translator
from reviewer_app.queries.comparison import comparison
from reviewer_app.queries.journal import (
    journal_choices,
    journal_count,
    journal_detail,
    journal_page,
)
from reviewer_app.queries.verification import verification
from reviewer_app.words.failures import sentence_of
from reviewer_app.workflow.undo import undo, why_not_undo
from reviewer_app.workspace import Workspace
from ui import window_state
from ui.desk import Desk, Task
from ui.dialogs.outcome import Outcome, move_lines, verification_lines
from ui.jobs import Progress
from ui.place import Moment, Screen
from ui.screens.history.detail_panel import DetailPanel
from ui.screens.history.filter_bar import FilterBar
from ui.screens.history.model import JournalModel
from ui.theme.theme import DENSE_ROW, scaled
from ui.widgets.labels import button, label

_NAME = "history"
_WIDTHS = (60, 168, 130, 130, 210, 160)
_NARROW = 860
_EMPTY = JournalFilter()


class History(Screen):
    """The journal, read by people: what was done, by whom, when, why, and what it changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wish = _EMPTY
        self._chosen = 0
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        self.filters.offer(*self.desk.look(partial(journal_choices, _=self.translate)))
        self._show(self._wish)

    def show_subject(self, subject: str, part: str) -> None:
        """Show the entries of an application, or with the part "entry" one entry."""
        if part == "entry":
            self.filters.search.setText(f"#{subject}")
        else:
            self.filters.application.setText(subject)
        self._is_stale = False
        self._wish = self.filters.wish()
        self.look_again()

    def _build(self) -> None:
        _ = self.translate
        self._count = label("", "secondary")
        self.verify = button(_("Verify the file"), self._verify, name="shield-check")
        self.filters = FilterBar(_)
        self.model = JournalModel(_, self)
        self.table = QTableView()
        self.table.setAccessibleName(_("Journal"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(scaled(DENSE_ROW))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.table.horizontalHeader().setDefaultAlignment(start)
        for place, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(place, scaled(width))
        self.detail = DetailPanel(_)
        self._split = QSplitter(Qt.Orientation.Horizontal)

    def _lay_out(self) -> None:
        _ = self.translate
        head = QHBoxLayout()
        head.addWidget(label(_("History"), "page"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.verify)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([scaled(720), scaled(420)])
        window_state.restore_splitter(_NAME, self._split)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._split, 1)
        self.table.setMinimumHeight(scaled(180))
        self.detail.setMinimumHeight(scaled(260))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.detail.undo_wanted.connect(self._undo)
        self.detail.moment_wanted.connect(self._go_to)
        self.detail.comparison_wanted.connect(self._compare)
        self._split.splitterMoved.connect(self._split_moved)
        self.desk.changed.connect(self._grown)
        for keys in ("Ctrl+F", "F3"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.filters.search.setFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW)
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def _show(self, wish: JournalFilter) -> None:
        _ = self.translate
        self._wish = wish
        try:
            count = self.desk.look(partial(journal_count, wish=wish, _=_))
            self.model.show(self._page)
        except UnknownNumber:
            self.filters.mark_unknown(is_unknown=True)
            return
        self.filters.mark_unknown(is_unknown=False)
        text = _.plural("{count} entry", "{count} entries", count)
        self._count.setText(text.format(count=count))
        place = max(self.model.place_of(self._chosen), 0)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(place, 0))
        else:
            self.detail.show_nothing()

    def _page(self, before: int) -> JournalPage:
        ask = partial(journal_page, wish=self._wish, before=before, _=self.translate)
        return self.desk.look(ask)

    def _row_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        _ = self.translate
        self._chosen = self.model.row_at(index.row()).sequence
        detail = self.desk.look(partial(journal_detail, sequence=self._chosen, _=_))
        refusal = self.desk.look(partial(why_not_undo, sequence=self._chosen))
        self.detail.show_entry(detail, "" if refusal is None else sentence_of(refusal, _))

    def _undo(self, sequence: int) -> None:
        _ = self.translate
        if self.desk.do(partial(undo, sequence=sequence)):
            self.said.emit(_("Entry {sequence} is undone.").format(sequence=sequence))

    def _go_to(self, sequence: int) -> None:
        self.wanted.emit(Moment(sequence))

    def _compare(self, sequence: int) -> None:
        _ = self.translate
        run = partial(_comparison, sequence=sequence, translate=_)
        self.desk.work(Task(_("Comparing two moments"), run, self._compared))

    def _compared(self, moves: tuple[Move, ...]) -> None:
        _ = self.translate
        title = _("What moved in the ranking since entry {sequence}").format(sequence=self._chosen)
        places = self.desk.look(_places)
        Outcome.tell(title, move_lines(moves, places, _), _, self)

    def _verify(self) -> None:
        _ = self.translate
        self.desk.work(Task(_("Verifying the file"), _verification, self._verified))

    def _verified(self, outcome: Verification) -> None:
        _ = self.translate
        title = _("The file is whole") if outcome.passed else _("The file is not as it was written")
        Outcome.tell(title, verification_lines(outcome, _), _, self)

    def _grown(self) -> None:
        """Every deed is an entry: show it, or look anew when this place is shown next."""
        if self.isVisible():
            self.look_again()
        else:
            self._is_stale = True

    def _split_moved(self) -> None:
        window_state.remember_splitter(_NAME, self._split)


def _places(workspace: Workspace) -> int:
    return workspace.scheme().rules.places


def _verification(workspace: Workspace, progress: Progress) -> Verification:
    progress.tell(0, 0)
    return verification(workspace)


def _comparison(
    workspace: Workspace, progress: Progress, *, sequence: int, translate: Translator
) -> tuple[Move, ...]:
    progress.tell(0, 0)
    return comparison(workspace, sequence, 0, translate)
