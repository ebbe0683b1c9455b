"""What a reviewer keeps beside the scores: notes, skipped sheets, answers, phrases.

Half-typed text is outside the journal: it becomes a comment or a note, or goes.
"""

import json
from dataclasses import dataclass

from reviewer_app.domain.own_work import HalfTyped, Question
from reviewer_app.storage.store import Row, Store

_WORK = (
    "SELECT a.id, a.number, a.name, a.standing, s.id, s.state, s.reason,"
    " s.id IN (SELECT sheet_id FROM skipped_sheet),"
    " (SELECT json_group_object(indicator, value) FROM score WHERE sheet_id = s.id)"
    " FROM application AS a"
    " LEFT JOIN sheet AS s ON s.application_id = a.id AND s.reviewer_id = ?"
)
_ASSIGNED = (
    " ((SELECT assignment FROM batch WHERE id = 1) = 'everyone' OR EXISTS (SELECT 1 FROM"
    " assignment AS x WHERE x.application_id = a.id AND x.reviewer_id = ?))"
)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One assigned application with the reviewer's sheet; `sheet` is None while untouched."""

    application: int
    number: str
    name: str
    standing: str
    sheet: int | None
    state: str
    reason: str
    is_skipped: bool
    scores: dict[str, int]


def work_of(store: Store, reviewer: int) -> list[WorkRow]:
    """Read every application assigned to a reviewer, in the order of their import."""
    sql = f"{_WORK} WHERE {_ASSIGNED} ORDER BY a.id"
    return [_work(row) for row in store.rows(sql, (reviewer, reviewer))]


def work_on(store: Store, application: int, reviewer: int) -> WorkRow | None:
    """Read one of them, None where the reviewer is not assigned."""
    sql = f"{_WORK} WHERE a.id = ? AND {_ASSIGNED}"
    found = store.row(sql, (reviewer, application, reviewer))
    return _work(found) if found else None


def _work(row: Row) -> WorkRow:
    application, number, name, standing, sheet, state, reason, skipped, scores = row
    return WorkRow(
        application=application,
        number=number,
        name=name,
        standing=standing,
        sheet=sheet,
        state=state or "pending",
        reason=reason or "",
        is_skipped=bool(skipped),
        scores=json.loads(scores),
    )


def note_of(store: Store, sheet: int) -> str:
    """Read the private note on a sheet, empty without one."""
    row = store.row("SELECT text FROM private_note WHERE sheet_id = ? AND indicator = ''", (sheet,))
    return row[0] if row else ""


def write_note(store: Store, sheet: int, text: str) -> None:
    """Write, replace or (empty text) remove the private note on a sheet."""
    before = note_of(store, sheet)
    if not text:
        store.change("DELETE FROM private_note WHERE sheet_id = ? AND indicator = ''", (sheet,))
    elif not before:
        store.change(
            "INSERT INTO private_note (sheet_id, indicator, text) VALUES (?, '', ?)", (sheet, text)
        )
    elif before != text:
        store.change(
            "UPDATE private_note SET text = ? WHERE sheet_id = ? AND indicator = ''", (text, sheet)
        )


def is_skipped(store: Store, sheet: int) -> bool:
    """Say whether a sheet was put aside for the end of the queue."""
    return store.row("SELECT 1 FROM skipped_sheet WHERE sheet_id = ?", (sheet,)) is not None


def set_skipped(store: Store, sheet: int) -> None:
    """Put a sheet aside for the end of the queue."""
    store.change("INSERT INTO skipped_sheet (sheet_id) VALUES (?)", (sheet,))


def take_up(store: Store, sheet: int) -> None:
    """Take a skipped sheet up again."""
    store.change("DELETE FROM skipped_sheet WHERE sheet_id = ?", (sheet,))


def answers_of(store: Store, sheet: int) -> dict[tuple[str, Question], int]:
    """Read which questions were answered: indicator and question -> the value it was about."""
    rows = store.rows(
        "SELECT indicator, question, value FROM confirmed_score WHERE sheet_id = ?", (sheet,)
    )
    return {(code, Question(question)): value for code, question, value in rows}


def write_answer(store: Store, sheet: int, indicator: str, question: Question, value: int) -> None:
    """Note that an unusual value is meant."""
    key = (sheet, indicator, question.value)
    store.change(
        "DELETE FROM confirmed_score WHERE sheet_id = ? AND indicator = ? AND question = ?", key
    )
    store.change(
        "INSERT INTO confirmed_score (sheet_id, indicator, question, value) VALUES (?, ?, ?, ?)",
        (*key, value),
    )


def phrases_of(store: Store, person: int) -> tuple[str, ...]:
    """Read a person's phrases, oldest first."""
    rows = store.rows("SELECT text FROM phrase WHERE person_id = ? ORDER BY id", (person,))
    return tuple(row[0] for row in rows)


def insert_phrase(store: Store, person: int, text: str) -> None:
    """Add a phrase to a person's bank."""
    store.change("INSERT INTO phrase (person_id, text) VALUES (?, ?)", (person, text))


def delete_phrase(store: Store, person: int, text: str) -> None:
    """Take a phrase out of a person's bank."""
    store.change("DELETE FROM phrase WHERE person_id = ? AND text = ?", (person, text))


def half_typed_of(store: Store, application: int, reviewer: int) -> tuple[HalfTyped, ...]:
    """Read what was being typed on a sheet when the program ended."""
    rows = store.rows(
        "SELECT indicator, is_note, text FROM half_typed"
        " WHERE application_id = ? AND reviewer_id = ?",
        (application, reviewer),
    )
    return tuple(HalfTyped(code, is_note == 1, text) for code, is_note, text in rows)


def keep_half_typed(store: Store, application: int, reviewer: int, typed: HalfTyped) -> None:
    """Keep text that is being typed, outside the journal."""
    store.log_outside_journal(
        "INSERT INTO half_typed (application_id, reviewer_id, indicator, is_note, text)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text",
        (application, reviewer, typed.indicator, int(typed.is_note), typed.text),
    )


def drop_half_typed(
    store: Store, application: int, reviewer: int, indicator: str, *, is_note: bool
) -> None:
    """Let go of text that has become a comment or a note."""
    store.log_outside_journal(
        "DELETE FROM half_typed WHERE application_id = ? AND reviewer_id = ?"
        " AND indicator = ? AND is_note = ?",
        (application, reviewer, indicator, int(is_note)),
    )
