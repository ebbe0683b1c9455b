"""A file that cannot be worked on is refused in words and left as it is."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer_app.domain.errors import (
    Damaged,
    FileExists,
    FileMissing,
    Held,
    NewerWorkspace,
    NotAWorkspace,
    ReviewerError,
    StorageGone,
)
from reviewer_app.i18n import translator
from reviewer_app.storage.schema import SCHEMA_VERSION
from reviewer_app.storage.store import create_store, open_store
from reviewer_app.words.errors import sentence
from tests.architecture.files import ROOT
from tests.storage.files import a_closed_file, a_store, edit, fingerprint


def refuse(path: Path, kind: type[ReviewerError]) -> ReviewerError:
    """Open a file, expect this leaf with a sentence, and the file untouched."""
    before = fingerprint(path)
    with pytest.raises(kind) as refused:
        open_store(path)

    assert sentence(refused.value, translator("zh_CN"))
    assert fingerprint(path) == before
    return refused.value


def with_bytes(path: Path, *changes: tuple[int, bytes]) -> Path:
    """Overwrite bytes of a good file."""
    content = bytearray(a_closed_file(path).read_bytes())
    for place, new in changes:
        content[place : place + len(new)] = new
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 a workbook", b"\x00" * 4096, "评审库".encode("gb18030"), b"SQLite format 3\x00"],
)
def test_a_file_of_another_kind_is_no_workspace(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.review"
    path.write_bytes(content)

    refuse(path, NotAWorkspace)


def test_the_database_of_another_program_is_no_workspace(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    edit(path, "PRAGMA journal_mode = WAL", "CREATE TABLE score (value)")

    refuse(path, NotAWorkspace)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    path.touch()

    error = refuse(path, NotAWorkspace)

    assert isinstance(error, NotAWorkspace)
    assert error.empty


def test_a_file_without_its_first_entry_is_said_to_be_empty(tmp_path: Path) -> None:
    create_store(tmp_path / "w.review").close()

    error = refuse(tmp_path / "w.review", NotAWorkspace)

    assert isinstance(error, NotAWorkspace)
    assert error.empty


def test_a_file_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    newer = (SCHEMA_VERSION + 1).to_bytes(4, "big")

    refuse(with_bytes(tmp_path / "w.review", (60, newer)), NewerWorkspace)


@pytest.mark.parametrize("byte", [18, 19])
@pytest.mark.parametrize("form", [3, 9])
def test_a_newer_file_format_is_refused(tmp_path: Path, byte: int, form: int) -> None:
    refuse(with_bytes(tmp_path / "w.review", (byte, bytes([form]))), NewerWorkspace)


@pytest.mark.parametrize(
    "change",
    [(0, b"sqlite"), (16, b"\x00\x03"), (60, b"\x00\x00\x00\x00"), (100, b"\xff")],
    ids=["magic", "page size", "version 0", "first page"],
)
def test_a_workspace_with_a_broken_first_page_is_damaged(
    tmp_path: Path, change: tuple[int, bytes]
) -> None:
    refuse(with_bytes(tmp_path / "w.review", change), Damaged)


def test_a_cut_off_file_is_damaged(tmp_path: Path) -> None:
    path = a_closed_file(tmp_path / "w.review")
    path.write_bytes(path.read_bytes()[: 5 * 4096 + 100])

    refuse(path, Damaged)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER journal_never_changes",
        "CREATE TRIGGER more AFTER INSERT ON score BEGIN DELETE FROM comment; END",
        "CREATE TABLE more (id INTEGER)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE INDEX more ON score (value)",
        "ALTER TABLE score ADD COLUMN more TEXT",
        'ALTER TABLE _sqlite_migrations RENAME COLUMN name TO "more\'"',
        "CREATE TRIGGER more AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM comment; END",
    ],
)
def test_altered_tables_or_protections_are_named(tmp_path: Path, statement: str) -> None:
    path = a_closed_file(tmp_path / "w.review")
    edit(path, statement)

    error = refuse(path, Damaged)

    assert isinstance(error, Damaged)
    assert any(name in error.detail for name in ("more", "journal_never_changes", "table"))


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        open_store(tmp_path / "w.review")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace):
        open_store(tmp_path)


def test_a_name_no_disk_can_hold_is_told_as_the_disks_answer(tmp_path: Path) -> None:
    with pytest.raises(StorageGone) as refused:
        open_store(tmp_path / ("长" * 200))

    assert refused.value.detail


def test_a_new_workspace_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    path.write_text("mine")
    before = fingerprint(path)

    with pytest.raises(FileExists):
        create_store(path)

    assert fingerprint(path) == before


def test_a_new_workspace_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as refused:
        create_store(tmp_path / "nowhere" / "w.review")

    assert refused.value.path == tmp_path / "nowhere"


def test_another_program_is_told_who_holds_the_file(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    store = a_store(path)
    script = (
        "import sys; from pathlib import Path; from reviewer_app.domain.errors import Held\n"
        "from reviewer_app.storage.store import open_store\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except Held as error: print(error.holder)"
    )
    command = [sys.executable, "-c", script, str(path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    store.close()

    assert said.strip().endswith(f"({os.getpid()})")


def test_the_same_program_cannot_open_it_twice_and_keeps_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "w.review"
    store = a_store(path)

    with pytest.raises(Held):
        open_store(path)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        edit(path, "PRAGMA busy_timeout = 0", "DELETE FROM comment")

    store.close()
    open_store(path).close()
