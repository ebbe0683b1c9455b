"""Expected failures, as facts; `words.errors` makes the sentences.

ReviewerError
|-- BadInput         the user's file, value or command: exit 2, nothing written
|-- Refused          a rule says no: exit 2, nothing written
`-- WorldFailed      disk, lock, permission: exit 3, nothing half written
"""

from collections.abc import Callable
from pathlib import Path


class ReviewerError(Exception):
    """Root of every failure a user can act on."""

    def __reduce__(self) -> "tuple[Callable[..., ReviewerError], tuple[object, ...]]":
        """Travel between processes with every fact, whatever a leaf is made from."""
        return _as_it_was, (type(self), self.args, dict(vars(self)))


def _as_it_was(
    kind: type[ReviewerError], arguments: tuple[object, ...], facts: dict[str, object]
) -> ReviewerError:
    error = kind.__new__(kind)
    error.args = arguments
    vars(error).update(facts)
    return error


class BadInput(ReviewerError):
    """What the user gave cannot be used."""


class Refused(ReviewerError):
    """A rule forbids what was asked."""


class WorldFailed(ReviewerError):
    """Something outside the program failed."""


class FileMissing(BadInput):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileExists(BadInput):
    """A new file would replace one that stands there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WrongEnding(BadInput):
    """A file to be written must end in `ending`, or no program opens it."""

    def __init__(self, path: Path, ending: str) -> None:
        super().__init__(path, ending)
        self.path = path
        self.ending = ending


class NotReadable(WorldFailed):
    """The file is there, but the system lets this user not read it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotWritable(WorldFailed):
    """A folder takes no files; `reason` is the system's word, or empty."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class NotAWorkspace(BadInput):
    """The file is no workspace of ours; `empty` tells a 0-byte file."""

    def __init__(self, path: Path, *, empty: bool) -> None:
        super().__init__(path)
        self.path = path
        self.empty = empty


class NewerWorkspace(BadInput):
    """A newer program wrote the file."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(path)
        self.path = path
        self.found = found
        self.known = known


class OlderWorkspace(Refused):
    """An older file is only looked at until it is upgraded."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(path)
        self.path = path
        self.found = found
        self.known = known


class UnsafePlace(Refused):
    """Working on a share or a removable disk could lose acknowledged scores."""

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(path, place)
        self.path = path
        self.place = place


class ReadOnlyWorkspace(Refused):
    """The file or its folder may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Damaged(WorldFailed):
    """The file cannot be read as it was written."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class Held(WorldFailed):
    """Another program or person has the file open; `holder` may be empty."""

    def __init__(self, path: Path, holder: str) -> None:
        super().__init__(path, holder)
        self.path = path
        self.holder = holder


class DiskFull(WorldFailed):
    """There is no room; `free` is in bytes."""

    def __init__(self, path: Path, free: int) -> None:
        super().__init__(path, free)
        self.path = path
        self.free = free


class StorageGone(WorldFailed):
    """The disk does not answer any more, or refuses."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class OldSqlite(WorldFailed):
    """The SQLite library of this system is too old or lacks a needed setting."""

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(found, needed)
        self.found = found
        self.needed = needed


class UnknownNumber(BadInput):
    """No such application, reviewer, indicator or journal entry in this workspace.

    `what` is one of "application", "reviewer", "indicator", "entry", "detail"; `near` holds
    numbers that look like it.
    """

    def __init__(self, what: str, number: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(what, number)
        self.what = what
        self.number = number
        self.near = near


class UnknownScheme(BadInput):
    """No bundled scheme has this key; `known` lists those that are, joined by ", "."""

    def __init__(self, key: str, known: str) -> None:
        super().__init__(key)
        self.key = key
        self.known = known


class NotAssigned(Refused):
    """The reviewer has no sheet of this application."""

    def __init__(self, reviewer: str, application: str) -> None:
        super().__init__(reviewer, application)
        self.reviewer = reviewer
        self.application = application


class SheetClosed(Refused):
    """The sheet is not open for scores; `state` is a SheetState value."""

    def __init__(self, reviewer: str, application: str, state: str) -> None:
        super().__init__(reviewer, application, state)
        self.reviewer = reviewer
        self.application = application
        self.state = state


class ScoreOutOfRange(BadInput):
    """A score is not between 0 and the maximum, or no multiple of the step."""

    def __init__(self, indicator: str, found: str, maximum: str, step: str) -> None:
        super().__init__(indicator, found)
        self.indicator = indicator
        self.found = found
        self.maximum = maximum
        self.step = step


class SheetIncomplete(Refused):
    """A sheet with open rows cannot be submitted; `missing` are indicator codes."""

    def __init__(self, reviewer: str, application: str, missing: tuple[str, ...]) -> None:
        super().__init__(reviewer, application, missing)
        self.reviewer = reviewer
        self.application = application
        self.missing = missing


class SheetUnexplained(Refused):
    """Scores far from their suggestion stand without a comment; `indicators` are codes."""

    def __init__(self, reviewer: str, application: str, indicators: tuple[str, ...]) -> None:
        super().__init__(reviewer, application, indicators)
        self.reviewer = reviewer
        self.application = application
        self.indicators = indicators


class ReasonMissing(BadInput):
    """The deed needs a reason in words."""

    def __init__(self, verb: str) -> None:
        super().__init__(verb)
        self.verb = verb


class TitleMissing(BadInput):
    """A batch needs a title."""


class ChangedSince(Refused):
    """An entry cannot be undone: a later entry touched the same rows."""

    def __init__(self, sequence: int, later: int) -> None:
        super().__init__(sequence, later)
        self.sequence = sequence
        self.later = later


class NotYours(Refused):
    """An entry can be undone only by who made it."""

    def __init__(self, sequence: int, actor: str) -> None:
        super().__init__(sequence, actor)
        self.sequence = sequence
        self.actor = actor


class BeforeSignIn(Refused):
    """An entry is undone only until who made it leaves the seat."""

    def __init__(self, sequence: int) -> None:
        super().__init__(sequence)
        self.sequence = sequence


class NothingChanged(Refused):
    """The deed would change nothing."""

    def __init__(self, verb: str) -> None:
        super().__init__(verb)
        self.verb = verb


class PlanHasProblems(Refused):
    """An import with problems writes nothing."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class VerifyFailed(Refused):
    """The workspace did not pass `verify`, so nothing official may leave it."""

    def __init__(self, path: Path, findings: int) -> None:
        super().__init__(path, findings)
        self.path = path
        self.findings = findings


class WorkspaceNotNamed(BadInput):
    """A report can be checked only against its workspace."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NoCode(BadInput):
    """The file carries no document code of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotAllowed(Refused):
    """The rights table does not let this role do or see it.

    `deed` is the verb or view; `role` the role that asked; `own_only` tells that it may,
    but only with what is its own.
    """

    def __init__(self, deed: str, role: str, *, own_only: bool = False) -> None:
        super().__init__(deed, role)
        self.deed = deed
        self.role = role
        self.own_only = own_only


class NameMissing(BadInput):
    """A person needs a name."""


class BadSetting(BadInput):
    """A setting of the batch that cannot be meant so: a date or a number of days."""

    def __init__(self, key: str, found: str) -> None:
        super().__init__(key, found)
        self.key = key
        self.found = found


class NoWindows(WorldFailed):
    """No window can be shown: no display, or a library is missing (`what`)."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class ArchiveDiffers(WorldFailed):
    """An archive did not give the ranking it holds; `first` is one of `count` findings."""

    def __init__(self, count: int, first: str) -> None:
        super().__init__(count, first)
        self.count = count
        self.first = first
