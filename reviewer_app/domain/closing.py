"""The end of a meeting: the closing gate, settled results, signatures, the night."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.person import Person
from reviewer_app.domain.session import Signing


class ClosingLine(StrEnum):
    """What must be in order before results are settled."""

    LEADER = "leader"
    STATEMENTS = "statements"
    QUORUM = "quorum"
    SHEETS = "sheets"
    WAS_OUT = "was_out"
    STILL_OUT = "still_out"
    DISCLOSED = "disclosed"
    OUTLIERS = "outliers"
    CONFIRMED = "confirmed"
    INPUTS = "inputs"
    PAPER = "paper"
    RESULTS = "results"
    TIES = "ties"
    OPINIONS = "opinions"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class Override:
    """An open line accepted by a signer, for what was open then and no more."""

    line: ClosingLine
    names: tuple[str, ...]
    reason: str
    signer: str
    signed_at: str


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    """One line: green where nothing is open, or accepted with a reason.

    `names` are the applications or members it is about.
    """

    line: ClosingLine
    names: tuple[str, ...] = ()
    override: Override | None = None

    @property
    def is_green(self) -> bool:
        """Whether the line holds nothing up."""
        return not self.names or self.is_overridden

    @property
    def is_overridden(self) -> bool:
        """Whether all that is open was accepted: one more opens the line again."""
        accepted = set(self.override.names) if self.override else set()
        return bool(self.names) and accepted.issuperset(self.names)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Results as they were settled; `head` is the chain head they were computed at."""

    version: int
    document: str
    digest: str
    sequence: int
    head: str
    closed_by: str
    closed_at: str


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A document as it was issued to be signed under a version of the results.

    `code` stands at its foot and shows it again; `digest` is of its substance alone, so
    that it can be said whether the document would read otherwise now.
    """

    key: int
    document: str
    version: int
    code: str
    digest: str
    issued_at: str


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's signature under a paper; `code` is that of the paper, `paper` its key."""

    document: str
    version: int
    person: str
    number: str
    way: Signing
    signed_at: str
    recorded_by: str
    code: str
    paper: int


DECISION = "decision"
"""In place of a document's number: the paper decision to reconvene."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of a signed paper: file, digest of its bytes, and whose paper it is of.

    `code` is the foot code of the paper, empty for the decision to reconvene.
    """

    document: str
    code: str
    file: Attachment
    added_at: str


class Signer(StrEnum):
    """Who signs a document."""

    MEMBER = "member"
    LEADER = "leader"
    SUPERVISOR = "supervisor"


class SignState(StrEnum):
    """How one person stands to one document; void is a signature under an earlier text."""

    NOT_ASKED = "not_asked"
    MISSING = "missing"
    SIGNED = "signed"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class PaperStand:
    """One document to be signed: what was issued (None: nothing yet) and who signed it."""

    document: str
    name: str
    paper: IssuedPaper | None
    states: Mapping[Person, SignState]
    signatures: Mapping[Person, Signature]
    scans: tuple[Scan, ...]


@dataclass(frozen=True, slots=True)
class SigningStand:
    """Who has signed what of the version that stands; version 0 is that none is settled."""

    version: int
    way: Signing
    people: tuple[Person, ...]
    papers: tuple[PaperStand, ...]
    decisions: tuple[Scan, ...]


@dataclass(frozen=True, slots=True)
class Reconvening:
    """Why results of a version were opened again, and on whose authority."""

    version: int
    decision: str
    reason: str
    bureau_leader: str
    supervisor: str
    reopened_at: str


@dataclass(frozen=True, slots=True)
class EveningLock:
    """A night; `checked_at` is empty until the morning check."""

    day: str
    sequence: int
    head: str
    locked_by: str
    locked_at: str
    checked_by: str = ""
    checked_at: str = ""
    note: str = ""
