"""The foot code of a document, and what checking a written file found."""

from dataclasses import dataclass

from reviewer_app.domain.document import Edition
from reviewer_app.domain.history import JournalRow


@dataclass(frozen=True, slots=True)
class Code:
    """The foot code of a document: report, edition, journal sequence, short digest."""

    key: str
    edition: Edition
    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class Touched:
    """The entries that change a document, oldest first, as far as they are told.

    `differs` says whether any does; `is_whole` whether all of them are here.
    """

    rows: tuple[JournalRow, ...] = ()
    differs: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """What is known of a file.

    `is_known` tells that the workspace gave a document of this code at that sequence;
    `is_same_file` that the export log holds this very file; `holds_values` that its
    text carries every value of the document; `entries_since` counts later journal
    entries, `since` which of them change this document.
    """

    code: Code
    is_known: bool
    is_same_file: bool
    holds_values: bool
    entries_since: int
    since: Touched

    @property
    def is_genuine(self) -> bool:
        """Whether the file is the document of its code."""
        return self.is_known and self.holds_values
