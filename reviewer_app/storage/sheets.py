"""Sheets, scores and comments.

A sheet row exists from the first touch on; an assigned sheet without a row is pending.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer_app.domain.sheet import SheetState
from reviewer_app.storage.store import Row, Store

_read_object = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet as stored, with row keys."""

    key: int
    application: int
    reviewer: int
    state: SheetState
    reason: str


def find_sheet(store: Store, application: int, reviewer: int) -> SheetRow | None:
    """Read one sheet, None while nobody touched it."""
    row = store.row(
        "SELECT id, application_id, reviewer_id, state, reason FROM sheet"
        " WHERE application_id = ? AND reviewer_id = ?",
        (application, reviewer),
    )
    return _sheet(row) if row else None


def _sheet(row: Row) -> SheetRow:
    key, application, reviewer, state, reason = row
    return SheetRow(key, application, reviewer, SheetState(state), reason)


def all_sheets(store: Store) -> Iterator[SheetRow]:
    """Read every touched sheet."""
    for row in store.stream("SELECT id, application_id, reviewer_id, state, reason FROM sheet"):
        yield _sheet(row)


def sheets_of(store: Store, application: int) -> list[SheetRow]:
    """Read the touched sheets of one application."""
    rows = store.rows(
        "SELECT id, application_id, reviewer_id, state, reason FROM sheet WHERE application_id = ?",
        (application,),
    )
    return [_sheet(row) for row in rows]


def open_sheet(store: Store, application: int, reviewer: int, uuid: str) -> int:
    """Make the row of a sheet that is touched for the first time; give its key."""
    return store.change(
        "INSERT INTO sheet (uuid, application_id, reviewer_id, state, reason)"
        " VALUES (?, ?, ?, 'draft', '')",
        (uuid, application, reviewer),
    )


def set_state(store: Store, key: int, state: SheetState, reason: str) -> None:
    """Write a sheet's state and its reason."""
    store.change(
        "UPDATE sheet SET state = ?, reason = ? WHERE id = ? AND (state <> ? OR reason <> ?)",
        (state.value, reason, key, state.value, reason),
    )


def write_score(store: Store, sheet: int, indicator: str, value: int) -> None:
    """Write one score in hundredths."""
    row = store.row(
        "SELECT value FROM score WHERE sheet_id = ? AND indicator = ?", (sheet, indicator)
    )
    if row is None:
        store.change(
            "INSERT INTO score (sheet_id, indicator, value) VALUES (?, ?, ?)",
            (sheet, indicator, value),
        )
    elif row[0] != value:
        store.change(
            "UPDATE score SET value = ? WHERE sheet_id = ? AND indicator = ?",
            (value, sheet, indicator),
        )


def insert_scores(store: Store, rows: Iterable[tuple[int, str, int]]) -> None:
    """Write scores of sheets that have none yet: sheet key, indicator, hundredths."""
    store.change_many("INSERT INTO score (sheet_id, indicator, value) VALUES (?, ?, ?)", rows)


def delete_score(store: Store, sheet: int, indicator: str) -> None:
    """Take a score back: the row is open again."""
    store.change("DELETE FROM score WHERE sheet_id = ? AND indicator = ?", (sheet, indicator))


def write_comment(store: Store, sheet: int, indicator: str, text: str) -> None:
    """Write, replace or (empty text) remove a comment."""
    row = store.row(
        "SELECT text FROM comment WHERE sheet_id = ? AND indicator = ?", (sheet, indicator)
    )
    if row is None and text:
        store.change(
            "INSERT INTO comment (sheet_id, indicator, text) VALUES (?, ?, ?)",
            (sheet, indicator, text),
        )
    elif row is not None and not text:
        store.change("DELETE FROM comment WHERE sheet_id = ? AND indicator = ?", (sheet, indicator))
    elif row is not None and row[0] != text:
        store.change(
            "UPDATE comment SET text = ? WHERE sheet_id = ? AND indicator = ?",
            (text, sheet, indicator),
        )


def scores_of(store: Store, sheet: int) -> dict[str, int]:
    """Read one sheet's scores in hundredths."""
    rows = store.rows("SELECT indicator, value FROM score WHERE sheet_id = ?", (sheet,))
    return {code: value for code, value in rows}


def all_scores(store: Store) -> dict[int, dict[str, int]]:
    """Read every score: sheet key -> indicator -> hundredths.

    SQLite hands over one object a sheet: a row a score takes five times as long.
    """
    return {
        sheet: _read_object(scores)
        for sheet, scores in store.stream(
            "SELECT sheet_id, json_group_object(indicator, value) FROM score GROUP BY sheet_id"
        )
    }


def panel_sheets(store: Store) -> Iterator[tuple[int, int, SheetState, dict[str, int]]]:
    """Read every touched sheet with its scores, where it counts.

    Gives application key, reviewer key, state and indicator -> hundredths. Scores of a
    sheet that does not count stay unread: nobody sees a draft before it is submitted.
    """
    states = {state.value: state for state in SheetState}
    for application, reviewer, state, scores in store.stream(
        "SELECT application_id, reviewer_id, state, CASE WHEN state IN ('submitted', 'locked')"
        " THEN (SELECT json_group_object(indicator, value) FROM score WHERE sheet_id = sheet.id)"
        " ELSE '{}' END FROM sheet ORDER BY application_id, reviewer_id"
    ):
        yield application, reviewer, states[state], _read_object(scores)


def all_comments(store: Store) -> dict[int, dict[str, str]]:
    """Read every comment: sheet key -> indicator -> text."""
    found: dict[int, dict[str, str]] = {}
    for sheet, code, text in store.stream("SELECT sheet_id, indicator, text FROM comment"):
        found.setdefault(sheet, {})[code] = text
    return found


def scored_indicators(store: Store) -> dict[str, int]:
    """Count the stored scores by indicator."""
    rows = store.rows("SELECT indicator, count(*) FROM score GROUP BY indicator")
    return {code: count for code, count in rows}


def void_scores(store: Store, indicators: Iterable[str]) -> None:
    """Delete every score of these indicators and reopen the sheets that had them."""
    for code in indicators:
        store.change(
            "UPDATE sheet SET state = 'draft' WHERE state IN ('submitted', 'locked')"
            " AND id IN (SELECT sheet_id FROM score WHERE indicator = ?)",
            (code,),
        )
        store.change("DELETE FROM score WHERE indicator = ?", (code,))
