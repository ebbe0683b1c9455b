"""The times of who comes and goes: stamped now, or typed later with a reason."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from reviewer_app.domain.errors import ReasonMissing
from reviewer_app.domain.room import Stay, TypedTime
from reviewer_app.domain.session import Half
from reviewer_app.domain.session_errors import NotASessionDay, TimeAhead, TimesCross
from reviewer_app.queries.session import session_of
from reviewer_app.workspace import Workspace

_NOON = 13
"""From this hour on an arrival belongs to the afternoon."""


def arrival(workspace: Workspace, verb: str, typed: TypedTime | None) -> Stay:
    """Begin a stay now, or at a typed time.

    Raises:
        NotASessionDay, ReasonMissing, TimeAhead: not then.
    """
    at = _moment(workspace, verb, typed)
    day = at.date().isoformat()
    if day not in {one.day for one in session_of(workspace).plan.days}:
        raise NotASessionDay(day)
    return Stay(0, _written(at), typed=typed.reason.strip() if typed else "")


def departure(workspace: Workspace, verb: str, stay: Stay, typed: TypedTime | None) -> Stay:
    """End a stay now, or at a typed time.

    Raises:
        ReasonMissing, TimeAhead: not then.
    """
    left = _written(_moment(workspace, verb, typed))
    why = typed.reason.strip() if typed else ""
    reasons = dict.fromkeys(part for part in (stay.typed, why) if part)
    return replace(stay, left_at=left, typed="; ".join(reasons))


def day_of(stay: Stay) -> tuple[str, Half]:
    """Say to which half of which day a stay belongs."""
    at = datetime.fromisoformat(stay.arrived_at)
    return at.date().isoformat(), Half.MORNING if at.hour < _NOON else Half.AFTERNOON


def require_apart(name: str, stay: Stay, others: Iterable[Stay]) -> None:
    """Refuse a stay that ends before it begins, or that another one of `name` crosses.

    Raises:
        TimesCross: look at both times.
    """
    begin, end = _span(stay)
    spans = [_span(other) for other in others if other.key != stay.key]
    if end is not None and end < begin:
        raise TimesCross(name)
    for other_begin, other_end in spans:
        before = end is not None and end <= other_begin
        after = other_end is not None and other_end <= begin
        if not (before or after):
            raise TimesCross(name)


def said_of(name: str, typed: TypedTime | None) -> str:
    """Give what the journal says of a coming or going: whom, and why it was typed later."""
    return f"{name}: {typed.reason.strip()}" if typed else name


def _moment(workspace: Workspace, verb: str, typed: TypedTime | None) -> datetime:
    now = workspace.surroundings.now()
    if typed is None:
        return now
    if not typed.reason.strip():
        raise ReasonMissing(verb)
    at = typed.at.replace(tzinfo=now.tzinfo)
    if at > now:
        raise TimeAhead(f"{typed.at:%Y-%m-%d %H:%M}")
    return at


def _span(stay: Stay) -> tuple[datetime, datetime | None]:
    left = datetime.fromisoformat(stay.left_at) if stay.left_at else None
    return datetime.fromisoformat(stay.arrived_at), left


def _written(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
