"""Lay out an agenda over days, plan it anew when the meeting is late, read its timer.

Source: domain.md 2.6; peers.md N19; look.md, The session desk and the projector.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from reviewer_app.domain.agenda import (
    AgendaItem,
    ItemKind,
    ItemState,
    Timer,
    TimerDeed,
    TimerEvent,
    Titles,
)
from reviewer_app.domain.session import SessionDay, SessionPlan

_OPENING, _PAUSE, _DISCUSSION = 40, 10, 60
_STRETCH = 90
"""Minutes without a pause, at most."""

_NOON_BEGINS, _NOON_ENDS = "12:00", "13:30"


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


def proposed(order: Iterable[str], plan: SessionPlan, titles: Titles) -> list[AgendaItem]:
    """Put applications into an agenda: opening, pauses, noon, the discussion at the end.

    A pause comes each ninety minutes; noon before the first application that would run
    past twelve, on days that go on after it.
    """
    items = [_item(ItemKind.OPENING, titles.opening, _OPENING)] if titles.opening else []
    length = max(plan.lengths.total, 1)
    walk = _Walk(plan.days, sum(item.minutes for item in items))
    for number in order:
        walk.make_room(length)
        if titles.noon and walk.meets_noon(length):
            items.append(_item(ItemKind.PAUSE, titles.noon, walk.until_noon_ends()))
            walk.rest(items[-1].minutes)
        elif titles.pause and walk.spent + length > _STRETCH:
            items.append(_item(ItemKind.PAUSE, titles.pause, _PAUSE))
            walk.rest(_PAUSE)
        items.append(replace(_item(ItemKind.APPLICATION, "", length), application=number))
        walk.work(length)
    if titles.discussion:
        items.append(_item(ItemKind.DISCUSSION, titles.discussion, _DISCUSSION))
    return items


def _item(kind: ItemKind, title: str, minutes: int) -> AgendaItem:
    return AgendaItem(0, 1, kind, "", title, "", "", minutes)


class _Walk:
    """Where one stands in the days of a meeting while its items are put one by one."""

    def __init__(self, days: Sequence[SessionDay], minutes: int) -> None:
        self._days = days
        self._at = 0
        self._now = minutes_of(days[0].begins) + minutes
        self.spent = 0

    def make_room(self, minutes: int) -> None:
        """Go on to the next day where this one has no room; the last has always."""
        is_last = self._at == len(self._days) - 1
        if not is_last and self._now + minutes > minutes_of(self._days[self._at].ends):
            self._at += 1
            self._now = minutes_of(self._days[self._at].begins)
            self.spent = 0

    def meets_noon(self, minutes: int) -> bool:
        """Say whether so much more would run into noon on a day that goes on after it."""
        goes_on = minutes_of(self._days[self._at].ends) > minutes_of(_NOON_ENDS)
        ends = self._now + minutes
        is_before = self._now < minutes_of(_NOON_ENDS)
        return goes_on and is_before and ends > minutes_of(_NOON_BEGINS)

    def until_noon_ends(self) -> int:
        """Give the minutes from here to the end of noon."""
        return minutes_of(_NOON_ENDS) - self._now

    def rest(self, minutes: int) -> None:
        """Let a pause pass."""
        self._now += minutes
        self.spent = 0

    def work(self, minutes: int) -> None:
        """Let an application pass."""
        self._now += minutes
        self.spent += minutes


def overtime(items: Iterable[AgendaItem], days: Iterable[SessionDay]) -> dict[str, int]:
    """Give the minutes by which each day is planned past its end; days in time are left out."""
    ends: dict[str, int] = {}
    for item in items:
        if item.state is not ItemState.DROPPED:
            over = minutes_of(item.starts) + item.minutes
            ends[item.day] = max(ends.get(item.day, 0), over)
    late = {one.day: ends.get(one.day, 0) - minutes_of(one.ends) for one in days}
    return {day: minutes for day, minutes in late.items() if minutes > 0}


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
