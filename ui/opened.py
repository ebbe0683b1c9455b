"""The open batch of the shell, and the past of it that may be looked at.

Imported when a batch is opened first: the start page comes without the core's storage.
"""

import uuid
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reviewer_app.domain.person import Actor, Person
from reviewer_app.domain.verification import Finding
from reviewer_app.queries.batch import batch_title, moment_of
from reviewer_app.queries.people import people_of_batch
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workspace import (
    Surroundings,
    Workspace,
    back_up_at_close,
    back_up_if_due,
    open_upgraded,
    workspace_at,
)


def surroundings(actor: Actor) -> Surroundings:
    """Give the clock and ids of this PC, with who acts."""
    return Surroundings(lambda: datetime.now().astimezone(), lambda: str(uuid.uuid4()), actor)


class OpenedBatch:
    """One workspace file, held until it is closed.

    Raises, when it is made:
        ReviewerError: the file is refused; nothing is held.
    """

    def __init__(self, path: Path, actor: Actor) -> None:
        self._now = open_upgraded(path, surroundings(actor))
        self._past: Workspace | None = None

    def back_up(self) -> None:
        """Make the backup that is due; for the job thread, a large batch takes a second."""
        back_up_if_due(self._now)

    def sign_in(self) -> None:
        """Somebody sits down: what the journal holds by now, they do not undo."""
        self._now = replace(self._now, since=self._now.store.head()[0])

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._now.store.path

    @property
    def title(self) -> str:
        """The title of the batch."""
        return batch_title(self._now)

    @property
    def is_read_only(self) -> bool:
        """Whether it may only be looked at."""
        return self._now.store.read_only

    @property
    def alarms(self) -> tuple[Finding, ...]:
        """What the heads seen on this PC tell of a rolled-back or forked file."""
        return self._now.alarms

    def people(self) -> tuple[Person, ...]:
        """Everybody who may sign in."""
        return people_of_batch(self._now)

    def add(self, person: Person, actor: Actor) -> Person:
        """Take somebody into the batch who signs in for the first time."""
        return add_person(self.acting(actor), name=person.name, role=person.role)

    def acting(self, actor: Actor) -> Workspace:
        """Give the workspace as it is now, with who acts; the past is let go."""
        self._leave_past()
        self._now = replace(self._now, surroundings=surroundings(actor))
        return self._now

    def at(self, sequence: int) -> Workspace:
        """Give the workspace as it was after an entry."""
        self._leave_past()
        self._past = workspace_at(self._now, sequence)
        return self._past

    def moment_of(self, sequence: int) -> datetime:
        """Give the time of an entry."""
        return datetime.fromisoformat(moment_of(self._now, sequence))

    def close(self) -> None:
        """Back up what changed, and let go of the file."""
        self._leave_past()
        if not self.is_read_only:
            back_up_at_close(self._now)
        self._now.close()

    def _leave_past(self) -> None:
        if self._past is not None:
            self._past.store.close()
            self._past = None
