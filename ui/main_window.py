"""The one main window: the start page, sign-in, and the places of an open batch.

It puts parts together and decides nothing: which places a role has stands in `PLACES`,
what may be seen there in the rights table of the core.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Role
from reviewer_app.domain.session import Moment as SessionMoment
from reviewer_app.domain.verification import Finding
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.deeds import role_name
from ui import window_state
from ui.desk import Desk
from ui.dialogs.key_map import KeyMap
from ui.jobs import JobRunner
from ui.place import Destination, Screen, WallWish
from ui.text import clock
from ui.theme.theme import scaled
from ui.widgets.banner import rehearsal_strip
from ui.widgets.head_bar import HeadBar
from ui.widgets.held import Held
from ui.widgets.labels import frame, label
from ui.widgets.message_bar import MessageBar
from ui.widgets.place_list import PlaceList
from ui.widgets.progress_panel import ProgressPanel

_STAFF = frozenset({Role.SECRETARY})
_WATCHING = frozenset({Role.SECRETARY, Role.SUPERVISOR, Role.BUREAU_LEADER})
_READING = frozenset({Role.SECRETARY, Role.SUPERVISOR})
_PANEL = frozenset({Role.REVIEWER, Role.LEADER})
_ALL = frozenset(Role)
_IN_SESSION = _WATCHING | _PANEL


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its screen is imported when it is shown first, so that the start stays quick."""

    key: str
    title: str
    icon: str
    module: str
    name: str
    roles: frozenset[Role]


PLACES = (
    Place("overview", N_("Overview"), "layout-dashboard", "overview", "Overview", _WATCHING),
    Place("applications", N_("Applications"), "files", "applications", "Applications", _STAFF),
    Place("reviewers", N_("Panel and recusals"), "users", "reviewers", "Reviewers", _STAFF),
    Place("session", N_("Meeting"), "gavel", "session", "SessionPlace", _IN_SESSION),
    Place("scoring", N_("Scoring"), "pen-line", "scoring", "Scoring", _PANEL),
    Place("entry", N_("Score entry"), "keyboard", "entry", "Entry", _STAFF),
    Place("results", N_("Results"), "trophy", "results", "Results", _WATCHING),
    Place("reports", N_("Reports"), "file-text", "reports", "Reports", _WATCHING),
    Place("history", N_("History"), "history", "history", "History", _READING),
    Place("scheme", N_("Scheme"), "sliders-horizontal", "scheme", "SchemeEditor", _STAFF),
    Place("settings", N_("Settings"), "settings", "settings", "SettingsPlace", _ALL - _PANEL),
)
"""In the order of the list at the left."""


def places_of(role: Role, moment: SessionMoment) -> tuple[Place, ...]:
    """Give the places a role has; a reviewer has scoring and nothing else until disclosure."""
    own = tuple(place for place in PLACES if role in place.roles)
    if role in _PANEL and not moment.lies_open:
        return tuple(place for place in own if place.key != "session")
    return own


