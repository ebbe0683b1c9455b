"""Who sits at the open batch: a name, a PIN, the lock, and the moment that is looked at.

Imported when a batch is opened first: the start page comes without the core's storage.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Actor, Person
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.own_pin import OwnPin
from ui.idle import IdleWatch
from ui.jobs import Job, JobRunner, Progress
from ui.main_window import MainWindow
from ui.opened import Door, OpenedBatch
from ui.place import WallWish
from ui.screens.signin.lock_page import LockPage
from ui.screens.signin.pin_page import PinPage
from ui.screens.signin.screen import SignIn
from ui.text import day_and_clock
from ui.wall import Wall
from ui.widgets.banner import Banner
from ui.widgets.cover import Cover

_Asked = PinPage | LockPage | OwnPin | None
"""Where a PIN was typed."""


class Seat(QObject):
    """The chair before an open batch, until the batch is closed.

    Signals:
        left: another batch is wanted.
    """

    left = Signal()

    def __init__(
        self, batch: OpenedBatch, window: MainWindow, jobs: JobRunner, somebody: Actor
    ) -> None:
        """`somebody` is who has started the program, before anybody has said a name."""
        super().__init__(window)
        self.batch, self._window, self._jobs = batch, window, jobs
        self._somebody = somebody
        self.who: Person | None = None
        self._has_pin = False
        self._cover: Cover | None = None
        self._wanted: Person | None = None
        self._page: PinPage | LockPage | None = None
        self._dialog: OwnPin | None = None
        self._lock_after: timedelta | None = None
        self._wall = Wall(batch, window, self)
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self.lock)
        window.leaving.connect(self.ask_who)
        window.locking.connect(self.lock)
        window.pin_wanted.connect(self.ask_own_pin)

    def lock_after(self, minutes: int) -> None:
        """Lock when nothing was touched for so long; 0 is never."""
        self._lock_after = timedelta(minutes=minutes) if minutes else None
        self._idle.set_after(self._lock_after if self.who is not None else None)

    def ask_who(self) -> None:
        """Show the names; what was on the screen is gone."""
        self._jobs.settle()
        self._rise()
        page = SignIn(self.batch.people(), self._window.translate, may_add=self.batch.takes_staff)
        page.chosen.connect(self.choose)
        page.added.connect(self._add)
        page.closed.connect(self.left)
        self._window.show_page(page, self.batch.title)
        if self.batch.alarms:
            self._window.warn(self.batch.alarms)

    def choose(self, person: Person) -> None:
        """Take a name: let the person in, or ask for the PIN first."""
        self._jobs.settle()
        door = self.batch.door(person)
        if door is Door.OPEN:
            self.sit_down(person, has_pin=False)
            return
        page = PinPage(person, self._window.translate, has_pin=door is Door.PIN)
        page.proved.connect(self._prove)
        page.chosen.connect(self._set_first)
        page.left.connect(self.ask_who)
        self._wanted, self._page = person, page
        self._window.show_page(page, self.batch.title)

    def sit_down(self, person: Person, *, has_pin: bool, since: int | None = None) -> None:
        """Show the places of a person, who may undo what the journal holds after `since`."""
        self._page = None
        self.batch.sign_in(since)
        self.who, self._has_pin = person, has_pin
        self._idle.set_after(self._lock_after)
        self.show_now()

    def show_now(self, place: str = "") -> None:
        """Show the batch as it is to who has signed in, at a place or the one that is seen."""
        self._jobs.settle()
        assert self.who is not None
        _ = self._window.translate
        place = place or self._window.current_place()
        banner = None
        if self.batch.is_read_only:
            text = _("This file may only be read. Copy it into a folder of your own to work on it.")
            banner = Banner(text, (_("Another batch"), self.left.emit), icon_name="lock")
        self._show(self.batch.acting(self.who.actor), place, banner)

    def show_past(self, sequence: int) -> None:
        """Show the batch as it was after an entry, read-only and said so."""
        self._jobs.settle()
        _ = self._window.translate
        place = self._window.current_place()
        told = day_and_clock(self.batch.moment_of(sequence))
        text = _("As it was at {time}, after entry {sequence}. Nothing can be changed here.")
        banner = Banner(
            text.format(time=told, sequence=sequence), (_("Back to now"), self.show_now)
        )
        self._show(self.batch.at(sequence), place, banner)

    def lock(self) -> None:
        """Cover the window at once; a running job goes on."""
        if self.who is None or self._cover is not None:
            return
        _ = self._window.translate
        page = LockPage(self.who, _, has_pin=self._has_pin)
        page.proved.connect(self._unlock)
        page.left.connect(self._hand_over)
        self._jobs.told.connect(page.tell_job)
        self._jobs.ended.connect(page.job_ended)
        if self._jobs.is_running:
            page.tell_job((0, 0, ""))
        self._page = page
        self._cover = Cover(self._window, page, _("Reviewer Workstation"))

    def project(self, wish: WallWish) -> None:
        """Do with the projector window what who sits here wants."""
        self._jobs.settle()
        if self.who is not None and self._cover is None and not self._jobs.is_running:
            self._wall.wish(wish, self.who.actor)

    def ask_own_pin(self) -> None:
        """Let who sits here set or change the own PIN."""
        self._jobs.settle()
        if self.who is None or self._jobs.is_running:
            return
        dialog = OwnPin(self._window.translate, has_pin=self._has_pin, parent=self._window)
        dialog.given.connect(self._set_own)
        self._dialog = dialog
        dialog.open()

    def close(self) -> None:
        """Leave the seat and let go of the file."""
        self._rise()
        self._wall.close()
        if self._cover is not None:
            self._cover.drop()
            self._cover = None
        self._window.leaving.disconnect(self.ask_who)
        self._window.locking.disconnect(self.lock)
        self._window.pin_wanted.disconnect(self.ask_own_pin)
        self.batch.close()
        self.deleteLater()

    def _prove(self, pin: str) -> None:
        assert self._wanted is not None
        then = partial(self.sit_down, self._wanted, has_pin=True)
        self._try(self._page, partial(self.batch.prove, self._wanted, pin), then)

    def _set_first(self, pin: str) -> None:
        assert self._wanted is not None
        then = partial(self.sit_down, self._wanted, has_pin=True)
        self._try(self._page, partial(self.batch.set_pin, self._wanted, pin, ""), then)

    def _set_own(self, pin: str, present: str) -> None:
        assert self.who is not None
        deed = partial(self.batch.set_pin, self.who, pin, present)
        self._try(self._dialog, deed, self._own_set)

    def _own_set(self) -> None:
        assert self._dialog is not None
        _ = self._window.translate
        self._has_pin = True
        self._dialog.accept()
        self._window.say(_("Your PIN is kept. It is asked for when you sign in next."))

    def _unlock(self, pin: str) -> None:
        assert self.who is not None
        if self._has_pin:
            self._try(self._page, partial(self.batch.prove, self.who, pin), self._lift)
        else:
            self._lift()

    def _lift(self) -> None:
        self._page = None
        if self._cover is not None:
            self._cover.lift()
            self._cover = None

    def _hand_over(self) -> None:
        """Let somebody else sign in; what is half typed is finished first."""
        self._jobs.settle()
        if self._jobs.is_running or self._cover is None:
            return
        self._cover.drop()
        self._cover = None
        self._window.may_leave()
        self.ask_who()

    def _rise(self) -> None:
        """Nobody sits here any more."""
        self.who, self._has_pin = None, False
        self._wanted, self._page, self._dialog = None, None, None
        self._idle.set_after(None)
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():  # what was copied here is not for the next
            clipboard.clear()

    def _add(self, person: Person) -> None:
        self._jobs.settle()
        try:
            self.choose(self.batch.add(person, self._somebody))
        except ReviewerError as refusal:
            self._window.refuse(refusal)

    def _show(self, workspace: Workspace, place: str, banner: Banner | None) -> None:
        desk = Desk(workspace, self._window.translate, self._jobs, self._window)
        desk.changed.connect(self._wall.changed)
        self._wall.look_again()
        self._window.show_places(desk, place, banner)

    def _try(self, asked: _Asked, deed: Callable[[], object], then: Callable[[], object]) -> None:
        """Do what takes an argon2id hash aside; a refusal is said where the PIN was typed."""
        answered = partial(self._tried, asked, then)
        self._jobs.start(Job("", partial(_attempt, deed), answered, quiet=True))

    def _tried(
        self, asked: _Asked, then: Callable[[], object], refusal: ReviewerError | None
    ) -> None:
        is_there = asked is self._page or asked is self._dialog
        if asked is None or not is_there:
            return  # the user thought better of it meanwhile
        if refusal is None:
            then()
        else:
            asked.refuse(refusal)


def _attempt(deed: Callable[[], object], _progress: Progress) -> ReviewerError | None:
    """Do something; a refusal is the answer."""
    try:
        deed()
    except ReviewerError as refusal:
        return refusal
    return None
