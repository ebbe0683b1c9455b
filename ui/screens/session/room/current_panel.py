"""The middle of the desk: the item that runs, its step, the timer and what may be done."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer_app.domain.agenda import ItemKind, Step, Timer, TimerDeed
from reviewer_app.domain.session import SessionPhase
from reviewer_app.i18n import Translator
from reviewer_app.queries.session_desk import DeskRow, SessionDesk
from reviewer_app.words.agenda import step_name
from ui.screens.session.room.rows import (
    first_box,
    headline,
    minutes_late,
    open_rows,
    step_after,
    timed_steps,
)
from ui.theme.theme import font, icon, scaled
from ui.widgets.clock_face import ClockFace
from ui.widgets.countdown import Countdown, clock_text, rings, timer_meaning
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label

_TICK = 200
_CLOCK = 64
_HEADLINE = 22


class CurrentPanel(QWidget):
    """What runs, large, over a timer that only counts on from what the record says.

    Signals:
        timing: the timer shall be used (step, deed, seconds as `Use`).
        beginning, ending, disclosing: an item of the agenda shall (its row).
        rang: the bell was rung.
    """

    timing = Signal(object)
    beginning = Signal(object)
    ending = Signal(object)
    disclosing = Signal(object)
    rang = Signal()

    def __init__(
        self,
        translate: Translator,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """`now` is the clock by which the timer counts on between two looks."""
        super().__init__(parent)
        self.translate = translate
        self._now = now
        self._desk: SessionDesk | None = None
        self._countdown: Countdown | None = None
        self._last_left = 0
        self._build()
        self._build_controls()
        self._lay_out()
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self.tick)

    def show_desk(self, desk: SessionDesk) -> None:
        """Show what runs, or what comes."""
        _ = self.translate
        self._desk = desk
        row = desk.about
        self._kicker.setText(self._when(row, desk))
        at_end = _("The agenda is at its end.") if desk.rows else _("There is no agenda yet.")
        self._headline.setText(headline(row, _) if row else at_end)
        self._applicant.setText(self._by_whom(row) if row else "")
        self._then.show_text(self._following_text())
        self._show_timer(desk)
        self._offer(desk)

    def tick(self) -> None:
        """Count on; ring when the time is nearly over and when it is."""
        if self._countdown is None:
            return
        left = self._countdown.left(self._now())
        if rings(self._last_left, left):
            self._face.ring()
            self.rang.emit()
        self._last_left = left
        self._face.show_time(clock_text(left), timer_meaning(left))

    def toggle(self) -> None:
        """Start the timer, or pause it while it runs."""
        self._toggle.click()

    def extend(self) -> None:
        """Give one minute more."""
        self._extend.click()

    def stop(self) -> None:
        """Stop the timer."""
        self._stop.click()

    def next_step(self) -> None:
        """Go on to the next step."""
        self._next_step.click()

    def end_item(self) -> None:
        """End the item that runs."""
        self._end.click()

    def begin_next(self) -> None:
        """Begin the next item."""
        self._begin.click()

    def _build(self) -> None:
        _ = self.translate
        self._kicker = label("", "secondary")
        self._kicker.setObjectName("when_item")
        self._headline = label("", wrap=True)
        self._headline.setFont(font(_HEADLINE, bold=True))
        self._headline.setObjectName("current_item")
        self._applicant = label("", "secondary", wrap=True)
        self._face = ClockFace(_("Timer"), _CLOCK)
        self._sheets = label("", "section")
        self._sheets.setObjectName("sheets_in")
        self._then = ElidedLabel("secondary")
        self._then.setObjectName("following_item")

    def _build_controls(self) -> None:
        _ = self.translate
        self._steps: dict[Step, QPushButton] = {}
        for step in Step:
            made = button(step_name(step, _), self._choose_step, tip=_("Start this step"))
            made.setCheckable(True)
            made.setObjectName(f"step_{step.value}")
            self._steps[step] = made
        self._toggle = self._control(
            "toggle_timer", _("Start"), self._toggled, "play", _("Start or pause the timer (Space)")
        )
        self._extend = self._control(
            "extend_timer", _("+1 min"), self._extended, "", _("One minute more (+)")
        )
        self._stop = self._control(
            "stop_timer", _("Stop"), self._stopped, "square", _("Stop the timer (S)")
        )
        self._next_step = self._control(
            "next_step", _("Next step"), self._stepped, "skip-forward", _("Next step (N)")
        )
        self._end = self._control(
            "end_item", _("End this item"), self._ended, "check", _("End this item (E)")
        )
        self._disclose = self._control("disclose_next", "", self._disclosed, "eye", "")
        self._begin = self._control(
            "begin_item", _("Begin the next item"), self._begun, "play", _("Ctrl+Enter")
        )

    def _control(
        self, name: str, text: str, act: Callable[[], object], icon_name: str, tip: str
    ) -> QPushButton:
        made = button(text, act, name=icon_name, tip=tip)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(scaled(6))
        for words in (self._kicker, self._headline, self._applicant):
            column.addWidget(words)
        column.addWidget(flow_row(scaled(8), *self._steps.values()))
        column.addWidget(self._face, alignment=Qt.AlignmentFlag.AlignHCenter)
        controls = (self._toggle, self._extend, self._stop, self._next_step)
        column.addWidget(flow_row(scaled(4), *controls))
        column.addWidget(self._sheets)
        column.addWidget(self._disclose, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addWidget(self._then)
        column.addWidget(flow_row(scaled(8), self._end, self._begin))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame("raised", column))

    def _show_timer(self, desk: SessionDesk) -> None:
        timer = desk.timer
        if timer is None:
            self._countdown = None
            self._face.show_time(clock_text(first_box(desk.session.plan.lengths)), "")
            self._ticks.stop()
            return
        self._countdown = Countdown(timer.left, timer.running, self._now())
        self._last_left = timer.left
        self.tick()
        if timer.running:
            self._ticks.start()
        else:
            self._ticks.stop()

    def _offer(self, desk: SessionDesk) -> None:
        _ = self.translate
        timer, is_running = desk.timer, desk.current is not None
        steps = timed_steps(desk.session.plan.lengths) if _is_application(desk) else ()
        for step, made in self._steps.items():
            made.setVisible(step in steps)
            made.setEnabled(desk.rights.lead and is_running)
            made.setChecked(timer is not None and timer.step is step)
        counts = bool(timer and timer.running)
        self._toggle.setText(_("Pause timer") if counts else _("Start"))
        self._toggle.setIcon(icon("pause" if counts else "play"))
        self._toggle.setEnabled(desk.rights.lead and is_running and bool(steps))
        self._extend.setEnabled(desk.rights.lead and timer is not None)
        self._stop.setEnabled(desk.rights.lead and counts)
        after = step_after(steps, timer)
        self._next_step.setEnabled(desk.rights.lead and is_running and after is not None)
        self._end.setEnabled(desk.rights.lead and is_running)
        self._begin.setEnabled(desk.rights.lead and desk.following is not None)
        self._face.setVisible(bool(steps))
        self._sheets.setText(self._sheets_text(desk))
        undisclosed = next(iter(open_rows(desk.rows)), None)
        self._disclose.setVisible(desk.rights.disclose and undisclosed is not None)
        if undisclosed is not None:
            text = _("Disclose {number}…").format(number=undisclosed.item.application)
            self._disclose.setText(text)

    def _when(self, row: DeskRow | None, desk: SessionDesk) -> str:
        """Say since when an item runs or that it is next, and how late that is."""
        _ = self.translate
        if row is None:
            return ""
        told = _("Next on the agenda")
        if row.item.began_at:
            told = _("Running since {time}").format(time=row.item.began_at[11:16])
        late = minutes_late(row.item, desk.now)
        if not late:
            return told
        return _("{told} · {minutes} min behind the plan").format(told=told, minutes=late)

    def _by_whom(self, row: DeskRow) -> str:
        """Name the applicant; of other items say how long they are planned."""
        _ = self.translate
        if row.item.application:
            return row.applicant
        return _("planned for {minutes} min").format(minutes=row.item.minutes)

    def _following_text(self) -> str:
        _ = self.translate
        desk = self._desk
        if desk is None or desk.current is None or desk.following is None:
            return ""
        return _("Then: {item}").format(item=headline(desk.following, _))

    def _sheets_text(self, desk: SessionDesk) -> str:
        """Say how far the scoring, or after it the disclosing, is; never a score."""
        _ = self.translate
        if desk.rights.disclose:
            shown = [row for row in desk.rows if row.item.application and row.is_disclosed]
            text = _("Disclosed: {done}, to come: {left}")
            return text.format(done=len(shown), left=len(open_rows(desk.rows)))
        if desk.session.phase is not SessionPhase.SCORING or not _is_application(desk):
            return ""
        due = [one for one in desk.members if one.is_here and not one.is_recused]
        done = sum(one.has_submitted for one in due)
        return _("Sheets in: {done} of {all}").format(done=done, all=len(due))

    def _timer(self) -> Timer | None:
        return self._desk.timer if self._desk is not None else None

    def _choose_step(self) -> None:
        step = next(step for step, made in self._steps.items() if made is self.sender())
        self._use(step, TimerDeed.STARTED)

    def _toggled(self) -> None:
        timer = self._timer()
        if timer is None:
            self._stepped()
        else:
            self._use(timer.step, TimerDeed.PAUSED if timer.running else TimerDeed.STARTED)

    def _extended(self) -> None:
        timer = self._timer()
        if timer is not None:
            self._use(timer.step, TimerDeed.EXTENDED, 60)

    def _stopped(self) -> None:
        timer = self._timer()
        if timer is not None:
            self._use(timer.step, TimerDeed.STOPPED)

    def _stepped(self) -> None:
        assert self._desk is not None
        step = step_after(timed_steps(self._desk.session.plan.lengths), self._timer())
        if step is not None:
            self._use(step, TimerDeed.STARTED)

    def _use(self, step: Step, deed: TimerDeed, seconds: int = 0) -> None:
        self.timing.emit((step, deed, seconds))

    def _ended(self) -> None:
        if self._desk is not None and self._desk.current is not None:
            self.ending.emit(self._desk.current)

    def _disclosed(self) -> None:
        assert self._desk is not None
        self.disclosing.emit(open_rows(self._desk.rows)[0])

    def _begun(self) -> None:
        if self._desk is not None and self._desk.following is not None:
            self.beginning.emit(self._desk.following)


def _is_application(desk: SessionDesk) -> bool:
    return desk.about is not None and desk.about.item.kind is ItemKind.APPLICATION
