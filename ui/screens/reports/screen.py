"""The reports place: every document, its real pages, print and export."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.report_list import Preview, ReportLine
from reviewer_app.queries.pages import pages_of
from reviewer_app.queries.report_check import Recalled
from reviewer_app.queries.report_list import application_names, files_of, report_list
from reviewer_app.workflow.open_folder import open_folder
from ui import messages, window_state
from ui.desk import Desk, Task
from ui.dialogs.print_pages import ask_printer, has_printer, print_pages
from ui.place import Screen
from ui.screens.reports.bar import ReportBar, Wanted
from ui.screens.reports.catalogue import Catalogue
from ui.screens.reports.jobs import (
    Export,
    Exported,
    Paper,
    make_export,
    make_preview,
    make_print,
    make_recall,
)
from ui.screens.reports.rows import missing_sentence, recalled_sentence
from ui.screens.reports.signed import SignedScans
from ui.screens.reports.texts import Texts
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import button, label
from ui.widgets.notice import Notice
from ui.widgets.page_view import PageView

_PAUSE = 200
"""Milliseconds without a key before the chosen document is made."""


class Reports(Screen):
    """A catalogue at the left, the pages of the chosen document at the right."""

    watches = frozenset(
        {
            *("batch", "batch_setting", "scheme_version", "application", "metric", "detail"),
            *("objective_score", "person", "assignment", "sheet", "score", "comment", "tie_vote"),
            *("formal_check", "supplement", "credit_check", "overlap", "evidence", "recusal"),
            *("metric_check", "outlier_review"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: dict[str, ReportLine] = {}
        self._paper: Paper | None = None
        self._export: Export | None = None
        self._folder: Path | None = None
        self._texts: Texts | None = None
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        lines = self.desk.look(report_list)
        self._lines = {line.key: line for line in lines}
        self._catalogue.show_lines(lines)
        self._bar.show_applications(self.desk.look(application_names))
        if self._paper is not None:
            self._pause.start()
        if self._texts is not None:
            self._texts.look_again()

    def show_subject(self, subject: str, part: str) -> None:  # noqa: ARG002 - as all places
        self._show_documents()
        self._catalogue.choose(subject)

    def may_leave(self) -> bool:
        """Write the text that is half worded."""
        if self._texts is not None:
            self._texts.finish()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pause.isActive():  # the batch may be closed before the pause is over
            self._pause.stop()
            self._is_stale = True

    def shown_code(self) -> str:
        """Give the foot code of what is seen, empty without a document."""
        return self._code.text()

    def _build(self) -> None:
        _ = self.translate
        self._catalogue = Catalogue(_)
        self._bar = ReportBar(_)
        self._notice = Notice()
        self._signed = SignedScans(self.desk)
        self._view = PageView(_)
        self._code = label("", "faint")
        self._empty = EmptyState("file-text", _("Choose a document to see its pages."))
        self._pages = QStackedWidget()
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("e.g. 11-ranking · 120 · 0a1b2c3d4e5f"))
        self._typed.setAccessibleName(_("Code at the foot of a page"))
        self._find = button(_("&Show"), self._recall, name="search")
        self._words = button(_("&Texts of the papers…"), self._edit_texts, name="pencil")
        self._words.setObjectName("edit_texts")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)

    def _lay_out(self) -> None:
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._view)
        self._split = QSplitter()
        self._split.addWidget(self._left_side())
        self._split.addWidget(self._right_side())
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([scaled(300), scaled(860)])
        window_state.restore_splitter("reports", self._split)
        self._halves = QStackedWidget()
        self._halves.addWidget(self._split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(scaled(16),) * 2, *(scaled(16), scaled(8)))
        whole.addWidget(self._halves)
        self.setFocusProxy(self._catalogue)

    def _left_side(self) -> QWidget:
        _ = self.translate
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.addWidget(self._catalogue, 1)
        column.addWidget(self._words)
        column.addWidget(label(_("Code at the foot of a page"), "secondary"))
        row = QHBoxLayout()
        row.addWidget(self._typed, 1)
        row.addWidget(self._find)
        column.addLayout(row)
        return side

    def _right_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(scaled(8), 0, 0, 0)
        column.setSpacing(scaled(8))
        for part in (self._bar, self._notice, self._signed, self._pages, self._code):
            column.addWidget(part, 1 if part is self._pages else 0)
        return side

    def _connect(self) -> None:
        self._catalogue.chosen.connect(self._chosen)
        self._bar.changed.connect(self._anew)
        self._bar.print_wanted.connect(self._print)
        self._bar.export_wanted.connect(self._export_as)
        self._notice.acted.connect(self._act)
        self._typed.returnPressed.connect(self._recall)
        self._pause.timeout.connect(self._preview)
        self._split.splitterMoved.connect(self._divided)

    def _divided(self) -> None:
        window_state.remember_splitter("reports", self._split)

    def _edit_texts(self) -> None:
        if self._texts is None:
            self._texts = Texts(self.desk)
            self._texts.left.connect(self._show_documents)
            self._halves.addWidget(self._texts)
            self._texts.look_again()
        self._halves.setCurrentWidget(self._texts)
        self._texts.setFocus()

    def _show_documents(self) -> None:
        self._halves.setCurrentWidget(self._split)
        self._catalogue.setFocus()

    def _chosen(self, key: str) -> None:
        self._bar.show_line(self._lines[key])
        self._paper = Paper(key, self._bar.order())
        self._notice.hide()
        self._pause.start()

    def _anew(self) -> None:
        if self._paper is not None:
            self._paper = replace(self._paper, order=self._bar.order())
            self._pause.start()

    def _preview(self) -> None:
        if self._paper is None:
            return
        _ = self.translate
        work = partial(make_preview, self._paper)
        self._code.setText(_("Preparing the pages…"))
        self.desk.work(Task("", work, self._show_preview, quiet=True))

    def _show_preview(self, shown: Preview) -> None:
        _ = self.translate
        if shown.missing and not shown.pdf:
            self._notice.say(
                missing_sentence(shown.missing, _), "attention", _("Print boxes"), "boxes"
            )
            self._pages.setCurrentWidget(self._empty)
            self._code.setText("")
            return
        self._show_pages(shown)

    def _show_pages(self, shown: Preview) -> None:
        self._signed.hide()
        self._pages.setCurrentWidget(self._view)
        self._view.show_pages(pages_of(shown), shown.title)
        self._code.setText(shown.code)

    def _act(self, name: str) -> None:
        match name:
            case "boxes":
                self._allow_boxes()
            case "boxes_in_files":
                self._write_with_boxes()
            case "folder":
                self._open_folder()
            case _:
                self._back_to_now()

    def _allow_boxes(self) -> None:
        if self._paper is not None:
            self._paper = replace(self._paper, allow_missing=True)
            self._notice.hide()
            self._preview()

    def _back_to_now(self) -> None:
        self._notice.hide()
        self._signed.hide()
        self._typed.clear()
        if self._paper is not None:
            self._preview()
        else:
            self._pages.setCurrentWidget(self._empty)
            self._code.setText("")

    def _recall(self) -> None:
        if self._typed.text().strip():
            _ = self.translate
            work = partial(make_recall, self._typed.text(), _)
            self.desk.work(Task(_("Looking for the document"), work, self._show_recalled))

    def _show_recalled(self, found: Recalled) -> None:
        _ = self.translate
        self._show_pages(found.shown)
        self._signed.show_scans(found.scans)
        meaning = "attention" if found.since.differs else "good"
        self._notice.say(recalled_sentence(found, _), meaning, _("Back to now"), "now")

    def _print(self) -> None:
        _ = self.translate
        if self._paper is None:
            return
        if not has_printer():
            self._notice.say(
                _("This PC knows no printer. Export the document as PDF and print it elsewhere."),
                "attention",
            )
            return
        self._printer = ask_printer(self)
        if self._printer is not None:
            work = partial(make_print, self._paper)
            self.desk.work(Task(_("Printing"), work, self._put_on_paper))

    def _put_on_paper(self, shown: Preview) -> None:
        _ = self.translate
        assert self._printer is not None
        pages = pages_of(shown)
        print_pages(pages, self._printer, shown.code)
        pages.close()
        self._printer = None
        self.look_again()
        self.said.emit(_("{title} was given to the printer.").format(title=shown.title))

    def _export_as(self, wanted: Wanted) -> None:
        _ = self.translate
        lines = tuple(self._lines.values())
        if not wanted.everything:
            lines = tuple(line for line in lines if line.key == self._catalogue.current_key())
        order = self._bar.order(everything=wanted.everything)
        files = files_of(lines, wanted.form, order.edition)
        if not files:
            self._notice.say(_("No document has this format in this edition."), "attention")
            return
        folder = wanted.folder or messages.choose_folder(self, _("Where to write"), self._folder)
        if folder is not None:
            boxes = self._paper is not None and self._paper.allow_missing
            self._write(Export(files, folder, order, allow_missing=boxes))

    def _write(self, export: Export) -> None:
        _ = self.translate
        self._folder = export.folder
        self._notice.hide()
        work = partial(make_export, export)
        self.desk.work(Task(_("Writing documents"), work, self._tell_written))

    def _tell_written(self, done: Exported) -> None:
        _ = self.translate
        self._export = done.export
        self._catalogue.show_lines(self._lines_now())
        if done.missing:
            text = missing_sentence(done.missing, _)
            self._notice.say(text, "attention", _("Print boxes"), "boxes_in_files")
            return
        total = len(done.export.files)
        text = _("{count} of {all} files are in {folder}, each whole.").format(
            count=done.written, all=total, folder=done.export.folder
        )
        if done.boxes:
            text += " " + _("Printed as boxes: {characters}.").format(characters=done.boxes)
        meaning = "good" if done.written == total else "attention"
        self._notice.say(text, meaning, _("Open the folder"), "folder")

    def _lines_now(self) -> tuple[ReportLine, ...]:
        lines = self.desk.look(report_list)
        self._lines = {line.key: line for line in lines}
        return lines

    def _write_with_boxes(self) -> None:
        if self._export is not None:
            self._write(replace(self._export, allow_missing=True))

    def _open_folder(self) -> None:
        if self._folder is not None:
            try:
                open_folder(self._folder)
            except ReviewerError as refusal:
                self.desk.refused.emit(refusal)
