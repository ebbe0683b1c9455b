"""The meeting as a place: where it stands above, the pages of its work beneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.session import moment_now
from reviewer_app.queries.session_step import next_step
from ui.desk import Desk
from ui.place import Screen
from ui.screens.session.pages import pages_of
from ui.screens.session.rehearsing import Rehearsing
from ui.screens.session.stepping import PhaseSteps
from ui.screens.session.strip import PhaseStrip
from ui.theme.theme import scaled

_PAGE_IN = {
    None: "before",
    SessionPhase.PREPARATION: "before",
    SessionPhase.SCORING: "room",
    SessionPhase.DISCLOSURE: "review",
    SessionPhase.FINAL: "review",
    SessionPhase.SIGNED: "closing",
    SessionPhase.CLOSED: "closing",
}
"""Where the work is in each phase: the page that is shown first."""


class SessionPlace(Screen):
    """The phases above, and one page of the meeting at a time; each page is a small place."""

    watches = frozenset(
        {"session", "evening_lock", "attendance", "statement", "person", "sheet", "application"}
        | {"assignment", "disclosure", "score_change"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._pages = pages_of(desk.actor.role)
        self._made: dict[str, Screen] = {}
        self._strip = PhaseStrip(self.translate)
        self._steps = PhaseSteps(desk, self)
        self._strip.stepping.connect(self._steps.ask)
        self._strip.going_back.connect(self._steps.ask_back)
        self._steps.leading.connect(self._lead)
        self._rehearsing = Rehearsing(desk)
        self._rehearsing.said.connect(self.said)
        self._build_tabs()
        self._stack = QStackedWidget()
        self._lay_out()
        self._tabs.currentChanged.connect(self._turned)
        self._tabs.tabBarClicked.connect(self._enter_page, Qt.ConnectionType.QueuedConnection)
        moment = desk.look(moment_now)
        self.show_page("closing" if moment.locked else _PAGE_IN[moment.phase])

    @property
    def page(self) -> Screen:
        """The page that is seen."""
        found = self._stack.currentWidget()
        assert isinstance(found, Screen)
        return found

    def show_page(self, key: str) -> None:
        """Turn to a page, or to the first where the role has not that one."""
        keys = [page.key for page in self._pages]
        at = keys.index(key) if key in keys else 0
        if at == self._tabs.currentIndex():
            self._turned(at)
        self._tabs.setCurrentIndex(at)

    def show_subject(self, subject: str, part: str) -> None:
        """Turn to the page named `subject`; `part` is for it."""
        self.show_page(subject)
        if part:
            self.page.show_subject(part, "")

    def look_again(self) -> None:
        self._strip.show_step(self.desk.look(next_step))
        self._rehearsing.look_again()

    def may_leave(self) -> bool:
        return self.page.may_leave()

    def _lead(self, key: str) -> None:
        """Turn to the page a step belongs to; setting up is the first step of its page."""
        self.show_subject(key, "setup" if key == "before" else "")

    def _build_tabs(self) -> None:
        _ = self.translate
        self._tabs = QTabBar()
        self._tabs.setObjectName("session_pages")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(_("Pages of the meeting"))
        self._tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for page in self._pages:
            self._tabs.addTab(_(page.title))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(8), scaled(16), 0)
        column.setSpacing(scaled(8))
        column.addWidget(self._strip)
        column.addWidget(self._rehearsing)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)

    def _turned(self, at: int) -> None:
        """Show the page of a tab; half-typed input keeps the one that is seen."""
        here = self._stack.currentWidget()
        page = self._made.get(self._pages[at].key)
        if page is not None and page is here:
            return
        if isinstance(here, Screen) and not here.may_leave():
            self._tabs.setCurrentIndex(self._index_of(here))
            return
        self._stack.setCurrentWidget(page or self._new_page(at))
        self.setFocusProxy(self.page)

    def _enter_page(self) -> None:
        """Give the page its keys, where its tab was clicked; who walks the tabs stays on them."""
        self.page.setFocus()

    def _new_page(self, at: int) -> Screen:
        page = self._pages[at].make(self.desk)
        page.going.connect(self.going)
        page.said.connect(self.said)
        page.wanted.connect(self.wanted)
        self._made[self._pages[at].key] = page
        self._stack.addWidget(page)
        return page

    def _index_of(self, here: Screen) -> int:
        made = [self._made.get(page.key) for page in self._pages]
        return made.index(here)
