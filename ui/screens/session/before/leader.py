"""Composition of the panel, as advice, and who leads it, with the way it was chosen."""

from functools import partial

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.composition import COMPOSITION, COMPOSITION_OFF
from reviewer_app.domain.deliberation import Ballots, VoteKind
from reviewer_app.domain.person import Reviewer
from reviewer_app.queries.composition import PanelView, panel_view
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.deliberate import hold_vote
from reviewer_app.workflow.room import choose_leader
from ui.desk import Desk
from ui.place import Destination
from ui.screens.session.before.advice import AdvicePart
from ui.screens.session.before.panel import MeetingPanel
from ui.screens.session.before.rows import leader_sentence
from ui.theme.theme import scaled
from ui.widgets.calm import CalmNumber
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label

_MOST = 99


class LeaderPanel(MeetingPanel):
    """Advice above, the choice beneath; a vote is written with its numbers."""

    watches = frozenset({"session", "person", "attendance", "batch_setting", "sheet", "recusal"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        _ = desk.translate
        told = _("The members choose who leads; how they chose stays on the record.")
        super().__init__(desk, _("Composition and leader"), told, parent)
        self._advice = AdvicePart(self.translate)
        self._stands = label("", wrap=True)
        self._stands.setObjectName("leader_stands")
        self._who = QComboBox()
        self._who.setObjectName("leader_choice")
        self._who.setAccessibleName(_("Who leads the panel"))
        self._who.setMinimumWidth(scaled(240))
        self._ways = QButtonGroup(self)
        self._vote = self._way(_("by vote of the members"), "leader_by_vote")
        self._seniority = self._way(_("by seniority"), "leader_by_seniority")
        self._other = self._way(_("in another way:"), "leader_otherwise")
        self._vote.setChecked(True)
        self._yes, self._no, self._abstained = (
            self._number(_("For"), "leader_yes"),
            self._number(_("Against"), "leader_no"),
            self._number(_("Abstained"), "leader_abstained"),
        )
        self._words = QLineEdit()
        self._words.setObjectName("leader_words")
        self._words.setAccessibleName(_("In which way"))
        self._words.setPlaceholderText(_("In which way"))
        self._do = button(_("Note the leader"), self._choose, name="check")
        self._do.setObjectName("choose_leader")
        self._lay_out()
        self._ways.buttonClicked.connect(self._offer)
        self._words.textEdited.connect(self._offer)
        self._who.activated.connect(self._offer)
        self._advice.switched.connect(self._switch)
        self._advice.hints_wanted.connect(self._show_hints)

    def show_meeting(self) -> None:
        view = self._view = self.desk.look(panel_view)
        self._advice.show_panel(view)
        self._stands.setText(leader_sentence(view, self.translate))
        self._fill(view)
        self._choice.setVisible(view.may_choose)
        if not self._yes.value():
            self._yes.setValue(len(view.here))
        self._offer()

    def _way(self, words: str, name: str) -> QRadioButton:
        made = QRadioButton(words)
        made.setObjectName(name)
        self._ways.addButton(made)
        return made

    @staticmethod
    def _number(words: str, name: str) -> CalmNumber:
        made = CalmNumber(words, 0, _MOST)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        _ = self.translate
        column = QVBoxLayout()
        column.setSpacing(scaled(8))
        ballots: list[QWidget] = [self._vote]
        for number in (self._yes, self._no, self._abstained):
            ballots += [label(number.accessibleName(), "secondary"), number]
        other = QHBoxLayout()
        other.addWidget(self._other)
        other.addWidget(self._words, 1)
        column.addWidget(flow_row(scaled(8), label(_("Leader of the panel")), self._who))
        column.addWidget(flow_row(scaled(8), *ballots))
        column.addWidget(flow_row(scaled(8), self._seniority))
        column.addLayout(other)
        column.addWidget(flow_row(scaled(8), self._do))
        self._choice = QWidget()
        self._choice.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        part = QVBoxLayout()
        part.addWidget(self._stands)
        part.addWidget(self._choice)
        self.column.addWidget(frame("raised", part))
        self.column.addWidget(self._advice)
        self.column.addStretch(1)

    def _fill(self, view: PanelView) -> None:
        chosen = self._who.currentData() or (view.leader.number if view.leader else "")
        self._who.clear()
        for member in view.members:
            here = "" if member.number in view.here else self._not_here()
            self._who.addItem(f"{member.number}  {member.name}{here}", member.number)
        self._who.setCurrentIndex(max(0, self._who.findData(chosen)))

    def _not_here(self) -> str:
        _ = self.translate
        return _(" (not in the room)")

    def _member(self) -> Reviewer | None:
        number = self._who.currentData()
        return next((one for one in self._view.members if one.number == number), None)

    def _offer(self) -> None:
        by_vote, otherwise = self._vote.isChecked(), self._other.isChecked()
        for number in (self._yes, self._no, self._abstained):
            number.setEnabled(by_vote)
        self._words.setEnabled(otherwise)
        leads = self._view.leader is not None and self._view.leader == self._member()
        says_how = not otherwise or bool(self._words.text().strip())
        self._do.setEnabled(self._member() is not None and not leads and says_how)

    def _choose(self) -> None:
        _ = self.translate
        member = self._member()
        if member is None:
            return
        how = _("by seniority") if self._seniority.isChecked() else self._words.text().strip()
        if self._vote.isChecked():
            ballots = Ballots(self._yes.value(), self._no.value(), self._abstained.value())
            if not self._is_carried(member, ballots):
                return
            text = _("by vote: {yes} for, {no} against, {abstained} abstained")
            how = text.format(yes=ballots.yes, no=ballots.no, abstained=ballots.abstained)
        if self.desk.do(partial(choose_leader, reviewer=member.number, how=how)):
            self.said.emit(_("{name} leads the panel.").format(name=member.name))

    def _is_carried(self, member: Reviewer, ballots: Ballots) -> bool:
        """Write the vote; say so where it was not carried."""
        _ = self.translate
        question = _("{name} leads the panel").format(name=member.name)
        deed = partial(hold_vote, kind=VoteKind.LEADER, question=question, ballots=ballots)
        if not self.desk.do(deed):
            return False
        if 2 * ballots.yes > ballots.present:
            return True
        self.said.emit(_("The vote was written and not carried; the leader stays as it was."))
        return False

    def _switch(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's way
        value = "" if wanted else COMPOSITION_OFF
        self.desk.do(partial(change_setting, key=COMPOSITION, value=value))

    def _show_hints(self) -> None:
        self.going.emit(Destination("reviewers"))
