"""The scoring place: the queue, the application, the form, and the ways between them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.errors import ScoreOutOfRange
from reviewer_app.domain.own_work import HalfTyped, OwnSheet, QueueRow, SheetReview
from reviewer_app.domain.typed_score import typed_points
from reviewer_app.queries.own_queue import own_statistics_of, shows_statistics
from reviewer_app.workspace import Touched, Workspace
from ui.desk import Desk
from ui.place import Screen
from ui.screens.scoring import rows
from ui.screens.scoring.bar import Bar
from ui.screens.scoring.deeds import OwnDeeds
from ui.screens.scoring.form import Form, Given
from ui.screens.scoring.keys import add_actions
from ui.screens.scoring.layout import Panes
from ui.screens.scoring.material import MaterialPane
from ui.screens.scoring.own_table import OwnTable
from ui.screens.scoring.phrase_menu import PhraseMenu
from ui.screens.scoring.queue import Queue, exchanged
from ui.screens.scoring.review import Review
from ui.widgets.empty_state import EmptyState


class Scoring(Screen):
    """One reviewer's own work; nothing of anybody else's is ever asked for here."""

    watches = frozenset(
        {
            "application",
            "assignment",
            "attachment",
            "comment",
            "detail",
            "evidence",
            "metric",
            "objective_score",
            "private_note",
            "scheme_version",
            "score",
            "sheet",
            "skipped_sheet",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._scheme = desk.look(Workspace.scheme)
        self._deeds = OwnDeeds(desk)
        self._rows: tuple[QueueRow, ...] = ()
        self._number = ""
        self._sheet: OwnSheet | None = None
        self._build()
        self._lay_out()
        self._connect()
        add_actions(self, self.translate)
        if not desk.look(shows_statistics):
            self.queue.hide_statistics()

    def look_again(self) -> None:
        """Read the whole queue anew and stay at the application that is open."""
        self._rows = self._deeds.queue()
        own = own_statistics_of(self._rows, self._scheme.rules.places)
        self.queue.show_rows(self._rows, own)
        self.table.show_rows(self._rows)
        numbers = [row.number for row in self._rows]
        self._show_page(self.panes if numbers else self._nothing)
        if not numbers:
            return
        if self._number in numbers:
            self._show_application(self._number)
        else:
            self._show_application(self._first())

    def show_subject(self, subject: str, part: str) -> None:
        """Open an application, at an indicator."""
        if subject in [row.number for row in self._rows]:
            self.open_application(subject)
            self.form.go_to_indicator(part)

    def may_leave(self) -> bool:
        """Write what is half typed; a score that is none keeps the user here."""
        self.table.setFocus()
        return self.form.finish()

    def open_application(self, number: str) -> None:
        """Show another application, after what is typed here is written."""
        if self._number and not self.form.finish():
            self.queue.set_current(self._number)
            return
        self._show_page(self.panes)
        self._show_application(number)

    def next_application(self) -> None:
        """Go one down in the queue."""
        self._go(1)

    def previous_application(self) -> None:
        """Go one up in the queue."""
        self._go(-1)

    def next_unscored(self) -> None:
        """Go to the next application with open rows; skipped ones come last."""
        found = self._unscored()
        if found:
            self.open_application(found)
        else:
            _ = self.translate
            self.said.emit(_("Everything is scored. Check and submit."))

    def skip(self) -> None:
        """Skip this application for now, or take it up again."""
        if self._sheet is None or not self.form.finish():
            return
        was_skipped = self._sheet.is_skipped
        if self._deeds.skip(self._number, is_skipped=was_skipped) and not was_skipped:
            self.next_unscored()

    def abstain(self) -> None:
        """Ask for the reason of an abstention."""
        if self._sheet is not None and self._sheet.stand.is_open:
            self.form.head.ask_reason()

    def comment(self) -> None:
        """Write the comment of the current indicator."""
        self.form.write_comment()

    def phrases(self) -> None:
        """Open the phrase bank."""
        if self._sheet is None or not self._sheet.stand.is_open:
            return
        field = self.form.details.comment
        text = field.toPlainText()
        menu = PhraseMenu(self._deeds.phrases(), text, self.translate, self)
        menu.chosen.connect(self.form.insert_phrase)
        menu.remembered.connect(self._deeds.add_phrase)
        menu.forgotten.connect(self._deeds.remove_phrase)
        menu.popup(field.mapToGlobal(field.rect().topLeft()))

    def review(self) -> None:
        """Look over this sheet; pressed there once more, submit it."""
        if self._pages.currentWidget() is self.check:
            self.check.confirm()
        elif self._sheet is not None and self.form.finish():
            self._show_reviews([self._deeds.review(self._number)])

    def review_all(self) -> None:
        """Look over every sheet that has all its scores."""
        if not self.form.finish():
            return
        found = self._deeds.reviews()
        if found:
            self._show_reviews(found)
        else:
            _ = self.translate
            self.said.emit(_("No sheet has all its scores yet."))

    def undo(self) -> None:
        """Put back the last own deed since sign-in."""
        if self.form.finish():
            self._put_back(self._deeds.steps().undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.form.finish():
            self._put_back(self._deeds.steps().redo)

    def toggle_queue(self) -> None:
        """Hide or show the queue."""
        self.panes.toggle_queue()
        self.setFocus()

    def toggle_material(self) -> None:
        """Hide or show the application."""
        self.panes.toggle_material()
        self.setFocus()

    def toggle_table(self) -> None:
        """Show all own scores in a table, or go back."""
        if self._pages.currentWidget() is self.table:
            self.escape()
        elif self.form.finish():
            self._show_page(self.table)
            self.table.setFocus()

    def search(self) -> None:
        """Search in the text of the application."""
        self.material.data.search()

    def escape(self) -> None:
        """Go back to scoring, into the row that is looked at."""
        if self._rows:
            self._show_page(self.panes)
            self.form.head.leave_reason()
            self.form.take_focus()

    def choose_level(self) -> None:
        """Choose the level of the current row whose key was pressed."""
        pressed = self.sender()
        assert isinstance(pressed, QAction), "keys are actions"
        self.form.choose_level(pressed.data())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.form.isVisible():
            self.form.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_work = self._pages.currentWidget() is self.panes
        if is_work and event.text() and event.text() in "0123456789.":
            self.form.type_digit(event.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        _ = self.translate
        places = self._scheme.rules.places
        self.queue = Queue(_, places)
        self.material = MaterialPane(self._deeds, _)
        self.form = Form(self._scheme, _)
        self.panes = Panes(self.queue, self.material, self.form, _)
        self.check = Review(_, places)
        self.table = OwnTable(self._scheme, _)
        self.bar = Bar(self, _)
        self._nothing = EmptyState("pen-line", _("No application is assigned to you yet."))

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.panes, self.check, self.table, self._nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.bar)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self.queue.chosen.connect(self.open_application)
        self.form.scored.connect(self._scored)
        self.form.taken_back.connect(self._open_row)
        self.form.commented.connect(self._commented)
        self.form.noted.connect(self._noted)
        self.form.typing.connect(self._typing)
        self.form.row_entered.connect(self.material.data.go_to)
        self.form.refused.connect(self.desk.refused)
        self.form.ended.connect(self._ended)
        self.form.head.taking_back.connect(self._take_back)
        self.form.head.abstaining.connect(self._abstain)
        self.form.details.history_wanted.connect(self._show_history)
        self.form.details.phrases_wanted.connect(self.phrases)
        self.check.confirmed.connect(self._submit)
        self.check.left.connect(self.escape)
        self.check.wanted.connect(self._go_to_row)
        self.table.model_of_scores.typed.connect(self._typed_in_table)
        self.table.row_opened.connect(self._opened_in_table)
        self.panes.fitted.connect(self.bar.show_words)

    def _changed(self, touched: Touched) -> None:
        if self._deeds.touched and self.isVisible():
            self._look_at(self._deeds.touched)
        else:
            super()._changed(touched)

    def _look_at(self, number: str) -> None:
        """Look again at one application only: the others are as they were."""
        row = self._deeds.queue_row(number)
        if row is None:
            self.look_again()
            return
        self._rows = exchanged(self._rows, row)
        own = own_statistics_of(self._rows, self._scheme.rules.places)
        self.queue.show_row(row, self._rows, own)
        self.table.model_of_scores.exchange(row)
        self.form.head.tell_saved(datetime.now().astimezone())
        if number == self._number:
            self._sheet = self._deeds.sheet(number)
            self.form.show_scores(self._sheet)
            self._tell_bar()

    def _show_application(self, number: str) -> None:
        self._number = number
        self._sheet = self._deeds.sheet(number)
        self.form.show_sheet(self._sheet)
        if not self._sheet.rows:
            self.setFocus()
        self.material.show_material(number, self._sheet.name, self._deeds.material(number))
        self.queue.set_current(number)
        self._tell_bar()
        if self._sheet.half_typed:
            _ = self.translate
            self.said.emit(_("Text you had not finished is back in its field."))

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.bar.setVisible(page in (self.panes, self.table))

    def _tell_bar(self) -> None:
        is_open = self._sheet is not None and self._sheet.stand.is_open
        self.bar.enable({"skip": is_open, "abstain": is_open})
        self.bar.submit.setEnabled(is_open)

    def _first(self) -> str:
        return self._unscored() or self._rows[0].number

    def _unscored(self) -> str:
        return rows.next_unscored(self.queue.in_order(), self._number)

    def _go(self, way: int) -> None:
        found = [row.number for row in self.queue.in_order()]
        if self._number in found:
            place = found.index(self._number) + way
            if 0 <= place < len(found):
                self.open_application(found[place])

    def _show_reviews(self, found: Sequence[SheetReview]) -> None:
        self._show_page(self.check)
        self.check.show_reviews(found)

    def _submit(self, found: Sequence[SheetReview]) -> None:
        done = sum([self._deeds.submit(review) for review in found])
        self._show_page(self.panes)
        _ = self.translate
        text = _.plural("{count} sheet submitted.", "{count} sheets submitted.", done)
        if done:
            self.said.emit(text.format(count=done))
        following = self._unscored()
        if following:
            self.open_application(following)
        else:
            self.form.take_focus()

    def _put_back(self, sequence: int | None) -> None:
        if sequence is None:
            _ = self.translate
            self.said.emit(_("Nothing of yours since you signed in is left here."))
            return
        number = self._deeds.put_back(sequence)
        if number and number != self._number:
            self.open_application(number)

    def _scored(self, given: Given) -> None:
        if not self._deeds.give(self._number, given.indicator, given.points):
            self._look_at(self._number)

    def _open_row(self, code: str) -> None:
        self._deeds.take_back(self._number, code)

    def _commented(self, code: str, text: str) -> None:
        self._deeds.comment(self._number, code, text)

    def _noted(self, text: str) -> None:
        self._deeds.note(self._number, text)

    def _typing(self, typed: HalfTyped) -> None:
        self._deeds.keep(self._number, typed)

    def _ended(self) -> None:
        if not self.form.go_on():
            self.bar.submit.setFocus()

    def _take_back(self) -> None:
        if self._deeds.reopen(self._number):
            self.form.take_focus()

    def _abstain(self, reason: str) -> None:
        if self._deeds.abstain(self._number, reason):
            self.next_unscored()

    def _show_history(self) -> None:
        code = self.form.current_code
        found = self._deeds.history(self._number, code)
        indicator = self._scheme.by_code[code]
        self.form.details.show_history(rows.history_lines(indicator, found, self.translate))

    def _go_to_row(self, number: str, code: str) -> None:
        self.open_application(number)
        self.form.go_to_indicator(code)

    def _typed_in_table(self, number: str, code: str, text: str) -> None:
        if not text.strip():
            self._deeds.take_back(number, code)
            return
        try:
            points = typed_points(text, self._scheme.by_code[code])
        except ScoreOutOfRange as refusal:
            self.desk.refused.emit(refusal)
            return
        self._deeds.give(number, code, points)

    def _opened_in_table(self, row: QueueRow) -> None:
        self.open_application(row.number)
