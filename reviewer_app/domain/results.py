"""The official result as values: what `rank --json` gives and every report prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.points import Points
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.sheet import SheetState


@dataclass(frozen=True, slots=True)
class SheetScores:
    """A sheet as the ranking needs it: indicator code -> hundredths, as given."""

    reviewer: str
    reviewer_name: str
    state: SheetState
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application as the ranking needs it.

    There is one sheet for each assigned reviewer and one of `computed` for each
    objective and assisted indicator.
    """

    number: str
    name: str
    applicant: str
    industry: str
    office: str
    requested_fen: int | None
    standing: Standing
    computed: Mapping[str, Computed]
    sheets: tuple[SheetScores, ...]


class ResultState(StrEnum):
    """Where an application stands; only `ranked` has a score and a rank."""

    RANKED = "ranked"
    BELOW_QUORUM = "below_quorum"
    PENDING = "pending"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"


class Dropped(StrEnum):
    """Whether trimming left a sheet (or a value) out."""

    NO = "no"
    HIGH = "high"
    LOW = "low"


class Applied(StrEnum):
    """How the result of one application was really made; `objective` without sheets."""

    TRIMMED_MEAN = "trimmed_mean"
    MEAN = "mean"
    MEDIAN = "median"
    OBJECTIVE = "objective"


class WhyKind(StrEnum):
    """What keeps an application from being ranked."""

    SHEETS_OPEN = "sheets_open"
    TOO_FEW_SHEETS = "too_few_sheets"
    TOO_SMALL_SHARE = "too_small_share"
    MISSING_INPUT = "missing_input"
    DIVISION_BY_ZERO = "division_by_zero"
    OUT_OF_RANGE = "out_of_range"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason, as facts: `words.results` makes the sentence.

    `subject` is what it is about (an indicator code, the open reviewers' numbers joined
    by ", "), `found` and `expected` the figures or names. Of a value that cannot be
    computed, `found` is the input or the value, `expected` the formula and `data` the
    inputs used ("bid=0, lowest=80").
    """

    kind: WhyKind
    subject: str = ""
    found: str = ""
    expected: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Applications of the same score and how the chain told them apart.

    `decided_by` is the first step after which no other has the same values, None while
    the rank is shared with those in `shared`.
    """

    others: tuple[str, ...]
    decided_by: str | None
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewerResult:
    """One reviewer's part in one application's result.

    `total` is exact (rounded only where the scheme rounds each sheet), None unless
    counted and defined.
    `dropped_in` maps factor or indicator codes to low/high where trimming works below
    the total.
    """

    number: str
    name: str
    total: Points | None
    state: SheetState
    dropped: Dropped
    dropped_in: Mapping[str, Dropped]
    scores: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ApplicationResult:
    """The result of one application.

    Published values are rounded to the scheme's places; None means not defined (see
    contract.md 4).
    `exact` is `provisional` before the final rounding; `applied` a value of `Applied`;
    `factors` are after the weight, `factor_points` before it; `reviewers` stand in the
    order of their numbers.
    """

    number: str
    name: str
    applicant: str
    industry: str
    office: str
    requested_fen: int | None
    rank: int | None
    score: Points | None
    provisional: Points | None
    exact: Points | None
    applied: str
    untrimmed_mean: Points | None
    median: Points | None
    factors: Mapping[str, Points | None]
    factor_points: Mapping[str, Points | None]
    sheets: int
    counted: int
    kept: int
    state: ResultState
    why: tuple[Why, ...]
    tie: Tie | None
    passes: bool | None
    computed: Mapping[str, Computed]
    reviewers: tuple[ReviewerResult, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The whole result: ranked applications first, in the order of contract.md 4.

    `sequence` and `head` are those of the journal the result was computed at.
    """

    batch: str
    scheme: Scheme
    frozen: bool
    applications: tuple[ApplicationResult, ...]
    sequence: int
    head: str
