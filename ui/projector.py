"""The window for the wall. Nothing reaches it but the values of a `ProjectorView`.

It asks no query and knows no batch: who owns it hands it one picture after the other.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.projector import ProjectorView, Wall
from reviewer_app.i18n import Translator
from reviewer_app.words.agenda import step_name
from ui.theme.theme import blacken, font, scaled
from ui.widgets.countdown import Countdown, clock_text, timer_meaning
from ui.widgets.fitted_label import FittedLabel
from ui.widgets.wall_table import WallTable

ROWS_A_PAGE = 20
_FEWEST_LINES = 8
_MARK = 28
_TICK = 200
_PAGE_FOR = 15_000
"""Milliseconds that a page of the ranking stays when nobody turns it."""
_WIDEST = "\N{MINUS SIGN}000:00"


def other_screen(own: QRect, screens: Sequence[QRect]) -> QRect | None:
    """Give a screen that shows another picture than one's own, None where all show the same.

    A mirrored screen lies over one's own, whatever its resolution.
    """
    return next((screen for screen in screens if not screen.intersects(own)), None)


class ProjectorWindow(QWidget):
    """Big type for the far wall: what runs, the timer, a recess, the released ranking.

    Signals:
        ended: it was closed by a key or by the system.
    """

    ended = Signal()

    def __init__(self, translate: Translator, now: Callable[[], datetime]) -> None:
        """`now` is the clock, for the time of day and the timer."""
        super().__init__()
        self.translate = translate
        self._now = now
        self._view: ProjectorView | None = None
        self._countdown: Countdown | None = None
        self._page = 0
        self._is_black = False
        self.setObjectName("projector")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._build()
        self._lay_out()
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self.tick)
        self._turns = QTimer(self, interval=_PAGE_FOR)
        self._turns.timeout.connect(self._turn_by_itself)

    def show_view(self, view: ProjectorView) -> None:
        """Show a picture; what does not stand in it is nowhere in the window."""
        _ = self.translate
        is_new_list = self._view is None or view.rows != self._view.rows
        self._view = view
        self._page = 0 if is_new_list else self._page
        self.setWindowTitle(_("On the wall"))
        self._rehearsal.setText(_("Rehearsal") if view.is_rehearsal else "")
        self._rehearsal.setVisible(view.is_rehearsal)
        self._batch.show_text(view.batch if view.wall is not Wall.WAITING else "")
        self._read_timer(view)
        self._show_wall(view)
        self._keep_turning()
        self.tick()

    def speak(self, translate: Translator) -> None:
        """Say the same in another language."""
        self.translate = translate
        if self._view is not None:
            self.show_view(self._view)

    def toggle_black(self) -> bool:
        """Make the wall black, or show the picture again; tell whether it is black now."""
        self._is_black = not self._is_black
        self._whole.setCurrentIndex(1 if self._is_black else 0)
        return self._is_black

    def turn(self, pages: int) -> None:
        """Turn the pages of the ranking, round and round."""
        if self._view is None:
            return
        count = self._page_count()
        self._page = (self._page + pages) % count
        self._show_page(self._view)

    def tick(self) -> None:
        """Show the time of day and what is left of the timer."""
        _ = self.translate
        self._clock.show_text(self._now().strftime("%H:%M"), "00:00")
        if self._countdown is None or self._view is None or self._view.step is None:
            return
        left = self._countdown.left(self._now())
        self._figures.show_text(clock_text(left), _WIDEST)
        self._figures.mean(timer_meaning(left))
        step = step_name(self._view.step, _)
        over = _("{step} · time is up").format(step=step)
        self._step.show_text(over if left <= 0 else step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_F11:
                self.close()
            case Qt.Key.Key_B:
                self.toggle_black()
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right | Qt.Key.Key_Space:
                self._turn_by_hand(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self._turn_by_hand(-1)
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.ended.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        self._turns.stop()
        super().hideEvent(event)

    def showFullScreen(self) -> None:
        super().showFullScreen()
        self._ticks.start()

    def _build(self) -> None:
        self._batch, self._clock = FittedLabel(most=0.7), FittedLabel(most=0.8)
        self._batch.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rehearsal = QLabel("")
        self._rehearsal.setProperty("pill", "attention")
        self._rehearsal.setFont(font(_MARK, bold=True))
        self._alone = FittedLabel(most=0.16, is_bold=True)
        self._headline = FittedLabel(most=0.42, is_bold=True)
        self._applicant, self._step = FittedLabel(most=0.5), FittedLabel(most=0.75)
        self._figures = FittedLabel(is_bold=True)
        self._following, self._place = FittedLabel(most=0.5), FittedLabel(most=0.6)
        self._ranking = WallTable(ROWS_A_PAGE, 4)
        for words in (self._batch, self._applicant, self._following, self._place):
            words.setProperty("look", "secondary")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(scaled(16))
        top.addWidget(self._batch, 5)
        top.addWidget(self._rehearsal)
        top.addWidget(self._place, 1)
        top.addWidget(self._clock, 1)
        running = _column(
            (self._headline, 7),
            (self._applicant, 3),
            (self._step, 3),
            (self._figures, 9),
            (self._following, 3),
        )
        self._pictures = QStackedWidget()
        for made in (self._alone, running, self._ranking):
            self._pictures.addWidget(made)
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.addLayout(top, 1)
        column.addWidget(self._pictures, 12)
        black = QWidget()
        blacken(black)
        self._whole = QStackedWidget()
        self._whole.addWidget(picture)
        self._whole.addWidget(black)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _show_wall(self, view: ProjectorView) -> None:
        _ = self.translate
        self._clear()
        match view.wall:
            case Wall.WAITING:
                self._alone.show_text(view.batch)
                self._pictures.setCurrentIndex(0)
            case Wall.RECESS:
                self._alone.show_text(_("The meeting is in recess"))
                self._pictures.setCurrentIndex(0)
            case Wall.RUNNING:
                self._show_running(view)
                self._pictures.setCurrentIndex(1)
            case Wall.RANKING:
                self._show_page(view)
                self._pictures.setCurrentIndex(2)
            case _:
                assert_never(view.wall)

    def _show_running(self, view: ProjectorView) -> None:
        _ = self.translate
        self._headline.show_text(view.headline)
        self._applicant.show_text(view.applicant)
        following = _("Next: {name}").format(name=view.following)
        self._following.show_text(following if view.following else "")
        self._following.setVisible(bool(view.following))

    def _show_page(self, view: ProjectorView) -> None:
        _ = self.translate
        first = self._page * ROWS_A_PAGE
        rows = view.rows[first : first + ROWS_A_PAGE]
        self._ranking.show_rows(
            [(str(row.rank), row.application, row.name, row.applicant) for row in rows],
            max(len(view.rows), _FEWEST_LINES),
        )
        count = self._page_count()
        text = _("Page {page} of {count}").format(page=self._page + 1, count=count)
        self._place.show_text(text if count > 1 else "")
        self._place.setVisible(count > 1)

    def _clear(self) -> None:
        """Leave nothing of the picture before, also where it is not seen."""
        for words in (self._alone, self._headline, self._applicant, self._following, self._place):
            words.show_text("")
        self._ranking.show_rows((), 1)
        self._place.hide()
        if self._countdown is None:
            self._step.show_text("")
            self._figures.show_text("")
        for words in (self._step, self._figures):
            words.setVisible(self._countdown is not None)

    def _read_timer(self, view: ProjectorView) -> None:
        seconds = view.seconds
        running = view.is_running
        self._countdown = None if seconds is None else Countdown(seconds, running, self._now())

    def _page_count(self) -> int:
        rows = len(self._view.rows) if self._view is not None else 0
        return max(1, -(-rows // ROWS_A_PAGE))

    def _keep_turning(self) -> None:
        if self._page_count() > 1:
            self._turns.start()
        else:
            self._turns.stop()

    def _turn_by_itself(self) -> None:
        self.turn(1)

    def _turn_by_hand(self, pages: int) -> None:
        """Turn once; from now on pages stay until the next key."""
        self._turns.stop()
        self.turn(pages)


def _column(*parts: tuple[QWidget, int]) -> QWidget:
    """Make a widget of others beneath each other, each with its share of the height."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    for widget, share in parts:
        column.addWidget(widget, share)
    return made
