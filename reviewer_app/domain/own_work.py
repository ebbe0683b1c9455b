"""What one reviewer sees of the own work: the queue, a sheet, the material, questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.points import Points
from reviewer_app.domain.scheme import Factor, Indicator


class Stand(StrEnum):
    """How far one's own sheet is; `OUT` tells that the application takes part no longer."""

    NEW = "new"
    BEGUN = "begun"
    COMPLETE = "complete"
    SUBMITTED = "submitted"
    LOCKED = "locked"
    RECUSED = "recused"
    ABSTAINED = "abstained"
    ABSENT = "absent"
    OUT = "out"

    @property
    def is_open(self) -> bool:
        """Whether scores may be given."""
        return self in (Stand.NEW, Stand.BEGUN, Stand.COMPLETE)


class Question(StrEnum):
    """What is asked once about a sheet before it is submitted."""

    ZERO = "zero"
    EXTREME = "extreme"
    ALL_EQUAL = "all_equal"


@dataclass(frozen=True, slots=True)
class Unusual:
    """A question about one score, or about the sheet (`indicator` is empty).

    `value` is the score in hundredths, of a sheet the sum of its scores: an answer holds as
    long as it stays the same.
    """

    indicator: str
    question: Question
    value: int


@dataclass(frozen=True, slots=True)
class SheetTotal:
    """The running total of one sheet, rounded once; what is missing counts as nothing yet.

    `is_whole` tells that no objective value is missing.
    """

    total: Points
    objective: Points
    given: Points
    scored: int
    of: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One application in the reviewer's queue; `total` is None before the first score."""

    number: str
    name: str
    stand: Stand
    is_skipped: bool
    total: Points | None
    scored: int
    of: int
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """A level as it is offered: bounds as printed, and the middle, in hundredths."""

    name: str
    text: str
    lower: Points
    upper: Points
    middle: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One input as it stands beside a score: label, exact text or word, unit."""

    key: str
    label: str
    text: str
    unit: str
    is_flag: bool = False


@dataclass(frozen=True, slots=True)
class Computation:
    """How a formula came to its value.

    `value` is None where it cannot be computed; `trouble` and `trouble_detail` say why (see
    `Computed`). `evidence` names attachment and page, as far as they are known.
    """

    value: Points | None
    formula: str
    facts: tuple[Fact, ...]
    trouble: str
    trouble_detail: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the formula of an assisted indicator suggests.

    `offered` is it as a score in hundredths; scores between `lower` and `upper` need no
    reason. Both are None without a value or a tolerance.
    """

    computation: Computation
    offered: int | None
    lower: Points | None
    upper: Points | None


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row to be scored. `level` is that of the score; `is_far` says a reason is due."""

    factor: Factor
    indicator: Indicator
    levels: tuple[LevelChoice, ...]
    score: int | None
    level: str
    comment: str
    suggestion: Suggestion | None
    is_far: bool


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One computed row, the same for all reviewers."""

    factor: Factor
    indicator: Indicator
    computation: Computation


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Text that was being typed when the program ended: a comment, or the note."""

    indicator: str
    is_note: bool
    text: str


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One's own sheet of an application. A recused one shows neither rows nor material."""

    number: str
    name: str
    stand: Stand
    reason: str
    is_skipped: bool
    rows: tuple[OwnRow, ...]
    objective: tuple[ObjectiveRow, ...]
    total: SheetTotal
    note: str
    half_typed: tuple[HalfTyped, ...]


@dataclass(frozen=True, slots=True)
class DetailTable:
    """The rows of one detail table of an application."""

    kind: DetailKind
    rows: tuple[DetailRow, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The part of the material that belongs to a factor (None: what belongs to none)."""

    factor: Factor | None
    facts: tuple[tuple[Indicator | None, tuple[Fact, ...]], ...]
    tables: tuple[DetailTable, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What was submitted, in the order of the scheme's factors."""

    application: Application
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class SheetReview:
    """A sheet before it is submitted: what keeps it, and what is asked."""

    sheet: OwnSheet
    missing: tuple[str, ...]
    unexplained: tuple[str, ...]
    asked: tuple[Unusual, ...]

    @property
    def may_be_submitted(self) -> bool:
        """Whether nothing keeps it; questions are answered by submitting."""
        return self.sheet.stand.is_open and not (self.missing or self.unexplained)


@dataclass(frozen=True, slots=True)
class OwnStatistics:
    """One's own complete sheets: how many, the mean and the range of the totals."""

    count: int
    mean: Points | None
    lowest: Points | None
    highest: Points | None


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One change of a score: when, by whom, before and after in hundredths."""

    at: str
    actor: str
    verb: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Steps:
    """The entry that would be undone and the one that would be done again, None without."""

    undo: int | None
    redo: int | None
