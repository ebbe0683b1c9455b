"""What staff check before the panel meets: the form, credit, other support, evidence.

Source: domain.md 2.2 and 2.3.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

FORMAL_ITEMS = tuple(range(1, 16))
"""The lines of the formal check; their words are in `words.checks`."""

CREDIT_SOURCES = tuple(range(1, 8))
"""The sources of the credit check that are always listed; words in `words.checks`."""


class FormalResult(StrEnum):
    """What the check of one line found."""

    PASSED = "passed"
    SUPPLEMENT = "supplement"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class FormalLine:
    """One line of a formal check; `rechecked_by` is empty until a second person agreed."""

    item: int
    result: FormalResult
    remark: str = ""
    checked_by: str = ""
    checked_on: str = ""
    rechecked_by: str = ""


@dataclass(frozen=True, slots=True)
class Supplement:
    """What was asked for once: ISO dates, `received_on` empty until it came."""

    notified_on: str
    due_on: str
    received_on: str = ""
    remark: str = ""


class CreditResult(StrEnum):
    """What a source says of an applicant."""

    CLEAR = "clear"
    NOTED = "noted"
    VETO = "veto"


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One query of one source on one day."""

    source: str
    queried_on: str
    result: CreditResult
    remark: str = ""
    file_number: str = ""
    checked_by: str = ""


class SupportLevel(StrEnum):
    """Whose money another support is."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class SameContent(StrEnum):
    """Whether another support is for the same content: decided by a person."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another support the applicant has; `amount_fen` is None where nobody knows it."""

    level: SupportLevel
    scheme: str
    year: str = ""
    same_content: SameContent = SameContent.OPEN
    amount_fen: int | None = None
    evidence: str = ""
    decision: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an indicator's proof stands; `title` is empty without an attachment."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class InputCheck:
    """A second person's reading of one input; `value` is what stood there then."""

    value: str
    typed: str
    checked_by: str
    checked_at: str

    def confirms(self, value: str) -> bool:
        """Whether the second person read the value that stands there now."""
        return self.value == self.typed == value


def formal_conclusion(
    lines: Iterable[FormalLine], items: Collection[int] = FORMAL_ITEMS
) -> FormalResult | None:
    """Give what the whole check comes to, None while a line is open.

    One failed line fails the whole; one to be supplemented asks for a supplement.
    """
    results = {line.item: line.result for line in lines if line.item in items}
    found = set(results.values())
    for worst in (FormalResult.FAILED, FormalResult.SUPPLEMENT):
        if worst in found:
            return worst
    return FormalResult.PASSED if len(results) == len(items) else None


def credit_conclusion(lines: Collection[CreditLine]) -> CreditResult | None:
    """Give the worst that any source says, None without a query."""
    found = {line.result for line in lines}
    worst = (CreditResult.VETO, CreditResult.NOTED, CreditResult.CLEAR)
    return next((result for result in worst if result in found), None)
