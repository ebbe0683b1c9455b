"""Who is here: one click stamps an arrival or a departure, day by day, guests too."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.person import Actor
from reviewer_app.domain.room import TypedTime
from reviewer_app.queries.attendance import AttendanceView, Attendee, attendance
from reviewer_app.workflow.guests import (
    correct_visit,
    see_everybody_out,
    see_guest_out,
    welcome_guest,
)
from reviewer_app.workflow.room import correct_attendance, mark_arrival, mark_departure
from ui.desk import Desk
from ui.dialogs.guest import GuestComing, GuestDialog
from ui.dialogs.stay_times import StayTimes, StayTimesDialog
from ui.screens.session.before.attendee_row import AttendeeLine, AttendeeRow
from ui.screens.session.before.panel import MeetingPanel
from ui.screens.session.before.rows import (
    attendee_line,
    guest_line,
    key_of,
    summary_sentence,
    times_of,
    times_of_visit,
)
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label
from ui.widgets.notice import Notice

_GUEST = "guest_"
"""Begins the key of a guest's row, as `rows.guest_line` makes it."""


class PeoplePanel(MeetingPanel):
    """The attendance of one day; stamps are offered on the day itself only."""

    watches = frozenset({"session", "session_day", "attendance", "guest", "person", "application"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        _ = desk.translate
        told = _(
            "A click or Enter stamps now. What was not stamped in time is typed with a reason;"
            " a wrong stamp is undone with Ctrl+Z."
        )
        super().__init__(desk, _("Who is here"), told, parent)
        self._rows: dict[str, AttendeeRow] = {}
        self._view: AttendanceView | None = None
        self._day = QComboBox()
        self._day.setObjectName("attendance_day")
        self._day.setAccessibleName(_("Day of the attendance"))
        self._summary = label("")
        self._summary.setObjectName("attendance_summary")
        self._notice = Notice()
        self._all_out = button(_("Everybody leaves"), self._see_out, name="log-out")
        self._all_out.setObjectName("everybody_leaves")
        self._guest = button(_("A guest comes…"), self._ask_guest, name="user-plus")
        self._guest.setObjectName("guest_comes")
        self._people, self._guests = QVBoxLayout(), QVBoxLayout()
        self._no_guests = label(_("No guest on this day."), "faint")
        self._lay_out()
        self._day.activated.connect(self._day_chosen)
        self._notice.acted.connect(self._plan_days)

    def show_meeting(self) -> None:
        view = self._view = self.desk.look(attendance)
        self._fill_days(view)
        day = self._chosen_day()
        is_today = view.may_note and day == view.today and day in view.days
        may_type = view.may_note and day <= view.today
        self._summary.setText(summary_sentence(view, self.translate))
        people = [
            attendee_line(one, day, may_stamp=is_today, may_type=may_type, _=self.translate)
            for one in view.people
        ]
        guests = [
            guest_line(visit, day, may_stamp=is_today, may_type=may_type, _=self.translate)
            for visit in view.visits
            if visit.day == day
        ]
        self._fill(people, guests)
        self._no_guests.setVisible(not guests)
        self._guest.setVisible(may_type)
        somebody = any(one.is_here for one in view.people) or any(
            not visit.left_at for visit in view.visits
        )
        self._all_out.setVisible(is_today and somebody)
        self._tell_day(view)

    def _lay_out(self) -> None:
        _ = self.translate
        self.column.addWidget(self._notice)
        self.column.addWidget(flow_row(scaled(12), self._day, self._summary, self._all_out))
        guests = QVBoxLayout()
        guests.setSpacing(scaled(8))
        line = QHBoxLayout()
        line.addWidget(label(_("Guests: presenters, observers, others"), wrap=True), 1)
        line.addWidget(self._guest)
        guests.addLayout(line)
        guests.addWidget(self._no_guests)
        for part in (self._people, self._guests):
            part.setSpacing(0)
        guests.addLayout(self._guests)
        self.column.addWidget(frame("raised", self._people))
        self.column.addWidget(frame("raised", guests))
        self.column.addStretch(1)

    def _fill_days(self, view: AttendanceView) -> None:
        _ = self.translate
        chosen = self._day.currentData()
        self._day.clear()
        for day in view.days:
            words = _("{day} (today)").format(day=day) if day == view.today else day
            self._day.addItem(words, day)
        wanted = chosen if chosen in view.days else _nearest(view)
        self._day.setCurrentIndex(max(0, self._day.findData(wanted)))

    def _fill(self, people: list[AttendeeLine], guests: list[AttendeeLine]) -> None:
        wanted = {line.key for line in (*people, *guests)}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for column, lines in ((self._people, people), (self._guests, guests)):
            for line in lines:
                if line.key not in self._rows:
                    column.addWidget(self._new_row(line.key))
                self._rows[line.key].show_line(line)

    def _new_row(self, key: str) -> AttendeeRow:
        row = AttendeeRow(key, self.translate)
        row.came.connect(self._came)
        row.went.connect(self._went)
        row.typing.connect(self._ask_times)
        self._rows[key] = row
        return row

    def _tell_day(self, view: AttendanceView) -> None:
        _ = self.translate
        if view.today in view.days or not view.may_note:
            self._notice.hide()
            return
        text = _("Today, {day}, is no day of the meeting: nothing can be stamped.")
        self._notice.say(text.format(day=view.today), "attention", _("Change the days"))

    def _plan_days(self, _name: str) -> None:
        self._set_up()

    def _day_chosen(self) -> None:
        self.show_meeting()

    def _chosen_day(self) -> str:
        return str(self._day.currentData() or "")

    def _attendee(self, key: str) -> Attendee:
        assert self._view is not None
        return next(one for one in self._view.people if key_of(one.person) == key)

    def _came(self, key: str) -> None:
        self.desk.do(partial(mark_arrival, person=self._attendee(key).person.actor))

    def _went(self, key: str) -> None:
        if key.startswith(_GUEST):
            self.desk.do(partial(see_guest_out, key=int(key.removeprefix(_GUEST))))
        else:
            self.desk.do(partial(mark_departure, person=self._attendee(key).person.actor))

    def _see_out(self) -> None:
        _ = self.translate
        if self.desk.do(see_everybody_out):
            self.said.emit(_("Everybody was stamped out. Ctrl+Z takes it back."))

    def _ask_times(self, key: str) -> None:
        if key.startswith(_GUEST):
            self._ask_times_of_guest(key)
            return
        found = self._attendee(key)
        stays = times_of(found, self._chosen_day())
        dialog = StayTimesDialog(self, found.person.name, stays, self.translate)
        dialog.given.connect(partial(self._type, found.person.actor))
        dialog.open()

    def _ask_times_of_guest(self, key: str) -> None:
        assert self._view is not None
        visit = next(one for one in self._view.visits if f"{_GUEST}{one.key}" == key)
        stays = (times_of_visit(visit),)
        dialog = StayTimesDialog(self, visit.guest.name, stays, self.translate)
        dialog.given.connect(self._type_of_guest)
        dialog.open()

    def _type_of_guest(self, times: StayTimes) -> None:
        came = _typed(times.day, times.arrived, times.reason)
        left = _typed(times.day, times.left, times.reason) if times.left else None
        self.desk.do(partial(correct_visit, key=times.key, arrived=came, left=left))

    def _type(self, person: Actor, times: StayTimes) -> None:
        came = _typed(times.day, times.arrived, times.reason)
        left = _typed(times.day, times.left, times.reason) if times.left else None
        if times.key:
            self.desk.do(partial(correct_attendance, key=times.key, arrived=came, left=left))
        else:
            self.desk.do(partial(mark_arrival, person=person, typed=came, left=left))

    def _ask_guest(self) -> None:
        assert self._view is not None
        dialog = GuestDialog(self, self._view.applications, self.translate)
        dialog.given.connect(self._welcome)
        dialog.open()

    def _welcome(self, coming: GuestComing) -> None:
        day = self._chosen_day()
        typed = _typed(day, coming.arrived, coming.reason) if coming.arrived else None
        self.desk.do(partial(welcome_guest, guest=coming.guest, typed=typed))


def _typed(day: str, clock: str, reason: str) -> TypedTime:
    return TypedTime(datetime.fromisoformat(f"{day}T{clock}"), reason)


def _nearest(view: AttendanceView) -> str:
    """Today where it is a day of the meeting, else the last day before, else the first."""
    past = [day for day in view.days if day <= view.today]
    return past[-1] if past else view.days[0]
