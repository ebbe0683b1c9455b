"""The people at the right of the desk: who must leave or come back, large, then everybody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.i18n import Translator
from reviewer_app.queries.session_desk import DeskMember, SessionDesk
from ui.screens.session.room.member_row import MemberDeed, MemberRow, MemberWish
from ui.theme.theme import font, scaled
from ui.widgets.labels import button, frame, label, restyle
from ui.widgets.replacing import Replacing
from ui.widgets.scrolling import scrolled

_LARGE = 22


class PeoplePanel(QWidget):
    """Calls at the top, one row a member beneath.

    Signals:
        wanted: a `MemberWish`.
    """

    wanted = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._rows: dict[str, MemberRow] = {}
        self._calls = Replacing()
        self._soon = label("", "secondary", wrap=True)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._count = label("", "secondary")
        head = QHBoxLayout()
        head.addWidget(label(_("Panel in the room"), "section"))
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(head)
        column.addWidget(self._calls)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(area, 1)
        column.addWidget(self._soon)
        self.setMinimumWidth(scaled(320))

    def show_desk(self, desk: SessionDesk) -> None:
        """Show where everybody is."""
        _ = self.translate
        for member in desk.members:
            self._row(member.reviewer.number).show_member(member, desk)
        numbers = {member.reviewer.number for member in desk.members}
        for gone in self._rows.keys() - numbers:
            self._rows.pop(gone).deleteLater()
        here = sum(member.is_here for member in desk.members)
        text = _("{here} of {all} present").format(here=here, all=len(desk.members))
        self._count.setText(text)
        self._calls.put(self._calls_of(desk))
        self._say_soon(desk)

    def row(self, number: str) -> MemberRow:
        """Give the row of a member."""
        return self._rows[number]

    def _row(self, number: str) -> MemberRow:
        if number not in self._rows:
            made = MemberRow(self.translate)
            made.setObjectName(f"member_{number}")
            made.wanted.connect(self.wanted)
            self._column.insertWidget(self._column.count() - 1, made)
            self._rows[number] = made
        return self._rows[number]

    def _calls_of(self, desk: SessionDesk) -> QWidget:
        """Make the large lines of who must leave or come back now."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for member in desk.members:
            if member.must_return:
                column.addWidget(self._call(member, desk, is_back=True))
            elif member.must_leave:
                column.addWidget(self._call(member, desk, is_back=False))
        return made

    def _call(self, member: DeskMember, desk: SessionDesk, *, is_back: bool) -> QWidget:
        _ = self.translate
        text = _("Call back: {name}") if is_back else _("Must leave now: {name}")
        told = label(text.format(name=member.reviewer.name), wrap=True)
        told.setFont(font(_LARGE, bold=True))
        column = QVBoxLayout()
        column.setContentsMargins(*(scaled(8),) * 4)
        column.addWidget(told)
        row = QHBoxLayout()
        row.addStretch(1)
        if is_back and member.is_recused:
            row.addWidget(self._stamp(member, MemberDeed.STAYS_OUT, _("Stays out")))
        deed = MemberDeed.BACK if is_back else MemberDeed.LEFT_ROOM
        word = _("Is back") if is_back else _("Has left the room")
        row.addWidget(self._stamp(member, deed, word))
        if desk.rights.lead:
            column.addLayout(row)
        card = frame("", column)
        card.setProperty("pill", "good" if is_back else "attention")
        restyle(card)
        return card

    def _stamp(self, member: DeskMember, deed: MemberDeed, word: str) -> QWidget:
        _ = self.translate
        made = button(word, self._stamped, name="stamp")
        made.setObjectName(f"call_{deed.value}_{member.reviewer.number}")
        told = _("{deed}: {name}").format(deed=word, name=member.reviewer.name)
        made.setAccessibleName(told)
        made.setProperty("wish", MemberWish(deed, member))
        return made

    def _stamped(self) -> None:
        self.wanted.emit(self.sender().property("wish"))

    def _say_soon(self, desk: SessionDesk) -> None:
        """Say who will have to leave for the item that follows."""
        _ = self.translate
        leaving = [one.reviewer.name for one in desk.members if one.leaves_next and one.is_here]
        text = _("For the next item leave: {names}").format(names=_(", ").join(leaving))
        self._soon.setText(text if leaving else "")
        self._soon.setVisible(bool(leaving))
