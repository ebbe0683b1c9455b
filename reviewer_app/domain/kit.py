"""What is printed before a meeting (会前资料包), in the order of its folder."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reviewer_app.domain.report_errors import MissingGlyph


class KitPart(StrEnum):
    """What a paper of the kit is for."""

    RECORD = "record"
    TABLE = "table"
    EMERGENCY = "emergency"


KIT: tuple[tuple[KitPart, tuple[str, ...]], ...] = (
    (KitPart.RECORD, ("attendance", "pledge", "recusals", "draw", "agenda")),
    (
        KitPart.TABLE,
        ("outlier-review", "score-changes", "opinions", "closing-sheet", "rubric"),
    ),
    (KitPart.EMERGENCY, ("blank-sheets", "tally", "emergency")),
)
"""The keys of the papers by what they are for; numbers rise, so that files lie in order."""

MERGED = "00-meeting-kit.pdf"
"""The one file for the printer: every chosen paper behind the other."""


class KitGap(StrEnum):
    """What a paper of the kit lacks yet; it is printed with blanks, or not at all."""

    NO_REVIEWERS = "no_reviewers"
    NO_DRAW = "no_draw"
    NO_ORDER = "no_order"
    NO_AGENDA = "no_agenda"
    NO_PLACE = "no_place"
    NO_DATA = "no_data"
    SHOWS_SCORES = "shows_scores"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class KitLine:
    """One paper of the kit with what it lacks; `pages` is 0 before it was looked over."""

    key: str
    number: str
    part: KitPart
    gaps: tuple[KitGap, ...] = ()
    pages: int = 0
    missing: tuple[MissingGlyph, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it may be printed now."""
        return KitGap.NOT_NOW not in self.gaps


@dataclass(frozen=True, slots=True)
class KitFile:
    """One file that was written, with its pages."""

    path: Path
    pages: int


@dataclass(frozen=True, slots=True)
class KitWritten:
    """What was written: the files in order, and the merged one with blank backs counted."""

    folder: Path
    files: tuple[KitFile, ...]
    merged: KitFile | None
    boxes: str = ""
