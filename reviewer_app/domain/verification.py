"""What `verify` found, as facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FindingKind(StrEnum):
    """What can be wrong with a workspace file."""

    UNREADABLE = "unreadable"
    STRUCTURE = "structure"
    SCHEMA = "schema"
    FOREIGN_KEY = "foreign_key"
    CHAIN = "chain"
    GAP = "gap"
    CHANGE_COUNT = "change_count"
    BEFORE_IMAGE = "before_image"
    ROW_DIFFERS = "row_differs"
    ROW_UNKNOWN = "row_unknown"
    ROW_LOST = "row_lost"
    EXPORT_LOG = "export_log"
    ROLLED_BACK = "rolled_back"
    FORKED = "forked"
    COMPUTED = "computed"
    SCHEME_DIGEST = "scheme_digest"
    RESULT_DIGEST = "result_digest"
    PIN_ALTERED = "pin_altered"
    ATTACHMENT_LOST = "attachment_lost"
    ATTACHMENT_DIFFERS = "attachment_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the journal says.

    `place` names table and key, or the journal sequence; `expected` is what the journal
    holds, `found` what the file holds.
    """

    kind: FindingKind
    place: str = ""
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of `verify`: no findings means that every row is the journal's.

    `records` counts the rows of each journaled table.
    """

    findings: tuple[Finding, ...]
    entries: int
    changes: int
    head: str
    records: Mapping[str, int]

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.findings
