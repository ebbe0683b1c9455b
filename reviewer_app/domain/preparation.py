"""What is settled before the meeting scores: its steps, and how far each one is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Preparing(StrEnum):
    """The steps, in the order of the work."""

    SETUP = "setup"
    DRAW = "draw"
    PEOPLE = "people"
    STATEMENTS = "statements"
    LEADER = "leader"
    ORDER = "order"
    AGENDA = "agenda"
    KIT = "kit"


class StepMark(StrEnum):
    """Whether a step is done, open, or one that may be left out."""

    DONE = "done"
    OPEN = "open"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Preparation:
    """The steps with their marks."""

    marks: Mapping[Preparing, StepMark]

    @property
    def first_open(self) -> Preparing:
        """The step where the work is; the first where nothing is open."""
        open_ones = [step for step in Preparing if self.marks[step] is StepMark.OPEN]
        return open_ones[0] if open_ones else Preparing.SETUP
