"""Signing: the documents, who has signed which, and the own signature by PIN."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.closing import PaperStand, SignState
from reviewer_app.domain.closing import SigningStand as Stand
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.session import Signing as Way
from ui.desk import Desk, Task
from ui.dialogs.confirm import ConfirmDialog
from ui.place import Screen
from ui.screens.session.closing.gate import WATCHED
from ui.screens.session.closing.matrix import SignMatrix
from ui.screens.session.closing.own_papers import OwnPapers
from ui.screens.session.closing.papers import Papers
from ui.screens.session.closing.rows import count_unsigned, paper_title, person_words
from ui.screens.session.closing.work import (
    Signing,
    issue_anew,
    issued,
    look_at_signing,
    note_signatures,
    sign_by_pin,
)
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scrolled


class SignPart(Screen):
    """The matrix of members and documents; above it what who sits here signs."""

    watches = WATCHED | {
        *("issued_paper", "signature", "scan", "result_snapshot", "dissent", "panel_vote"),
        *("batch_setting", "session_day"),
    }

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Signing | None = None
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        self.desk.work(Task("", look_at_signing, self._show, quiet=True))

    def _build(self) -> None:
        _ = self.translate
        self._told = label("", "secondary", wrap=True)
        self._notice = Notice()
        self._renewal = Notice()
        self._renewal.setObjectName("changed_documents")
        self._papers = Papers(self.desk, self._notice, self)
        self.print = button(_("&Print all documents"), self._print, name="printer")
        self.print.setObjectName("print_documents")
        self.write = button(_("Save as P&DF…"), self._write, name="download")
        self.write.setObjectName("save_documents")
        self.note = button("", self._ask_to_note, kind="primary", name="pen-line")
        self.note.setObjectName("note_signatures")
        self.own = OwnPapers(_)
        self.matrix = SignMatrix(_)
        text = _("Documents are signed once the results are settled.")
        self._empty = EmptyState("pen-line", text)
        self._pages = QStackedWidget()

    def _lay_out(self) -> None:
        _ = self.translate
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(8), scaled(8))
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Signatures"), "page"))
        column.addWidget(self._told)
        column.addWidget(self._notice)
        column.addWidget(self._renewal)
        column.addWidget(self.own)
        column.addWidget(flow_row(scaled(8), self.note, self.print, self.write))
        column.addWidget(self.matrix)
        column.addStretch(1)
        self._pages.addWidget(scrolled(inside))
        self._pages.addWidget(self._empty)
        self._pages.setCurrentWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.matrix.reading.connect(self._read)
        self.matrix.scans.connect(self._scans)
        self.matrix.ticked.connect(self._tell_ticked)
        self.own.reading.connect(self._read)
        self.own.given.connect(self._sign)
        self._renewal.acted.connect(self._ask_to_issue)

    def _show(self, shown: Signing | None) -> None:
        self._shown = shown
        if shown is None:
            self._pages.setCurrentWidget(self._empty)
            return
        stand, on_paper = shown.stand, shown.stand.way is Way.PAPER
        self._told.setText(self._standing(stand))
        self.matrix.show_stand(
            stand,
            shown.changed,
            may_tick=shown.may_tick and on_paper,
            may_scan=shown.may_scan,
        )
        self.own.show_papers([] if on_paper or shown.changed else self._own(stand))
        self.print.setVisible(shown.may_print)
        self.write.setVisible(shown.may_print)
        self.note.setVisible(shown.may_tick and on_paper)
        self._tell_changed(shown)
        self._pages.setCurrentIndex(0)

    def _standing(self, stand: Stand) -> str:
        _ = self.translate
        left = count_unsigned(stand)
        if not left:
            return _("Version {version}: everybody has signed.").format(version=stand.version)
        text = _.plural(
            "Version {version}: {count} signature is missing.",
            "Version {version}: {count} signatures are missing.",
            left,
        ).format(version=stand.version, count=left)
        if stand.way is Way.PAPER:
            return f"{text} " + _(
                "Print the documents, have them signed by hand, tick who signed, attach the scan."
            )
        return f"{text} " + _("Each member signs by PIN under the own sign-in.")

    def _own(self, stand: Stand) -> list[PaperStand]:
        """Give what who sits here has to sign."""
        actor = self.desk.actor
        return [
            paper
            for paper in stand.papers
            for person, state in paper.states.items()
            if person.actor == actor
            and paper.paper is not None
            and state in (SignState.MISSING, SignState.VOID)
        ]

    def _tell_changed(self, shown: Signing) -> None:
        _ = self.translate
        if not shown.changed:
            self._renewal.hide()
            return
        names = [
            paper_title(paper, _) for paper in shown.stand.papers if paper.document in shown.changed
        ]
        text = _(
            "These documents read otherwise than when they were issued: {names}. Signatures under"
            " the earlier text are void once they are issued anew."
        ).format(names=_(", ").join(names))
        act = _("Issue anew…") if shown.may_issue else ""
        self._renewal.say(text, "attention", act, "issue")

    def _tell_ticked(self) -> None:
        _ = self.translate
        count = len(self.matrix.chosen())
        text = _.plural("&Note {count} signature…", "&Note {count} signatures…", count)
        self.note.setText(text.format(count=count))
        self.note.setEnabled(count > 0)

    def _ask_to_note(self) -> None:
        _ = self.translate
        assert self._shown is not None
        titles = {paper.document: paper_title(paper, _) for paper in self._shown.stand.papers}
        places = self.matrix.chosen()
        lines = [
            _("{document}: {names}").format(
                document=title,
                names=_(", ").join(
                    person_words(person, _) for number, person in places if number == document
                ),
            )
            for document, title in titles.items()
            if any(number == document for number, _person in places)
        ]
        title = _("Note that these were signed by hand? It cannot be taken back.")
        ask = ConfirmDialog(self, title, lines, do=_("They are signed"), leave=_("Not yet"))
        ask.given.connect(self._note)
        ask.open()

    def _note(self) -> None:
        _ = self.translate
        run = partial(note_signatures, self.matrix.chosen())
        self.desk.work(Task(_("Noting signatures"), run, self._noted))

    def _noted(self, count: int) -> None:
        _ = self.translate
        text = _.plural("{count} signature is noted.", "{count} signatures are noted.", count)
        self.said.emit(text.format(count=count))

    def _sign(self, pin: str) -> None:
        _ = self.translate
        run = partial(sign_by_pin, self.own.documents, pin)
        self.desk.work(Task(_("Signing"), run, self._signed))

    def _signed(self, refusal: ReviewerError | None) -> None:
        _ = self.translate
        if refusal is not None:
            self.own.refuse(refusal)
        else:
            self.said.emit(_("You have signed. Your name and the time stand under the code."))

    def _ask_to_issue(self) -> None:
        _ = self.translate
        lines = (
            _("The text of now gets a new code; print it again."),
            _("Signatures under the earlier text stay on the record as void."),
        )
        title = _("Issue the changed documents anew?")
        ask = ConfirmDialog(self, title, lines, do=_("Issue anew"), leave=_("Not yet"))
        ask.given.connect(self._issue)
        ask.open()

    def _issue(self) -> None:
        _ = self.translate
        if self._shown is not None:
            run = partial(issue_anew, self._shown.changed)
            self.desk.work(Task(_("Issuing documents"), run, self._issued))

    def _issued(self, count: int) -> None:
        _ = self.translate
        text = _.plural("{count} document is issued.", "{count} documents are issued.", count)
        self.said.emit(text.format(count=count))

    def _paper(self, number: str) -> PaperStand | None:
        papers = self._shown.stand.papers if self._shown else ()
        return next((one for one in papers if one.document == number), None)

    def _read(self, number: str) -> None:
        found = self._paper(number)
        if found is not None and found.paper is not None:
            self._papers.read(found.paper)

    def _scans(self, number: str) -> None:
        found = self._paper(number)
        if found is not None and self._shown is not None:
            self._papers.show_scans(found, may_attach=self._shown.may_scan)

    def _print(self) -> None:
        if self._shown is not None:
            self._papers.print_all(issued(self._shown.stand.papers))

    def _write(self) -> None:
        if self._shown is not None:
            self._papers.write_all(issued(self._shown.stand.papers))
