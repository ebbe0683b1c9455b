"""The tables of a session refuse what a record of a meeting may not hold."""

import sqlite3
from pathlib import Path

import pytest

from reviewer_app.storage.store import Store
from tests.storage.files import a_deed, a_store

DAY = "INSERT INTO session_day VALUES ('2026-12-01', '09:00', '17:30')"
ITEM = (
    "INSERT INTO agenda_item (position, kind, application_id, title, day, starts, minutes,"
    " state, began_at, ended_at) VALUES"
)


def refused(store: Store, *statements: str) -> bool:
    """Say whether the last statement is refused after the others were taken."""
    taken = 0
    try:
        with store.write(a_deed()):
            for statement in statements:
                store.change(statement)
                taken += 1
    except sqlite3.IntegrityError:
        return taken == len(statements) - 1
    return False


def test_a_real_batch_never_becomes_a_rehearsal(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    assert refused(store, "INSERT INTO rehearsal VALUES (1, '2026-12-01T09:00:00+08:00')")
    store.close()


NO_CHANGE = """INSERT INTO score_change (id, sheet_id, indicator, before, after, code,
 explanation, changed_by, changed_at, reviewer_confirmed_at, leader_confirmed_at, leader)
 VALUES (1, 1, 'B1', 9, 9, '06', 'a', '', '', '', '', '')"""


@pytest.mark.parametrize(
    "statements",
    [
        (DAY, f"{ITEM} (1, 'application', NULL, '', '2026-12-01', '09:00', 20, 'planned', '', '')"),
        (
            DAY,
            f"{ITEM} (1, 'pause', NULL, '茶歇', '2026-12-01', '10:00', 10, 'current', '', '')",
            f"{ITEM} (2, 'pause', NULL, '午休', '2026-12-01', '12:00', 10, 'current', '', '')",
        ),
        ("INSERT INTO panel_vote VALUES (1, 'tie', NULL, '?', 5, 3, 1, 0, 1, '')",),
        (NO_CHANGE,),
    ],
    ids=["an item without its application", "two at once", "lost ballots", "no change"],
)
def test_the_record_takes_no_nonsense(tmp_path: Path, statements: tuple[str, ...]) -> None:
    store = a_store(tmp_path / "w.review")

    assert refused(store, *statements)
    store.close()


def test_an_earlier_result_stays_for_ever(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    row = ("{}", "0" * 64, 7, "0" * 64, "王干事", "2026-12-01T18:00:00+08:00")
    with store.write(a_deed()):
        store.change("INSERT INTO result_snapshot VALUES (1, ?, ?, ?, ?, ?, ?)", row)

    assert refused(store, "UPDATE result_snapshot SET document = '{\"a\":1}'")
    assert refused(store, "DELETE FROM result_snapshot")
    store.close()
