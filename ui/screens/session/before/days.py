"""The days of the meeting as rows of fields: date, first time, last time."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.session import SessionDay
from reviewer_app.i18n import Translator
from ui.theme.theme import scaled
from ui.widgets.calm import CalmDate, CalmTime
from ui.widgets.labels import button, label, pill

_DAY, _TIME = "yyyy-MM-dd", "HH:mm"


class DayRows(QWidget):
    """One row a day; what is no sensible day is said beneath it and not given out.

    Signals:
        edited: the days as they read now (tuple of `SessionDay`), when they are sensible.
    """

    edited = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._rows: list[_DayRow] = []
        self._shown: tuple[SessionDay, ...] = ()
        self._trouble = pill("", "wrong")
        self._trouble.setObjectName("days_trouble")
        self._trouble.hide()
        self._add = button(_("Add a day"), self._add_day, kind="quiet", name="plus")
        self._add.setObjectName("add_day")
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(self._list)
        column.addWidget(self._trouble)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        column.addLayout(foot)

    def show_days(
        self, days: Sequence[SessionDay], in_use: Collection[str], *, may_change: bool
    ) -> None:
        """Show these days; those in use keep their date."""
        self._shown = tuple(days)
        while len(self._rows) > len(days):
            self._drop(self._rows[-1])
        while len(self._rows) < len(days):
            self._new_row()
        for row, day in zip(self._rows, days, strict=True):
            row.show_day(day, is_in_use=day.day in in_use, may_change=may_change)
        self._offer(may_change=may_change)
        self._trouble.hide()

    def days(self) -> tuple[SessionDay, ...]:
        """Give the days as they read now."""
        return tuple(row.day() for row in self._rows)

    def trouble(self) -> str:
        """Say what is not sensible about them, empty where all is."""
        _ = self.translate
        days = self.days()
        for day in days:
            if day.ends <= day.begins:
                return _("{day} ends before it begins.").format(day=day.day)
        names = [day.day for day in days]
        twice = sorted({name for name in names if names.count(name) > 1})
        return _("{day} stands here twice.").format(day=twice[0]) if twice else ""

    def _offer(self, *, may_change: bool) -> None:
        self._add.setVisible(may_change)
        self.setFocusProxy(self._rows[0])
        for at, row in enumerate(self._rows):
            row.number(at + 1)
            row.offer_removal(offered=may_change and len(self._rows) > 1)

    def _new_row(self) -> "_DayRow":
        row = _DayRow(self.translate)
        row.edited.connect(self._tell)
        row.removed.connect(partial(self._remove, row))
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _add_day(self) -> None:
        last = self._rows[-1].day()
        following = QDate.fromString(last.day, _DAY).addDays(1).toString(_DAY)
        row = self._new_row()
        row.show_day(
            SessionDay(following, last.begins, last.ends), is_in_use=False, may_change=True
        )
        self._offer(may_change=True)
        row.setFocus()
        self._tell()

    def _remove(self, row: "_DayRow") -> None:
        self._drop(row)
        self._offer(may_change=True)
        self._tell()

    def _drop(self, row: "_DayRow") -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        trouble = self.trouble()
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        if not trouble and self.days() != self._shown:
            self._shown = self.days()
            self.edited.emit(self._shown)


class _DayRow(QWidget):
    """Date, first and last time of one day, and the way to take it away."""

    edited = Signal()
    removed = Signal()

    def __init__(self, translate: Translator) -> None:
        super().__init__()
        self.translate = _ = translate
        self._is_in_use = False
        self._number = label("", "secondary")
        self._date, self._begins = CalmDate(_("Date of the day")), CalmTime(_("Begins at"))
        self._ends = CalmTime(_("Ends at"))
        self._away = button("", self.removed.emit, kind="quiet", name="x", tip=_("No such day"))
        self._away.setAccessibleName(_("No such day"))
        self._used = label(_("something is recorded or planned on it: it stays"), "faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        for part in (self._number, self._date, self._begins, label("–"), self._ends):
            row.addWidget(part)
        row.addWidget(self._away)
        row.addWidget(self._used)
        row.addStretch(1)
        self.setFocusProxy(self._date)
        for field in (self._date, self._begins, self._ends):
            field.editingFinished.connect(self.edited)

    def show_day(self, day: SessionDay, *, is_in_use: bool, may_change: bool) -> None:
        """Fill the fields without being heard."""
        self._is_in_use = is_in_use
        self._date.setDate(QDate.fromString(day.day, _DAY))
        self._begins.setTime(QTime.fromString(day.begins, _TIME))
        self._ends.setTime(QTime.fromString(day.ends, _TIME))
        self._date.setEnabled(may_change and not is_in_use)
        self._begins.setEnabled(may_change)
        self._ends.setEnabled(may_change)
        self._used.setVisible(is_in_use and may_change)

    def number(self, number: int) -> None:
        """Say which day it is, for eyes and scripts."""
        _ = self.translate
        self._number.setText(_("Day {number}").format(number=number))
        for name, part in (
            ("date", self._date),
            ("begins", self._begins),
            ("ends", self._ends),
            ("remove", self._away),
        ):
            part.setObjectName(f"day_{number}_{name}")

    def offer_removal(self, *, offered: bool) -> None:
        """Offer to take the day away, unless something is recorded on it."""
        self._away.setVisible(offered and not self._is_in_use)

    def day(self) -> SessionDay:
        """Give the day as it reads now."""
        return SessionDay(
            self._date.date().toString(_DAY),
            self._begins.time().toString(_TIME),
            self._ends.time().toString(_TIME),
        )
