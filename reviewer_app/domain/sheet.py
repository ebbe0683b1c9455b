"""One reviewer's sheet of one application (评分表)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class SheetState(StrEnum):
    """None of these is a 0; only submitted and locked count."""

    PENDING = "pending"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    LOCKED = "locked"
    RECUSED = "recused"
    ABSTAINED = "abstained"
    ABSENT = "absent"

    @property
    def counts(self) -> bool:
        """Whether the sheet enters the result."""
        return self in (SheetState.SUBMITTED, SheetState.LOCKED)

    @property
    def is_open(self) -> bool:
        """Whether the sheet may still become a counted one by its reviewer's work."""
        return self in (SheetState.PENDING, SheetState.DRAFT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one reviewer gave one application: indicator code -> hundredths."""

    reviewer: str
    state: SheetState
    scores: Mapping[str, int]
    comments: Mapping[str, str]
    reason: str = ""
