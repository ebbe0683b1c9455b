"""Drawn panels and orders, every attempt of them."""

import json
from collections.abc import Iterable
from dataclasses import replace

from reviewer_app.domain.drawing import Answer, Draw, DrawMethod, DrawPurpose, Pick
from reviewer_app.storage.store import Store


def next_attempt(store: Store) -> int:
    """Count the attempt that comes."""
    row = store.row("SELECT ifnull(max(attempt), 0) + 1 FROM draw")
    return int(row[0]) if row else 1


def load_draws(store: Store) -> tuple[Draw, ...]:
    """Read every attempt with its picks, oldest first."""
    rows = store.rows(
        "SELECT attempt, purpose, method, seed, pool, criteria, reason, supervisor, drawn_at"
        " FROM draw ORDER BY attempt"
    )
    return tuple(
        Draw(
            attempt=row[0],
            purpose=DrawPurpose(row[1]),
            method=DrawMethod(row[2]),
            seed=row[3],
            pool=tuple(json.loads(row[4])),
            criteria=tuple(json.loads(row[5])),
            reason=row[6],
            supervisor=row[7],
            at=row[8],
            picks=_picks(store, row[0]),
        )
        for row in rows
    )


def _picks(store: Store, attempt: int) -> tuple[Pick, ...]:
    rows = store.rows(
        "SELECT place, subject, seat, answer, note, answered_at, seated_as FROM draw_pick"
        " WHERE attempt = ? ORDER BY place",
        (attempt,),
    )
    return tuple(
        Pick(row[0], row[1], row[2], Answer(row[3]), row[4], row[5], row[6]) for row in rows
    )


def insert_draw(store: Store, draw: Draw) -> None:
    """Write an attempt and what was drawn."""
    store.change(
        "INSERT INTO draw (attempt, purpose, method, seed, pool, criteria, reason, supervisor,"
        " drawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(draw.attempt, draw.purpose.value, draw.method.value, draw.seed),
            *(json.dumps(list(part), ensure_ascii=False) for part in (draw.pool, draw.criteria)),
            *(draw.reason, draw.supervisor, draw.at),
        ),
    )
    store.change_many(
        "INSERT INTO draw_pick (attempt, place, subject, seat, answer, note, answered_at,"
        " seated_as) VALUES (?, ?, ?, ?, ?, ?, ?, '')",
        [
            (draw.attempt, pick.place, pick.subject, pick.seat, pick.answer, pick.note, pick.at)
            for pick in draw.picks
        ],
    )


def write_answers(store: Store, draw: Draw, picks: Iterable[Pick]) -> None:
    """Write the picks of an attempt that differ from what stands."""
    known = {pick.place: pick for pick in draw.picks}
    for pick in picks:
        if pick != known[pick.place]:
            kept = replace(known[pick.place], answer=pick.answer, note=pick.note, at=pick.at)
            store.change(
                "UPDATE draw_pick SET answer = ?, note = ?, answered_at = ?"
                " WHERE attempt = ? AND place = ?",
                (kept.answer.value, kept.note, kept.at, draw.attempt, kept.place),
            )


def write_seats(store: Store, attempt: int, seated: Iterable[tuple[int, str]]) -> None:
    """Write which number the expert of each place has on the panel."""
    store.change_many(
        "UPDATE draw_pick SET seated_as = ? WHERE attempt = ? AND place = ?",
        [(number, attempt, place) for place, number in seated],
    )
