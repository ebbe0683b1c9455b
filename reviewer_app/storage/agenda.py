"""The agenda and the uses of the timer."""

from collections.abc import Iterable, Sequence

from reviewer_app.domain.agenda import (
    AgendaItem,
    ItemKind,
    ItemState,
    Step,
    TimerDeed,
    TimerEvent,
)
from reviewer_app.storage.store import Store

_ITEMS = (
    "SELECT g.id, g.position, g.kind, ifnull(a.number, ''), g.title, g.day, g.starts,"
    " g.minutes, g.state, g.began_at, g.ended_at FROM agenda_item AS g"
    " LEFT JOIN application AS a ON a.id = g.application_id ORDER BY g.position, g.id"
)


def load_agenda(store: Store) -> tuple[AgendaItem, ...]:
    """Read the agenda in order."""
    return tuple(
        AgendaItem(
            key=row[0],
            position=row[1],
            kind=ItemKind(row[2]),
            application=row[3],
            title=row[4],
            day=row[5],
            starts=row[6],
            minutes=row[7],
            state=ItemState(row[8]),
            began_at=row[9],
            ended_at=row[10],
        )
        for row in store.rows(_ITEMS)
    )


def write_agenda(store: Store, items: Sequence[AgendaItem], applications: dict[str, int]) -> None:
    """Make what is planned exactly the planned ones of these; what began stays as it is.

    An item with key 0 is new.
    """
    kept = {item.key for item in items if item.key}
    for known in load_agenda(store):
        if known.key not in kept and known.state is ItemState.PLANNED:
            store.change("DELETE FROM agenda_item WHERE id = ?", (known.key,))
    for position, item in enumerate(items, 1):
        times = (position, item.title, item.day, item.starts, item.minutes)
        if item.key:
            store.change(
                "UPDATE agenda_item SET position = ?, title = ?, day = ?, starts = ?, minutes = ?"
                " WHERE id = ?",
                (*times, item.key),
            )
        else:
            key = applications[item.application] if item.application else None
            store.change(
                "INSERT INTO agenda_item (position, title, day, starts, minutes, kind,"
                " application_id, state, began_at, ended_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, 'planned', '', '')",
                (*times, item.kind.value, key),
            )


def move_items(store: Store, items: Iterable[AgendaItem]) -> None:
    """Write new days and times of items that are there."""
    store.change_many(
        "UPDATE agenda_item SET day = ?, starts = ? WHERE id = ?",
        [(item.day, item.starts, item.key) for item in items],
    )


def set_item(store: Store, key: int, state: ItemState, *, began: str, ended: str) -> None:
    """Write how far an item is."""
    store.change(
        "UPDATE agenda_item SET state = ?, began_at = ?, ended_at = ? WHERE id = ?",
        (state.value, began, ended, key),
    )


def timer_events(store: Store, item: int) -> tuple[TimerEvent, ...]:
    """Read the uses of the timer for one item, oldest first."""
    rows = store.rows(
        "SELECT item_id, step, event, seconds, at FROM timer_event WHERE item_id = ? ORDER BY id",
        (item,),
    )
    return tuple(
        TimerEvent(row[0], Step(row[1]), TimerDeed(row[2]), row[3], row[4]) for row in rows
    )


def insert_timer_event(store: Store, event: TimerEvent) -> None:
    """Write one use of the timer."""
    store.change(
        "INSERT INTO timer_event (item_id, step, event, seconds, at) VALUES (?, ?, ?, ?, ?)",
        (event.item, event.step.value, event.deed.value, event.seconds, event.at),
    )
