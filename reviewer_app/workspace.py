"""The workspace (评审库): a store with a clock, an id maker and the person who acts."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reviewer_app import paths
from reviewer_app.domain.errors import NotAllowed, NotReadable, ReviewerError, WorldFailed
from reviewer_app.domain.person import Actor
from reviewer_app.domain.rules.phases import deed_reach, view_reach
from reviewer_app.domain.rules.rights import Reach, View, reach_of_deed, reach_of_view
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from_json
from reviewer_app.domain.session import Moment
from reviewer_app.domain.session_errors import LockedOvernight, NoSession, NotNow
from reviewer_app.domain.verification import Finding
from reviewer_app.settings import load_settings
from reviewer_app.storage import backup, heads
from reviewer_app.storage.batch import current_scheme, load_batch
from reviewer_app.storage.connection import schema_version
from reviewer_app.storage.exports import sealed_copies
from reviewer_app.storage.journal import Deed
from reviewer_app.storage.outside import require_file
from reviewer_app.storage.session_moment import load_moment
from reviewer_app.storage.store import Store, open_store, upgrade_store
from reviewer_app.storage.time_travel import store_at


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a program start brings along: clock, ids, actor."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    actor: Actor


@dataclass(frozen=True, slots=True)
class Touched:
    """What entries changed: their sequences, verbs, and the tables whose rows differ."""

    sequences: tuple[int, ...]
    verbs: tuple[str, ...]
    tables: frozenset[str]


@dataclass(frozen=True, slots=True)
class Workspace:
    """One open batch. Verbs and queries take it; it decides nothing.

    `alarms` are heads this PC has seen and the file no longer holds. `present` is set where
    `store` shows the past: what may be seen of it is decided by the phase of now. `since` is
    the last entry before who acts signed in: what came up to it is undone by nobody.
    """

    store: Store
    surroundings: Surroundings
    alarms: tuple[Finding, ...] = ()
    present: Store | None = None
    since: int = 0

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self.surroundings.actor

    @property
    def moment(self) -> Moment:
        """What bears on rights now: the phase of the session, a lock for the night."""
        return load_moment(self.present or self.store)

    def new_id(self) -> str:
        """Make a UUID for a row that travels."""
        return self.surroundings.new_id()

    def stamp(self) -> str:
        """Give the time of now as the journal writes it."""
        return self.surroundings.now().isoformat(timespec="milliseconds")

    def may(self, verb: str, *, reviewer: str = "") -> bool:
        """Whether who acts may use a verb, on the sheets of `reviewer` where it is named."""
        moment = self.moment
        if moment.locked and verb != "check_morning":
            return False
        reach = deed_reach(verb, self.actor.role, moment)
        return reach is Reach.ALL or (reach is Reach.OWN and reviewer in ("", self.actor.number))

    def require(self, verb: str, *, reviewer: str = "") -> None:
        """Refuse a verb to whom the rights table does not give it.

        Raises:
            NotAllowed: not this role, or not with somebody else's sheet.
            NotNow, NoSession, LockedOvernight: the role may, but not at this point.
        """
        if self.may(verb, reviewer=reviewer):
            return
        reach, moment = reach_of_deed(verb, self.actor.role), self.moment
        own = reach is Reach.OWN
        if reach is Reach.NONE or (own and reviewer not in ("", self.actor.number)):
            raise NotAllowed(verb, self.actor.role.value, own_only=own)
        if moment.locked:
            raise LockedOvernight(moment.locked)
        raise not_now(verb, moment)

    def sees(self, view: View) -> Reach:
        """How much of a view who acts may see."""
        return view_reach(view, self.actor.role, self.moment)

    def require_view(self, view: View, *, reviewer: str = "") -> None:
        """Refuse a query to whom the rights table does not give it.

        A query that gives only own things names the reviewer it gives them of.

        Raises:
            NotAllowed: not this role, or not somebody else's.
            NotNow: the role may, but not in this phase of the session.
        """
        reach = self.sees(view)
        if reach is Reach.ALL:
            return
        if reach is Reach.OWN and reviewer and reviewer == self.actor.number:
            return
        if reach is Reach.NONE and reach_of_view(view, self.actor.role) is not Reach.NONE:
            raise not_now(view.value, self.moment)
        raise NotAllowed(view.value, self.actor.role.value, own_only=reach is Reach.OWN)

    @contextmanager
    def write(self, verb: str, reason: str = "", *, reviewer: str = "") -> Iterator[None]:
        """Run the block as one transaction with one journal entry.

        `reviewer` names whose sheet is written, where it is one.

        Raises:
            NotAllowed, NotNow, LockedOvernight: the rights say no; nothing was written.
        """
        self.require(verb, reviewer=reviewer)
        with self.store.write(Deed(verb, self.actor, reason, self.stamp())):
            yield

    def touched_since(self, sequence: int) -> Touched:
        """Say what the entries after `sequence` changed, from the journal."""
        entries = self.store.entries(sequence + 1)
        changes = (change for entry in entries for change in self.store.changes_of(entry.seq))
        return Touched(
            tuple(entry.seq for entry in entries),
            tuple(entry.verb for entry in entries),
            frozenset(change.table for change in changes),
        )

    def scheme(self) -> Scheme:
        """Give the scheme in force."""
        return scheme_from_json(current_scheme(self.store).document)

    def close(self) -> None:
        """Note the head on this PC and let go of the file."""
        if not self.store.read_only:
            remember(self.store)
        self.store.close()


def workspace_at(workspace: Workspace, sequence: int) -> Workspace:
    """Give the workspace as it was after an entry: every query works, no verb does.

    It lies in memory; close its store when it is looked at no longer.
    """
    past = store_at(workspace.store, sequence)
    return replace(workspace, store=past, alarms=(), present=workspace.present or workspace.store)


def not_now(deed: str, moment: Moment) -> NotNow | NoSession:
    """Make the refusal of a deed or view that belongs to another phase, or to a session."""
    return NotNow(deed, moment.phase.value) if moment.phase else NoSession()


def remember(store: Store) -> None:
    """Note the file's head among those this PC has seen."""
    heads.remember_head(paths.state_folder() / "heads", load_batch(store).uuid, store)


