"""Find what a verb or a query names: applications, reviewers, indicators, sheets."""

from difflib import get_close_matches

from reviewer_app.domain.errors import NotAssigned, UnknownNumber
from reviewer_app.domain.scheme import Indicator, Scheme, SchemeInput
from reviewer_app.storage.applications import application_keys
from reviewer_app.storage.batch import load_batch
from reviewer_app.storage.people import reviewer_keys
from reviewer_app.storage.store import Store


def find_application(store: Store, number: str) -> int:
    """Give the row key of an application.

    Raises:
        UnknownNumber: with the numbers that look like it.
    """
    row = store.row("SELECT id FROM application WHERE number = ?", (number,))
    if row is None:
        near = get_close_matches(number, application_keys(store), n=3, cutoff=0.5)
        raise UnknownNumber("application", number, tuple(near))
    key: int = row[0]
    return key


def find_reviewer(store: Store, number: str) -> int:
    """Give the row key of a reviewer.

    Raises:
        UnknownNumber: with the numbers that look like it.
    """
    row = store.row("SELECT id FROM person WHERE number = ?", (number,))
    if row is None:
        near = get_close_matches(number, reviewer_keys(store), n=3, cutoff=0.5)
        raise UnknownNumber("reviewer", number, tuple(near))
    key: int = row[0]
    return key


def find_indicator(scheme: Scheme, code: str) -> Indicator:
    """Give the on-sheet indicator of that code.

    Raises:
        UnknownNumber: no such indicator is scored by reviewers.
    """
    for indicator in scheme.on_sheet:
        if indicator.code == code:
            return indicator
    codes = tuple(indicator.code for indicator in scheme.on_sheet)
    raise UnknownNumber("indicator", code, codes)


def find_input(scheme: Scheme, key: str) -> SchemeInput:
    """Give the input of that key.

    Raises:
        UnknownNumber: the scheme has no such input.
    """
    found = scheme.input_by_key.get(key)
    if found is None:
        raise UnknownNumber("input", key, tuple(scheme.input_by_key))
    return found


def find_pair(store: Store, application: str, reviewer: str) -> tuple[int, int]:
    """Give both row keys of an assigned sheet.

    Raises:
        UnknownNumber, NotAssigned: names what is wrong.
    """
    pair = (find_application(store, application), find_reviewer(store, reviewer))
    if load_batch(store).everyone:
        return pair
    row = store.row("SELECT 1 FROM assignment WHERE application_id = ? AND reviewer_id = ?", pair)
    if row is None:
        raise NotAssigned(reviewer, application)
    return pair
