"""One member of the panel at the desk: where they are, and what may be stamped."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QWidget

from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.session_desk import DeskMember, SessionDesk
from ui.screens.session.room.rows import member_mark
from ui.theme.theme import pixmap, scaled
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, pill, restyle


class MemberDeed(StrEnum):
    """What the desk stamps or asks about a member."""

    ARRIVED = "arrived"
    LEFT_ROOM = "left_room"
    BACK = "back"
    STAYS_OUT = "stays_out"
    RECUSE = "recuse"
    STATE = "state"
    STEPS_OUT = "steps_out"
    DEPARTED = "departed"
    CANNOT_GO_ON = "cannot_go_on"


@dataclass(frozen=True, slots=True)
class MemberWish:
    """A deed of the desk and whom it is about."""

    deed: MemberDeed
    member: DeskMember


_ENTRIES = {
    MemberDeed.RECUSE: N_("Recuse from this application…"),
    MemberDeed.STEPS_OUT: N_("Leaves the room for another reason…"),
    MemberDeed.DEPARTED: N_("Leaves the meeting for now"),
    MemberDeed.CANNOT_GO_ON: N_("Leaves for good…"),
}


class MemberRow(QFrame):
    """Name, mark, the one deed that is due, and a menu of the others.

    Signals:
        wanted: a `MemberWish`.
    """

    wanted = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._member: DeskMember | None = None
        self._deed = MemberDeed.ARRIVED
        self.setProperty("surface", "row")
        self._sign = QLabel()
        self._name = ElidedLabel()
        self._mark = pill("", "good")
        self._late = pill(_("late"), "attention")
        self._stamp = button("", self._stamped)
        self._offered: tuple[MemberDeed, ...] = ()
        self._more = button("", self._open_menu, kind="quiet", name="ellipsis")
        grid = QGridLayout(self)
        grid.setContentsMargins(scaled(8), scaled(4), scaled(4), scaled(4))
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(2))
        grid.addWidget(self._sign, 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(flow_row(scaled(8), self._mark, self._late), 1, 1, 1, 2)
        grid.addWidget(self._stamp, 0, 2)
        grid.addWidget(self._more, 0, 3, 2, 1)
        grid.setColumnStretch(1, 1)

    def show_member(self, member: DeskMember, desk: SessionDesk) -> None:
        """Show a member as they stand for the item the desk is about."""
        _ = self.translate
        self._member = member
        number = member.reviewer.number
        mark = member_mark(member, is_running=desk.current is not None, _=_)
        name = f"{number}  {member.reviewer.name}"
        if member.reviewer.leader:
            name = _("{name} (leader)").format(name=name)
        self._name.show_text(name)
        self._sign.setPixmap(pixmap(mark.icon, mark.meaning or "faint", 20))
        self._mark.setText(mark.word)
        self._mark.setProperty("pill", mark.meaning)
        restyle(self._mark)
        self._late.setVisible(member.is_late)
        self._offer(member, desk)
        late = _("late") if member.is_late else ""
        self.setAccessibleName(", ".join(filter(None, (name, mark.word, late))))

    def _offer(self, member: DeskMember, desk: SessionDesk) -> None:
        _ = self.translate
        number = member.reviewer.number
        words = {
            MemberDeed.ARRIVED: _("Has arrived"),
            MemberDeed.BACK: _("Is back"),
            MemberDeed.STATE: _("Statements…"),
        }
        due = _due(member)
        self._stamp.setVisible(due is not None and desk.rights.lead)
        if due is not None:
            self._deed = due
            self._stamp.setText(words[due])
        self._stamp.setObjectName(f"stamp_{number}")
        told = _("{deed}: {name}").format(deed=self._stamp.text(), name=member.reviewer.name)
        self._stamp.setAccessibleName(told)
        self._more.setObjectName(f"more_{number}")
        told = _("More about {name}").format(name=member.reviewer.name)
        self._more.setAccessibleName(told)
        self._more.setToolTip(told)
        self._offered = _offered(member, desk)
        self._more.setVisible(bool(self._offered))

    def _open_menu(self) -> None:
        """Show what else may be done; made when it is asked for, a panel has many rows."""
        _ = self.translate
        assert self._member is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self._offered:
            entry = menu.addAction(_(_ENTRIES[deed]))
            entry.setData(deed.value)
            entry.setObjectName(f"{deed.value}_{self._member.reviewer.number}")
        menu.triggered.connect(self._chosen)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        self._want(MemberDeed(action.data()))

    def _stamped(self) -> None:
        self._want(self._deed)

    def _want(self, deed: MemberDeed) -> None:
        assert self._member is not None
        self.wanted.emit(MemberWish(deed, self._member))


def _offered(member: DeskMember, desk: SessionDesk) -> tuple[MemberDeed, ...]:
    """Give what the menu of a member holds."""
    rights, about = desk.rights, desk.about
    has_application = about is not None and bool(about.item.application)
    is_in = member.is_here and not member.is_out
    holds = {
        MemberDeed.RECUSE: rights.recuse and has_application and not member.is_recused,
        MemberDeed.STEPS_OUT: rights.lead and has_application and is_in,
        MemberDeed.DEPARTED: rights.lead and member.is_here,
        MemberDeed.CANNOT_GO_ON: rights.drop_out,
    }
    return tuple(deed for deed, is_offered in holds.items() if is_offered)


def _due(member: DeskMember) -> MemberDeed | None:
    """Say what is to be stamped here; who is called above the rows is stamped there."""
    if not member.is_here:
        return MemberDeed.ARRIVED
    if member.is_out or member.must_return:
        return MemberDeed.BACK if member.is_out else None
    return None if member.has_stated else MemberDeed.STATE
