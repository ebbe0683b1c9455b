"""Lay out an agenda over days, plan it anew when the meeting is late, read its timer.

Source: domain.md 2.6; peers.md N19; look.md, The session desk and the projector.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from reviewer_app.domain.agenda import AgendaItem, ItemState, Timer, TimerDeed, TimerEvent
from reviewer_app.domain.session import SessionDay


def minutes_of(time: str) -> int:
    """Turn a time of the day into minutes since midnight.

    >>> minutes_of("09:40")
    580
    """
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def time_of(minutes: int) -> str:
    """Turn minutes since midnight into a time, at most the last one of the day."""
    return f"{min(minutes, 1439) // 60:02d}:{min(minutes, 1439) % 60:02d}"


def laid_out(items: Sequence[AgendaItem], days: Sequence[SessionDay]) -> tuple[AgendaItem, ...]:
    """Give each item its day and time, in order; one that does not fit opens the next day.

    The last day takes what is left, past its end: a meeting is never cut off by its plan.
    """
    placed: list[AgendaItem] = []
    at = 0
    now = minutes_of(days[0].begins)
    for item in items:
        last = at == len(days) - 1
        if not last and now + item.minutes > minutes_of(days[at].ends):
            at += 1
            now = minutes_of(days[at].begins)
        placed.append(replace(item, day=days[at].day, starts=time_of(now)))
        now += item.minutes
    return tuple(placed)


def planned_anew(
    items: Sequence[AgendaItem], days: Sequence[SessionDay], day: str, time: str
) -> tuple[AgendaItem, ...]:
    """Move what has not begun behind what has, from now on; the past stays as it was.

    The running item keeps its whole box, unless it is over it: then the rest starts now.
    """
    fixed = [item for item in items if item.state is not ItemState.PLANNED]
    open_items = [item for item in items if item.state is ItemState.PLANNED]
    begins = time
    for item in fixed:
        if item.state is ItemState.CURRENT:
            begins = max(begins, time_of(minutes_of(item.starts) + item.minutes))
    rest = [replace(one, begins=begins) if one.day == day else one for one in days]
    left = [one for one in rest if one.day >= day] or rest[-1:]
    return (*fixed, *laid_out(open_items, left)) if open_items else tuple(items)


def timer_at(events: Iterable[TimerEvent], now: datetime) -> Timer | None:
    """Read the timer from its events, None before it was ever started.

    Nothing ticks in the file: after a power cut the timer stands where it would have been.
    """
    timer: Timer | None = None
    since: datetime | None = None
    for event in events:
        at = datetime.fromisoformat(event.at)
        gone = int((at - since).total_seconds()) if since is not None else 0
        left = (timer.left if timer else 0) - gone
        since = at if timer and timer.running else None
        match event.deed:
            case TimerDeed.STARTED:
                begins = timer is None or timer.step is not event.step or event.seconds > 0
                timer = Timer(event.step, event.seconds if begins else left, running=True)
                since = at
            case TimerDeed.PAUSED | TimerDeed.STOPPED:
                timer = Timer(event.step, left, running=False)
                since = None
            case TimerDeed.EXTENDED:
                running = timer is not None and timer.running
                timer = Timer(event.step, left + event.seconds, running=running)
    if timer is None or since is None:
        return timer
    return replace(timer, left=timer.left - int((now - since).total_seconds()))
