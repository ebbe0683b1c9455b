"""An opinion that goes out as a file and comes back: its code, what it holds, what differs."""

import hashlib
import json
import re
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.deliberation import Opinion, Recommendation
from reviewer_app.domain.errors import BadInput, Refused

_DIGITS = 12
_CODE = re.compile(r"([0-9a-f]{8})/(.{1,80})/([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class OpinionCode:
    """Of which batch and application a file is, and which state of the opinion it began with."""

    batch: str
    application: str
    state: str

    def __str__(self) -> str:
        return f"{self.batch}/{self.application}/{self.state}"


def code_of(batch: str, application: str, opinion: Opinion | None) -> OpinionCode:
    """Make the code of an opinion as it stands; `batch` is the UUID of the batch."""
    standing = ["", "", ""]
    if opinion is not None:
        standing = [opinion.text, opinion.recommendation.value, opinion.tier]
    state = hashlib.sha256(json.dumps(standing, ensure_ascii=False).encode()).hexdigest()
    return OpinionCode(batch[:8], application, state[:_DIGITS])


def code_in(text: str) -> OpinionCode | None:
    """Find a code in a line of text.

    >>> code_in("码：0a1b2c3d/P1/0123456789ab").application
    'P1'
    """
    found = _CODE.search(text)
    return OpinionCode(*found.groups()) if found else None


@dataclass(frozen=True, slots=True)
class OpinionFile:
    """What a file holds."""

    code: OpinionCode
    text: str
    recommendation: Recommendation
    tier: str


@dataclass(frozen=True, slots=True)
class OpinionPlan:
    """What taking a file in would do; `standing` is the opinion as it stands now.

    `is_stale` tells that the opinion was changed here since the file was written; `lines`
    are those that go ("-"), come ("+") or stay (" ").
    """

    found: OpinionFile
    standing: Opinion | None
    is_stale: bool
    lines: tuple[tuple[str, str], ...]


class Fault(StrEnum):
    """What is wrong with a file that is a Word document all the same."""

    NO_WORD = "no_word"
    MACROS = "macros"
    NO_CODE = "no_code"
    TWO_CODES = "two_codes"
    OTHER_BATCH = "other_batch"
    HEADINGS = "headings"
    RECOMMENDATION = "recommendation"
    NO_TEXT = "no_text"


class WrongOpinionFile(BadInput):
    """The file is no opinion of this batch, or no longer one; `found` is what stands there."""

    def __init__(self, fault: Fault, found: str = "") -> None:
        super().__init__(fault, found)
        self.fault = fault
        self.found = found


class OpinionMoved(Refused):
    """The opinion was changed between the preview and the taking in."""

    def __init__(self, application: str) -> None:
        super().__init__(application)
        self.application = application
