"""The opinion of one application with its deeds: written, drafted, out and in as a file."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.queries.deliberation import Deliberation, ReviewRow
from reviewer_app.queries.opinion import opinion_draft
from reviewer_app.workflow.deliberate import write_opinion
from ui.desk import Desk
from ui.dialogs.consequence import ConsequenceDialog
from ui.screens.session.review.keeping import Keeping
from ui.screens.session.review.opinion_panel import OpinionPanel, Wording


class OpinionTab(QWidget):
    """The panel and what is done with it.

    Signals:
        said: a sentence of what went well.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.translate = desk.translate
        self._kept = Keeping(desk)
        self.panel = OpinionPanel(self.translate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.written.connect(self._write)
        self.panel.typing.connect(self._typed)
        self.panel.draft_wanted.connect(self._ask_for_draft)

    def show_application(self, whole: Deliberation, row: ReviewRow) -> None:
        """Show the opinion of an application."""
        typed = self._kept.text("write_opinion", row.number)
        self.panel.show_application(whole, row, typed)

    def finish(self) -> None:
        """Write what is half typed."""
        self.panel.finish()

    def _write(self, wording: Wording) -> None:
        verb = partial(
            write_opinion,
            application=wording.number,
            text=wording.text,
            recommendation=wording.recommendation,
            tier=wording.tier,
        )
        # Kept until it is written: a power cut in between costs nothing.
        self._typed(wording.number, wording.text)
        if self.desk.do(verb):
            self._typed(wording.number, "")

    def _typed(self, number: str, text: str) -> None:
        self._kept.keep("write_opinion", text, number)

    def _ask_for_draft(self) -> None:
        if not self.panel.text().strip():
            self._draft()
            return
        _ = self.translate
        dialog = ConsequenceDialog(
            self.window(),
            _("Put a new draft in the place of this text?"),
            [
                _("The draft says the levels reached and the comments on the sheets."),
                _("The text that stands stays in the history."),
            ],
            do=_("Draft anew"),
            leave=_("Keep this text"),
        )
        dialog.agreed.connect(self._draft)
        dialog.open()

    def _draft(self) -> None:
        query = partial(opinion_draft, number=self.panel.number, translator=self.translate)
        self.panel.put_draft(self.desk.look(query))
