"""What every place of the window is: a screen that looks again when its data changed."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.errors import ReviewerError
from ui.desk import Desk

if TYPE_CHECKING:
    from reviewer_app.workspace import Touched


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to go: a place, and what to show there (a number, an entry, a part)."""

    place: str
    subject: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """The batch as it was after a journal entry; `sequence` 0 is now."""

    sequence: int


@dataclass(frozen=True, slots=True)
class OtherBatch:
    """Another file to be opened in place of this one."""

    path: Path


class WallWish(Enum):
    """What a place wants of the projector window."""

    OPEN = "open"
    BLACK = "black"
    NEXT_PAGE = "next_page"


class Screen(QWidget):
    """A place. It is made in three steps: build, lay out, connect; then it looks.

    `watches` names the tables whose rows it shows: when a deed touches one of them it looks
    again, at once while it is seen, else when it is shown next.

    Signals:
        going: the user wants to see something elsewhere (`Destination`).
        said: a sentence of what went well, for the message bar.
        wanted: something of the whole program: other `Settings`, a `Moment` to look at, a
            `WallWish`, an `OtherBatch`.
    """

    going = Signal(object)
    said = Signal(str)
    wanted = Signal(object)

    watches: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.translate = desk.translate
        self._is_stale = True
        desk.changed.connect(self._changed)

    def look_again(self) -> None:
        """Ask the queries anew and show their answers."""
        raise NotImplementedError

    def show_subject(self, subject: str, part: str) -> None:
        """Show one thing of this place, named by its number; places without any ignore it."""

    def may_leave(self) -> bool:
        """Finish what is half typed; False keeps the user here."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._look()

    def _changed(self, touched: "Touched") -> None:
        if not touched.tables & self.watches:
            return
        if self.isVisible():
            self._look()
        else:
            self._is_stale = True

    def _look(self) -> None:
        """Look again; what may not be seen any more in this phase is said, not shown."""
        try:
            self.look_again()
        except ReviewerError as refusal:
            self._is_stale = True
            self.desk.refused.emit(refusal)
