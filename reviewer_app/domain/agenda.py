"""The agenda of a meeting: items with their time boxes, and the timer of one of them."""

from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """What an item of the agenda is about."""

    OPENING = "opening"
    APPLICATION = "application"
    PAUSE = "pause"
    DISCUSSION = "discussion"


class ItemState(StrEnum):
    """How far an item is."""

    PLANNED = "planned"
    CURRENT = "current"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item; `application` is a number, empty for items of other kinds.

    `starts` is planned (09:40); `began_at` and `ended_at` are what happened.
    """

    key: int
    position: int
    kind: ItemKind
    application: str
    title: str
    day: str
    starts: str
    minutes: int
    state: ItemState = ItemState.PLANNED
    began_at: str = ""
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class Titles:
    """What the items of a proposed agenda are called; an empty one leaves its items out."""

    opening: str = ""
    pause: str = ""
    noon: str = ""
    discussion: str = ""


class Step(StrEnum):
    """The steps of an application that are timed."""

    REPORT = "report"
    QUESTIONS = "questions"
    SCORING = "scoring"


class TimerDeed(StrEnum):
    """What is done with the timer."""

    STARTED = "started"
    PAUSED = "paused"
    STOPPED = "stopped"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class TimerEvent:
    """One use of the timer; `seconds` is the box when started, what is added when extended."""

    item: int
    step: Step
    deed: TimerDeed
    seconds: int
    at: str


@dataclass(frozen=True, slots=True)
class Timer:
    """The timer at a moment: `left` may be negative; `running` tells it counts down."""

    step: Step
    left: int
    running: bool
