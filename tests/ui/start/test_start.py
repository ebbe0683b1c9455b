"""From the start page to a working batch: recent ones, the wizard, the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app import paths
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.plans import ImportKind
from reviewer_app.importing.sample_workbooks import write_sample_workbook
from reviewer_app.queries.batch import last_entry
from reviewer_app.queries.overview import overview
from reviewer_app.settings import Settings, load_settings, save_settings
from reviewer_app.storage import place
from reviewer_app.workflow.build_sample import BOOKS
from reviewer_app.workflow.undo import undo
from tests.builders import a_workspace
from ui import messages
from ui.app import Opening, Shell
from ui.dialogs.new_batch import NewBatch
from ui.dialogs.new_batch_pages import FilesPage, PlacePage
from ui.widgets.check_row import CheckRow


@pytest.fixture
def recent(tmp_path: Path) -> tuple[Path, Path]:
    """A batch that is there and one that is gone, both remembered."""
    there, gone = tmp_path / "w.review", tmp_path / "gone.review"
    a_workspace(there).close()
    settings = Settings().with_recent(there, "测试批次").with_recent(gone, "旧批次")
    save_settings(paths.settings_file(), settings)
    return there, gone


@pytest.fixture
def shell(qtbot: QtBot, recent: tuple[Path, Path]) -> Iterator[Shell]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Shell(Opening(None, "zh_CN", "王干事"), application)
    qtbot.addWidget(made.window)
    made.begin()
    yield made
    made.end()
    application.setStyleSheet("")


def press(qtbot: QtBot, shell: Shell, words: str) -> None:
    """Click the visible button that says `words`."""
    buttons = shell.window.findChildren(QPushButton)
    found = next(made for made in buttons if made.isVisible() and words in made.text())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def wizard(shell: Shell) -> NewBatch:
    found = shell.window.findChild(NewBatch)
    assert isinstance(found, NewBatch)
    return found


def type_name_and_title(qtbot: QtBot, shell: Shell, title: str) -> None:
    fields = {field.accessibleName(): field for field in wizard(shell).findChildren(QLineEdit)}
    qtbot.keyClicks(fields["您的姓名"], "Lin")
    press(qtbot, shell, "下一步")
    qtbot.keyClicks(fields["批次标题"], title)


def says(shell: Shell) -> str:
    labels = [made.text() for made in shell.window.findChildren(QLabel) if made.isVisible()]
    return "\n".join(labels)


def signed_in(qtbot: QtBot, shell: Shell) -> None:
    qtbot.waitUntil(lambda: "请选择您的姓名" in says(shell), timeout=20_000)


def test_a_recent_batch_is_opened_by_its_title(
    qtbot: QtBot, shell: Shell, recent: tuple[Path, Path]
) -> None:
    row = shell.window.findChild(CheckRow, str(recent[0]))
    assert isinstance(row, CheckRow)
    assert row.accessibleName().startswith("测试批次")

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    signed_in(qtbot, shell)


def test_a_batch_that_is_gone_is_said_so_and_can_be_forgotten(
    qtbot: QtBot, shell: Shell, recent: tuple[Path, Path]
) -> None:
    row = shell.window.findChild(CheckRow, str(recent[1]))
    assert isinstance(row, CheckRow)
    assert not row.isEnabled()
    assert "找不到" in row.accessibleName()

    press(qtbot, shell, "移除")

    assert load_settings(paths.settings_file()).recent == (str(recent[0]),)
    assert "旧批次" not in says(shell)


def test_the_wizard_makes_a_batch_with_what_was_told(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    for book in BOOKS[:1]:
        write_sample_workbook(tmp_path / book.file_name, book.sheets)
    press(qtbot, shell, "新建批次")
    type_name_and_title(qtbot, shell, "Batch 2")
    press(qtbot, shell, "下一步")
    press(qtbot, shell, "下一步")
    press(qtbot, shell, "下一步")
    files = wizard(shell).findChild(FilesPage)
    assert isinstance(files, FilesPage)
    files.choose(ImportKind.APPLICATIONS, tmp_path / "applications.xlsx")
    qtbot.waitUntil(lambda: "新增 24" in says(shell), timeout=20_000)
    press(qtbot, shell, "下一步")
    press(qtbot, shell, "下一步")
    assert "Batch 2.review" in wizard(shell).findChildren(PlacePage)[0].path().name

    press(qtbot, shell, "建立批次")

    qtbot.waitUntil(lambda: shell.window.current_place() == "overview", timeout=20_000)
    assert "Batch 2" in shell.window.windowTitle()
    assert (tmp_path / "Batch 2.review").is_file()
    assert shell.seat is not None
    assert shell.seat.who == Person("Lin", Role.SECRETARY)


def test_who_has_begun_the_batch_takes_back_what_was_imported(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    write_sample_workbook(tmp_path / BOOKS[0].file_name, BOOKS[0].sheets)
    press(qtbot, shell, "新建批次")
    type_name_and_title(qtbot, shell, "Batch 2")
    files = wizard(shell).findChildren(FilesPage)[0]
    files.choose(ImportKind.APPLICATIONS, tmp_path / BOOKS[0].file_name)
    qtbot.waitUntil(lambda: not shell.jobs.is_running, timeout=20_000)
    for _step in range(5):
        press(qtbot, shell, "下一步")
    press(qtbot, shell, "建立批次")
    qtbot.waitUntil(lambda: shell.window.current_place() == "overview", timeout=20_000)
    desk = shell.window._desk
    assert desk is not None
    imported = desk.look(last_entry)

    assert desk.do(lambda now: undo(now, imported))

    assert desk.look(overview).applications == 0


def test_the_name_is_typed_at_once(qtbot: QtBot, shell: Shell) -> None:
    press(qtbot, shell, "新建批次")

    field = shell.window.focusWidget()

    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "您的姓名"


def test_the_wizard_asks_for_name_and_title_first(qtbot: QtBot, shell: Shell) -> None:
    press(qtbot, shell, "新建批次")
    press(qtbot, shell, "下一步")
    assert "请填写您的姓名" in says(shell)

    type_name_and_title(qtbot, shell, "")
    press(qtbot, shell, "下一步")

    assert "请填写批次标题" in says(shell)


def test_a_stick_is_refused_in_words_beside_the_field(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(qtbot, shell, "新建批次")
    type_name_and_title(qtbot, shell, "Batch 2")
    monkeypatch.setattr(place, "_unix_kind", lambda _path, _mounts: "vfat: /media/stick")

    for _step in range(5):
        press(qtbot, shell, "下一步")

    assert "网络共享" in says(shell)
    press(qtbot, shell, "建立批次")
    assert shell.window.findChild(NewBatch) is not None


def test_the_scheme_is_shown_as_reviewers_see_it_with_its_notice(
    qtbot: QtBot, shell: Shell
) -> None:
    press(qtbot, shell, "新建批次")
    type_name_and_title(qtbot, shell, "Batch 2")
    press(qtbot, shell, "下一步")
    press(qtbot, shell, "下一步")

    assert "未规定权重" in says(shell)
    assert "B2  技术创新性" in says(shell)


def test_the_sample_is_built_in_a_folder_of_the_users_choice(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_args: tmp_path / "示例")

    press(qtbot, shell, "打开示例")

    signed_in(qtbot, shell)
    assert (tmp_path / "示例" / "sample.review").is_file()
    assert "R01" in "\n".join(made.text() for made in shell.window.findChildren(QPushButton))


def test_cancelling_the_sample_leaves_no_batch(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_folder", lambda *_args: tmp_path / "示例")
    press(qtbot, shell, "打开示例")

    shell.jobs.stop()
    qtbot.waitUntil(lambda: not shell.jobs.is_running, timeout=20_000)

    assert not (tmp_path / "示例" / "sample.review").exists()
    assert not list((tmp_path / "示例").glob(".sample*"))
