"""Pledge and recusal statement of each member; a conflict named opens its recusal at once."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.grounds import RaisedBy
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.batch import scheme_in_force
from reviewer_app.queries.consequences import outlook_of_aside
from reviewer_app.queries.statements import (
    MemberStatements,
    StatementsView,
    pledge_words,
    statements,
)
from reviewer_app.words.consequences import outlook_line
from reviewer_app.workflow.room import confirm_statements, record_statements
from reviewer_app.workflow.set_aside import recuse
from ui.desk import Desk
from ui.dialogs.own_statement import OwnStatementDialog, Stated
from ui.dialogs.recusal import Recusal, RecusalDialog
from ui.place import Destination
from ui.screens.session.before.panel import MeetingPanel
from ui.screens.session.before.rows import missing_sentence, statement_line
from ui.screens.session.before.statement_row import StatementRow
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label


class StatementsPanel(MeetingPanel):
    """Every member of the panel, late ones and substitutes too, with what is missing."""

    watches = frozenset(
        {"session", "attendance", "statement", "person", "sheet", "recusal", "application", "pin"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        _ = desk.translate
        told = _(
            "Nobody scores before both statements are made. The forms (02) are printed and signed"
            " by hand, or each member confirms on the screen with the own PIN."
        )
        super().__init__(desk, _("Pledge and recusal statements"), told, parent)
        self._rows: dict[str, StatementRow] = {}
        self._view: StatementsView | None = None
        self._confirming: OwnStatementDialog | None = None
        self._missing = label("", wrap=True)
        self._missing.setObjectName("statements_missing")
        self._print = button(_("Print the forms (02)"), self._show_forms, name="printer")
        self._print.setObjectName("print_pledges")
        self.column.addWidget(self._missing)
        self.column.addWidget(flow_row(scaled(8), self._print))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addWidget(frame("raised", self._list))
        self.column.addStretch(1)

    def show_meeting(self) -> None:
        view = self._view = self.desk.look(statements)
        self._missing.setText(missing_sentence(view, self.translate))
        lines = [
            statement_line(one, may_record=view.may_record, _=self.translate)
            for one in view.members
        ]
        wanted = {line.key for line in lines}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for line in lines:
            if line.key not in self._rows:
                self._list.addWidget(self._new_row(line.key))
            self._rows[line.key].show_line(line)

    def _new_row(self, key: str) -> StatementRow:
        row = StatementRow(key, self.translate)
        row.signed.connect(self._signed)
        row.naming.connect(self._ask_conflicts)
        row.confirming.connect(self._ask_member)
        row.recusing.connect(self._ask_recusal)
        self._rows[key] = row
        return row

    def _member(self, key: str) -> MemberStatements:
        assert self._view is not None
        return next(one for one in self._view.members if one.member.number == key)

    def _show_forms(self) -> None:
        self.going.emit(Destination("reports", "pledge"))

    def _signed(self, key: str) -> None:
        self.desk.do(partial(record_statements, reviewer=key, conflicts=()))

    def _ask_conflicts(self, key: str) -> None:
        assert self._view is not None
        name = self._member(key).member.name
        dialog = OwnStatementDialog(
            self, name, (), self._view.applications, self.translate, by_pin=False
        )
        dialog.given.connect(partial(self._record, key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _record(self, key: str, stated: Stated) -> None:
        deed = partial(record_statements, reviewer=key, conflicts=stated.conflicts)
        if self.desk.do(deed):
            self._ask_recusal(key)

    def _ask_member(self, key: str) -> None:
        """Let the member read, tick and confirm; a wrong PIN is said in the dialog."""
        assert self._view is not None
        words = self.desk.look(partial(pledge_words, _=self.translate))
        name = self._member(key).member.name
        dialog = OwnStatementDialog(
            self, name, words, self._view.applications, self.translate, by_pin=True
        )
        self._confirming = dialog
        dialog.given.connect(partial(self._confirm, key))
        dialog.finished.connect(self._confirmed)
        self.desk.refused.connect(self._refuse_pin)
        dialog.open()

    def _confirm(self, key: str, stated: Stated) -> None:
        deed = partial(confirm_statements, reviewer=key, pin=stated.pin, conflicts=stated.conflicts)
        if self.desk.do(deed) and self._confirming is not None:
            self._confirming.accept()
            self._ask_recusal(key)

    def _refuse_pin(self, refusal: ReviewerError) -> None:
        if self._confirming is not None:
            self._confirming.refuse(refusal)

    def _confirmed(self) -> None:
        self.desk.refused.disconnect(self._refuse_pin)
        if self._confirming is not None:
            self._confirming.deleteLater()
        self._confirming = None

    def _ask_recusal(self, key: str) -> None:
        """Ask for the grounds of the first application that waits for its recusal."""
        waiting = self._member(key).unrecused
        if not waiting:
            return
        _ = self.translate
        number, name = waiting[0], self._member(key).member.name
        query = partial(
            outlook_of_aside, application=number, reviewer=key, state=SheetState.RECUSED
        )
        lines = [outlook_line(*self.desk.look(query), self.desk.look(scheme_in_force), _)]
        title = _("Recuse {reviewer} from {application}?").format(reviewer=name, application=number)
        dialog = RecusalDialog(self, title, lines, _, RaisedBy.SELF)
        dialog.given.connect(partial(self._recuse, key, number))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _recuse(self, key: str, number: str, answer: Recusal) -> None:
        deed = partial(
            recuse,
            application=number,
            reviewer=key,
            ground=answer.words,
            grounds=answer.grounds,
            raised_by=answer.raised_by,
        )
        if self.desk.do(deed):
            self._ask_recusal(key)
