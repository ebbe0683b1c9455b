"""What was refused about a PIN, as a sentence; a wait is counted down in it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.pin_errors import PinWaits, WrongPin
from reviewer_app.i18n import Translator
from reviewer_app.words.failures import sentence_of
from ui.widgets.notice import Notice

_SECOND = 1000


class RefusalNotice(Notice):
    """Hidden until something was refused.

    Signals:
        over: the wait has come to its end.
    """

    over = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = translate
        self._left = 0
        self._kind: type[WrongPin | PinWaits] = PinWaits
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._tick)

    @property
    def is_waiting(self) -> bool:
        """Whether the next PIN would not be heard yet."""
        return self._left > 0

    def refuse(self, refusal: ReviewerError) -> None:
        """Say what was wrong, and count down how long the next try is not heard."""
        match refusal:
            case WrongPin() | PinWaits():
                self._kind, self._left = type(refusal), refusal.seconds
                self._clock.start()
                self._show_wait()
            case _:
                self.say(sentence_of(refusal, self.translate), "wrong")

    def _tick(self) -> None:
        self._left -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        _ = self.translate
        if self.is_waiting:
            self.say(sentence_of(self._kind(self._left), _), "wrong")
            return
        self._clock.stop()
        self.say(_("Now you can try again."), "attention")
        self.over.emit()
