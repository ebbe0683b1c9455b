"""Settings hold at once, and a verified copy of the batch is one click away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.settings import Look
from reviewer_app.storage.verification import verify_file
from reviewer_app.workspace import Workspace
from ui import messages
from ui.desk import Desk
from ui.screens.settings.screen import SettingsPlace


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, desk_for: Callable[..., Desk]) -> SettingsPlace:
    made = SettingsPlace(desk_for(workspace, Actor("王干事", Role.SECRETARY)))
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot: QtBot, place: SettingsPlace, text: str) -> None:
    """Click the button with this text."""
    found = next(made for made in place.findChildren(QPushButton) if made.text() == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_chosen_look_is_asked_for_at_once(qtbot: QtBot, place: SettingsPlace) -> None:
    with qtbot.waitSignal(place.wanted) as wanted:
        press(qtbot, place, "深色")

    assert wanted.args[0].look is Look.DARK


def test_the_text_grows_to_its_largest_by_one_click(qtbot: QtBot, place: SettingsPlace) -> None:
    with qtbot.waitSignal(place.wanted) as wanted:
        press(qtbot, place, "200 %")

    assert wanted.args[0].text_size == 200


def test_a_second_disk_is_chosen_by_its_folder(
    qtbot: QtBot, place: SettingsPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_: tmp_path)

    with qtbot.waitSignal(place.wanted) as wanted:
        press(qtbot, place, "选择文件夹…")

    assert wanted.args[0].second_disk == str(tmp_path)


def test_a_backup_is_a_verified_copy(
    qtbot: QtBot, place: SettingsPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(messages, "choose_folder", lambda *_: folder)

    with qtbot.waitSignal(place.said) as said:
        press(qtbot, place, "备份本批次…")

    (copy,) = folder.iterdir()
    assert copy.name in said.args[0]
    assert verify_file(copy).passed
