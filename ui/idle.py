"""Notices that nobody has touched keys or mouse for a while.

It listens at the windows that have the keys, not at the application: a filter there would
run for every event of every widget.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)
_LOOK = 5_000
"""Milliseconds between two looks at the clock: a PC that slept is noticed when it wakes."""


class IdleWatch(QObject):
    """Counts the time since the last touch.

    Signals:
        idle: nothing was touched for as long as was set; once, until it is touched again.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._after: timedelta | None = None
        self._touched = _now()
        self._is_told = False
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self._look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())

    def set_after(self, after: timedelta | None) -> None:
        """Begin to count; None never tells."""
        self._after = after
        self._touch()
        if after is None:
            self._clock.stop()
        else:
            self._clock.start(min(_LOOK, after // timedelta(milliseconds=2)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self._touch()

    def _touch(self) -> None:
        self._touched, self._is_told = _now(), False

    def _look(self) -> None:
        if self._after is None or self._is_told:
            return
        gone = _now() - self._touched
        if gone < timedelta():  # the clock was set back
            self._touch()
        elif gone >= self._after:
            self._is_told = True
            self.idle.emit()


def _now() -> datetime:
    return datetime.now().astimezone()
