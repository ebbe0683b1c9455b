"""The seal: closing the results, the sealing sheet, and what may still be done afterwards."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.sealing import Sealing
from reviewer_app.words.closing import after_closing
from reviewer_app.words.late_changes import in_groups
from reviewer_app.words.times import time_on_paper
from reviewer_app.workflow.seal import reconvene_with
from ui.desk import Desk, Task
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.reason import ReasonDialog
from ui.dialogs.reconvene import Decision, ReconveneDialog
from ui.place import Screen
from ui.screens.session.closing.card import card
from ui.screens.session.closing.gate import WATCHED
from ui.screens.session.closing.papers import SCAN_KINDS, Papers
from ui.screens.session.closing.rows import paper_title
from ui.screens.session.closing.work import close_and_seal, look_at_seal
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scrolled


class SealPart(Screen):
    """Before closing: what is missing. Afterwards: the sheet, the copy, the law."""

    watches = WATCHED | {"issued_paper", "scan", "result_snapshot", "reconvening", "dissent"}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Sealing | None = None
        self._reason: ReasonDialog | None = None
        self._typed = ""
        self._build()
        self._lay_out()

    def look_again(self) -> None:
        self.desk.work(Task("", look_at_seal, self._show, quiet=True))

    def _build(self) -> None:
        _ = self.translate
        self._told = label("", "secondary", wrap=True)
        self._notice = Notice()
        self._papers = Papers(self.desk, self._notice, self)
        self._missing = LineList()
        self.close_it = button(_("&Close and seal…"), self._ask, kind="primary", name="lock")
        self.close_it.setObjectName("close_session")
        self.reconvene = button(_("Reconvene the panel…"), self._ask_anew, name="lock-open")
        self.reconvene.setObjectName("reconvene")
        self._sheet = label("", wrap=True)
        self._copy = label("", "secondary", wrap=True)
        tools = (
            ("read_sheet", _("Read"), "eye", self._read),
            ("print_sheet", _("Print"), "printer", self._print),
            ("scans_sheet", _("Scans"), "paperclip", self._scans),
            ("scans_decision", _("Decisions"), "paperclip", self._decisions),
        )
        self._tools = {name: button(words, act, name=icon) for name, words, icon, act in tools}
        for name, made in self._tools.items():
            made.setObjectName(name)
        text = _("Results are closed after they are settled and signed.")
        self._empty = EmptyState("lock", text)
        self._pages = QStackedWidget()

    def _lay_out(self) -> None:
        _ = self.translate
        self._sealed = card(
            label(_("Sealing sheet"), "section"),
            self._sheet,
            self._copy,
            flow_row(scaled(8), *self._tools.values()),
        )
        self._law = card(
            label(_("What may still be done"), "section"),
            *(label(f"· {line}", wrap=True) for line in after_closing(_)),
            flow_row(scaled(8), self.reconvene),
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(8), scaled(8))
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Close and seal"), "page"))
        for part in (self._told, self._notice, self._missing):
            column.addWidget(part)
        column.addWidget(flow_row(scaled(8), self.close_it))
        column.addWidget(self._sealed)
        column.addWidget(self._law)
        column.addStretch(1)
        self._pages.addWidget(scrolled(inside))
        self._pages.addWidget(self._empty)
        self._pages.setCurrentWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _show(self, shown: Sealing | None) -> None:
        self._shown = shown
        if shown is None:
            self._pages.setCurrentWidget(self._empty)
            return
        _ = self.translate
        is_closed = shown.phase is SessionPhase.CLOSED
        self._told.setText(self._standing(shown))
        lines = [*self._changed_line(shown), *self._unsigned_line(shown)]
        self._missing.show_lines(lines)
        self._missing.setVisible(bool(lines))
        self.close_it.setVisible(shown.phase is SessionPhase.SIGNED)
        self.close_it.setEnabled(shown.may_close and not shown.changed)
        self.reconvene.setVisible(shown.may_reconvene)
        self._law.setVisible(is_closed)
        self._sealed.setVisible(shown.sheet.paper is not None)
        self._show_sheet(shown)
        self._pages.setCurrentIndex(0)

    def _standing(self, shown: Sealing) -> str:
        _ = self.translate
        match shown.phase:
            case SessionPhase.CLOSED:
                return _("Version {version} is closed and sealed.").format(version=shown.version)
            case SessionPhase.SIGNED if not shown.unsigned:
                return _("Every member has signed the ranking. The results can be closed.")
            case SessionPhase.SIGNED:
                return _("The results are closed once every member has signed the ranking.")
            case _:
                text = _("The panel is convened again; the next results are version {version}.")
                return text.format(version=shown.version + 1)

    def _unsigned_line(self, shown: Sealing) -> list[str]:
        _ = self.translate
        if not shown.unsigned:
            return []
        text = _("Not signed: {names}. They can be closed without, with a reason.")
        return [text.format(names=_(", ").join(shown.unsigned))]

    def _changed_line(self, shown: Sealing) -> list[str]:
        _ = self.translate
        if not shown.changed:
            return []
        text = _("Documents {names} read otherwise than when they were issued: issue them anew.")
        return [text.format(names=_(", ").join(shown.changed))]

    def _show_sheet(self, shown: Sealing) -> None:
        _ = self.translate
        paper = shown.sheet.paper
        if paper is None:
            return
        text = _("{document}, issued {time}, code {code}")
        self._sheet.setText(
            text.format(
                document=paper_title(shown.sheet, _),
                time=time_on_paper(paper.issued_at),
                code=paper.code,
            )
        )
        self._copy.setVisible(shown.copy is not None)
        if shown.copy is not None:
            told = _("Sealed copy {file}, SHA-256 {digest}")
            self._copy.setText(
                told.format(file=shown.copy.file, digest=in_groups(shown.copy.sha256))
            )
        self._tools["print_sheet"].setVisible(shown.may_print)
        self._tools["scans_sheet"].setText(f"{_('Scans')} {len(shown.sheet.scans)}")
        self._tools["scans_decision"].setVisible(bool(shown.decisions))

    def _ask(self) -> None:
        _ = self.translate
        if self._shown is None:
            return
        lines = [
            _("Scores, data and opinions change no more; this version stays for good."),
            _("A verified copy of the file is kept, and its digest noted."),
            _("The sealing sheet is issued with the chain head of the closing."),
        ]
        title = _("Close the results of version {version}?").format(version=self._shown.version)
        if self._shown.unsigned:
            self._ask_reason(title, [*self._unsigned_line(self._shown), *lines])
            return
        ask = ConfirmDialog(self, title, lines, do=_("Close and seal"), leave=_("Not yet"))
        ask.given.connect(self._close_signed)
        ask.open()

    def _ask_reason(self, title: str, lines: list[str]) -> None:
        _ = self.translate
        self._reason = ReasonDialog(
            self,
            title,
            lines,
            ask=_("Why it is closed without these signatures"),
            do=_("Close and seal"),
            leave=_("Not yet"),
        )
        self._reason.put(self._typed)
        self._reason.given.connect(self._close)
        self._reason.rejected.connect(self._keep)
        self._reason.open()

    def _keep(self) -> None:
        assert self._reason is not None
        self._typed = self._reason.typed()

    def _close_signed(self) -> None:
        self._close("")

    def _close(self, reason: str) -> None:
        _ = self.translate
        self._typed = ""
        run = partial(close_and_seal, reason)
        self.desk.work(Task(_("Closing and sealing"), run, self._closed))

    def _closed(self, _digest: str) -> None:
        _ = self.translate
        self.said.emit(_("Closed and sealed. Print the sealing sheet and have it signed."))

    def _ask_anew(self) -> None:
        if self._shown is None:
            return
        people = self._shown.authorities
        ask = ReconveneDialog(people, SCAN_KINDS, self.translate, self)
        ask.given.connect(self._reconvene)
        ask.open()

    def _reconvene(self, decision: Decision) -> None:
        _ = self.translate
        deed = partial(
            reconvene_with,
            decision=decision.number,
            reason=decision.reason,
            authority=tuple(person.actor for person in decision.authority),
            scan=decision.scan,
        )
        if self.desk.do(deed):
            self.said.emit(_("The panel is convened again; the closed version stays."))

    def _read(self) -> None:
        if self._shown is not None and self._shown.sheet.paper is not None:
            self._papers.read(self._shown.sheet.paper)

    def _print(self) -> None:
        if self._shown is not None and self._shown.sheet.paper is not None:
            self._papers.print_all([self._shown.sheet.paper])

    def _scans(self) -> None:
        if self._shown is not None:
            self._papers.show_scans(self._shown.sheet, may_attach=self._shown.may_scan)

    def _decisions(self) -> None:
        if self._shown is not None:
            self._papers.show_decisions(self._shown.decisions, may_attach=self._shown.may_scan)
