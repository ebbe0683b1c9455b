"""Each write is one entry with every row before and after, chained and unchangeable."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.domain.errors import ReadOnlyWorkspace
from reviewer_app.storage.journal import RowChange
from reviewer_app.storage.store import Store, open_store
from reviewer_app.storage.verification import verify_store
from tests.storage.files import a_closed_file, a_deed, a_store, score_of, set_score


def digests_by_hand(path: Path) -> list[str]:
    """Chain the journal again with nothing but SQL, JSON and SHA-256."""
    found, before = [], ""
    with closing(sqlite3.connect(path)) as other:
        for seq, *told in other.execute(
            "SELECT seq, at, actor, role, verb, reason, program, changes FROM journal ORDER BY seq"
        ).fetchall():
            lines = [[seq, *told]]
            lines += other.execute(
                "SELECT ordinal, table_name, row_key, before, after FROM journal_change"
                " WHERE seq = ? ORDER BY ordinal",
                (seq,),
            ).fetchall()
            text = before + "".join(
                json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines
            )
            before = hashlib.sha256(text.encode("utf-8")).hexdigest()
            found.append(before)
    return found


def test_each_digest_takes_in_the_entry_its_rows_and_the_digest_before(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    set_score(store, 700)
    expected = [entry.digest for entry in store.entries()]
    store.close()

    assert digests_by_hand(tmp_path / "w.review") == expected
    assert len(set(expected)) == len(expected) > 5


def test_an_entry_holds_the_rows_before_and_after(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    with store.write(a_deed("try", "why")):
        store.change("UPDATE score SET value = 700 WHERE indicator = 'B1'")
        store.change("DELETE FROM score WHERE indicator = 'B2'")
        store.change("INSERT INTO comment VALUES (1, 'B1', '好\"\n')")

    entry = store.last_entry
    assert entry is not None
    assert (entry.verb, entry.reason, entry.actor, entry.role) == (
        "try",
        "why",
        "王干事",
        "secretary",
    )
    key1, key2 = '[1,"B1"]', '[1,"B2"]'
    old = '{"sheet_id":1,"indicator":"B1","value":1000}'
    new = '{"sheet_id":1,"indicator":"B1","value":700}'
    gone = '{"sheet_id":1,"indicator":"B2","value":2000}'
    said = '{"sheet_id":1,"indicator":"B1","text":"好\\"\\n"}'
    assert store.changes_of(entry.seq) == [
        RowChange(entry.seq, 1, "score", key1, old, new),
        RowChange(entry.seq, 2, "score", key2, gone, None),
        RowChange(entry.seq, 3, "comment", key1, None, said),
    ]
    store.close()


def test_a_replacement_is_told_as_removal_and_addition(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    with store.write(a_deed()):
        store.change("INSERT OR REPLACE INTO score VALUES (1, 'B1', 700)")

    changes = store.changes_of(store.head()[0])
    assert [(c.before is None, c.after is None) for c in changes] == [(False, True), (True, False)]
    assert verify_store(store).passed
    store.close()


def break_off(store: Store) -> None:
    """Change a row and then meet a bug."""
    with store.write(a_deed()):
        store.change("UPDATE score SET value = 700")
        raise ZeroDivisionError


def test_a_failed_block_leaves_nothing_behind(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    head = store.head()

    with pytest.raises(ZeroDivisionError):
        break_off(store)

    assert (store.head(), score_of(store)) == (head, 1000)
    set_score(store, 800)
    assert len(store.changes_of(store.head()[0])) == 1
    assert verify_store(store).passed
    store.close()


def test_a_block_whose_statement_failed_can_go_on_or_end(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    with store.write(a_deed()):
        with pytest.raises(sqlite3.IntegrityError):
            store.change("UPDATE score SET value = -1")
        store.change("UPDATE score SET value = 700 WHERE indicator = 'B1'")

    assert score_of(store) == 700
    assert verify_store(store).passed
    store.close()


def test_a_write_inside_a_write_is_a_bug_and_changes_nothing(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    head = store.head()

    with pytest.raises(sqlite3.OperationalError), store.write(a_deed()):
        set_score(store, 700)

    assert (store.head(), score_of(store)) == (head, 1000)
    store.close()


def test_rows_change_inside_a_write_only(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    with pytest.raises(AssertionError):
        store.change("UPDATE score SET value = 700")

    store.close()


def test_a_key_never_changes(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")

    with pytest.raises(sqlite3.IntegrityError, match="a key never"), store.write(a_deed()):
        store.change("UPDATE score SET indicator = 'B9' WHERE indicator = 'B1'")

    store.close()


@pytest.mark.parametrize("table", ["journal", "journal_change", "export_log"])
def test_the_journal_is_never_changed_or_cut(tmp_path: Path, table: str) -> None:
    store = a_store(tmp_path / "w.review")
    with store.write(a_deed()):
        store.change("INSERT INTO export_log VALUES (1, '', '', '', '', '', '', '')")

    for deed in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid_or_not = 1"):
        statement = deed.replace("rowid_or_not", "id" if table == "export_log" else "seq")
        with pytest.raises(sqlite3.IntegrityError, match="never"), store.write(a_deed()):
            store.change(statement)

    store.close()


@pytest.mark.parametrize(
    ("seq", "prev"),
    [("max(seq)", "digest"), ("max(seq) + 2", "digest"), ("max(seq) + 1", "prev"), ("1", "''")],
    ids=["same place", "gap", "wrong link", "first again"],
)
@pytest.mark.parametrize("how", ["INSERT", "INSERT OR REPLACE"])
def test_the_journal_grows_at_its_end_only(tmp_path: Path, seq: str, prev: str, how: str) -> None:
    path = a_closed_file(tmp_path / "w.review")

    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(
            f"{how} INTO journal SELECT {seq}, {prev}, at, actor, role, verb, reason, program,"
            " changes, 'x' FROM journal"
        )


@pytest.mark.parametrize("seq", ["1", "max(seq)", "max(seq) + 2"])
def test_a_change_is_added_to_no_other_entry(tmp_path: Path, seq: str) -> None:
    path = a_closed_file(tmp_path / "w.review")

    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(
            "INSERT OR REPLACE INTO journal_change"
            f" SELECT {seq}, 1, 'score', '[]', NULL, NULL FROM journal"
        )


def test_a_file_in_a_protected_folder_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_closed_file(tmp_path / "w.review")
    monkeypatch.setattr("reviewer_app.storage.outside.os.access", lambda *_: False)
    store = open_store(path)

    assert score_of(store) == 1000
    with pytest.raises(ReadOnlyWorkspace):
        set_score(store, 700)
    store.close()
