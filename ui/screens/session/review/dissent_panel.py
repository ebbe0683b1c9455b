"""Different opinions: who states one gives reasons; who states none counts as agreeing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import Dissent
from reviewer_app.domain.person import Actor
from reviewer_app.i18n import Translator
from reviewer_app.queries.decisions import Decisions
from ui.screens.session.review.votes_panel import named
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.line_list import LineList
from ui.widgets.typing_field import TypingField

_SHORTEST = 10


class DissentPanel(QWidget):
    """The dissents stated, and the form of another one.

    Signals:
        stated: number of the member and text.
        typing: number of the member and text so far.
        member_chosen: another member is to state one (the number).
    """

    stated = Signal(str, str)
    typing = Signal(str, str)
    member_chosen = Signal(str)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._place = ("", "")
        self._build()
        self._lay_out()

    def show_decisions(self, number: str, found: Decisions, actor: Actor, *, may: bool) -> None:
        """Show the dissents on an application; a member states the own one only."""
        _ = self.translate
        lines = [told(one, _) for one in found.dissents]
        self._told.show_lines(lines or [_("Nobody has stated a different opinion.")])
        self._form.setVisible(may)
        members = [one for one in found.members if actor.number in ("", one.number)]
        chosen = self.member
        self._members.clear()
        for member in members:
            self._members.addItem(named(member), member.number)
        self._members.setCurrentIndex(max(0, self._members.findData(chosen)))
        self._members.setEnabled(len(members) > 1)
        if self._place != (number, self.member):
            self._place = (number, self.member)
            self.member_chosen.emit(self.member)

    @property
    def member(self) -> str:
        """The number of the member whose dissent is written."""
        return self._members.currentData() or ""

    def put(self, typed: str) -> None:
        """Show what was half written."""
        self._field.put("", typed or None)
        self._offer()

    def text(self) -> str:
        """Give what is told of the dissents."""
        return self._told.text()

    def _build(self) -> None:
        _ = self.translate
        self._told = LineList()
        self._members = QComboBox()
        self._members.setObjectName("dissent_member")
        self._members.setAccessibleName(_("Member who dissents"))
        self._members.activated.connect(self._chosen)
        self._field = TypingField(_("The different opinion, with its reasons"))
        self._field.setObjectName("dissent_text")
        self._field.setPlaceholderText(_("The different opinion, with its reasons"))
        self._field.setMaximumHeight(scaled(96))
        self._field.typing.connect(self._typed)
        self._field.written.connect(self._typed)
        self._field.textChanged.connect(self._offer)
        self._state = button(_("State the d&issent"), self._stated)
        self._state.setObjectName("state_dissent")

    def _lay_out(self) -> None:
        _ = self.translate
        head = QHBoxLayout()
        head.addWidget(self._members)
        head.addStretch(1)
        head.addWidget(self._state)
        form = QVBoxLayout()
        form.addWidget(self._field)
        form.addLayout(head)
        self._form = frame("raised", form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(label(_("Different opinions"), "section"))
        column.addWidget(self._told)
        column.addWidget(self._form)
        column.addStretch(1)

    def _offer(self) -> None:
        length = len(self._field.toPlainText().strip())
        self._state.setEnabled(length >= _SHORTEST and bool(self.member))

    def _chosen(self) -> None:
        self._place = (self._place[0], self.member)
        self.member_chosen.emit(self.member)

    def _typed(self, text: str) -> None:
        self.typing.emit(self.member, text)

    def _stated(self) -> None:
        self.stated.emit(self.member, self._field.toPlainText().strip())


def told(dissent: Dissent, _: Translator) -> str:
    """Tell a dissent in a line."""
    who = f"{dissent.reviewer} {dissent.name}".strip()
    return f"{dissent.stated_at[11:16]} {who}: {dissent.text}"
