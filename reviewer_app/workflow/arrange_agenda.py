"""Arrange what has not begun of the agenda: move an item, put one in, change its box."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer_app.domain.agenda import AgendaItem, ItemKind, ItemState
from reviewer_app.domain.errors import NothingChanged, UnknownNumber
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.keep_agenda import make_agenda
from reviewer_app.workspace import Workspace


def put_item(workspace: Workspace, key: int, place: int) -> None:
    """Put a planned item at a place among the planned ones, counted from 0.

    Raises:
        UnknownNumber, NothingChanged: no such planned item, or it stands there.
    """
    planned = planned_items(workspace)
    at = _place_of(planned, key)
    item = planned.pop(at)
    planned.insert(max(0, min(place, len(planned))), item)
    if planned[at].key == key:
        raise NothingChanged("make_agenda")
    make_agenda(workspace, planned)


def move_item(workspace: Workspace, key: int, by: int) -> None:
    """Move a planned item so many places on, or back where `by` is negative.

    Raises:
        UnknownNumber, NothingChanged: no such planned item, or it is the last one there.
    """
    at = _place_of(planned_items(workspace), key)
    put_item(workspace, key, at + by)


def insert_item(
    workspace: Workspace, kind: ItemKind, title: str, minutes: int, *, after: int = 0
) -> None:
    """Put a new item behind a planned one, or before all others with 0.

    Raises:
        UnknownNumber: there is no such planned item.
    """
    planned = planned_items(workspace)
    at = _place_of(planned, after) + 1 if after else 0
    planned.insert(at, AgendaItem(0, 1, kind, "", title.strip(), "", "", minutes))
    make_agenda(workspace, planned)


def change_item(workspace: Workspace, key: int, title: str, minutes: int) -> None:
    """Give a planned item another title or box.

    Raises:
        UnknownNumber, NothingChanged: no such planned item, or it is like this already.
    """
    planned = planned_items(workspace)
    at = _place_of(planned, key)
    changed = replace(planned[at], title=title.strip(), minutes=minutes)
    if changed == planned[at]:
        raise NothingChanged("make_agenda")
    planned[at] = changed
    make_agenda(workspace, planned)


def remove_item(workspace: Workspace, key: int) -> None:
    """Take a planned pause, opening or discussion out; applications are dropped instead.

    Raises:
        UnknownNumber: there is no such planned item.
    """
    planned = planned_items(workspace)
    at = _place_of(planned, key)
    if planned[at].kind is ItemKind.APPLICATION:
        raise UnknownNumber("entry", str(key))
    del planned[at]
    make_agenda(workspace, planned)


def order_applications(workspace: Workspace, order: Sequence[str]) -> None:
    """Fill the places of applications in this order; other items stay where they are.

    Raises:
        NothingChanged: they stand in it already.
    """
    planned = planned_items(workspace)
    known = {item.application: item for item in planned if item.application}
    wanted = [known[number] for number in order if number in known]
    if wanted == list(known.values()):
        raise NothingChanged("make_agenda")
    rest = iter(wanted)
    make_agenda(workspace, [next(rest) if item.application else item for item in planned])


def planned_items(workspace: Workspace) -> list[AgendaItem]:
    """Give what has not begun, in order."""
    return [one for one in load_agenda(workspace.store) if one.state is ItemState.PLANNED]


def _place_of(planned: Sequence[AgendaItem], key: int) -> int:
    for at, item in enumerate(planned):
        if item.key == key:
            return at
    raise UnknownNumber("entry", str(key))
