"""Expected failures, as facts; `words.errors` makes the sentences.

    ReviewerError
    |-- BadInput         the user's file, value or command: exit 2, nothing written
    |-- Refused          a rule says no: exit 2, nothing written
    `-- WorldFailed      disk, lock, permission: exit 3, nothing half written
"""

from pathlib import Path


class ReviewerError(Exception):
    """Root of every failure a user can act on."""


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
