"""The page of the deliberation: what is open at the left, one application at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import ReviewState
from reviewer_app.domain.person import Role
from reviewer_app.queries.deliberation import Deliberation, ReviewRow, deliberation, lies_open
from reviewer_app.queries.disclosed import OpenSheet
from reviewer_app.queries.session import moment_now
from reviewer_app.workspace import Workspace
from ui.actions import OwnUndo
from ui.desk import Desk, Task
from ui.jobs import Progress
from ui.place import Screen
from ui.screens.session.review.closed_page import CoveredPage, NotOpenPage
from ui.screens.session.review.decisions_tab import DecisionsTab
from ui.screens.session.review.deeds import Deeds
from ui.screens.session.review.list_panel import ListPanel
from ui.screens.session.review.opinion_tab import OpinionTab
from ui.screens.session.review.rows import is_open
from ui.screens.session.review.sheets_panel import SheetsPanel
from ui.screens.session.review.waiting import WaitingBar
from ui.theme.theme import scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import button, label

_NARROW = 800
"""Below so many pixels at 100 % the list is hidden until it is asked for."""


class ReviewPage(Screen):
    """The sheets of an application side by side, and what the panel does with them."""

    watches = frozenset(
        {
            *("session", "disclosure", "score_change", "score", "sheet", "outlier_review"),
            *("opinion", "panel_vote", "dissent", "tie_vote", "application", "attendance"),
            *(
                "change_note",
                "leave",
                "agenda_item",
                "person",
                "evening_lock",
                "objective_score",
                "metric",
            ),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._whole: Deliberation | None = None
        self._number = ""
        self._is_narrow = False
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
        self._number = subject
        if part in self._parts:
            self._tabs.setCurrentIndex(list(self._parts).index(part))
        if self._whole is not None:
            self._show(self._whole)

    def may_leave(self) -> bool:
        """Write the opinion that is half typed."""
        self.opinion.finish()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sheets the room of the list where the page is narrow."""
        super().resizeEvent(event)
        was_narrow, self._is_narrow = self._is_narrow, event.size().width() < scaled(_NARROW)
        if was_narrow is not self._is_narrow:
            self.applications.setVisible(not self._is_narrow)

    def toggle_list(self) -> None:
        """Hide or show the list of applications."""
        self.applications.setVisible(self.applications.isHidden())

    def next_application(self) -> None:
        """Go one down in the list."""
        self._go(1)

    def previous_application(self) -> None:
        """Go one up in the list."""
        self._go(-1)

    def _build(self) -> None:
        _ = self.translate
        self.deeds = Deeds(self.desk, self)
        self.undoing = OwnUndo(self.desk, self)
        self.applications = ListPanel(_)
        self.sheets = SheetsPanel(_)
        self.waiting = WaitingBar(_)
        self._closed = NotOpenPage(_)
        self._name = label("", "section", wrap=True)
        self._list = button(_("List (F8)"), self.toggle_list, kind="quiet", name="panel-left")
        self._list.setObjectName("toggle_list")
        self._applicant = ElidedLabel("secondary")
        self._covered = CoveredPage(_)
        self.opinion = OpinionTab(self.desk)
        self.decisions = DecisionsTab(self.desk)
        self._parts: dict[str, SheetsPanel | OpinionTab | DecisionsTab] = {
            "sheets": self.sheets,
            "opinion": self.opinion,
            "decisions": self.decisions,
        }
        self._tabs = QTabBar()
        self._tabs.setObjectName("parts")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(_("Parts of the deliberation"))
        for place, title in enumerate(
            (_("Sheets"), _("Opinion"), _("Votes and different opinions")), start=1
        ):
            self._tabs.addTab(title)
            self._tabs.setTabToolTip(place - 1, f"{title}  (Ctrl+{place})")
        self._pages = QStackedWidget()
        self._right = QStackedWidget()

    def _lay_out(self) -> None:
        right = self._lay_out_right()
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.applications)
        halves.addWidget(right)
        halves.setSizes([scaled(280), scaled(900)])
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

    def _lay_out_right(self) -> QWidget:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(scaled(12), 0, 0, 0)
        inside.setSpacing(scaled(4))
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._list)
        inside.addLayout(top)
        inside.addWidget(self._right, 1)
        head = QHBoxLayout()
        head.addWidget(self._tabs)
        head.addStretch(1)
        head.addWidget(self._applicant)
        inside.insertLayout(1, head)
        for page in (self._covered, *self._parts.values()):
            self._right.addWidget(page)
        return right

    def _connect(self) -> None:
        self.applications.chosen.connect(self._choose)
        self.applications.table.row_opened.connect(self._enter)
        self.waiting.chosen.connect(self._choose)
        self.waiting.confirm_wanted.connect(self._confirm)
        self._closed.wanted.connect(self.going)
        self._covered.lay_open.connect(self._lay_open)
        self._covered.lay_all_open.connect(self._lay_all_open)
        self.sheets.keep_wanted.connect(self._keep)
        self.sheets.change_wanted.connect(self._change)
        self.sheets.aside_wanted.connect(self._set_aside)
        self.sheets.take_back_wanted.connect(self.deeds.take_back)
        self.sheets.note_wanted.connect(self.deeds.note)
        self.sheets.confirm_wanted.connect(self._confirm_this)
        self._tabs.currentChanged.connect(self._turned)
        for part in (self.deeds, self.opinion, self.decisions):
            part.said.connect(self.said)
        for place in range(self._tabs.count()):
            turn = QAction(self)
            turn.setShortcut(f"Ctrl+{place + 1}")
            turn.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.setData(place)
            turn.triggered.connect(self._turn)
            self.addAction(turn)
        keys = {
            "J": self.next_application,
            "K": self.previous_application,
            "F8": self.toggle_list,
        }
        for key, act in keys.items():
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
        self._applicant.show_text(row.applicant)
        self._tabs.setVisible(row.sheets is not None)
        if row.sheets is None:
            self._covered.show_row(row, self._whole)
            self._right.setCurrentWidget(self._covered)
            return
        part = tuple(self._parts.values())[self._tabs.currentIndex()]
        part.show_application(self._whole, row)
        self._right.setCurrentWidget(part)

    def _turn(self) -> None:
        turned = self.sender()
        assert isinstance(turned, QAction)
        self._tabs.setCurrentIndex(turned.data())

    def _turned(self) -> None:
        self.opinion.finish()
        self._show_application()

    def _row(self) -> ReviewRow | None:
        return self._whole.row(self._number) if self._whole is not None else None

    def _enter(self) -> None:
        """Go on from the list into what is shown of the application."""
        page = self._right.currentWidget()
        (self.sheets.grid if page is self.sheets else page).setFocus()

    def _choose(self, number: str) -> None:
        self.opinion.finish()
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

    def _confirm_this(self) -> None:
        self._confirm(self._number)

    def _keep(self, sheet: OpenSheet) -> None:
        row = self._row()
        if row is not None and row.sheets is not None:
            self.deeds.keep(row.sheets, sheet)

    def _set_aside(self, sheet: OpenSheet) -> None:
        row = self._row()
        if row is not None and row.sheets is not None:
            self.deeds.set_aside(row.sheets, sheet)

    def _change(self, sheet: OpenSheet, code: str) -> None:
        row = self._row()
        if row is not None and row.sheets is not None and self._whole is not None:
            self.deeds.change(row.sheets, (sheet, code), self._whole)


def _look(workspace: Workspace, _progress: Progress) -> Deliberation:
    return deliberation(workspace)


def _first(whole: Deliberation) -> str:
    """Give what is shown first: what waits for who looks, then what is open."""
    mine = [row.number for row in whole.rows if row.is_mine]
    left = [row.number for row in whole.rows if is_open(row.state)]
    every = [row.number for row in whole.rows]
    return next(iter((*mine, *left, *every)), "")
