"""Attachments: added by a dialog or dropped, kept by content, seen in place or opened."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.attachment import Attachment
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.workflow.add_attachments import add_attachments, rename_attachment
from reviewer_app.workflow.open_attachment import open_attachment
from reviewer_app.workspace import Workspace
from ui.desk import Desk, Task
from ui.jobs import Progress
from ui.messages import choose_files
from ui.models.table import TableColumn, TableModel
from ui.screens.applications.panel import (
    Panel,
    chosen_row,
    column_of,
    line,
    row_of,
    show_rows,
    table,
)
from ui.text import or_dash
from ui.widgets.labels import button, label


def file_columns(_: Translator) -> tuple[TableColumn[Attachment], ...]:
    """Give the columns of the attachments."""
    return (
        TableColumn("title", _("Title"), lambda row: row.title, width=260),
        TableColumn(
            "pages",
            _("Pages"),
            lambda row: or_dash(str(row.pages or "")),
            sort=lambda row: row.pages or 0,
            is_number=True,
            width=70,
        ),
        TableColumn(
            "size",
            _("Size"),
            lambda row: size_text(row.size),
            sort=lambda row: row.size,
            is_number=True,
            width=100,
        ),
        TableColumn("file", _("File"), lambda row: row.file_name, width=200),
        TableColumn("by", _("Added by"), lambda row: row.added_by, width=100),
        TableColumn(
            "digest",
            _("Digest"),
            lambda row: row.digest[:12],
            tip=lambda row: row.digest,
            width=130,
        ),
    )


def size_text(size: int) -> str:
    """Write a number of bytes for people, in whole units.

    >>> size_text(900), size_text(7_469_036)
    ('900 B', '7.4 MB')
    """
    if size < 1_000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size // 1_000} kB"
    return f"{size // 1_000_000}.{size % 1_000_000 // 100_000} MB"


def _add(number: str, files: tuple[Path, ...], workspace: Workspace, progress: Progress) -> None:
    add_attachments(workspace, application=number, files=files, tell=progress.tell)


class FilePanel(Panel):
    """The files of an application."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        _ = self.translate
        self.setAcceptDrops(True)
        self._model = TableModel(file_columns(_), self)
        self._table = table(self, self._model, _("Attachments"))
        told = _(
            "Drop files here, or add them. Each is copied beside the batch and known by its digest:"
            " a changed or missing one is noticed."
        )
        self._name = line(_("Title"))
        self._rename = button(_("Rename"), self._write_name, name="pencil")
        self._add = button(_("Add files…"), self._choose, name="paperclip")
        self._see = button(_("See the pages"), self._show_pages, name="eye")
        self._open = button(_("Open with its program"), self._open_file, name="external-link")
        column = column_of(self)
        column.addWidget(label(told, "secondary", wrap=True))
        column.addWidget(self._table, 1)
        column.addLayout(row_of(self._name, self._rename, stretch=False))
        column.addLayout(row_of(self._add, self._see, self._open))
        self._table.row_chosen.connect(self._chosen)
        self._table.row_opened.connect(self._opened)
        self._offer(None)

    def show_again(self, page: ApplicationPage) -> None:
        show_rows(self._table, self._model, page.attachments, lambda a, b: a.uuid == b.uuid)
        self._offer(chosen_row(self._table, self._model))

    def add_files(self, files: tuple[Path, ...]) -> None:
        """Copy files in the job thread, with progress."""
        _ = self.translate
        if files:
            run = partial(_add, self.number, files)
            self.desk.work(Task(_("Adding attachments"), run, self._added))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.add_files(tuple(path for path in paths if path.is_file()))
        event.acceptProposedAction()

    def _added(self, _answer: object) -> None:
        self._table.setFocus()

    def _choose(self) -> None:
        _ = self.translate
        self.add_files(choose_files(self, _("Attachments to add"), _("All files (*)")))

    def _chosen(self, row: Attachment) -> None:
        self._offer(row)

    def _opened(self, row: Attachment) -> None:
        if row.has_pages:
            self._show_pages()
        else:
            self._open_file()

    def _offer(self, row: Attachment | None) -> None:
        for part in (self._name, self._rename, self._open):
            part.setEnabled(row is not None)
        self._see.setEnabled(row is not None and row.has_pages)
        self._name.put(row.title if row is not None else "")

    def _write_name(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None:
            self.desk.do(partial(rename_attachment, uuid=row.uuid, title=self._name.text()))

    def _show_pages(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None:
            self.pages_wanted.emit(row.uuid, 1)

    def _open_file(self) -> None:
        row = chosen_row(self._table, self._model)
        if row is not None:
            self.desk.do(partial(open_attachment, uuid=row.uuid))
