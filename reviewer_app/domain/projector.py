"""What may stand on the wall. There is no place here for a score or a member's name."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.agenda import Step

PROJECTOR_ORDER = "projector.order"
PROJECTOR_RANKING = "projector.ranking"
RELEASED = "released"
"""What these settings of the batch hold where staff have let it be shown."""


class Wall(StrEnum):
    """What kind of picture is on the wall."""

    WAITING = "waiting"
    RUNNING = "running"
    RECESS = "recess"
    RANKING = "ranking"


@dataclass(frozen=True, slots=True)
class WallRow:
    """One line of the released ranking."""

    rank: int
    application: str
    name: str
    applicant: str


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """One picture. `seconds` is None without a timer; `following` is empty before release."""

    wall: Wall
    batch: str
    is_rehearsal: bool
    headline: str = ""
    applicant: str = ""
    step: Step | None = None
    seconds: int | None = None
    is_running: bool = False
    following: str = ""
    rows: tuple[WallRow, ...] = ()
