"""The session desk: agenda, the current application and its timer, the people, the wall."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from reviewer_app.domain.agenda import Step, TimerDeed
from reviewer_app.domain.session_errors import NoSession
from reviewer_app.queries.session_desk import DeskRow, SessionDesk, session_desk
from reviewer_app.workflow.keep_agenda import begin_item, end_item, move_agenda, time_step
from reviewer_app.workflow.room import resume
from ui.actions import OwnUndo
from ui.desk import Desk
from ui.place import Destination, Screen
from ui.screens.session.room.agenda_panel import AgendaPanel
from ui.screens.session.room.bar import RoomBar
from ui.screens.session.room.current_panel import CurrentPanel
from ui.screens.session.room.member_row import MemberDeed, MemberWish
from ui.screens.session.room.people_panel import PeoplePanel
from ui.theme.theme import scaled
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scrolled

if TYPE_CHECKING:
    from ui.screens.session.room.deeds import RoomDeeds

_NOTHING, _DESK = 0, 1


class RoomPage(Screen):
    """Where the secretary leads the meeting from; there is no number of a score here."""

    watches = frozenset(
        {"session", "session_day", "evening_lock", "agenda_item", "timer_event", "attendance"}
        | {"leave", "recess", "statement", "sheet", "person", "application", "disclosure"}
        | {"batch_setting", "score_change"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk: SessionDesk | None = None
        self._made_deeds: RoomDeeds | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._connect_keys()
        OwnUndo(desk, self)

    def look_again(self) -> None:
        try:
            self._desk = found = self.desk.look(session_desk)
        except NoSession:
            self._pages.setCurrentIndex(_NOTHING)
            return
        self._pages.setCurrentIndex(_DESK)
        self._say_state(found)
        self._bar.show_desk(found)
        self._agenda.show_desk(found)
        self._current.show_desk(found)
        self._people.show_desk(found)

    def show_subject(self, subject: str, _part: str) -> None:
        """Choose the application with a number in the agenda."""
        self._agenda.choose_application(subject)

    def _build(self) -> None:
        _ = self.translate
        self._notice = Notice()
        self._notice.setObjectName("desk_notice")
        self._bar = RoomBar(_)
        self._agenda = AgendaPanel(_)
        self._current = CurrentPanel(_, _now)
        self._people = PeoplePanel(_)
        text = _("No meeting has been set up for this batch.")
        self._empty = EmptyState("gavel", text)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(scaled(16))
        row.addWidget(self._agenda, 4)
        row.addWidget(self._current, 6)
        row.addWidget(self._people, 4)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self._notice)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(scrolled(inside))

    def _connect(self) -> None:
        self._notice.acted.connect(self._noticed)
        self._bar.recess.connect(self._recess)
        self._bar.order.connect(self._release_order)
        self._bar.ranking.connect(self._release_ranking)
        self._bar.wall.connect(self.wanted)
        self._agenda.calling.connect(self._begin)
        self._agenda.dropping.connect(self._drop)
        self._agenda.withdrawing.connect(self._withdraw)
        self._agenda.disclosing.connect(self._disclose)
        self._agenda.moving.connect(self._move)
        self._current.beginning.connect(self._begin)
        self._current.ending.connect(self._end)
        self._current.disclosing.connect(self._disclose)
        self._current.timing.connect(self._time)
        self._people.wanted.connect(self._about_member)

    def _connect_keys(self) -> None:
        for keys, act in (
            ("Space", self._current.toggle),
            ("+", self._current.extend),
            ("=", self._current.extend),
            ("S", self._current.stop),
            ("N", self._current.next_step),
            ("E", self._current.end_item),
            ("Ctrl+Return", self._current.begin_next),
            ("R", self._bar.toggle_recess),
            ("B", self._bar.black_out),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _say_state(self, desk: SessionDesk) -> None:
        """Say what keeps the meeting from going on, most weighty first."""
        _ = self.translate
        if desk.moment.locked:
            text = _("The day {day} is locked. The morning check opens the next one.")
            told = text.format(day=desk.moment.locked)
            self._notice.say(told, "attention", _("Morning check"), "closing")
        elif desk.adjourned_since:
            text = _("The meeting is interrupted since {time}.")
            told = text.format(time=desk.adjourned_since[11:16])
            act = _("Go on with the meeting") if desk.rights.lead else ""
            self._notice.say(told, "attention", act, "resume")
        elif not desk.rows:
            text = _("There is no agenda yet. It is made from the drawn order.")
            self._notice.say(text, "attention", _("Make the agenda"), "agenda")
        else:
            self._notice.hide()

    def _noticed(self, name: str) -> None:
        match name:
            case "resume":
                self.desk.do(resume)
            case "agenda":
                self.going.emit(Destination("session", "before", name))
            case _:
                self.going.emit(Destination("session", name))

    @property
    def _deeds(self) -> "RoomDeeds":
        """What asks first; its dialogs are loaded when the first question is asked."""
        from ui.screens.session.room.deeds import RoomDeeds

        if self._made_deeds is None:
            self._made_deeds = RoomDeeds(self.desk, self)
        return self._made_deeds

    def _drop(self, row: DeskRow) -> None:
        self._deeds.ask_drop(row)

    def _withdraw(self, row: DeskRow) -> None:
        self._deeds.ask_withdrawal(row)

    def _disclose(self, row: DeskRow) -> None:
        self._deeds.ask_disclosure(row)

    def _recess(self) -> None:
        if self._desk is not None and self._desk.adjourned_since:
            self.desk.do(resume)
        else:
            self._deeds.ask_recess()

    def _release_order(self) -> None:
        assert self._desk is not None
        self._deeds.ask_release_of_order(is_released=self._desk.order_released)

    def _release_ranking(self) -> None:
        assert self._desk is not None
        self._deeds.ask_release_of_ranking(is_released=self._desk.ranking_released)

    def _begin(self, row: DeskRow) -> None:
        if self.desk.do(partial(begin_item, key=row.item.key)):
            self._agenda.choose(row.item.key)

    def _end(self, row: DeskRow) -> None:
        self.desk.do(partial(end_item, key=row.item.key))

    def _move(self) -> None:
        self.desk.do(move_agenda)

    def _time(self, use: tuple[Step, TimerDeed, int]) -> None:
        assert self._desk is not None
        assert self._desk.current is not None
        step, deed, seconds = use
        key = self._desk.current.item.key
        self.desk.do(partial(time_step, key=key, step=step, deed=deed, seconds=seconds))

    def _about_member(self, wish: MemberWish) -> None:
        from ui.screens.session.room.stamps import do_about_member

        if wish.deed is MemberDeed.STATE:
            self.going.emit(Destination("session", "before", "statements"))
            return
        about = self._desk.about if self._desk is not None else None
        do_about_member(self.desk, self._deeds, wish, about)


def _now() -> datetime:
    return datetime.now().astimezone()
