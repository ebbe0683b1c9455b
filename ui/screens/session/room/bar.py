"""The line over the desk: recess, the projector, and what is released for the wall."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reviewer_app.domain.session import SessionPhase
from reviewer_app.i18n import Translator
from reviewer_app.queries.session_desk import SessionDesk
from ui.place import WallWish
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button

_RANKED = (SessionPhase.SIGNED, SessionPhase.CLOSED)


class RoomBar(QWidget):
    """Buttons that are about the whole meeting.

    Signals:
        recess, order, ranking: the button was pressed.
        wall: a `WallWish`.
    """

    recess = Signal()
    order = Signal()
    ranking = Signal()
    wall = Signal(object)

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._recess = self._made("recess", self.recess.emit, "pause")
        self._project = self._made("projector", self._project_now, "projector")
        self._project.setText(_("Projector"))
        self._project.setToolTip(_("Open the window for the wall, or close it (F11)"))
        self._black = self._made("black_out", self._black_out, "eye-off")
        self._black.setText(_("Black out"))
        self._black.setToolTip(_("Make the wall black, and show it again (B)"))
        self._page = self._made("wall_page", self._turn, "chevron-right")
        self._page.setText(_("Next page on the wall"))
        self._order = self._made("release_order", self.order.emit, "list-checks")
        self._ranking = self._made("release_ranking", self.ranking.emit, "trophy")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        buttons = (self._recess, self._project, self._black, self._order, self._ranking)
        whole.addWidget(flow_row(scaled(8), *buttons, self._page))

    def show_desk(self, desk: SessionDesk) -> None:
        """Offer what may be done now."""
        _ = self.translate
        adjourned = bool(desk.adjourned_since)
        self._recess.setText(_("Go on with the meeting") if adjourned else _("Recess…"))
        self._recess.setToolTip(_("End the recess (R)") if adjourned else _("Interrupt (R)"))
        self._recess.setEnabled(desk.rights.lead)
        shown = _("Hide the running order") if desk.order_released else _("Release the order…")
        self._order.setText(shown)
        self._order.setToolTip(_("Whether the wall names what comes next"))
        self._order.setEnabled(desk.rights.release)
        shown = _("Hide the ranking") if desk.ranking_released else _("Release the ranking…")
        self._ranking.setText(shown)
        self._ranking.setToolTip(_("Whether the wall shows the settled ranking, without scores"))
        has_ranking = desk.session.phase in _RANKED
        self._ranking.setVisible(has_ranking or desk.ranking_released)
        self._ranking.setEnabled(desk.rights.release)
        self._page.setVisible(has_ranking and desk.ranking_released)

    def toggle_recess(self) -> None:
        """Interrupt the meeting, or go on."""
        self._recess.click()

    def black_out(self) -> None:
        """Make the wall black, or show it."""
        self._black.click()

    def _made(self, name: str, act: Callable[[], object], icon_name: str) -> QPushButton:
        made = button("", act, name=icon_name)
        made.setObjectName(name)
        return made

    def _project_now(self) -> None:
        self.wall.emit(WallWish.OPEN)

    def _black_out(self) -> None:
        self.wall.emit(WallWish.BLACK)

    def _turn(self) -> None:
        self.wall.emit(WallWish.NEXT_PAGE)
