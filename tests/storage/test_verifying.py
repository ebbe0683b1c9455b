"""Whatever another program does to the file, `verify` names it."""

import time
from pathlib import Path

import pytest

from reviewer_app.domain.verification import Finding, FindingKind, Verification
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.storage.schema_places import PLACES_KEYS
from reviewer_app.storage.schema_session import SESSION_KEYS
from reviewer_app.storage.store import Store, open_store
from reviewer_app.storage.verification import verify_file, verify_store
from tests.storage.files import a_closed_file, a_deed, dump, edit, set_score, unprotected

Kind = FindingKind


def a_full_file(path: Path) -> Path:
    """A file with a row or more in every table."""
    store = open_store(a_closed_file(path))
    with store.write(a_deed()):
        store.change("INSERT INTO comment VALUES (1, 'B1', '好')")
        store.change("INSERT INTO assignment VALUES (1, 1, 'u')")
        store.change("INSERT INTO tie_vote VALUES (1, 1, 2)")
        store.change("INSERT INTO detail VALUES (1, 'costs', 1, '{}', 1, '', '王干事')")
    for name in ("a", "b", "c"):
        log_export(store, Export("2026-11-24", "王干事", name, "11", "0" * 64, ""))
    store.close()
    return path


def checked(path: Path) -> Verification:
    """Verify an opened file and the closed one, and expect the same."""
    store = open_store(path)
    outcome = verify_store(store)
    store.close()
    assert verify_file(path) == outcome
    return outcome


def kinds(outcome: Verification) -> set[FindingKind]:
    """Name what was found."""
    return {finding.kind for finding in outcome.findings}


def test_an_untouched_file_passes_and_is_counted(tmp_path: Path) -> None:
    path = a_full_file(tmp_path / "w.review")

    outcome = checked(path)

    rows = dump(path)
    outside = {"journal", "journal_change", "export_log", "half_typed", "half_written", "pin"}
    assert outcome.passed
    assert outcome.entries == len(rows["journal"])
    assert outcome.changes == len(rows["journal_change"])
    assert outcome.head == rows["journal"][-1][-1]
    assert outcome.records == {name: len(rows[name]) for name in rows.keys() - outside}
    filled = outcome.records.keys() - PLACES_KEYS.keys() - SESSION_KEYS.keys()
    assert min(outcome.records[name] for name in filled) > 0


EDITS = [
    "UPDATE batch SET title = '另一批'",
    "UPDATE scheme_version SET document = '{}'",
    "UPDATE application SET name = name || ' '",
    "UPDATE metric SET value = '5' WHERE application_id = 1",
    "UPDATE detail SET fields = '{\"a\":1}'",
    "UPDATE objective_score SET value = '10' WHERE application_id = 1",
    "UPDATE person SET name = '某人' WHERE id = 2",
    "UPDATE assignment SET uuid = 'v'",
    "UPDATE sheet SET state = 'draft'",
    "UPDATE score SET value = value + 1 WHERE indicator = 'B1'",
    "UPDATE comment SET text = '坏'",
    "UPDATE tie_vote SET application_id = 1",
    "UPDATE _sqlite_migrations SET applied_at = ''",
]


@pytest.mark.parametrize("statement", EDITS, ids=lambda text: text.split()[1])
def test_a_changed_row_is_found_with_both_values(tmp_path: Path, statement: str) -> None:
    path = a_full_file(tmp_path / "w.review")
    edit(path, statement)

    outcome = checked(path)

    assert kinds(outcome) == {Kind.ROW_DIFFERS}
    finding = outcome.findings[0]
    assert finding.place.startswith(statement.split()[1])
    assert finding.expected != finding.found
    assert finding.expected
    assert finding.found


@pytest.mark.parametrize("statement", EDITS, ids=lambda text: text.split()[1])
def test_a_removed_row_is_found(tmp_path: Path, statement: str) -> None:
    path = a_full_file(tmp_path / "w.review")
    table = statement.split()[1]
    edit(path, "PRAGMA foreign_keys = OFF", f"DELETE FROM {table}")

    outcome = checked(path)

    assert kinds(outcome) - {Kind.FOREIGN_KEY} == {Kind.ROW_LOST}


@pytest.mark.parametrize(
    "values",
    [
        "scheme_version VALUES (2, '{}', hex(zeroblob(32)), '', NULL)",
        "metric VALUES (2, 'more', '1', 'import')",
        "detail VALUES (2, 'team', 1, '{}', 1, '', '')",
        "objective_score VALUES (2, 'X', '1', '', '', '', '', '')",
        "person VALUES (99, 'u', 'R9', '某人', 'reviewer', '', '', '', '[]')",
        "assignment VALUES (2, 2, 'w')",
        "sheet VALUES (99, 'u', 2, 3, 'absent', '')",
        "score VALUES (1, 'B9', 100)",
        "comment VALUES (1, 'B2', '好')",
        "tie_vote VALUES (2, 1, 1)",
        "_sqlite_migrations VALUES (99, 'other', '0099', '')",
    ],
    ids=lambda text: text.split()[0],
)
def test_an_added_row_is_found(tmp_path: Path, values: str) -> None:
    path = a_full_file(tmp_path / "w.review")
    edit(path, f"INSERT INTO {values}")

    assert kinds(checked(path)) == {Kind.ROW_UNKNOWN}


