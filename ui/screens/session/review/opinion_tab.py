"""The opinion of one application with its deeds: written, drafted, out and in as a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.opinion_file import OpinionPlan
from reviewer_app.i18n import Translator
from reviewer_app.queries.deliberation import Deliberation, ReviewRow
from reviewer_app.queries.opinion import opinion_draft
from reviewer_app.workflow.deliberate import write_opinion
from reviewer_app.workflow.opinion_file import plan_opinion, take_opinion, write_opinion_file
from reviewer_app.workspace import Workspace
from ui import messages
from ui.desk import Desk, Task
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.opinion_preview import OpinionPreview
from ui.jobs import Progress
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
        self._plan: OpinionPlan | None = None
        self.panel = OpinionPanel(self.translate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.written.connect(self._write)
        self.panel.typing.connect(self._typed)
        self.panel.draft_wanted.connect(self._ask_for_draft)
        self.panel.file_wanted.connect(self._write_file)
        self.panel.taking_wanted.connect(self._choose_file)

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
        dialog = ConfirmDialog(
            self.window(),
            _("Put a new draft in the place of this text?"),
            [
                _("The draft says the levels reached and the comments on the sheets."),
                _("The text that stands stays in the history."),
            ],
            do=_("Draft anew"),
            leave=_("Keep this text"),
        )
        dialog.given.connect(self._draft)
        dialog.open()

    def _draft(self) -> None:
        query = partial(opinion_draft, number=self.panel.number, translator=self.translate)
        self.panel.put_draft(self.desk.look(query))

    def _write_file(self) -> None:
        """Write the opinion out; what is half typed is written first."""
        _, number = self.translate, self.panel.number
        self.finish()
        title, kinds = _("Write the opinion out"), _("Word documents (*.docx)")
        path = messages.choose_new_file(self, title, kinds, Path(f"{number}.docx"))
        if path is None:
            return
        if path.suffix.lower() != ".docx":
            path = path.with_name(f"{path.name}.docx")
        run = partial(_write, number, path, self.translate)
        self.desk.work(Task(title, run, self._written_out))

    def _written_out(self, path: Path) -> None:
        _ = self.translate
        text = _("Written: {file}. Edit it under its headings and take it back in here.")
        self.said.emit(text.format(file=path.name))

    def _choose_file(self) -> None:
        """Read a file and show what differs before anything is written."""
        _ = self.translate
        self.finish()
        title, kinds = _("Take an opinion in"), _("Word documents (*.docx)")
        path = messages.choose_file(self, title, kinds)
        if path is not None:
            self.desk.work(Task(title, partial(_read, path), self._preview))

    def _preview(self, plan: OpinionPlan) -> None:
        self._plan = plan
        dialog = OpinionPreview(self.window(), plan, self.translate)
        dialog.given.connect(self._take)
        dialog.open()

    def _take(self) -> None:
        plan, _ = self._plan, self.translate
        assert plan is not None
        if self.desk.do(partial(take_opinion, plan=plan)):
            number = plan.found.code.application
            self._typed(number, "")
            self.said.emit(_("The file of {number} is taken in.").format(number=number))


def _write(
    number: str, path: Path, translate: Translator, workspace: Workspace, _progress: Progress
) -> Path:
    write_opinion_file(workspace, application=number, path=path, translator=translate)
    return path


def _read(path: Path, workspace: Workspace, _progress: Progress) -> OpinionPlan:
    return plan_opinion(workspace, path)
