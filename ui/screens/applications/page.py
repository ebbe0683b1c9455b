"""One application: head with the objective score, panels, pages of a proof beside them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from reviewer_app.domain.application import Standing
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.points import format_points
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage, application_page
from reviewer_app.queries.attachment import attachment_pages
from reviewer_app.words.applications import standing_name
from reviewer_app.workflow.undo import undo_last
from ui import window_state
from ui.desk import Desk
from ui.screens.applications.credit_panel import CreditPanel
from ui.screens.applications.data_panel import DataPanel
from ui.screens.applications.detail_panel import DetailPanel
from ui.screens.applications.file_panel import FilePanel
from ui.screens.applications.form_panel import FormPanel
from ui.screens.applications.input_panel import InputPanel
from ui.screens.applications.look_panel import LookPanel
from ui.screens.applications.overlap_panel import OverlapPanel
from ui.screens.applications.panel import Panel
from ui.screens.applications.proof_view import ProofView
from ui.screens.applications.score_panel import ScorePanel
from ui.text import or_dash
from ui.theme.theme import scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import button, frame, label, pill

_SPLITTER = "application"


class DetailPage(QWidget):
    """Everything about one application; only the panel that is seen looks.

    Signals:
        closed: back to the list.
        next_wanted: the application after (1) or before (-1) this one in the list.
    """

    closed = Signal()
    next_wanted = Signal(int)

    def __init__(self, desk: Desk, since: int, parent: QWidget | None = None) -> None:
        """`since` is the entry after which own deeds are undone."""
        super().__init__(parent)
        self._desk, self._since = desk, since
        self.translate = desk.translate
        self._shown: ApplicationPage | None = None
        self._stale: set[Panel] = set()
        self._build()
        self._lay_out()
        self._connect()

    @property
    def number(self) -> str:
        """The number of the application shown, empty without one."""
        return self._shown.application.number if self._shown else ""

    def show_number(self, number: str, part: str = "") -> None:
        """Show an application, at the named panel, or the same one anew.

        What is half typed in another one is written first.

        Raises:
            UnknownNumber: it is not there any more.
        """
        is_other = number != self.number
        if is_other:
            self.finish()
            self._close_pages()
        self._shown = self._desk.look(partial(application_page, number=number))
        if part in self._panels:
            self._tabs.setCurrentWidget(self._panels[part])
        self._show_head(self._shown)
        self._stale = set(self._panels.values())
        self._show_panel()
        if is_other:
            self._tabs.tabBar().setFocus()

    def finish(self) -> None:
        """Write what is half typed in the panel that is seen."""
        panel = self._tabs.currentWidget()
        if self._shown is not None and isinstance(panel, Panel) and panel not in self._stale:
            panel.finish()

    def _build(self) -> None:
        _, desk = self.translate, self._desk
        self._back = button(_("List"), self._leave, kind="quiet", name="chevron-left")
        self._before = button("", self._go_before, kind="quiet", name="chevron-up")
        self._after = button("", self._go_after, kind="quiet", name="chevron-down")
        for made, text in (
            (self._before, _("Application before (Alt+Up)")),
            (self._after, _("Next application (Alt+Down)")),
        ):
            made.setToolTip(text)
            made.setAccessibleName(text)
        self._name, self._who = ElidedLabel("section"), ElidedLabel("secondary")
        self._standing: QLabel = pill("", "good")
        self._objective = label("", "section")
        self._panels = _panels(desk)
        self._tabs = QTabWidget()
        for key, title in _titles(_).items():
            self._tabs.addTab(self._panels[key], title)
        self._tabs.setUsesScrollButtons(True)
        self._view = ProofView(self.translate)
        self._view.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(scaled(8), scaled(4), scaled(16), scaled(4))
        for part in (self._back, self._before, self._after):
            head.addWidget(part)
        head.addWidget(self._name)
        head.addWidget(self._who)
        head.addStretch(1)
        head.addWidget(self._standing)
        head.addWidget(self._objective)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self._tabs)
        self._splitter.addWidget(self._view)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        window_state.restore_splitter(_SPLITTER, self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame("bar", head))
        column.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._show_panel)
        self._view.closed.connect(self._close_pages)
        self._splitter.splitterMoved.connect(self._remember)
        for panel in self._panels.values():
            panel.pages_wanted.connect(self._show_pages)
        for keys, act in (
            (QKeySequence("Alt+Up"), self._go_before),
            (QKeySequence("Alt+Down"), self._go_after),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
        ):
            QShortcut(keys, self).activated.connect(act)

    def _show_head(self, page: ApplicationPage) -> None:
        _, item = self.translate, page.application
        self._name.show_text(f"{item.number}  {item.name}")
        self._who.show_text(item.applicant)
        self._standing.setText(standing_name(item.standing, _))
        self._standing.setVisible(item.standing is not Standing.ACTIVE)
        places = page.scheme.rules.places
        score = "" if page.objective is None else format_points(page.objective, places)
        text = _("Objective {score} of {maximum}")
        maximum = format_points(page.objective_maximum, 0)
        self._objective.setText(text.format(score=or_dash(score), maximum=maximum))

    def _show_panel(self) -> None:
        panel = self._tabs.currentWidget()
        if isinstance(panel, Panel) and panel in self._stale and self._shown is not None:
            self._stale.discard(panel)
            panel.show_page(self._shown)

    def _show_pages(self, uuid: str, page: int) -> None:
        try:
            pages = self._desk.look(partial(attachment_pages, uuid=uuid))
        except ReviewerError as refusal:
            self._desk.refused.emit(refusal)
            return
        if self._view.isHidden():
            self._view.show()
            width = self._splitter.width()
            if self._splitter.sizes()[1] < width // 3:
                self._splitter.setSizes([width * 3 // 5, width * 2 // 5])
        self._view.show_pages(pages, page)

    def _close_pages(self) -> None:
        self._view.show_pages(None, 1)
        self._view.hide()

    def _leave(self) -> None:
        self.finish()
        self._close_pages()
        self.closed.emit()

    def _go_before(self) -> None:
        self.next_wanted.emit(-1)

    def _go_after(self) -> None:
        self.next_wanted.emit(1)

    def _undo(self) -> None:
        self._desk.do(partial(undo_last, since=self._since))

    def _remember(self) -> None:
        window_state.remember_splitter(_SPLITTER, self._splitter)


def _panels(desk: Desk) -> dict[str, Panel]:
    return {
        "description": DataPanel(desk),
        "data": InputPanel(desk),
        "details": DetailPanel(desk),
        "scores": ScorePanel(desk),
        "verify": LookPanel(desk),
        "formal": FormPanel(desk),
        "credit": CreditPanel(desk),
        "overlap": OverlapPanel(desk),
        "files": FilePanel(desk),
    }


def _titles(_: Translator) -> dict[str, str]:
    return {
        "description": _("Overview of the project"),
        "data": _("Verified data"),
        "details": _("Detail tables"),
        "scores": _("Objective scores"),
        "verify": _("Second look"),
        "formal": _("Formal review"),
        "credit": _("Credit"),
        "overlap": _("Support elsewhere"),
        "files": _("Attachments"),
    }
