"""Backups that nobody asked for: before deeds that touch much, at the end, on a second disk."""

from pathlib import Path

import pytest

from reviewer_app import paths
from reviewer_app.settings import Settings, save_settings
from reviewer_app.storage.backup import backups_in
from reviewer_app.workspace import Workspace, back_up_at_close, backup_folder
from tests.builders import a_workspace, score_sheet


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(paths, "backup_folder", lambda: tmp_path / "backups")
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    return a_workspace(tmp_path / "w.review")


def sequences(folder: Path) -> list[int]:
    return [item.sequence for item in backups_in(folder)]


def test_what_changed_is_backed_up_at_the_end_and_once(workspace: Workspace) -> None:
    folder = backup_folder(workspace.store)
    before = len(backups_in(folder))
    score_sheet(workspace, "P1", "R1", "30", "40")

    back_up_at_close(workspace)
    back_up_at_close(workspace)

    assert sequences(folder)[before:] == [workspace.store.head()[0]]


def test_a_full_disk_keeps_nobody_from_closing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "backups").rename(tmp_path / "moved")
    (tmp_path / "backups").write_text("no folder")

    back_up_at_close(workspace)


def test_a_second_disk_gets_each_backup(workspace: Workspace, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    save_settings(paths.settings_file(), Settings(second_disk=str(disk)))
    score_sheet(workspace, "P1", "R1", "30", "40")

    back_up_at_close(workspace)

    (folder,) = disk.iterdir()
    assert sequences(folder) == [workspace.store.head()[0]]


def test_a_second_disk_that_is_gone_takes_nothing_from_the_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    save_settings(paths.settings_file(), Settings(second_disk=str(tmp_path / "gone")))
    score_sheet(workspace, "P1", "R1", "30", "40")

    back_up_at_close(workspace)

    assert sequences(backup_folder(workspace.store))[-1] == workspace.store.head()[0]
