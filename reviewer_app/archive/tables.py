"""The tables of a workspace as CSV files that any office program and `check.py` read."""

import csv
from pathlib import Path

from reviewer_app.storage.store import Store
from reviewer_app.storage.tables import table_names, table_rows

PRIVATE = frozenset({"half_typed", "phrase", "pin", "private_note"})
"""What belongs to one person and is no record of the review."""


def write_tables(store: Store, folder: Path) -> int:
    """Write every table but the private ones; give how many.

    Raises:
        OSError: the folder takes no file.
    """
    folder.mkdir()
    names = [name for name in table_names() if name not in PRIVATE]
    for name in names:
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as target:
            csv.writer(target, lineterminator="\r\n").writerows(table_rows(store, name))
    return len(names)
