"""The one job thread: a long piece of work with progress and cancel, one at a time.

While a job runs it alone uses the store; the screens show what they have and take no
input. What comes back is handed over on the UI thread.
"""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from reviewer_app.domain.errors import ReviewerError


class Stopped(Exception):
    """The user asked the job to stop."""


class Progress(QObject):
    """What a job tells while it runs; every call is a place where it may be stopped.

    Signals:
        told: done, total (0: not known), what.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_stopped = False

    def tell(self, done: int, total: int, what: str = "") -> None:
        """Say how far the work is.

        Raises:
            Stopped: the user asked to stop.
        """
        if self.is_stopped:
            raise Stopped
        self.told.emit((done, total, what))


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: its words, what to run, who gets the answer.

    A quiet one is short and nobody is told of it: whoever needs the store waits for it.
    """

    title: str
    run: Callable[[Progress], Any]
    then: Callable[[Any], object]
    quiet: bool = False


class _Worker(QThread):
    def __init__(self, job: Job, progress: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self.job, self.progress = job, progress
        self.answer: object = None
        self.failure: BaseException | None = None
        self.trace = ""

    def run(self) -> None:
        try:
            self.answer = self.job.run(self.progress)
        except BaseException as failure:  # noqa: BLE001 - handed to the UI thread, not lost
            self.failure, self.trace = failure, traceback.format_exc()


class JobRunner(QObject):
    """Runs jobs one after the other.

    Signals:
        began: the words of a job that is not quiet.
        told: done, total, what.
        ended: that job is over, whatever came of it.
        refused: a `ReviewerError` the job ended with.
        failed: the traceback as text of a fault of ours.
    """

    began = Signal(str)
    told = Signal(object)
    ended = Signal()
    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Job] = []
        self._worker: _Worker | None = None
        self._is_beginning = False

    @property
    def is_running(self) -> bool:
        """Whether a job has the store."""
        return self._worker is not None

    def start(self, job: Job) -> None:
        """Run a job, after those that wait already."""
        self._waiting.append(job)
        self._next()

    def settle(self) -> None:
        """Wait until no quiet job has the store; its answer is handed over here."""
        while self._worker is not None and self._worker.job.quiet:
            self._worker.wait()
            self._done()

    def stop(self) -> None:
        """Ask the running job to stop at its next word; waiting ones are dropped."""
        self._waiting.clear()
        if self._worker is not None:
            self._worker.progress.is_stopped = True

    def finish(self) -> None:
        """Stop, and wait until the thread is gone; nobody gets its answer any more."""
        self.stop()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()

    def _next(self) -> None:
        if self._worker is not None or self._is_beginning or not self._waiting:
            return
        job = self._waiting.pop(0)
        if not job.quiet:
            # Before the job has the store: a field that loses the keys now still writes.
            self._is_beginning = True
            self.began.emit(job.title)
            self._is_beginning = False
        progress = Progress(self)
        progress.told.connect(self.told)
        self._worker = _Worker(job, progress, self)
        self._worker.finished.connect(self._finished)
        self._worker.start()

    def _finished(self) -> None:
        """Hear only the present worker: one that was waited for says so once more."""
        if self.sender() is self._worker:
            self._done()

    def _done(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.wait()
        worker.deleteLater()
        worker.progress.deleteLater()
        if not worker.job.quiet:
            self.ended.emit()
        match worker.failure:
            case None:
                worker.job.then(worker.answer)
            case Stopped():
                pass
            case ReviewerError() as refusal:
                self.refused.emit(refusal)
            case _:
                self.failed.emit(worker.trace)
        self._next()
