"""Apply the before images of an entry."""

import json

from reviewer_app.storage.journal import RowChange, image_of
from reviewer_app.storage.schema import KEYS
from reviewer_app.storage.store import Store


def later_change(store: Store, seq: int) -> int | None:
    """Give the first later entry that touched a row of entry `seq`, None without one.

    A row that stands again as the entry left it is untouched: what was done to it later has
    been undone.
    """
    left = {(change.table, change.key): change.after for change in store.changes_of(seq)}
    for (table, key), after in left.items():
        if _image(store, table, key) != after:
            row = store.row(
                "SELECT seq FROM journal_change WHERE seq > ? AND table_name = ? AND row_key = ?"
                " ORDER BY seq LIMIT 1",
                (seq, table, key),
            )
            return row[0] if row else seq
    return None


def _image(store: Store, table: str, key: str) -> str | None:
    keys = KEYS[table]
    where = " AND ".join(f"{name} = ?" for name in keys)
    image = image_of(store.columns_of(table), table)
    row = store.row(f"SELECT {image} FROM {table} WHERE {where}", json.loads(key))
    return row[0] if row else None


def later_dependent(store: Store, seq: int) -> int | None:
    """Give the last entry whose rows point to what undoing entry `seq` took away.

    Runs inside `Store.write`, after `put_back`; None when nothing hangs in the air.
    """
    gone = {change.table for change in store.changes_of(seq) if change.before is None}
    for child in KEYS:
        parents = {row[2] for row in store.rows(f"PRAGMA foreign_key_list({child})")}
        if parents & gone and store.rows(f"PRAGMA foreign_key_check({child})"):
            row = store.row(
                "SELECT ifnull(max(seq), ?) FROM journal_change WHERE seq > ? AND table_name = ?",
                (seq, seq, child),
            )
            return row[0] if row else seq
    return None


def put_back(store: Store, seq: int) -> None:
    """Undo the entry's changes, last first; runs inside `Store.write`."""
    store.change("PRAGMA defer_foreign_keys = ON")
    for change in reversed(store.changes_of(seq)):
        _put_back_row(store, change)


def _put_back_row(store: Store, change: RowChange) -> None:
    table, keys = change.table, KEYS[change.table]
    where = " AND ".join(f"{name} = ?" for name in keys)
    values = json.loads(change.key)
    if change.before is None:
        store.change(f"DELETE FROM {table} WHERE {where}", values)
        return
    image: dict[str, object] = json.loads(change.before)
    if change.after is None:
        names, marks = ", ".join(image), ", ".join("?" * len(image))
        store.change(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(image.values()))
        return
    assigned = ", ".join(f"{name} = ?" for name in image)
    store.change(f"UPDATE {table} SET {assigned} WHERE {where}", [*image.values(), *values])
