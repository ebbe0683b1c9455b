"""The agenda before and during the meeting: times, overtime, who leaves, a better order."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.agenda import ItemState
from reviewer_app.domain.drawing import DrawPurpose
from reviewer_app.domain.rules.agenda import minutes_of, overtime, time_of
from reviewer_app.domain.rules.agenda_order import exits, with_fewer_exits
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import SessionDay
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.session import active_numbers, session_of
from reviewer_app.queries.session_desk import DeskRow, desk_rows
from reviewer_app.storage import applications, draws, people, sheets
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item with its end, its lot (0: not drawn) and the members who leave for it."""

    row: DeskRow
    ends: str
    lot: int
    leaving: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FewerExits:
    """An order in which members leave the room less often: how often now, and then."""

    order: tuple[str, ...]
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class AgendaDesk:
    """The agenda as it stands.

    `overtime` gives the minutes past the end by day; `offer` is None where nothing would
    be won, or where the order was drawn and stands; `missing` are applications in the
    review that no item is about; `is_late` tells that something planned should have begun.
    """

    days: tuple[SessionDay, ...]
    lines: tuple[AgendaLine, ...]
    overtime: Mapping[str, int]
    exits: int
    is_drawn: bool
    offer: FewerExits | None
    missing: tuple[str, ...]
    is_late: bool


def agenda_desk(workspace: Workspace) -> AgendaDesk:
    """Give the agenda with what bears on its order.

    Raises:
        NoSession, NotAllowed: there is none, or not for this role.
    """
    workspace.require_view(View.SESSION)
    store, days = workspace.store, session_of(workspace).plan.days
    rows = desk_rows(store)
    out = members_out(workspace)
    lots = _lots(workspace)
    lines = tuple(_line(row, lots, out) for row in rows)
    planned = [row.item for row in rows if row.item.state is ItemState.PLANNED]
    order = [item.application for item in planned if item.application]
    shown = {row.item.application for row in rows}
    now = workspace.surroundings.now()
    here = f"{now.date().isoformat()} {now:%H:%M}"
    return AgendaDesk(
        days=days,
        lines=lines,
        overtime=overtime((row.item for row in rows), days),
        exits=exits(order, out),
        is_drawn=bool(lots),
        offer=None if lots else _offer(order, out),
        missing=tuple(one for one in active_numbers(store) if one not in shown),
        is_late=any(f"{item.day} {item.starts}" < here for item in planned),
    )


def members_out(workspace: Workspace) -> dict[str, frozenset[str]]:
    """Give the members who are recused, by application."""
    store = workspace.store
    numbers = {key: number for number, key in applications.application_keys(store).items()}
    members = {key: number for number, key in people.reviewer_keys(store).items()}
    out: dict[str, frozenset[str]] = {}
    for sheet in sheets.all_sheets(store):
        if sheet.state is SheetState.RECUSED:
            number = numbers[sheet.application]
            out[number] = out.get(number, frozenset()) | {members[sheet.reviewer]}
    return out


def _lots(workspace: Workspace) -> dict[str, int]:
    drawn = [one for one in draws.load_draws(workspace.store) if one.purpose is DrawPurpose.ORDER]
    return {pick.subject: pick.place for pick in drawn[-1].picks} if drawn else {}


def _line(row: DeskRow, lots: Mapping[str, int], out: Mapping[str, frozenset[str]]) -> AgendaLine:
    item = row.item
    return AgendaLine(
        row=row,
        ends=time_of(minutes_of(item.starts) + item.minutes),
        lot=lots.get(item.application, 0),
        leaving=tuple(sorted(out.get(item.application, ()))) if item.application else (),
    )


def _offer(order: list[str], out: Mapping[str, frozenset[str]]) -> FewerExits | None:
    found = with_fewer_exits(order, out)
    now, then = exits(order, out), exits(found, out)
    return FewerExits(found, now, then) if then < now else None
