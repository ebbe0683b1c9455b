"""What staff record of their checks, row by row; `check_reading` reads it whole."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain.checks import (
    CreditLine,
    CreditResult,
    FormalLine,
    FormalResult,
    InputCheck,
    Overlap,
    SameContent,
    Supplement,
    SupportLevel,
)
from reviewer_app.storage.store import Store


def formal_lines(store: Store, key: int) -> tuple[FormalLine, ...]:
    """Read the lines of one formal check."""
    rows = store.rows(
        "SELECT item, result, remark, checked_by, checked_on, rechecked_by"
        " FROM formal_check WHERE application_id = ? ORDER BY item",
        (key,),
    )
    return tuple(FormalLine(row[0], FormalResult(row[1]), *row[2:]) for row in rows)


def write_formal_line(store: Store, key: int, line: FormalLine) -> None:
    """Write one line in place of what stood there."""
    values = (line.result.value, line.remark, line.checked_by, line.checked_on, line.rechecked_by)
    place = (key, line.item)
    there = store.row("SELECT 1 FROM formal_check WHERE application_id = ? AND item = ?", place)
    if there is None:
        store.change(
            "INSERT INTO formal_check (result, remark, checked_by, checked_on, rechecked_by,"
            " application_id, item) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, *place),
        )
        return
    store.change(
        "UPDATE formal_check SET result = ?, remark = ?, checked_by = ?, checked_on = ?,"
        " rechecked_by = ? WHERE application_id = ? AND item = ?",
        (*values, *place),
    )


def supplement_of(store: Store, key: int) -> Supplement | None:
    """Read what was asked for once more, None where nothing was."""
    row = store.row(
        "SELECT notified_on, due_on, received_on, remark FROM supplement WHERE application_id = ?",
        (key,),
    )
    return None if row is None else Supplement(*row)


def write_supplement(store: Store, key: int, supplement: Supplement) -> None:
    """Write the notice and its answer in place of what stood there."""
    values = (
        supplement.notified_on,
        supplement.due_on,
        supplement.received_on,
        supplement.remark,
        key,
    )
    if supplement_of(store, key) is None:
        store.change(
            "INSERT INTO supplement (notified_on, due_on, received_on, remark, application_id)"
            " VALUES (?, ?, ?, ?, ?)",
            values,
        )
        return
    store.change(
        "UPDATE supplement SET notified_on = ?, due_on = ?, received_on = ?, remark = ?"
        " WHERE application_id = ?",
        values,
    )


def credit_lines(store: Store, key: int) -> Mapping[int, CreditLine]:
    """Read the queries about one applicant by row key, oldest first."""
    rows = store.rows(
        "SELECT id, source, queried_on, result, remark, file_number, checked_by"
        " FROM credit_check WHERE application_id = ? ORDER BY queried_on, id",
        (key,),
    )
    return {row[0]: CreditLine(row[1], row[2], CreditResult(row[3]), *row[4:]) for row in rows}


def _credit_values(line: CreditLine) -> tuple[str, ...]:
    return (
        line.source,
        line.queried_on,
        line.result.value,
        line.remark,
        line.file_number,
        line.checked_by,
    )


def insert_credit_line(store: Store, key: int, line: CreditLine) -> None:
    """Write a new query."""
    store.change(
        "INSERT INTO credit_check (source, queried_on, result, remark, file_number, checked_by,"
        " application_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*_credit_values(line), key),
    )


def update_credit_line(store: Store, row: int, line: CreditLine) -> None:
    """Write a query in place of a wrong one."""
    store.change(
        "UPDATE credit_check SET source = ?, queried_on = ?, result = ?, remark = ?,"
        " file_number = ?, checked_by = ? WHERE id = ?",
        (*_credit_values(line), row),
    )


def overlaps_of(store: Store, key: int) -> Mapping[int, Overlap]:
    """Read the other support of one application by row key."""
    rows = store.rows(
        "SELECT id, level, scheme, year, same_content, amount_fen, evidence, decision,"
        " decided_by FROM overlap WHERE application_id = ? ORDER BY id",
        (key,),
    )
    return {
        row[0]: Overlap(SupportLevel(row[1]), row[2], row[3], SameContent(row[4]), row[5], *row[6:])
        for row in rows
    }


def _overlap_values(overlap: Overlap) -> tuple[object, ...]:
    return (
        overlap.level.value,
        overlap.scheme,
        overlap.year,
        overlap.same_content.value,
        overlap.amount_fen,
        overlap.evidence,
        overlap.decision,
        overlap.decided_by,
    )


def insert_overlap(store: Store, key: int, overlap: Overlap) -> None:
    """Write another support."""
    store.change(
        "INSERT INTO overlap (level, scheme, year, same_content, amount_fen, evidence, decision,"
        " decided_by, application_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*_overlap_values(overlap), key),
    )


def update_overlap(store: Store, row: int, overlap: Overlap) -> None:
    """Write another support in place of what stood there."""
    store.change(
        "UPDATE overlap SET level = ?, scheme = ?, year = ?, same_content = ?, amount_fen = ?,"
        " evidence = ?, decision = ?, decided_by = ? WHERE id = ?",
        (*_overlap_values(overlap), row),
    )


@dataclass(frozen=True, slots=True)
class Retyping:
    """A second person's reading, and how often that value was typed."""

    check: InputCheck
    attempts: int


