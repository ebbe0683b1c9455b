"""Over night: the evening lock with the chain head on paper, the morning check."""

from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.domain.closing import EveningLock
from reviewer_app.queries.night import NightStand, night_stand
from reviewer_app.words.deeds import deed_name
from reviewer_app.words.late_changes import in_groups
from reviewer_app.words.times import time_on_paper
from reviewer_app.workflow.night import DIGITS, check_morning
from reviewer_app.workflow.room import adjourn, resume
from ui.desk import Desk, Task
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.reason import ReasonDialog
from ui.place import Screen
from ui.screens.session.closing.card import card
from ui.screens.session.closing.papers import Papers
from ui.screens.session.closing.work import lock_for_night, print_sheet, write_sheet
from ui.theme.theme import FIGURE, font, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.line_list import LineList
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scrolled

_FIELD = 420


class NightPart(Screen):
    """Locked or not; the head is shown once, right after the lock, to be written down."""

    watches = frozenset({"evening_lock", "recess", "session", "session_day"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._reason: ReasonDialog | None = None
        self._typed: dict[str, str] = {}
        self._build()
        self._lay_out()

    def _build(self) -> None:
        _ = self.translate
        self._is_adjourned = False
        self._told = label("", "secondary", wrap=True)
        self._notice = Notice()
        self._papers = Papers(self.desk, self._notice, self)
        self.lock = button(_("&Lock for the night…"), self._ask, kind="primary", name="moon")
        self.lock.setObjectName("lock_evening")
        self.adjourn = button("", self._adjourn, name="pause")
        self.adjourn.setObjectName("adjourn_or_resume")
        self._head = label("", "figure")
        self._head.setObjectName("chain_head")
        self._whole = label("", "secondary", wrap=True)
        self.head_field = QLineEdit()
        self.head_field.setObjectName("typed_head")
        self.head_field.setAccessibleName(_("First twelve signs on the paper of the evening"))
        self.head_field.setPlaceholderText("0000 0000 0000")
        self.head_field.setFont(font(FIGURE, bold=True))
        self.head_field.setMaximumWidth(scaled(_FIELD))
        self.head_field.setMaxLength(DIGITS + 4)
        self.head_field.textEdited.connect(self._offer)
        self.head_field.returnPressed.connect(self._check)
        self.check = button(_("&Compare and open"), self._check, kind="primary", name="lock-open")
        self.check.setObjectName("check_morning")
        self._open_with_note = button(_("Open with a note…"), self._ask_note, name="pen-line")
        self._open_with_note.setObjectName("open_with_note")
        self._overnight = LineList()
        self._overnight.setObjectName("overnight")
        self._nights = label("", wrap=True)

    def _lay_out(self) -> None:
        _ = self.translate
        self._evening = self._evening_card()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.head_field, 1)
        line.addWidget(self.check)
        line.addWidget(self._open_with_note)
        line.addStretch(1)
        self._morning = card(
            label(_("Morning check: type the first twelve signs from the paper"), "section"),
            row,
            label(_("Overnight"), "faint"),
            self._overnight,
        )
        self._evening.hide()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(8), scaled(8))
        column.setSpacing(scaled(12))
        column.addWidget(label(_("Over night"), "page"))
        for part in (self._told, self._notice, flow_row(scaled(8), self.lock, self.adjourn)):
            column.addWidget(part)
        column.addWidget(self._evening)
        column.addWidget(self._morning)
        column.addWidget(label(_("Nights so far"), "section"))
        column.addWidget(self._nights)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def look_again(self) -> None:
        _ = self.translate
        stand = self.desk.look(night_stand)
        locked = stand.locked
        self._told.setText(self._standing(stand))
        self.lock.setVisible(locked is None and stand.may_lock)
        self.lock.setEnabled(stand.is_session_day)
        self.adjourn.setVisible(locked is None and stand.may_adjourn)
        self.adjourn.setText(
            _("&Resume the meeting") if stand.adjourned_since else _("&Adjourn the meeting…")
        )
        self._is_adjourned = bool(stand.adjourned_since)
        self._morning.setVisible(locked is not None and stand.may_check)
        self._open_with_note.setVisible(stand.may_override)
        self._show_overnight(stand)
        self._show_nights(stand)
        if locked is None:
            self._evening.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the head off the screen when the page is left."""
        super().hideEvent(event)
        self._evening.hide()

    def _evening_card(self) -> QFrame:
        """Make the card that shows the head after the lock."""
        _ = self.translate
        print_it = button(_("Print the sealing sheet"), self._print, name="printer")
        print_it.setObjectName("print_night_sheet")
        save_it = button(_("Save it as PDF…"), self._save, name="download")
        save_it.setObjectName("save_night_sheet")
        return card(
            label(_("Write this on the sealed paper, or print the sheet at once"), "section"),
            self._head,
            self._whole,
            flow_row(scaled(8), print_it, save_it),
        )

    def _standing(self, stand: NightStand) -> str:
        _ = self.translate
        if stand.locked is not None:
            text = _("Locked on the evening of {day} by {name}. Nothing can be done until morning.")
            return text.format(day=stand.locked.day, name=stand.locked.locked_by)
        if stand.adjourned_since:
            text = _("The meeting is adjourned since {time}.")
            return text.format(time=time_on_paper(stand.adjourned_since))
        if not stand.is_session_day:
            return _("{day} is no day of this session: there is nothing to lock.").format(
                day=stand.today
            )
        return _(
            "In the evening the batch is locked, a verified backup made, and the chain head put"
            " on paper and sealed. In the morning both are compared before anybody goes on."
        )

    def _show_overnight(self, stand: NightStand) -> None:
        _ = self.translate
        text = _("Entry {sequence}, {time}: {deed}, {name}")
        lines = [
            text.format(
                sequence=entry.sequence,
                time=time_on_paper(entry.at),
                deed=deed_name(entry.verb, _),
                name=entry.actor,
            )
            for entry in stand.overnight
        ]
        if lines:
            lines.append(_("Only the supervisor opens the batch now, with a note."))
        self._overnight.show_lines(lines or [_("Nothing was written since the lock.")])

    def _show_nights(self, stand: NightStand) -> None:
        _ = self.translate
        lines = [self._night_line(night) for night in stand.nights]
        self._nights.setText("\n".join(lines) or _("No night yet."))

    def _night_line(self, night: EveningLock) -> str:
        _ = self.translate
        text = _("{day}: locked {evening} by {name}")
        told = text.format(
            day=night.day, evening=time_on_paper(night.locked_at), name=night.locked_by
        )
        if night.checked_at:
            then = _("; checked {morning} by {name}")
            told += then.format(morning=time_on_paper(night.checked_at), name=night.checked_by)
        return f"{told} — {night.note}" if night.note else told

    def _ask(self) -> None:
        _ = self.translate
        lines = (
            _("Until the morning check nobody changes anything, staff included."),
            _("A verified backup is made."),
            _("The chain head is shown once: print the sealing sheet and seal it."),
        )
        title = _("Lock the batch for the night?")
        ask = ConfirmDialog(self, title, lines, do=_("Lock"), leave=_("Not yet"))
        ask.given.connect(self._lock)
        ask.open()

    def _lock(self) -> None:
        _ = self.translate
        self.desk.work(Task(_("Locking and backing up"), lock_for_night, self._locked))

    def _locked(self, head: str) -> None:
        self._head.setText(in_groups(head[:DIGITS]))
        self._whole.setText(in_groups(head))
        self._evening.show()

    def _print(self) -> None:
        _ = self.translate
        self._papers.print_made(partial(print_sheet, _), partial(write_sheet, _))

    def _save(self) -> None:
        self._papers.write_made(partial(write_sheet, self.translate))

    def _offer(self) -> None:
        """Set what is typed in groups of four, as it stands on the paper."""
        typed = "".join(self.head_field.text().split())
        self.head_field.setText(in_groups(typed[:DIGITS]))

    def _check(self) -> None:
        _ = self.translate
        deed = partial(check_morning, typed=self.head_field.text())
        if self.desk.do(deed):
            self._opened()

    def _opened(self) -> None:
        _ = self.translate
        self.head_field.clear()
        self.said.emit(_("Nothing changed overnight. The batch is open."))

    def _ask_note(self) -> None:
        _ = self.translate
        lines = (
            _("As the supervisor you open the batch although the paper was not compared."),
            _("Your note stays on the record and in the minutes."),
        )
        self._ask_reason("note", _("Open the batch with a note"), lines)

    def _ask_reason(self, key: str, title: str, lines: tuple[str, ...]) -> None:
        _ = self.translate
        ask, do = {
            "note": (_("What was looked into"), _("Open the batch")),
            "adjourn": (_("Why the meeting is adjourned"), _("Adjourn")),
        }[key]
        self._reason = ReasonDialog(self, title, lines, ask=ask, do=do, leave=_("Not yet"))
        self._reason.setProperty("about", key)
        self._reason.put(self._typed.get(key, ""))
        self._reason.given.connect(self._given)
        self._reason.rejected.connect(self._keep)
        self._reason.open()

    def _given(self, reason: str) -> None:
        assert self._reason is not None
        _ = self.translate
        key = str(self._reason.property("about"))
        self._typed.pop(key, None)
        if key == "adjourn":
            self.desk.do(partial(adjourn, reason=reason))
        elif self.desk.do(partial(check_morning, typed="", note=reason)):
            self.head_field.clear()
            self.said.emit(_("The batch is open; the note stays on the record."))

    def _keep(self) -> None:
        assert self._reason is not None
        self._typed[str(self._reason.property("about"))] = self._reason.typed()

    def _adjourn(self) -> None:
        _ = self.translate
        if self._is_adjourned:
            self.desk.do(resume)
            return
        lines = (_("The projector shows a break until the meeting is resumed."),)
        self._ask_reason("adjourn", _("Adjourn the meeting"), lines)
