"""What the projector may show of a meeting: only what was cleared for it.

Source: look.md, The session desk and the projector; peers.md N21.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer_app.domain.agenda import Timer
from reviewer_app.domain.projector import ProjectorView, Wall, WallRow
from reviewer_app.domain.session import SessionPhase


@dataclass(frozen=True, slots=True)
class WallFacts:
    """What there is to choose from; `following` is the next item of the agenda."""

    batch: str
    is_rehearsal: bool
    phase: SessionPhase
    is_adjourned: bool
    headline: str
    applicant: str
    timer: Timer | None
    following: str
    order_released: bool
    ranking_released: bool


def may_show_ranking(phase: SessionPhase) -> bool:
    """Say whether a ranking exists that may be released: it was settled."""
    return phase in (SessionPhase.SIGNED, SessionPhase.CLOSED)


def projected(facts: WallFacts, rows: Sequence[WallRow] = ()) -> ProjectorView:
    """Choose the picture: a released ranking, a break, what runs, or the title."""
    if facts.ranking_released and may_show_ranking(facts.phase):
        return ProjectorView(Wall.RANKING, facts.batch, facts.is_rehearsal, rows=tuple(rows))
    if facts.is_adjourned:
        return ProjectorView(Wall.RECESS, facts.batch, facts.is_rehearsal)
    if not facts.headline:
        return ProjectorView(Wall.WAITING, facts.batch, facts.is_rehearsal)
    timer = facts.timer
    return ProjectorView(
        wall=Wall.RUNNING,
        batch=facts.batch,
        is_rehearsal=facts.is_rehearsal,
        headline=facts.headline,
        applicant=facts.applicant,
        step=timer.step if timer else None,
        seconds=timer.left if timer else None,
        is_running=timer is not None and timer.running,
        following=facts.following if facts.order_released else "",
    )
