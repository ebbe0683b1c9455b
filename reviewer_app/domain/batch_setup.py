"""What is settled for a batch beside its scheme, by the keys of its settings.

Source: domain.md 3, 7 and 9.
"""

from enum import StrEnum

QUESTIONS = tuple(range(1, 15))
"""The open questions a bureau must answer; their words are in `words.batch_setup`."""

SCHEME_CONFIRMED = "scheme.confirmed"
"""Holds the digest of the scheme that was confirmed; a later number of it is not."""

WAY_OF_WORKING = "way.of_working"
CREDIT_DAYS = "credit.days"

PINS = "signin.pins"
PINS_DEMANDED = "demanded"
"""What `PINS` holds where nobody signs in without one."""

BUREAU = (
    "bureau.name",
    "bureau.department",
    "bureau.contact",
    "bureau.phone",
    "bureau.supervision_phone",
)


class WayOfWorking(StrEnum):
    """One room with one PC, one room with several, or reviewers elsewhere."""

    ONE_PC = "one_pc"
    SEVERAL_PCS = "several_pcs"
    REMOTE = "remote"


class Deadline(StrEnum):
    """The dates of a batch, in their usual order."""

    INTAKE = "deadline.intake"
    SUPPLEMENT = "deadline.supplement"
    CHECKS = "deadline.checks"
    MEETING = "deadline.meeting"
    SCORING = "deadline.scoring"
    PUBLICITY = "deadline.publicity"


def question_key(number: int) -> str:
    """Name the setting that holds what was decided on a question."""
    return f"question.{number}"
