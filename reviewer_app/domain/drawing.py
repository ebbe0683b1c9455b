"""Drawn panels and orders, as they are recorded; the rule is `domain.rules.draw`."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats of a kind are to be filled."""

    seat: str
    count: int


@dataclass(frozen=True, slots=True)
class Pick:
    """One place of a drawn order: an expert for a seat, or an application."""

    place: int
    subject: str
    seat: str = ""
    answer: Answer = Answer.DRAWN
    note: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """One attempt. Every attempt is counted, also one that led nowhere.

    `pool` are the numbers drawn from, in the order of the list.
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


class CompositionFault(StrEnum):
    """What a panel lacks by the customary rules (domain.md 2.5)."""

    TOO_SMALL = "too_small"
    EVEN = "even"
    TOO_FEW_TECHNICAL = "too_few_technical"
    ONE_UNIT = "one_unit"
