"""The documents of a review as a list to choose from."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.report_errors import MissingGlyph


class ReportPhase(StrEnum):
    """When in a review a document is needed."""

    BEFORE = "before"
    SCORING = "scoring"
    RESULT = "result"
    MONEY = "money"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One document that this version makes.

    `by_application` tells that it can be had for one application alone; `written_at` is the
    time of its last export, empty for never; `is_current` that nothing was changed since.
    """

    number: str
    key: str
    phase: ReportPhase
    formats: tuple[str, ...]
    has_public: bool
    by_application: bool
    written_at: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it would be printed: its foot code and its PDF.

    `pdf` is empty while characters are `missing` that nobody allowed to print as boxes.
    """

    key: str
    title: str
    code: str
    pdf: bytes
    missing: tuple[MissingGlyph, ...]
