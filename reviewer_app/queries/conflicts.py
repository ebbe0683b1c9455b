"""What members named as a conflict of interest in their recusal statement."""

import re
from collections.abc import Iterable

from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage import applications, batch, people, room, sheets
from reviewer_app.storage.store import Store

_NUMBER = re.compile(r"[A-Za-z0-9-]+")


def stated_conflicts(store: Store) -> dict[str, frozenset[str]]:
    """Give what stands in each reviewer's statement, split into what may be a number."""
    return {
        made.person.number: frozenset(_NUMBER.findall(made.conflicts))
        for made in room.load_statements(store)
        if made.conflicts
    }


def named_conflicts(store: Store, active: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the applications each reviewer named, would score, and is not recused from."""
    stated = stated_conflicts(store)
    if not stated:
        return {}
    recused = _recused(store)
    is_assigned = _assignments(store)
    found = {
        reviewer: tuple(
            number
            for number in active
            if number in named
            and (number, reviewer) not in recused
            and (is_assigned is None or (number, reviewer) in is_assigned)
        )
        for reviewer, named in stated.items()
    }
    return {reviewer: numbers for reviewer, numbers in found.items() if numbers}


def _recused(store: Store) -> set[tuple[str, str]]:
    numbers = {key: number for number, key in applications.application_keys(store).items()}
    reviewers = {key: number for number, key in people.reviewer_keys(store).items()}
    return {
        (numbers[sheet.application], reviewers[sheet.reviewer])
        for sheet in sheets.all_sheets(store)
        if sheet.state is SheetState.RECUSED
    }


def _assignments(store: Store) -> set[tuple[str, str]] | None:
    """Give who scores what, None where everybody scores everything."""
    return None if batch.load_batch(store).everyone else set(people.load_assignments(store))