COMMENT = "WHERE table_name = 'comment'"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE journal SET reason = 'x' WHERE seq = 3", {Kind.CHAIN}),
        ("UPDATE journal SET digest = 'x' WHERE seq = 3", {Kind.CHAIN, Kind.GAP}),
        ("UPDATE journal SET changes = 0 WHERE seq = 3", {Kind.CHAIN, Kind.CHANGE_COUNT}),
        ("DELETE FROM journal WHERE seq = 3", {Kind.GAP}),
        (
            f"UPDATE journal_change SET row_key = '[1]' {COMMENT}",
            {Kind.CHAIN, Kind.ROW_UNKNOWN, Kind.ROW_LOST},
        ),
        (
            f"UPDATE journal_change SET before = '{{}}' {COMMENT}",
            {Kind.CHAIN, Kind.BEFORE_IMAGE},
        ),
        (
            f"UPDATE journal_change SET table_name = 'more' {COMMENT}",
            {Kind.CHAIN, Kind.ROW_UNKNOWN, Kind.ROW_LOST},
        ),
        (
            f"DELETE FROM journal_change {COMMENT}",
            {Kind.CHAIN, Kind.CHANGE_COUNT, Kind.ROW_UNKNOWN},
        ),
        ("INSERT INTO journal_change VALUES (99, 1, 'score', '[]', NULL, '{}')", {Kind.GAP}),
    ],
)
def test_an_edited_journal_is_found(
    tmp_path: Path, statement: str, expected: set[FindingKind]
) -> None:
    path = a_full_file(tmp_path / "w.review")
    unprotected(path, statement)

    assert kinds(checked(path)) == expected


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE export_log SET file = 'x' WHERE id = 2",
        "DELETE FROM export_log WHERE id = 2",
        "UPDATE export_log SET id = 7 WHERE id = 3",
    ],
)
def test_an_edited_export_log_is_found(tmp_path: Path, statement: str) -> None:
    path = a_full_file(tmp_path / "w.review")
    unprotected(path, statement)

    assert kinds(checked(path)) == {Kind.EXPORT_LOG}


def test_what_is_found_is_capped_but_the_count_goes_on(tmp_path: Path) -> None:
    store = open_store(a_closed_file(tmp_path / "w.review"))
    with store.write(a_deed()):
        store.change_many(
            "INSERT INTO score VALUES (1, ?, 100)", [(f"C{row}",) for row in range(500)]
        )
    store.close()
    edit(tmp_path / "w.review", "UPDATE score SET value = 200 WHERE indicator GLOB 'C*'")

    outcome = verify_file(tmp_path / "w.review")

    assert kinds(outcome) == {Kind.ROW_DIFFERS}
    assert len(outcome.findings) == 50
    assert outcome.records["score"] == 502


def test_a_file_that_is_no_database_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "w.review").write_bytes(b"no database" * 1000)

    assert kinds(verify_file(tmp_path / "w.review")) == {Kind.UNREADABLE}


def a_store_with_scores(path: Path, rows: int) -> Store:
    """One entry that brings many scores."""
    store = open_store(a_closed_file(path))
    with store.write(a_deed()):
        scores = ((1, f"C{row:06}", row) for row in range(rows))
        store.change_many("INSERT INTO score VALUES (?, ?, ?)", scores)
    return store


def test_a_hundred_thousand_rows_are_written_and_verified_in_seconds(tmp_path: Path) -> None:
    begin = time.perf_counter()
    store = a_store_with_scores(tmp_path / "w.review", 100_000)
    written = time.perf_counter()

    outcome = verify_store(store)

    store.close()
    assert outcome.findings == ()
    assert outcome.changes > 100_000
    assert written - begin < 15, "measured 1 s"
    assert time.perf_counter() - written < 15, "measured 1 s"


def test_findings_name_what_the_journal_and_the_file_say(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    store = open_store(a_closed_file(path))
    set_score(store, 700)
    store.close()
    edit(path, "UPDATE score SET value = 9900 WHERE indicator = 'B1'")

    assert verify_file(path).findings == (
        Finding(
            Kind.ROW_DIFFERS,
            'score [1,"B1"]',
            '{"sheet_id":1,"indicator":"B1","value":700}',
            '{"sheet_id":1,"indicator":"B1","value":9900}',
        ),
    )
