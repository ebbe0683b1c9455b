"""The desk: how every place looks at the batch and does something to it.

It never grows: `look`, `do`, `work`. What a screen may see or do is decided by queries and
verbs under the rights table, never here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Actor
from reviewer_app.i18n import Translator
from ui.jobs import Job, JobRunner, Progress

if TYPE_CHECKING:
    from reviewer_app.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task:
    """Work as a screen orders it: its words, what runs with the store, who gets the answer.

    Quiet is a query of a large batch that takes longer than a frame: nothing is said of it
    and the screens stay open.
    """

    title: str
    run: Callable[["Workspace", Progress], Any]
    then: Callable[[Any], object]
    quiet: bool = False


class Desk(QObject):
    """One person at one open batch.

    Signals:
        changed: a deed was done and is on the disk (`Touched`).
        refused: nothing was changed (a `ReviewerError`).
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        workspace: "Workspace",
        translate: Translator,
        jobs: JobRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self.translate = translate
        jobs.refused.connect(self.refused)

    @property
    def actor(self) -> Actor:
        """Who sits here."""
        return self._workspace.actor

    def look(self, query: Callable[["Workspace"], T]) -> T:
        """Ask a query for its answer.

        Raises:
            ReviewerError: the query refuses; a screen shows only what its user may see.
        """
        self._jobs.settle()
        assert not self._jobs.is_running, "a job has the store"
        return query(self._workspace)

    def do(self, verb: Callable[["Workspace"], object]) -> bool:
        """Do a verb; what it touched goes out by `changed`, a refusal by `refused`."""
        self._jobs.settle()
        before, _ = self._workspace.store.head()
        try:
            verb(self._workspace)
        except ReviewerError as refusal:
            self.refused.emit(refusal)
            return False
        self._tell(before)
        return True

    def work(self, task: Task) -> None:
        """Run work in the job thread; `then` gets its answer here."""
        self._jobs.settle()
        before, _ = self._workspace.store.head()
        job = Job(
            task.title,
            partial(task.run, self._workspace),
            partial(self._worked, before, task.then),
            task.quiet,
        )
        self._jobs.start(job)

    def _worked(self, before: int, then: Callable[[Any], object], answer: object) -> None:
        self._tell(before)
        then(answer)

    def _tell(self, before: int) -> None:
        touched = self._workspace.touched_since(before)
        if touched.sequences:
            self.changed.emit(touched)
