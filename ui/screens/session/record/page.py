"""The late changes: every change after submission, and the proof that none is missing."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.history import Move
from reviewer_app.domain.meeting_record import LateChange
from reviewer_app.queries.batch import scheme_in_force
from reviewer_app.queries.people import people_of_batch
from reviewer_app.queries.supervisor import DisclosureMoments, disclosure_moments, late_changes
from reviewer_app.words.late_changes import completeness
from reviewer_app.words.times import time_on_paper
from reviewer_app.workflow.open_folder import open_folder
from ui import messages
from ui.desk import Desk, Task
from ui.dialogs.outcome import Outcome, move_lines
from ui.models.table import TableModel
from ui.place import Destination, Moment, Screen
from ui.screens.session.record.rows import LateRow, columns, kinds, late_row
from ui.screens.session.record.work import Verified, compare, export, verify
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.notice import Notice
from ui.widgets.table_view import TableView


class RecordPage(Screen):
    """What changed after submission, for somebody who knows only this file."""

    watches = frozenset(
        {
            *("session", "disclosure", "sheet", "score", "objective_score", "score_change"),
            *("application", "person", "scheme_version"),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._changes: tuple[LateChange, ...] = ()
        self._moments: DisclosureMoments | None = None
        self._folder: Path | None = None
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        try:
            self._changes = self.desk.look(late_changes)
        except ReviewerError:
            self._pages.setCurrentWidget(self._blind)
            return
        self._moments = self.desk.look(disclosure_moments)
        names = {one.number: one.name for one in self.desk.look(people_of_batch) if one.number}
        scheme = self.desk.look(scheme_in_force)
        rows = [late_row(change, names, scheme, self.translate) for change in self._changes]
        self.model.show(rows)
        self._tell()
        self._pages.setCurrentWidget(self._work)

    def _build(self) -> None:
        _ = self.translate
        self._count = label("", "secondary")
        self.check = button(
            _("&Verify that none is missing"), self._verify, kind="primary", name="shield-check"
        )
        self.check.setObjectName("verify_none_missing")
        self.export = button(_("&Export the log"), self._export, name="download")
        self.export.setObjectName("export_log")
        self.notice = Notice()
        self.search = QLineEdit()
        self.search.setObjectName("search_changes")
        self.search.setPlaceholderText(_("Search: application, name, reason"))
        self.search.setAccessibleName(_("Search the late changes"))
        self.search.setMinimumWidth(scaled(260))
        self.kind = QComboBox()
        self.kind.setObjectName("kind_of_change")
        self.kind.setAccessibleName(_("Kind of change"))
        for key, words in kinds(_):
            self.kind.addItem(words, key)
        self.model: TableModel[LateRow] = TableModel(columns(_), self)
        self.table = TableView(self.model, _("Changes after submission"))
        self.table.setObjectName("late_changes")
        self._build_moments()
        self._empty = EmptyState("file-check", _("Nothing was changed after it was submitted."))
        told = _(
            "While members score, nobody sees what others gave. The list opens with disclosure."
        )
        self._blind = EmptyState("eye-off", told)

    def _build_moments(self) -> None:
        _ = self.translate
        self.before = button(_("As it was &before disclosure"), self._go_before, name="eye-off")
        self.before.setObjectName("view_before_disclosure")
        self.after = button(_("As it was &after disclosure"), self._go_after, name="eye")
        self.after.setObjectName("view_after_disclosure")
        self.compare = button(_("What &moved since then"), self._compare, name="scale")
        self.compare.setObjectName("compare_moments")
        self.compare.setToolTip(_("The ranking before disclosure beside that of now"))

    def _lay_out(self) -> None:
        _ = self.translate
        head = QHBoxLayout()
        head.addWidget(label(_("Changes after submission"), "page"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.check)
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self._empty)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, scaled(8))
        column.setSpacing(scaled(8))
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(flow_row(scaled(8), self.search, self.kind, self.export))
        column.addWidget(self._list, 1)
        column.addWidget(flow_row(scaled(8), self.before, self.after, self.compare))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._blind)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._filter)
        self.kind.activated.connect(self._filter)
        self.table.row_opened.connect(self._open)
        self.notice.acted.connect(self._open_folder)
        for keys in ("Ctrl+F", "F3"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.search.setFocus)

    def _tell(self) -> None:
        _ = self.translate
        count, shown = len(self._changes), self.model.rowCount()
        text = _.plural("{count} change", "{count} changes", count).format(count=count)
        if shown != count:
            text = _("{shown} of {count} shown").format(shown=shown, count=count)
        self._count.setText(text)
        self._list.setCurrentWidget(self.table if count else self._empty)
        for part in (self.before, self.after, self.compare):
            part.setEnabled(self._moments is not None)

    def _filter(self) -> None:
        kind = self.kind.currentData()
        keep = (lambda row: row.change.kind == kind) if kind else None
        self.model.search(self.search.text(), keep)
        self._tell()

    def _open(self, row: LateRow) -> None:
        self.going.emit(Destination("history", str(row.change.sequence), "entry"))

    def _verify(self) -> None:
        _ = self.translate
        self.desk.work(Task(_("Verifying the file"), verify, self._verified))

    def _verified(self, found: Verified) -> None:
        meaning = "good" if found.outcome.passed else "wrong"
        at = time_on_paper(found.at)
        self.notice.say(completeness(found.outcome, found.changes, at, self.translate), meaning)

    def _export(self) -> None:
        _ = self.translate
        folder = messages.choose_folder(self, _("Where to write"), self._folder)
        if folder is not None:
            self._folder = folder
            run = partial(export, folder, _)
            self.desk.work(Task(_("Writing documents"), run, self._exported))

    def _exported(self, written: list[Path]) -> None:
        _ = self.translate
        names = _(", ").join(path.name for path in written)
        text = _("Written to {folder}: {names}").format(folder=self._folder, names=names)
        self.notice.say(text, "good", _("Open the folder"), "folder")

    def _open_folder(self) -> None:
        if self._folder is None:
            return
        try:
            open_folder(self._folder)
        except ReviewerError as refusal:
            self.desk.refused.emit(refusal)

    def _go_before(self) -> None:
        if self._moments is not None:
            self.wanted.emit(Moment(self._moments.before))

    def _go_after(self) -> None:
        if self._moments is not None:
            self.wanted.emit(Moment(self._moments.after))

    def _compare(self) -> None:
        _ = self.translate
        if self._moments is not None:
            run = partial(compare, self._moments.before, _)
            self.desk.work(Task(_("Comparing two moments"), run, self._compared))

    def _compared(self, moves: tuple[Move, ...]) -> None:
        _ = self.translate
        places = self.desk.look(scheme_in_force).rules.places
        title = _("What moved in the ranking since the blind scoring")
        Outcome.tell(title, move_lines(moves, places, _), _, self)
