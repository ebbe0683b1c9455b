"""A file of each released schema opens with its content and can be upgraded whole."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import Damaged, OlderWorkspace
from reviewer_app.queries.verification import verification
from reviewer_app.storage.backup import make_backup
from reviewer_app.storage.schema import SCHEMA_VERSION
from reviewer_app.storage.store import open_store, upgrade_store
from reviewer_app.storage.verification import verify_file, verify_store
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.record_vote import record_vote
from reviewer_app.workspace import backup_folder, open_workspace, upgrade_workspace
from tests.architecture.files import ROOT
from tests.builders import some_surroundings
from tests.storage.files import a_deed, dump, edit, fingerprint, score_of, set_score

VERSIONS = ROOT / "tests" / "storage" / "versions"
OLD = range(1, SCHEMA_VERSION)


@pytest.fixture(params=OLD, ids="v{}".format)
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file as an older program left it, with one score of 10."""
    return Path(shutil.copy(VERSIONS / f"v{request.param}.review", tmp_path / "w.review"))


def test_an_older_file_is_looked_at_and_left_as_it_is(older: Path) -> None:
    before = fingerprint(older)

    store = open_store(older)

    assert store.older in OLD
    assert score_of(store) == 1000
    assert store.rows("SELECT vote FROM tie_vote") == []
    assert verify_store(store).passed
    with pytest.raises(OlderWorkspace):
        set_score(store, 700)
    store.close()
    assert fingerprint(older) == before


def test_an_older_workspace_passes_its_whole_verification(older: Path) -> None:
    workspace = open_workspace(older, some_surroundings())

    assert verification(workspace).findings == ()
    workspace.close()


def test_an_upgrade_keeps_every_row_and_says_so_in_the_journal(older: Path) -> None:
    before = dump(older)

    store = upgrade_store(older, a_deed("upgrade"))

    assert (store.older, store.entries()[-1].verb) == (None, "upgrade")
    assert verify_store(store).passed
    set_score(store, 700)
    store.close()
    after = dump(older)
    kept = before.keys() - {"score"}
    assert {name for name in kept if after[name][: len(before[name])] != before[name]} == set()
    assert verify_file(older).passed


def test_an_upgraded_workspace_is_worked_on_and_was_backed_up(older: Path) -> None:
    workspace = upgrade_workspace(older, some_surroundings())

    record_vote(workspace, order=("P2", "P1"), reason="组内表决")
    give_score(workspace, application="P2", reviewer="R2", indicator="B1", value=Fraction("12.5"))

    assert verification(workspace).findings == ()
    [copy] = backup_folder(workspace.store).iterdir()
    assert open_store(copy).older in OLD
    workspace.close()


def test_the_backup_of_an_older_file_is_one_of_that_version(older: Path, tmp_path: Path) -> None:
    store = open_store(older)

    made = make_backup(store, tmp_path / "backups", "w", datetime(2026, 11, 24, tzinfo=UTC))

    assert dump(made.path) == dump(older)
    store.close()


def test_an_older_file_that_was_altered_is_damaged(older: Path) -> None:
    edit(older, "DROP TRIGGER journal_never_changes")

    with pytest.raises(Damaged):
        open_store(older)


def test_a_version_that_the_file_does_not_have_is_damaged(tmp_path: Path) -> None:
    path = Path(shutil.copy(VERSIONS / "v1.review", tmp_path / "w.review"))
    edit(path, f"PRAGMA user_version = {SCHEMA_VERSION}")

    with pytest.raises(Damaged):
        open_store(path)


def test_a_kill_at_any_statement_leaves_the_old_version_or_the_new(
    older: Path, folder: Path
) -> None:
    command = [sys.executable, "-m", "tests.storage.upgrading", str(older), str(folder)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    states = [json.loads(line) for line in done.stdout.splitlines()]
    versions = [version for _, version, _ in states]
    assert [facts for facts in states if facts[2]] == []
    assert len(states) > 20
    assert set(versions[:-1]) <= {*OLD, 0}
    assert versions == sorted(versions, reverse=True), "once new, it stays new"
    assert versions[-1] == 0
