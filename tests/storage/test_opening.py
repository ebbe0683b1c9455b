"""Opening proves every setting, holds the file, and closing lets go of all of it."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.domain.errors import OldSqlite
from reviewer_app.storage import connection
from reviewer_app.storage.store import Store, create_store, open_store
from reviewer_app.storage.verification import verify_store
from tests.architecture.files import ROOT
from tests.storage.files import a_closed_file, a_store, edit, fingerprint, score_of, set_score


def setting(store: Store, name: str) -> object:
    """Read a pragma back."""
    row = store.row(f"PRAGMA {name}")
    assert row is not None
    return row[0]


def test_every_setting_of_the_decision_holds(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    names = (
        *("locking_mode", "journal_mode", "synchronous", "foreign_keys", "recursive_triggers"),
        *("secure_delete", "trusted_schema", "cell_size_check", "mmap_size", "temp_store"),
    )

    found = {name: setting(store, name) for name in names if store.row(f"PRAGMA {name}")}

    store.close()
    found.setdefault("mmap_size", 0)
    assert found == {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "temp_store": 2,
    }


def test_a_setting_that_does_not_hold_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_closed_file(tmp_path / "w.review")
    monkeypatch.setattr(connection, "_JOURNAL", ("journal_mode", "TRUNCATE", "else"))

    with pytest.raises(OldSqlite):
        open_store(path)


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))

    with pytest.raises(OldSqlite):
        create_store(tmp_path / "w.review")

    assert list(tmp_path.iterdir()) == []


def test_an_open_file_can_be_copied_by_hand_between_two_scores(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    set_score(store, 700)
    copied = subprocess.run(
        ["cp", str(tmp_path / "w.review"), str(tmp_path / "copy.review")], check=True
    )

    copy = open_store(tmp_path / "copy.review")

    assert copied.returncode == 0
    assert (score_of(copy), verify_store(copy).findings) == (700, ())
    copy.close()
    store.close()


def test_a_file_that_another_program_switched_to_wal_is_switched_back(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    edit(path, "PRAGMA journal_mode = WAL")

    store = open_store(path)

    assert setting(store, "journal_mode") == "truncate"
    set_score(store, 700)
    store.close()
    assert [item.name for item in tmp_path.iterdir()] == ["w.review"]


def test_closing_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    set_score(store, 700)
    assert len(list(tmp_path.iterdir())) == 3, "the file, its journal, the holder's note"

    store.close()

    assert [item.name for item in tmp_path.iterdir()] == ["w.review"]


def test_a_stream_nobody_read_to_its_end_does_not_hold_the_file(tmp_path: Path) -> None:
    store = a_store(tmp_path / "w.review")
    stream = store.stream("SELECT * FROM journal_change")
    next(stream)

    store.close()

    open_store(tmp_path / "w.review").close()
    del stream
    store.close()


def test_a_refused_file_is_not_held_while_its_refusal_is_shown(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    edit(path, "CREATE TABLE more (id INTEGER)")

    with pytest.raises(Exception, match="more") as shown:
        open_store(path)
    edit(path, "DROP TABLE more")

    open_store(path).close()
    assert "more" in str(shown.value), "and its traceback still lives"


def test_a_stale_note_keeps_nobody_out(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    (tmp_path / ".w.review.holder").write_text('{"user": "a", "host": "b", "process": 1}')

    open_store(path).close()

    assert not (tmp_path / ".w.review.holder").exists()


def test_who_may_not_write_may_look(folder: Path) -> None:
    path = a_closed_file(folder / "w.review")
    (folder / "secret").mkdir(mode=0o700)
    shutil.copy(path, folder / "secret")
    (folder / "secret").chmod(0o000)
    path.chmod(0o444)
    folder.chmod(0o555)
    before = fingerprint(path)

    command = [sys.executable, "-m", "tests.storage.guest", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "read_only": True,
        "score": 1000,
        "passed": True,
        "write": "refused",
        "make": "ReadOnlyWorkspace",
        "upgrade": "ReadOnlyWorkspace",
        "secret": "StorageGone",
    }
    assert fingerprint(path) == before


def test_a_lock_of_another_program_is_waited_for_a_moment_only(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM batch").fetchall()
        other.execute("COMMIT")
        store = open_store(path)

    assert score_of(store) == 1000
    store.close()