def retypings_of(store: Store, key: int) -> Mapping[str, Retyping]:
    """Read the second looks at the inputs of one application."""
    rows = store.rows(
        "SELECT input, value, typed, checked_by, checked_at, attempts FROM metric_check"
        " WHERE application_id = ?",
        (key,),
    )
    return {row[0]: Retyping(InputCheck(*row[1:5]), row[5]) for row in rows}


def write_retyping(store: Store, key: int, name: str, retyping: Retyping) -> None:
    """Write a second look at one input in place of an earlier one."""
    check = retyping.check
    values = (check.value, check.typed, retyping.attempts, check.checked_by, check.checked_at)
    place = (key, name)
    there = store.row("SELECT 1 FROM metric_check WHERE application_id = ? AND input = ?", place)
    if there is None:
        store.change(
            "INSERT INTO metric_check (value, typed, attempts, checked_by, checked_at,"
            " application_id, input) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, *place),
        )
        return
    store.change(
        "UPDATE metric_check SET value = ?, typed = ?, attempts = ?, checked_by = ?,"
        " checked_at = ? WHERE application_id = ? AND input = ?",
        (*values, *place),
    )


def metric_authors(store: Store, key: int) -> Mapping[str, frozenset[str]]:
    """Say who brought in the present value of each input, from the journal."""
    mark = f"[{key},"
    rows = store.rows(
        "SELECT m.input, j.actor FROM journal_change AS c"
        " CROSS JOIN metric AS m ON m.application_id = ?"
        " AND c.row_key = json_array(m.application_id, m.input)"
        " JOIN journal AS j ON j.seq = c.seq"
        " WHERE c.table_name = 'metric' AND substr(c.row_key, 1, ?) = ?"
        " AND json_extract(c.after, '$.value') = m.value"
        " AND json_extract(c.before, '$.value') IS NOT m.value",
        (key, len(mark), mark),
    )
    found: dict[str, set[str]] = {}
    for name, actor in rows:
        found.setdefault(name, set()).add(actor)
    return {name: frozenset(actors) for name, actors in found.items()}


def evidence_rows(store: Store, key: int) -> Mapping[str, tuple[int | None, str]]:
    """Read the row key of the attachment and the page, by indicator."""
    rows = store.rows(
        "SELECT indicator, attachment_id, page FROM evidence WHERE application_id = ?", (key,)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def proofs_of(store: Store, key: int) -> Mapping[str, tuple[str, str, str]]:
    """Read UUID and title of the attachment (empty: paper only) and the page, by indicator."""
    rows = store.rows(
        "SELECT e.indicator, ifnull(t.uuid, ''), ifnull(t.title, ''), e.page FROM evidence AS e"
        " LEFT JOIN attachment AS t ON t.id = e.attachment_id WHERE e.application_id = ?",
        (key,),
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def write_evidence(store: Store, key: int, code: str, attachment: int | None, page: str) -> None:
    """Write where the proof of one indicator stands."""
    values = (attachment, page, key, code)
    there = store.row(
        "SELECT 1 FROM evidence WHERE application_id = ? AND indicator = ?", (key, code)
    )
    if there is None:
        store.change(
            "INSERT INTO evidence (attachment_id, page, application_id, indicator)"
            " VALUES (?, ?, ?, ?)",
            values,
        )
        return
    store.change(
        "UPDATE evidence SET attachment_id = ?, page = ?"
        " WHERE application_id = ? AND indicator = ?",
        values,
    )
