"""Paper sheets: two entries of each, and the total written on the paper.

What both entries agree on becomes scores by `workflow.paper_entry`; nothing here counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper sheet as stored; `total` in hundredths, None while it was not typed.

    `total_note` says why the total on the paper may differ from the sum.
    """

    sheet: int
    total: int | None
    first_by: str
    second_by: str
    total_note: str


def find_paper(store: Store, sheet: int) -> PaperRow | None:
    """Read one paper sheet, None where nobody typed it."""
    row = store.row(
        "SELECT sheet_id, paper_total, first_by, second_by, total_note FROM paper_sheet"
        " WHERE sheet_id = ?",
        (sheet,),
    )
    return PaperRow(*row) if row else None


def all_papers(store: Store) -> Mapping[int, PaperRow]:
    """Read every paper sheet by sheet key."""
    rows = store.rows(
        "SELECT sheet_id, paper_total, first_by, second_by, total_note FROM paper_sheet"
    )
    return {row[0]: PaperRow(*row) for row in rows}


def open_paper(store: Store, sheet: int, first_by: str) -> None:
    """Begin the first entry of a sheet."""
    store.change(
        "INSERT INTO paper_sheet (sheet_id, paper_total, first_by, second_by, total_note)"
        " VALUES (?, NULL, ?, '', '')",
        (sheet, first_by),
    )


def set_second(store: Store, sheet: int, name: str) -> None:
    """Say who types the second entry."""
    store.change("UPDATE paper_sheet SET second_by = ? WHERE sheet_id = ?", (name, sheet))


def set_total(store: Store, sheet: int, total: int | None, note: str) -> None:
    """Write the total as it stands on the paper."""
    store.change(
        "UPDATE paper_sheet SET paper_total = ?, total_note = ? WHERE sheet_id = ?",
        (total, note, sheet),
    )


def write_paper_score(store: Store, sheet: int, entry: int, indicator: str, value: int) -> None:
    """Write one typed value in hundredths."""
    known = store.row(
        "SELECT value FROM paper_score WHERE sheet_id = ? AND entry = ? AND indicator = ?",
        (sheet, entry, indicator),
    )
    if known is None:
        store.change(
            "INSERT INTO paper_score (sheet_id, entry, indicator, value) VALUES (?, ?, ?, ?)",
            (sheet, entry, indicator, value),
        )
    elif known[0] != value:
        store.change(
            "UPDATE paper_score SET value = ? WHERE sheet_id = ? AND entry = ? AND indicator = ?",
            (value, sheet, entry, indicator),
        )


def delete_paper_score(store: Store, sheet: int, entry: int, indicator: str) -> None:
    """Empty one typed cell."""
    store.change(
        "DELETE FROM paper_score WHERE sheet_id = ? AND entry = ? AND indicator = ?",
        (sheet, entry, indicator),
    )


def entries_of(store: Store, sheet: int) -> Mapping[int, Mapping[str, int]]:
    """Read both entries of one sheet: 1 and 2 -> indicator -> hundredths."""
    found: dict[int, dict[str, int]] = {1: {}, 2: {}}
    for entry, indicator, value in store.rows(
        "SELECT entry, indicator, value FROM paper_score WHERE sheet_id = ?", (sheet,)
    ):
        found[entry][indicator] = value
    return found


def all_entries(store: Store) -> Mapping[int, Mapping[int, Mapping[str, int]]]:
    """Read every entry: sheet key -> 1 or 2 -> indicator -> hundredths."""
    found: dict[int, dict[int, dict[str, int]]] = {}
    for sheet, entry, indicator, value in _all_scores(store):
        found.setdefault(sheet, {1: {}, 2: {}})[entry][indicator] = value
    return found


def _all_scores(store: Store) -> Iterator[tuple[int, int, str, int]]:
    for row in store.stream("SELECT sheet_id, entry, indicator, value FROM paper_score"):
        yield row[0], row[1], row[2], row[3]
