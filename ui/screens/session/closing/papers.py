"""Reading, printing and scanning of issued papers, for the parts that show them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reviewer_app.domain.closing import DECISION, IssuedPaper, PaperStand, Scan
from reviewer_app.domain.report_list import Preview
from reviewer_app.queries.pages import pages_of
from reviewer_app.queries.scans import scan_bytes, scan_pages
from reviewer_app.workflow.sign import attach_scan
from reviewer_app.workspace import Workspace
from ui import messages
from ui.desk import Desk, Task
from ui.dialogs.pages import PagesDialog
from ui.dialogs.print_pages import ask_printer, has_printer, print_pages
from ui.dialogs.scans import ScansDialog
from ui.jobs import Progress
from ui.screens.session.closing.rows import paper_title
from ui.screens.session.closing.work import print_all, read_paper, write_all
from ui.widgets.notice import Notice
from ui.widgets.picture_pages import PicturePages

MakePages = Callable[[Workspace, Progress], tuple[Preview, ...]]
MakeFiles = Callable[[Path, Workspace, Progress], tuple[Path, ...]]

SCAN_KINDS = "PDF, JPEG, PNG (*.pdf *.jpg *.jpeg *.png)"


class Papers(QWidget):
    """Shows nothing itself; what went well or not is said in a notice it is given."""

    def __init__(self, desk: Desk, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._desk, self._notice = desk, notice
        self.translate = desk.translate
        self._document = ""
        self._folder: Path | None = None

    def read(self, paper: IssuedPaper) -> None:
        """Show a paper as it was issued."""
        _ = self.translate
        self._desk.work(Task(_("Preparing the pages"), partial(read_paper, paper), self._show))

    def print_all(self, papers: Sequence[IssuedPaper]) -> None:
        """Print papers; without a printer they are written as files."""
        self.print_made(partial(print_all, tuple(papers)), partial(write_all, tuple(papers)))

    def write_all(self, papers: Sequence[IssuedPaper]) -> None:
        """Write papers as PDF into a folder."""
        self.write_made(partial(write_all, tuple(papers)))

    def print_made(self, make: MakePages, write: MakeFiles) -> None:
        """Print what a job makes; without a printer another job writes it as files."""
        _ = self.translate
        if not has_printer():
            self.write_made(write)
            return
        self._printer = ask_printer(self.window())
        if self._printer is not None:
            self._desk.work(Task(_("Printing"), make, self._put_on_paper))

    def write_made(self, write: MakeFiles) -> None:
        """Let a job write files into a folder the user chooses."""
        _ = self.translate
        folder = messages.choose_folder(self.window(), _("Where to write"), self._folder)
        if folder is not None:
            self._folder = folder
            run = partial(_into, write, folder)
            self._desk.work(Task(_("Writing documents"), run, self._written))

    def show_scans(self, paper: PaperStand, *, may_attach: bool) -> None:
        """List the scans of a document."""
        title = paper_title(paper, self.translate)
        self._list(paper.document, title, paper.scans, may_attach=may_attach)

    def show_decisions(self, scans: Sequence[Scan], *, may_attach: bool) -> None:
        """List the scans of decisions to reconvene."""
        _ = self.translate
        title = _("Paper decision to reconvene")
        self._list(DECISION, title, scans, may_attach=may_attach)

    def _list(self, document: str, title: str, scans: Sequence[Scan], *, may_attach: bool) -> None:
        self._document = document
        shown = ScansDialog(title, scans, self.translate, self.window(), may_attach=may_attach)
        shown.seeing.connect(self._see)
        shown.attaching.connect(self._attach)
        shown.open()

    def _see(self, scan: Scan) -> None:
        data = self._desk.look(partial(scan_bytes, scan=scan))
        pages = scan_pages(scan, data) or PicturePages(data)
        told = f"{scan.code}  SHA-256 {scan.file.digest}".strip()
        PagesDialog(pages, scan.file.file_name, told, self.translate, self.window()).open()

    def _attach(self) -> None:
        _ = self.translate
        file = messages.choose_file(self.window(), _("Scan of the signed paper"), SCAN_KINDS)
        if file is None:
            return
        if self._desk.do(partial(attach_scan, document=self._document, file=file)):
            text = _("{file} is attached.").format(file=file.name)
            self._notice.say(text, "good")

    def _show(self, shown: Preview) -> None:
        PagesDialog(pages_of(shown), shown.title, shown.code, self.translate, self.window()).open()

    def _put_on_paper(self, shown: tuple[Preview, ...]) -> None:
        _ = self.translate
        assert self._printer is not None
        for one in shown:
            pages = pages_of(one)
            print_pages(pages, self._printer, one.code)
            pages.close()
        text = _.plural(
            "{count} document was given to the printer.",
            "{count} documents were given to the printer.",
            len(shown),
        )
        self._notice.say(text.format(count=len(shown)), "good")

    def _written(self, written: tuple[Path, ...]) -> None:
        _ = self.translate
        names = _(", ").join(path.name for path in written)
        text = _("Written to {folder}: {names}").format(folder=self._folder, names=names)
        self._notice.say(text, "good")


def _into(
    write: MakeFiles, folder: Path, workspace: Workspace, progress: Progress
) -> tuple[Path, ...]:
    return write(folder, workspace, progress)
