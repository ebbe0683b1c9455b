"""Votes and different opinions on one application, and what is done about them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.queries.decisions import Decisions, decisions_of, tied_with
from reviewer_app.queries.deliberation import Deliberation, ReviewRow
from reviewer_app.words.votes import outcome_of
from reviewer_app.workflow.deliberate import hold_vote, state_dissent, vote_on_tie
from ui.desk import Desk
from ui.dialogs.confirm import ConfirmDialog
from ui.screens.session.review.dissent_panel import DissentPanel
from ui.screens.session.review.keeping import Keeping
from ui.screens.session.review.votes_panel import Vote, VotesPanel
from ui.theme.theme import scaled
from ui.widgets.scrolling import scrolled


class DecisionsTab(QWidget):
    """The two panels, scrolled where the window is low.

    Signals:
        said: a sentence of what went well.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.translate = desk.translate
        self._kept = Keeping(desk)
        self._number = ""
        self._vote: Vote | None = None
        self.votes = VotesPanel(self.translate)
        self.dissents = DissentPanel(self.translate)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.setSpacing(scaled(16))
        column.addWidget(self.votes)
        column.addWidget(self.dissents)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.votes.held.connect(self._held)
        self.votes.typing.connect(self._vote_typed)
        self.dissents.stated.connect(self._stated)
        self.dissents.typing.connect(self._dissent_typed)
        self.dissents.member_chosen.connect(self._member_chosen)

    def show_application(self, whole: Deliberation, row: ReviewRow) -> None:
        """Show what was decided of an application."""
        assert row.sheets is not None
        self._number = row.number
        tied = tied_with(row.sheets.scheme, row.sheets.result)
        found: Decisions = self.desk.look(partial(decisions_of, number=row.number, about=tied))
        typed = self._kept.text("hold_vote", row.number)
        may_vote = whole.may("hold_vote")
        self.votes.show_decisions(row.number, found, tied, typed, may=may_vote)
        actor = whole.actor
        may_state = whole.may("state_dissent", actor.number)
        self.dissents.show_decisions(row.number, found, actor, may=may_state)

    def _held(self, vote: Vote) -> None:
        _ = self.translate
        self._vote = vote
        lines = [
            vote.question,
            outcome_of(vote.ballots, _),
            _("The vote stands in the minutes as it is recorded. This cannot be undone."),
        ]
        title = _("Record this vote?")
        dialog = ConfirmDialog(
            self.window(), title, lines, do=_("Record"), leave=_("Back to the ballots")
        )
        dialog.given.connect(self._record)
        dialog.open()

    def _record(self) -> None:
        vote = self._vote
        assert vote is not None
        question, ballots = vote.question, vote.ballots
        if vote.order:
            verb = partial(vote_on_tie, order=vote.order, question=question, ballots=ballots)
        else:
            hold = partial(hold_vote, kind=vote.kind, question=question, ballots=ballots)
            verb = partial(hold, application=self._number)
        _ = self.translate
        if self.desk.do(verb):
            self._kept.keep("hold_vote", "", self._number)
            self.said.emit(_("The vote is recorded."))

    def _stated(self, member: str, text: str) -> None:
        number, _ = self._number, self.translate
        verb = partial(state_dissent, reviewer=member, text=text, application=number)
        if self.desk.do(verb):
            self._kept.keep("state_dissent", "", number, member)
            self.dissents.put("")
            self.said.emit(_("The different opinion is recorded."))

    def _vote_typed(self, text: str) -> None:
        self._kept.keep("hold_vote", text, self._number)

    def _dissent_typed(self, member: str, text: str) -> None:
        self._kept.keep("state_dissent", text, self._number, member)

    def _member_chosen(self, member: str) -> None:
        self.dissents.put(self._kept.text("state_dissent", self._number, member))