class MainWindow(QMainWindow):
    """The frame around the start page, sign-in and the places.

    Signals:
        leaving: the user wants to hand the PC to somebody else (sign out).
        locking: the user wants to lock the window.
        pin_wanted: the user wants to set or change the own PIN.
        closing: the window shall close; nothing is half typed any more. `close_now` does it.
        wanted: a place wants something of the whole program (see `Screen`).
    """

    leaving = Signal()
    locking = Signal()
    pin_wanted = Signal()
    closing = Signal()
    wanted = Signal(object)

    def __init__(self, translate: Translator, jobs: JobRunner, parent: QWidget | None = None):
        super().__init__(parent)
        self.translate = translate
        self._jobs = jobs
        self._desk: Desk | None = None
        self._screens: dict[str, Screen] = {}
        self._is_closing = False
        self._held: Held | None = None
        jobs.began.connect(self._job_began)
        jobs.told.connect(self._job_told)
        jobs.ended.connect(self._job_ended)
        self._connect_keys()
        self.speak(translate)
        self.setMinimumSize(1024, 600)
        self.resize(1280, 720)
        window_state.restore_window("main", self)

    def speak(self, translate: Translator) -> None:
        """Build the frame anew, in a language and in the look in force."""
        self.translate = translate
        self._forget_places()
        self._build()
        self._lay_out()

    def show_page(self, page: QWidget, title: str = "") -> None:
        """Show the start page or sign-in in place of all else."""
        _ = self.translate
        self._forget_places()
        self._clear_head()
        title = title or _("Reviewer Workstation")
        self._head.show_title(title)
        self._name(title)
        self._replace_page(page)
        page.setFocus()

    def mark_rehearsal(self, *, is_rehearsal: bool) -> None:
        """Say above everything, and in the window's title, that the open batch is a rehearsal."""
        self._rehearsal.setVisible(is_rehearsal)

    def show_places(self, desk: Desk, place: str = "", banner: QWidget | None = None) -> None:
        """Show the places of who has signed in, the first or a named one.

        `banner` stands above them, where they show what can only be looked at.
        """
        _ = self.translate
        self._forget_places()
        self._clear_head()
        self._desk = desk
        self._tell_who(desk)
        desk.changed.connect(self._saved)
        desk.refused.connect(self.refuse)
        page = self._places_page(desk, banner)
        self._held = Held(_("Nothing can be changed here."), page) if banner else None
        self._replace_page(page)
        keys = self._list.keys()
        self.show_place(place if place in keys else keys[0])

    def show_place(self, key: str) -> None:
        """Go to a place the role has; what is half typed here is finished first."""
        self.go(Destination(key))

    def go(self, destination: Destination) -> None:
        """Go to a place, and to one thing there."""
        here = self.current_screen()
        if self._desk is None or destination.place not in self._list.keys():  # noqa: SIM118
            return
        if here is not None and not here.may_leave():
            self._list.set_current(self.current_place())
            return
        try:
            screen = self._screen(destination.place)
        except ReviewerError as refusal:  # what it shows nobody may see now
            self.refuse(refusal)
            self._stay()
            return
        self._list.set_current(destination.place)
        self._stack.setCurrentWidget(screen)
        if self._held is not None:
            self._held.hold(screen)
        if destination.subject or destination.part:
            screen.show_subject(destination.subject, destination.part)
        screen.setFocus()

    def _stay(self) -> None:
        """Keep the place that is seen, or show the first where none is yet."""
        if self.current_screen() is not None:
            self._list.set_current(self.current_place())
        else:
            self.show_place(self._list.keys()[0])

    def current_screen(self) -> Screen | None:
        """Give the screen that is seen, None before sign-in."""
        found = self._stack.currentWidget() if self._desk is not None else None
        return found if isinstance(found, Screen) else None

    def may_leave(self) -> bool:
        """Finish what is half typed; False keeps the user here.

        Under the lock nobody could mend it: what cannot be finished is let go.
        """
        here = self.current_screen()
        return here is None or here.may_leave() or self.centralWidget().isHidden()

    def current_place(self) -> str:
        """Give the key of the place that is seen, empty before sign-in."""
        here = self.current_screen()
        return next((key for key, made in self._screens.items() if made is here), "")

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was refused and what to do."""
        from reviewer_app.words.failures import sentence_of

        text = sentence_of(refusal, self.translate)
        self._messages.say(text, "attention")

    def warn(self, findings: Sequence[Finding]) -> None:
        """Say what was found out about the file."""
        from reviewer_app.words.verification import finding_sentence

        told = [finding_sentence(finding, self.translate) for finding in findings]
        self._messages.say("\n".join(told), "wrong")

    def note(self, text: str) -> None:
        """Say what somebody should look at."""
        self._messages.say(text, "attention")

    def say(self, text: str) -> None:
        """Say what went well."""
        self._messages.say(text, "good")

    def closeEvent(self, event: QCloseEvent) -> None:
        # An exception here would close the window all the same (reliability.md F14).
        event.ignore()
        if self._is_closing:
            window_state.remember_window("main", self)
            event.accept()
            return
        if self.may_leave():
            self.closing.emit()

    def close_now(self) -> None:
        """Close without another question: everything is done."""
        self._is_closing = True
        self.close()

    def _build(self) -> None:
        _ = self.translate
        self._head = HeadBar(_)
        self._head.leaving.connect(self._sign_out)
        self._head.locking.connect(self.locking)
        self._head.pin_wanted.connect(self.pin_wanted)
        self._rehearsal = rehearsal_strip(_("Rehearsal: nothing here counts, every paper says so."))
        self._messages = MessageBar(_("Close"))
        self._pages = QStackedWidget()
        self._saved_at = label("", "secondary")
        self._saved_at.setAccessibleName(_("Saved"))
        self._progress = ProgressPanel(_("Cancel"), _("{rate} per second, {left} s left"))
        self._progress.cancel_wanted.connect(self._stop_job)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(4))
        foot.addStretch(1)
        foot.addWidget(self._saved_at)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rehearsal)
        column.addWidget(self._head)
        column.addWidget(self._messages)
        column.addWidget(self._progress)
        column.addWidget(self._pages, 1)
        column.addWidget(frame("foot", foot))
        self.setCentralWidget(whole)

    def _connect_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.locking)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self).activated.connect(self._show_keys)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self).activated.connect(self._project)

    def _show_keys(self) -> None:
        KeyMap.tell(self.translate, self)

    def _project(self) -> None:
        if self._desk is not None:
            self.wanted.emit(WallWish.OPEN)

    def _places_page(self, desk: Desk, banner: QWidget | None) -> QWidget:
        _ = self.translate
        from reviewer_app.queries.session import moment_now

        own = places_of(desk.actor.role, desk.look(moment_now))
        self._list = PlaceList([(item.key, _(item.title), item.icon) for item in own])
        self._list.chosen.connect(self.show_place)
        if len(own) == 1:
            self._list.hide()
        self._stack = QStackedWidget()
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        if banner is not None:
            grid.addWidget(banner, 0, 0, 1, 2)
        grid.addWidget(self._list, 1, 0)
        grid.addWidget(self._stack, 1, 1)
        grid.setColumnStretch(1, 1)
        return page

    def _replace_page(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        for old in range(self._pages.count() - 1):
            self._pages.widget(old).deleteLater()

    def _tell_who(self, desk: Desk) -> None:
        _ = self.translate
        from reviewer_app.queries.batch import batch_title

        title = desk.look(batch_title)
        self._head.show_title(title)
        self._name(f"{title} — {_('Reviewer Workstation')}")
        role = role_name(desk.actor.role, _)
        told = " ".join((desk.actor.number, desk.actor.name, f"({role})")).strip()
        self._head.show_who(told)

    def _name(self, title: str) -> None:
        _ = self.translate
        is_real = self._rehearsal.isHidden()
        self.setWindowTitle(title if is_real else _("REHEARSAL · {title}").format(title=title))

    def _screen(self, key: str) -> Screen:
        if key not in self._screens:
            assert self._desk is not None
            place = next(item for item in PLACES if item.key == key)
            module = import_module(f"ui.screens.{place.module}.screen")
            make: Callable[[Desk], Screen] = getattr(module, place.name)
            screen = make(self._desk)
            screen.going.connect(self.go, Qt.ConnectionType.QueuedConnection)
            screen.said.connect(self.say)
            screen.wanted.connect(self.wanted, Qt.ConnectionType.QueuedConnection)
            self._screens[key] = screen
            self._stack.addWidget(screen)
        return self._screens[key]

    def _forget_places(self) -> None:
        self._jobs.settle()
        if self._desk is not None:
            self._desk.deleteLater()
        self._desk = None
        self._screens = {}

    def _clear_head(self) -> None:
        self._head.clear()
        self._saved_at.setText("")
        self._messages.clear()

    def _sign_out(self) -> None:
        self._jobs.settle()
        if self._jobs.is_running:
            return
        if self._desk is not None and self.may_leave():
            self.leaving.emit()

    def _saved(self) -> None:
        _ = self.translate
        self._saved_at.setText(_("Saved {time}").format(time=clock(datetime.now().astimezone())))

    def _job_began(self, title: str) -> None:
        self._pages.setEnabled(False)
        self._progress.begin(title)

    def _job_told(self, told: tuple[int, int, str]) -> None:
        self._progress.tell(*told)

    def _stop_job(self) -> None:
        self._progress.stopping()
        self._jobs.stop()

    def _job_ended(self) -> None:
        self._progress.end()
        self._pages.setEnabled(True)
