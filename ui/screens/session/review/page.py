"""The page of the deliberation: what is open at the left, one application at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import ReviewState
from reviewer_app.domain.person import Role
from reviewer_app.queries.deliberation import Deliberation, ReviewRow, deliberation, lies_open
from reviewer_app.queries.disclosed import OpenSheet
from reviewer_app.queries.session import moment_now
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.jobs import Progress
from ui.place import Screen
from ui.screens.session.review.closed_page import CoveredPage, NotOpenPage
from ui.screens.session.review.deeds import Deeds
from ui.screens.session.review.list_panel import ListPanel
from ui.screens.session.review.rows import is_open
from ui.screens.session.review.sheets_panel import SheetsPanel
from ui.screens.session.review.waiting import WaitingBar
from ui.theme.theme import scaled
from ui.widgets.labels import label


class ReviewPage(Screen):
    """The sheets of an application side by side, and what the panel does with them."""

    watches = frozenset(
        {
            *("session", "disclosure", "score_change", "score", "sheet", "outlier_review"),
            *("opinion", "panel_vote", "dissent", "tie_vote", "application", "attendance"),
            *("leave", "agenda_item", "person", "evening_lock", "objective_score", "metric"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._whole: Deliberation | None = None
        self._number = self._part = ""
        self._build()
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> Deliberation | None:
        """What the page shows now, None before the sheets lie open."""
        return self._whole

    @property
    def number(self) -> str:
        """The application that is open."""
        return self._number

    def told(self) -> str:
        """Give what stands in the place of everything before the sheets lie open."""
        return self._closed.text()

    def look_again(self) -> None:
        if not self.desk.look(lies_open):
            self._whole = None
            may_set_up = self.desk.actor.role is Role.SECRETARY
            phase = self.desk.look(moment_now).phase
            self._closed.show_phase(phase, may_set_up=may_set_up)
            self._pages.setCurrentWidget(self._closed)
            return
        self.desk.work(Task("", _look, self._show, quiet=True))

    def show_subject(self, subject: str, part: str) -> None:
        """Show the application of a number."""
        self._number, self._part = subject, part
        if self._whole is not None:
            self._show(self._whole)

    def next_application(self) -> None:
        """Go one down in the list."""
        self._go(1)

    def previous_application(self) -> None:
        """Go one up in the list."""
        self._go(-1)

    def _build(self) -> None:
        _ = self.translate
        self.deeds = Deeds(self.desk, self)
        self.applications = ListPanel(_)
        self.sheets = SheetsPanel(_)
        self.waiting = WaitingBar(_)
        self._closed = NotOpenPage(_)
        self._name = label("", "section", wrap=True)
        self._applicant = label("", "secondary", wrap=True)
        self._covered = CoveredPage(_)
        self._pages = QStackedWidget()
        self._right = QStackedWidget()

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(scaled(12), 0, 0, 0)
        inside.setSpacing(scaled(4))
        inside.addWidget(self._name)
        inside.addWidget(self._applicant)
        inside.addWidget(self._right, 1)
        for page in (self._covered, self.sheets):
            self._right.addWidget(page)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.applications)
        halves.addWidget(right)
        halves.setSizes([scaled(260), scaled(900)])
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, scaled(8))
        column.addWidget(self.waiting)
        column.addWidget(halves, 1)
        self._pages.addWidget(QWidget())
        self._pages.addWidget(work)
        self._pages.addWidget(self._closed)
        self._work = work
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setFocusProxy(self.applications.table)

    def _connect(self) -> None:
        self.applications.chosen.connect(self._choose)
        self.waiting.chosen.connect(self._choose)
        self.waiting.confirm_wanted.connect(self._confirm)
        self._closed.wanted.connect(self.going)
        self._covered.lay_open.connect(self._lay_open)
        self._covered.lay_all_open.connect(self._lay_all_open)
        self.sheets.keep_wanted.connect(self._keep)
        self.sheets.change_wanted.connect(self._change)
        self.deeds.said.connect(self.said)
        for key, act in (("J", self.next_application), ("K", self.previous_application)):
            short = QShortcut(QKeySequence(key), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(act)

    def _show(self, whole: Deliberation) -> None:
        self._whole = whole
        self._pages.setCurrentWidget(self._work)
        if whole.row(self._number) is None:
            self._number = _first(whole)
        self.applications.show_rows(whole.rows, self._number)
        self.waiting.show_rows(whole)
        self._show_application()

    def _show_application(self) -> None:
        row = self._row()
        if row is None or self._whole is None:
            return
        self._name.setText(f"{row.number}  {row.name}")
        self._applicant.setText(row.applicant)
        if row.sheets is None:
            self._covered.show_row(row, self._whole)
            self._right.setCurrentWidget(self._covered)
        else:
            self.sheets.show_application(self._whole, row)
            self._right.setCurrentWidget(self.sheets)

    def _row(self) -> ReviewRow | None:
        return self._whole.row(self._number) if self._whole is not None else None

    def _choose(self, number: str) -> None:
        self._number = number
        self.applications.set_current(number)
        self._show_application()

    def _go(self, step: int) -> None:
        number = self.applications.neighbour(step)
        if number:
            self._choose(number)

    def _confirm(self, number: str) -> None:
        self._choose(number)
        row = self._row()
        if row is not None:
            self.deeds.confirm(row)

    def _lay_open(self) -> None:
        row = self._row()
        if row is not None:
            self.deeds.lay_open([row])

    def _lay_all_open(self) -> None:
        rows = self._whole.rows if self._whole is not None else ()
        hidden = ReviewState.NOT_DISCLOSED
        self.deeds.lay_open([row for row in rows if row.state is hidden])

    def _keep(self, sheet: OpenSheet) -> None:
        row = self._row()
        if row is not None and row.sheets is not None:
            self.deeds.keep(row.sheets, sheet, "")

    def _change(self, sheet: OpenSheet, code: str) -> None:
        row = self._row()
        if row is not None and row.sheets is not None and self._whole is not None:
            self.deeds.change(row.sheets, sheet, code, self._whole)


def _look(workspace: Workspace, _progress: Progress) -> Deliberation:
    return deliberation(workspace)


def _first(whole: Deliberation) -> str:
    """Give what is shown first: what waits for who looks, then what is open."""
    mine = [row.number for row in whole.rows if row.is_mine]
    left = [row.number for row in whole.rows if is_open(row.state)]
    every = [row.number for row in whole.rows]
    return next(iter((*mine, *left, *every)), "")
