"""What the session desk shows of its values; not one of them is a score."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewer_app.domain.agenda import AgendaItem, ItemKind, ItemState, Step, Timer
from reviewer_app.domain.session import Lengths
from reviewer_app.i18n import Translator
from reviewer_app.queries.session_desk import DeskMember, DeskRow
from reviewer_app.words.agenda import item_name
from ui.text import short_number


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as word, meaning and icon."""

    word: str
    meaning: str
    icon: str


def headline(row: DeskRow, _: Translator) -> str:
    """Name an item as the agenda does: number and name, or its own title."""
    if row.item.kind is ItemKind.APPLICATION:
        return f"{row.item.application}  {row.name}".strip()
    return item_name(row.item, _)


def agenda_text(row: DeskRow, _: Translator) -> str:
    """Name an item in the narrow agenda: first what tells an application apart, then its name."""
    if row.item.kind is ItemKind.APPLICATION:
        return f"{short_number(row.item.application)}\n{row.name}"
    return item_name(row.item, _)


def planned_time(item: AgendaItem, *, with_day: bool) -> str:
    """Write when an item was planned: "09:40", or "12-01 09:40" where there are several days."""
    return f"{item.day[5:]} {item.starts}".strip() if with_day else item.starts


def real_time(item: AgendaItem) -> str:
    """Write when an item ran: "09:45–10:07", the end open while it runs."""
    if not item.began_at:
        return ""
    return f"{item.began_at[11:16]}\N{EN DASH}{item.ended_at[11:16]}"


def minutes_late(item: AgendaItem, now: datetime) -> int:
    """Say by how many minutes an item began, or would begin now, after its time; 0 in time."""
    if not item.day:
        return 0
    begins = datetime.fromisoformat(item.began_at) if item.began_at else now
    planned = datetime.fromisoformat(f"{item.day}T{item.starts}")
    return max(0, int((begins.replace(tzinfo=None) - planned).total_seconds()) // 60)


def state_icon(state: ItemState) -> str:
    """Give the shape of a state; its word stands beside it."""
    return {
        ItemState.PLANNED: "circle",
        ItemState.CURRENT: "play",
        ItemState.DONE: "circle-check",
        ItemState.DROPPED: "circle-slash",
    }[state]


def member_mark(member: DeskMember, *, is_running: bool, _: Translator) -> Mark:
    """Say where a member is, and whether the sheet of the running application is in."""
    if not member.is_here:
        if member.arrived_at:
            return Mark(_("left the meeting"), "attention", "log-out")
        if is_running:
            return Mark(_("not at the meeting"), "wrong", "circle-x")
        return Mark(_("not arrived yet"), "", "circle")
    if member.is_out:
        word = _("out (recusal)") if member.is_recused else _("out of the room")
        return Mark(word, "locked", "log-out")
    if member.is_recused:
        return Mark(_("recused, still here"), "attention", "triangle-alert")
    if member.has_submitted:
        return Mark(_("sheet is in"), "good", "circle-check")
    if not member.has_stated:
        return Mark(_("statement missing"), "attention", "triangle-alert")
    return Mark(_("in the room"), "good", "circle")


def timed_steps(lengths: Lengths) -> tuple[Step, ...]:
    """Give the steps an application has here, in order; one of 0 minutes is left out."""
    minutes = (lengths.report, lengths.questions, lengths.scoring)
    return tuple(step for step, length in zip(Step, minutes, strict=True) if length)


def first_box(lengths: Lengths) -> int:
    """Give the seconds of the first step, which the timer shows before it is started."""
    return 60 * next(filter(None, (lengths.report, lengths.questions, lengths.scoring)), 0)


def open_rows(rows: Sequence[DeskRow]) -> list[DeskRow]:
    """Give the applications of the agenda whose sheets do not lie open yet."""
    return [
        row
        for row in rows
        if row.item.application and not row.is_disclosed and row.item.state is not ItemState.DROPPED
    ]


def step_after(steps: tuple[Step, ...], timer: Timer | None) -> Step | None:
    """Give the step that follows, the first before any, None after the last."""
    if timer is None or timer.step not in steps:
        return steps[0] if steps else None
    return next(iter(steps[steps.index(timer.step) + 1 :]), None)
