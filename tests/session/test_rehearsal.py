"""A rehearsal is one from its first entry on, in every copy and every look back."""

import sqlite3
from pathlib import Path

import pytest

from reviewer_app.queries.session import is_rehearsal
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workspace import Workspace, open_workspace, workspace_at
from tests.builders import a_scheme, a_workspace, some_surroundings
from tests.program.commands import done
from tests.storage.files import a_deed


@pytest.fixture
def rehearsal(tmp_path: Path) -> Workspace:
    return new_workspace(
        tmp_path / "w.review", "演练批次", a_scheme(), some_surroundings(), rehearsal=True
    )


def test_a_batch_is_no_rehearsal_unless_it_was_born_as_one(
    rehearsal: Workspace, tmp_path: Path
) -> None:
    assert is_rehearsal(rehearsal)
    assert not is_rehearsal(a_workspace(tmp_path / "real.review"))


def test_a_copy_and_a_look_back_are_rehearsals_too(rehearsal: Workspace, tmp_path: Path) -> None:
    copy = tmp_path / "copy.review"
    rehearsal.store.copy_to(copy)
    past = workspace_at(rehearsal, 1)

    opened = open_workspace(copy, rehearsal.surroundings)
    assert is_rehearsal(opened)
    assert is_rehearsal(past)
    opened.store.close()
    past.store.close()


@pytest.mark.parametrize(
    "statement", ["DELETE FROM rehearsal", "UPDATE rehearsal SET marked_at = ''"]
)
def test_the_mark_stays(rehearsal: Workspace, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="a rehearsal stays one"):
        change(rehearsal, statement)

    assert is_rehearsal(rehearsal)


def change(workspace: Workspace, statement: str) -> None:
    with workspace.store.write(a_deed()):
        workspace.store.change(statement)


def test_the_command_line_begins_a_rehearsal_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "w.review"

    outcome = done("new", path, "--title", "演练", "--rehearsal")

    assert "演练" in outcome.out + outcome.err
    opened = open_workspace(path, some_surroundings())
    assert is_rehearsal(opened)
    opened.store.close()
