"""Drawn panels and orders, as they are recorded; the rule is `domain.rules.draw`."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.person import Reviewer


class DrawPurpose(StrEnum):
    """What is drawn: who sits on the panel, or who speaks when."""

    PANEL = "panel"
    ORDER = "order"


class DrawMethod(StrEnum):
    """By a seed that anybody can draw again, or by lots drawn by hand in the room."""

    SEED = "seed"
    LOTS = "lots"


class Answer(StrEnum):
    """Where a drawn expert stands: asked, waiting as a substitute, coming, not coming."""

    DRAWN = "drawn"
    SUBSTITUTE = "substitute"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Expert:
    """One of the list the panel is drawn from; `seat` is the kind of seat to be filled.

    `shut_out` says why the expert cannot be drawn, empty where nothing stands against it.
    """

    number: str
    name: str
    seat: str
    organisation: str = ""
    title: str = ""
    shut_out: str = ""


class Listing(StrEnum):
    """Whether an expert may be drawn: as the rules say, or as somebody decided."""

    BY_RULE = "by_rule"
    SHUT_OUT = "shut_out"
    LET_IN = "let_in"


@dataclass(frozen=True, slots=True)
class ListedExpert:
    """One of the list, with what was decided about being drawn and why."""

    person: Reviewer
    listing: Listing = Listing.BY_RULE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats of a kind are to be filled."""

    seat: str
    count: int


@dataclass(frozen=True, slots=True)
class Said:
    """What is said aloud before a draw; `reason` says why it is drawn again."""

    seed: str
    supervisor: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """One place of a drawn order: an expert for a seat, or an application.

    `seated_as` is the number an expert has on the panel, empty before the panel is seated.
    """

    place: int
    subject: str
    seat: str = ""
    answer: Answer = Answer.DRAWN
    note: str = ""
    at: str = ""
    seated_as: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """One attempt. Every attempt is counted, also one that led nowhere.

    `pool` is what was drawn from, in the order of the list: numbers of applications, or
    a line for each expert as `on_list` writes it.
    """

    attempt: int
    purpose: DrawPurpose
    method: DrawMethod
    seed: str
    pool: tuple[str, ...]
    criteria: tuple[str, ...]
    reason: str
    supervisor: str
    at: str
    picks: tuple[Pick, ...]


_BETWEEN = "｜"


def on_list(one: Expert) -> str:
    """Write an expert as the list had them when it was drawn from.

    >>> on_list(Expert("E1", "甲", "技术", "乙大学"))
    'E1｜甲｜技术｜乙大学｜｜'
    """
    parts = (one.number, one.name, one.seat, one.organisation, one.title, one.shut_out)
    return _BETWEEN.join(part.replace(_BETWEEN, "|") for part in parts)


def from_list(line: str) -> Expert:
    """Read a line that `on_list` wrote."""
    return Expert(*line.split(_BETWEEN))


class CompositionFault(StrEnum):
    """What a panel lacks by the customary rules (domain.md 2.5)."""

    TOO_SMALL = "too_small"
    EVEN = "even"
    TOO_FEW_TECHNICAL = "too_few_technical"
    ONE_UNIT = "one_unit"
