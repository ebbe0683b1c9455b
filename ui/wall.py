"""The wall of an open batch: when its window is shown, on which screen, and what it gets.

It is looked at for whoever opened it, so it stays while the PC is locked or handed on.
"""

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Actor
from reviewer_app.queries.projector import projector
from reviewer_app.workspace import Touched, Workspace
from ui.dialogs.one_screen import OneScreenDialog
from ui.main_window import MainWindow
from ui.opened import OpenedBatch
from ui.place import WallWish
from ui.projector import ProjectorWindow, other_screen

_SHOWN = frozenset(
    {"session", "agenda_item", "timer_event", "recess", "batch_setting", "application", "batch"}
    | {"result_snapshot"}
)
"""Tables whose rows are on the wall."""


class Wall(QObject):
    """Owns the projector window; closed with the batch."""

    def __init__(self, batch: OpenedBatch, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._batch, self._window = batch, window
        self._opener: Actor | None = None
        self._picture: ProjectorWindow | None = None
        self._is_alone = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)

    def wish(self, wish: WallWish, actor: Actor) -> None:
        """Do what somebody wants of the wall."""
        _ = self._window.translate
        picture = self._picture
        if wish is WallWish.OPEN:
            self._toggle(actor)
        elif picture is None:
            self._window.note(_("The wall shows nothing: the projector window is not open (F11)."))
        elif wish is WallWish.NEXT_PAGE:
            picture.turn(1)
        elif picture.toggle_black():
            self._window.note(_("The wall is black. B shows the picture again."))
        else:
            self._window.say(_("The wall shows the picture again."))

    def changed(self, touched: Touched) -> None:
        """Show anew what a deed touched."""
        if touched.tables & _SHOWN:
            self.look_again()

    def look_again(self) -> None:
        """Show the picture as it is now; where there is none to be shown, close."""
        if self._picture is None:
            return
        self._picture.speak(self._window.translate)
        try:
            self._picture.show_view(projector(self._seen()))
        except ReviewerError as refusal:
            self.close()
            self._window.refuse(refusal)

    def close(self) -> None:
        """Take the picture off the wall."""
        if self._picture is not None:
            picture, self._picture = self._picture, None
            picture.close()
            picture.deleteLater()

    def _toggle(self, actor: Actor) -> None:
        if self._picture is not None:
            self.close()
            return
        self._opener = actor
        try:
            projector(self._seen())
        except ReviewerError as refusal:
            self._window.refuse(refusal)
            return
        place = self._place()
        if place is not None:
            self._show(place)
            return
        dialog = OneScreenDialog(self._window.translate, self._window)
        dialog.given.connect(self._show_here)
        dialog.open()

    def _show_here(self) -> None:
        self._show(self._window.screen().geometry())

    def _show(self, place: QRect) -> None:
        seen = self._seen()
        picture = ProjectorWindow(self._window.translate, seen.surroundings.now)
        picture.ended.connect(self._ended)
        self._picture = picture
        self._is_alone = place == self._window.screen().geometry()
        picture.setGeometry(place)
        picture.show_view(projector(seen))
        picture.showFullScreen()
        if self._is_alone:
            picture.activateWindow()
            picture.setFocus()
        else:
            _ = self._window.translate
            self._window.say(_("The picture is on the other screen. F11 ends it."))
            self._window.activateWindow()

    def _seen(self) -> Workspace:
        assert self._opener is not None
        return self._batch.seen_by(self._opener)

    def _place(self) -> QRect | None:
        screens = [screen.geometry() for screen in QGuiApplication.screens()]
        return other_screen(self._window.screen().geometry(), screens)

    @Slot()
    def _ended(self) -> None:
        if self._picture is not None:
            self._picture.deleteLater()
            self._picture = None

    def _screens_changed(self, _screen: QScreen) -> None:
        """Close when the screen of the wall is gone: the system would put it over the desk."""
        if self._picture is None or self._is_alone or self._place() is not None:
            return
        self.close()
        _ = self._window.translate
        self._window.note(
            _("The second screen is gone or repeats this one; the wall was closed. F11 opens it.")
        )
