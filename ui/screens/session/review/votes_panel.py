"""The votes on one application: who may vote said before, the result worked out by the core."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.deliberation import Ballots, VoteKind
from reviewer_app.domain.person import Reviewer
from reviewer_app.i18n import Translator
from reviewer_app.queries.decisions import Decisions
from reviewer_app.words.votes import outcome_of, vote_kind_name, vote_line
from ui.screens.session.review.line_edit import KeptLine
from ui.theme.theme import ROW, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label
from ui.widgets.line_list import LineList

_KINDS = (VoteKind.RECOMMENDATION, VoteKind.TIE, VoteKind.TIME, VoteKind.OTHER)


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it was counted; `order` is that of a tie, best first."""

    kind: VoteKind
    question: str
    ballots: Ballots
    order: tuple[str, ...] = ()


class VotesPanel(QWidget):
    """What was voted on, and the form of the next vote.

    Signals:
        held: a vote to be recorded (`Vote`).
        typing: the question so far (str).
    """

    held = Signal(object)
    typing = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._decisions: Decisions | None = None
        self._tied: tuple[str, ...] = ()
        self._number = ""
        self._build()
        self._lay_out()

    def show_decisions(
        self, number: str, found: Decisions, tied: tuple[str, ...], typed: str, *, may: bool
    ) -> None:
        """Show the votes on an application, and the form to whom may record one."""
        _ = self.translate
        is_other = number != self._number
        self._decisions, self._tied, self._number = found, tied, number
        lines = [vote_line(vote, _) for vote in found.votes]
        self._minutes.show_lines(lines or [_("No vote was held on this application.")])
        self._form.setVisible(may)
        if is_other:
            self._begin(typed)
        self._tell()

    def minutes(self) -> str:
        """Give what is told of the votes."""
        return self._minutes.text()

    def _begin(self, typed: str) -> None:
        self._kind.setCurrentIndex(1 if self._tied else 0)
        for field in self._fields:
            field.setValue(0)
        self._order.clear()
        self._order.addItems(list(self._tied))
        self._order.setCurrentRow(0)
        self._question.put(typed or self._asked())

    def _build(self) -> None:
        _ = self.translate
        self._minutes = LineList()
        self._kind = QComboBox()
        self._kind.setObjectName("vote_kind")
        self._kind.setAccessibleName(_("What is voted on"))
        for kind in _KINDS:
            self._kind.addItem(vote_kind_name(kind, _), kind)
        self._kind.activated.connect(self._kind_chosen)
        self._question = KeptLine(_("Question put to the vote"))
        self._question.setObjectName("vote_question")
        self._question.typing.connect(self.typing)
        self._yes, self._no = (
            self._field("vote_yes", _("For")),
            self._field("vote_no", _("Against")),
        )
        self._abstained = self._field("vote_abstained", _("Abstained"))
        self._fields = (self._yes, self._no, self._abstained)
        self._voters = label("", "secondary", wrap=True)
        self._voters.setObjectName("voters")
        self._outcome = label("", wrap=True)
        self._outcome.setObjectName("vote_outcome")
        self._order = QListWidget()
        self._order.setObjectName("tie_order")
        self._order.setAccessibleName(_("Order of equal scores, best first"))
        self._order.setMaximumHeight(scaled(ROW * 3))
        self._up = button(_("&Up"), self._raise, name="arrow-up")
        self._up.setObjectName("tie_up")
        self._down = button(_("Do&wn"), self._lower, name="arrow-down")
        self._down.setObjectName("tie_down")
        self._hold = button(_("&Record the vote…"), self._held)
        self._hold.setObjectName("record_vote")

    def _field(self, name: str, title: str) -> QSpinBox:
        made = QSpinBox()
        made.setObjectName(name)
        made.setAccessibleName(title)
        made.setRange(0, 99)
        made.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        made.setFixedWidth(scaled(56))
        made.valueChanged.connect(self._tell)
        return made

    def _lay_out(self) -> None:
        _ = self.translate
        grid = QGridLayout()
        grid.setSpacing(scaled(8))
        grid.addWidget(self._voters, 0, 0, 1, 2)
        grid.addWidget(self._kind, 1, 0)
        grid.addWidget(self._question, 1, 1)
        self._ties = QWidget()
        ties = QHBoxLayout(self._ties)
        ties.setContentsMargins(0, 0, 0, 0)
        ties.addWidget(self._order, 1)
        ties.addWidget(self._up)
        ties.addWidget(self._down)
        grid.addWidget(self._ties, 2, 0, 1, 2)
        parts: list[QWidget] = []
        for field in self._fields:
            named = QLabel(field.accessibleName())
            named.setBuddy(field)
            parts += [named, field]
        grid.addWidget(flow_row(scaled(12), *parts, self._hold), 3, 0, 1, 2)
        grid.addWidget(self._outcome, 4, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._form = frame("raised", grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Votes"), "section"))
        column.addWidget(self._minutes)
        column.addWidget(self._form)

    def _chosen_kind(self) -> VoteKind:
        kind = self._kind.currentData(Qt.ItemDataRole.UserRole)
        return VoteKind(kind)

    def _kind_chosen(self) -> None:
        self._question.put(self._asked())
        self._tell()

    def _asked(self) -> str:
        """Give the usual question of a kind."""
        _ = self.translate
        match self._chosen_kind():
            case VoteKind.RECOMMENDATION:
                return _("Is {number} recommended for support?").format(number=self._number)
            case VoteKind.TIE:
                numbers = _(", ").join(self._order_now())
                return _("Order of equal scores: {numbers}").format(numbers=numbers)
            case VoteKind.TIME:
                return _("Is more time given to {number}?").format(number=self._number)
            case VoteKind.OTHER | VoteKind.LEADER:
                return ""

    def _order_now(self) -> tuple[str, ...]:
        return tuple(self._order.item(row).text() for row in range(self._order.count()))

    def _ballots(self) -> Ballots:
        return Ballots(self._yes.value(), self._no.value(), self._abstained.value())

    def _tell(self) -> None:
        found, _ = self._decisions, self.translate
        if found is None:
            return
        is_tie = self._chosen_kind() is VoteKind.TIE
        self._ties.setVisible(is_tie and len(self._tied) > 1)
        names = _(", ").join(named(one) for one in found.voters)
        text = _("{count} may vote now: {names}. At least {quorum} ballots are needed.")
        self._voters.setText(
            text.format(count=len(found.voters), names=names or "–", quorum=found.quorum)
        )
        ballots = self._ballots()
        fits = max(1, found.quorum) <= ballots.present <= len(found.voters)
        self._hold.setEnabled(fits and (not is_tie or len(self._tied) > 1))
        if is_tie and len(self._tied) < 2:
            self._outcome.setText(_("This application shares its rank with no other."))
        elif ballots.present == 0:
            self._outcome.setText(_("Carried by more than half of the ballots, abstentions too."))
        elif fits:
            self._outcome.setText(outcome_of(ballots, _))
        else:
            told = _("{found} ballots: between {least} and {most} can there be.")
            most = len(found.voters)
            self._outcome.setText(told.format(found=ballots.present, least=found.quorum, most=most))

    def _raise(self) -> None:
        self._move(-1)

    def _lower(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """Move the current application in the order, and the question with it."""
        at = self._order.currentRow()
        if not 0 <= at + step < self._order.count():
            return
        self._order.insertItem(at + step, self._order.takeItem(at))
        self._order.setCurrentRow(at + step)
        self._question.put(self._asked())

    def _held(self) -> None:
        kind = self._chosen_kind()
        order = self._order_now() if kind is VoteKind.TIE else ()
        self.held.emit(Vote(kind, self._question.text().strip(), self._ballots(), order))


def named(member: Reviewer) -> str:
    """Name a member by number, and by name where it is shown."""
    return f"{member.number} {member.name}".strip()
