"""How far long work is: what, count, rate, cancel."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.labels import button, frame, label

_SHORT = 300
"""Milliseconds of a job that nobody needs to be told of."""


class ProgressPanel(QWidget):
    """A bar over the window while a job runs.

    Signals:
        cancel_wanted: the user asked to stop.
    """

    cancel_wanted = Signal()

    def __init__(self, cancel: str, rate: str, parent: QWidget | None = None) -> None:
        """`cancel` is the word on the button; `rate` a text with {rate} and {left}."""
        super().__init__(parent)
        self._rate_words = rate
        self._clock = QElapsedTimer()
        self._later = QTimer(self, singleShot=True, interval=_SHORT)
        self._later.timeout.connect(self.show)
        self._title = label("", "section")
        self._what = label("", "secondary")
        self._bar = QProgressBar()
        self._cancel = button(cancel, self.cancel_wanted.emit, name="x")
        column = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.addWidget(self._what, 1)
        foot.addWidget(self._cancel)
        column.addLayout(foot)
        QVBoxLayout(self).addWidget(frame("raised", column))
        self.hide()

    def begin(self, title: str) -> None:
        """Show the bar for a new job, unless it is over in a moment."""
        self._title.setText(title)
        self._what.setText("")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._clock.start()
        self._later.start()

    def end(self) -> None:
        """Take the bar away."""
        self._later.stop()
        self.hide()

    def tell(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` are done; a total of 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setFormat(f"{done} / {total}" if total else "")
        seconds = self._clock.elapsed() / 1000
        text = what
        if total and done and seconds > 1:
            left = round(seconds / done * (total - done))
            rate = self._rate_words.format(rate=round(done / seconds, 1), left=left)
            text = f"{what}  ·  {rate}"
        self._what.setText(text)

    def stopping(self) -> None:
        """Say that the wish to stop was heard."""
        self._cancel.setEnabled(False)

    @property
    def bar(self) -> QProgressBar:
        """The bar itself."""
        return self._bar

    @property
    def what(self) -> QLabel:
        """The line beneath the bar."""
        return self._what
