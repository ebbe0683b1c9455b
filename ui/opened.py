"""The open batch of the shell, and the past of it that may be looked at.

Imported when a batch is opened first: the start page comes without the core's storage.
"""

import uuid
from dataclasses import replace
from datetime import datetime
from enum import Enum
from pathlib import Path

from reviewer_app.domain.person import Actor, Person
from reviewer_app.domain.verification import Finding
from reviewer_app.queries.batch import batch_title, moment_of
from reviewer_app.queries.people import people_of_batch
from reviewer_app.queries.session import is_rehearsal
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.pins import (
    has_pin,
    pins_are_demanded,
    require_open_list,
    require_sign_in,
    set_pin,
    takes_staff,
)
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


class Door(Enum):
    """What somebody signs in with: the name alone, a PIN, a first PIN of their own."""

    OPEN = "open"
    PIN = "pin"
    NEW_PIN = "new_pin"


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

    def sign_in(self, since: int | None = None) -> None:
        """Somebody sits down: what the journal holds by now (or up to `since`) stays.

        They do not undo it.
        """
        head, _ = self._now.store.head()
        self._now = replace(self._now, since=head if since is None else since)

    def door(self, person: Person) -> Door:
        """Say what a person signs in with."""
        if has_pin(self._now, person.actor):
            return Door.PIN
        return Door.NEW_PIN if pins_are_demanded(self._now) else Door.OPEN

    def prove(self, person: Person, pin: str) -> None:
        """Let somebody in by the PIN; for the job thread, as is what follows.

        Raises:
            ReviewerError: the leaves of `workflow.pins.require_sign_in`.
        """
        require_sign_in(self._now, person.actor, pin)

    def set_pin(self, person: Person, pin: str, present: str) -> None:
        """Keep a PIN of somebody's own; `present` is empty where there is none.

        Raises:
            ReviewerError: the leaves of `workflow.pins.set_pin`.
        """
        set_pin(replace(self._now, surroundings=surroundings(person.actor)), pin, present=present)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._now.store.path

    @property
    def title(self) -> str:
        """The title of the batch."""
        return batch_title(self._now)

    @property
    def is_rehearsal(self) -> bool:
        """Whether it was born as a rehearsal."""
        return is_rehearsal(self._now)

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

    @property
    def takes_staff(self) -> bool:
        """Whether staff may still enter themselves into the list."""
        return takes_staff(self._now)

    def add(self, person: Person, actor: Actor) -> Person:
        """Take somebody into the batch who signs in for the first time."""
        require_open_list(self._now)
        return add_person(self.acting(actor), name=person.name, role=person.role)

    def acting(self, actor: Actor) -> Workspace:
        """Give the workspace as it is now, with who acts; the past is let go."""
        self._leave_past()
        self._now = replace(self._now, surroundings=surroundings(actor))
        return self._now

    def seen_by(self, actor: Actor) -> Workspace:
        """Give the workspace as it is now to somebody who is not at the keys."""
        return replace(self._now, surroundings=surroundings(actor))

    def at(self, sequence: int) -> Workspace:
        """Give the workspace as it was after an entry."""
        self._leave_past()
        self._past = workspace_at(self._now, sequence)
        return self._past

    def moment_of(self, sequence: int) -> datetime:
        """Give the time of an entry."""
        return datetime.fromisoformat(moment_of(self._now, sequence))

    def back_up_before_closing(self) -> None:
        """Copy what changed since the last backup; for the job thread."""
        if not self.is_read_only:
            back_up_at_close(self._now)

    def close(self) -> None:
        """Let go of the file; what changed is backed up, if it was not before."""
        self._leave_past()
        self.back_up_before_closing()
        self._now.close()

    def _leave_past(self) -> None:
        if self._past is not None:
            self._past.store.close()
            self._past = None