def backup_folder(store: Store) -> Path:
    """Give the folder of this batch's automatic backups."""
    return paths.backup_folder() / load_batch(store).uuid


def open_workspace(path: Path, surroundings: Surroundings) -> Workspace:
    """Open a workspace and look for a rolled-back or forked file.

    Raises:
        NotReadable: the file is there, but not for this user.
        ReviewerError: the leaves of `storage.store.open_store`.
    """
    if path.is_file() and not os.access(path, os.R_OK):
        raise NotReadable(path)
    store = open_store(path)
    try:
        uuid = load_batch(store).uuid
        alarms = tuple(heads.compare_heads(paths.state_folder() / "heads", uuid, store))
    except BaseException:
        store.close()
        raise
    return Workspace(store, surroundings, alarms)


def require_workspace(path: Path) -> None:
    """Refuse a file that cannot be a workspace before windows are made for it.

    Raises:
        ReviewerError: missing, of another kind, newer; nothing was touched.
    """
    require_file(path)
    schema_version(path)


def open_to_work(path: Path, surroundings: Surroundings) -> Workspace:
    """Open a workspace to change it: upgrade an older file, back it up if due."""
    workspace = open_upgraded(path, surroundings)
    back_up_if_due(workspace)
    return workspace


def open_upgraded(path: Path, surroundings: Surroundings) -> Workspace:
    """Open a workspace, an older file after its upgrade; the backup is the caller's to make."""
    workspace = open_workspace(path, surroundings)
    if workspace.store.older is None:
        return workspace
    workspace.store.close()
    return upgrade_workspace(path, surroundings)


def upgrade_workspace(path: Path, surroundings: Surroundings) -> Workspace:
    """Bring an older file to the present schema after a verified backup of it."""
    store = open_store(path)
    try:
        backup.make_backup(store, backup_folder(store), path.stem, surroundings.now())
    finally:
        store.close()
    at = surroundings.now().isoformat(timespec="milliseconds")
    deed = Deed("upgrade", surroundings.actor, "", at)
    return Workspace(upgrade_store(path, deed), surroundings)


def back_up_before(workspace: Workspace) -> None:
    """Make a verified backup before a deed that touches much, unless one is fresh."""
    store = workspace.store
    sequence, _ = store.head()
    present = backup.backups_in(backup_folder(store))
    if not present or present[-1].sequence != sequence:
        _back_up(workspace)


def _back_up(workspace: Workspace) -> None:
    folder, now = backup_folder(workspace.store), workspace.surroundings.now()
    made = backup.make_backup(workspace.store, folder, workspace.store.path.stem, now)
    sealed = sealed_copies(workspace.store, workspace.store.head()[0])
    backup.thin_out(folder, now, {one.file for one in sealed})
    second_disk = load_settings(paths.settings_file()).second_disk
    if second_disk:
        with suppress(WorldFailed):
            backup.keep_elsewhere(made, Path(second_disk) / folder.name)


def back_up_at_close(workspace: Workspace) -> None:
    """Make a backup of what changed since the last; nothing keeps anybody from closing."""
    if not workspace.store.read_only:
        with suppress(ReviewerError):
            back_up_before(workspace)


def back_up_if_due(workspace: Workspace) -> None:
    """Make the half-hourly backup; a full disk must not keep anybody from working."""
    store = workspace.store
    if store.read_only or not backup.is_due(
        store, backup_folder(store), workspace.surroundings.now()
    ):
        return
    with suppress(WorldFailed):
        _back_up(workspace)
