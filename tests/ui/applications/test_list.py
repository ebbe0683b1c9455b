"""The list of applications: one box finds anything, the import shows all before it writes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import Application, Standing
from reviewer_app.domain.checks import FormalResult
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.plans import ImportKind
from reviewer_app.i18n import translator
from reviewer_app.queries.applications import application_list
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.check_form import check_form
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace
from ui import window_state
from ui.desk import Desk
from ui.dialogs.import_panel import ImportPanel
from ui.models.table import TableModel
from ui.screens.applications import screen
from ui.screens.applications.list_page import ListPage
from ui.screens.applications.rows import list_columns
from ui.screens.applications.screen import Applications

WANG = Actor("王干事", Role.SECRETARY)

HARBOUR = Application(
    number="P1",
    name="港口调度模型",
    applicant="海风科技",
    credit_code="91350200MA0000007F",
    industry="交通",
    office="湖里区",
    requested_fen=855_000_000,
    contact="陈工",
    extra={"关键词": "集装箱"},
    metrics={"users": "4"},
)
FISH = replace(
    HARBOUR,
    number="P2",
    name="渔业病害识别",
    applicant="蓝水研究院",
    credit_code="91110000600037341X",
    industry="海洋",
    office="翔安区",
    requested_fen=300_000_000,
    contact="林工",
    extra={},
)


@pytest.fixture
def batch(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "w.review", applications=(HARBOUR, FISH))


@pytest.fixture
def place(qtbot: QtBot, batch: Workspace, desk_for: Callable[..., Desk]) -> Applications:
    made = Applications(desk_for(batch, WANG))
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    return made


def list_page(place: Applications) -> ListPage:
    return place.findChildren(ListPage)[0]


def search(place: Applications, text: str) -> tuple[str, ...]:
    field = list_page(place).findChildren(QLineEdit)[0]
    field.clear()
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(field, typed)
    return list_page(place).numbers()


@pytest.mark.parametrize(
    "text",
    [
        "p1",
        "港口",
        "海风",
        "91350200",
        "交通",
        "湖里",
        "855",
        "陈工",
        "集装箱",
        "交通 陈工",
        "Ｐ１",
    ],
)
def test_the_one_box_finds_by_each_field(place: Applications, text: str) -> None:
    assert search(place, text) == ("P1",)


def test_the_model_keeps_qt_s_rules(batch: Workspace) -> None:
    model = TableModel(list_columns(translator("zh_CN")))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show(application_list(batch))
    model.search("港口")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.show(())

    assert tester.model() is model


def test_a_filter_keeps_what_it_names(place: Applications, batch: Workspace) -> None:
    check_form(batch, application="P2", findings={1: (FormalResult.FAILED, "逾期")})
    change_standing(batch, application="P1", standing=Standing.WITHDRAWN, reason="单位申请")
    place.look_again()
    chosen = list_page(place)._boxes["formal"]

    chosen.setCurrentIndex(chosen.findData("failed"))
    chosen.activated.emit(chosen.currentIndex())

    assert list_page(place).numbers() == ("P2",)


def test_chosen_columns_are_remembered(
    place: Applications, qtbot: QtBot, batch: Workspace, desk_for: Callable[..., Desk]
) -> None:
    table = list_page(place)._table
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(1), 5)

    assert window_state.remembered_columns("applications") == table.chosen_columns()
    again = ListPage(translator("zh_CN"))
    qtbot.addWidget(again)
    assert again._table.chosen_columns() == table.chosen_columns()


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_an_import_shows_everything_before_it_writes(
    qtbot: QtBot,
    place: Applications,
    batch: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = write(
        tmp_path / "new.csv",
        "项目编号,项目名称,申报单位\nP3,双语教学助手,鹭岛教育\nP4,,无名\n",
    )
    copy = tmp_path / "red.xlsx"
    monkeypatch.setattr(screen, "choose_file", lambda *_: file)
    monkeypatch.setattr("ui.dialogs.import_panel.choose_new_file", lambda *_: copy)
    panel = place._import

    place._choose_import(ImportKind.APPLICATIONS)
    qtbot.waitUntil(lambda: panel._model.rowCount() == 2)

    assert not panel._all.isEnabled()
    assert len(application_list(batch)) == 2
    with qtbot.waitSignal(panel.imported):
        qtbot.mouseClick(panel._good, Qt.MouseButton.LeftButton)
    assert [line.application.number for line in application_list(batch)] == ["P1", "P2", "P3"]
    assert copy.exists()
    assert list_page(place).numbers() == ("P1", "P2", "P3")


def test_a_missing_column_is_chosen_where_the_problem_stands(
    qtbot: QtBot, place: Applications, batch: Workspace, tmp_path: Path
) -> None:
    file = write(tmp_path / "new.csv", "项目编号,项目名称,牵头方\nP3,双语教学助手,鹭岛教育\n")
    panel = place._import
    panel.begin(ImportKind.APPLICATIONS, file)
    qtbot.waitUntil(lambda: bool(panel.findChildren(QComboBox, "offer-column")))

    box = panel.findChildren(QComboBox, "offer-column")[0]
    box.setCurrentText("牵头方")
    box.textActivated.emit("牵头方")
    qtbot.waitUntil(panel._all.isEnabled)
    with qtbot.waitSignal(panel.imported):
        qtbot.mouseClick(panel._all, Qt.MouseButton.LeftButton)

    assert application_list(batch)[2].application.applicant == "鹭岛教育"


def test_an_empty_batch_offers_the_first_step(qtbot: QtBot) -> None:
    page = ListPage(translator("zh_CN"))
    qtbot.addWidget(page)
    page.show()

    page.show_lines(())

    step = next(
        made for made in page._empty.findChildren(QPushButton) if made.property("kind") == "primary"
    )
    with qtbot.waitSignal(page.import_wanted, timeout=2000) as told:
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert told.args == [ImportKind.APPLICATIONS]


def test_a_search_without_result_says_so(place: Applications) -> None:
    assert search(place, "Z9") == ()

    assert list_page(place)._none.isVisible()


def test_a_unit_in_doubt_is_chosen_where_the_problem_stands(
    qtbot: QtBot, place: Applications, batch: Workspace, tmp_path: Path
) -> None:
    text = "项目编号,项目名称,申报单位,申请金额（万元）\nP3,教学助手,鹭岛教育,￥5000000\n"
    panel = place._import
    panel.begin(ImportKind.APPLICATIONS, write(tmp_path / "new.csv", text))
    qtbot.waitUntil(lambda: bool(units(panel)))

    qtbot.mouseClick(units(panel)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel._all.isEnabled)
    with qtbot.waitSignal(panel.imported):
        qtbot.mouseClick(panel._all, Qt.MouseButton.LeftButton)

    assert application_list(batch)[2].application.requested_fen == 500_000_000


def units(panel: ImportPanel) -> list[QPushButton]:
    return [made for made in panel.findChildren(QPushButton) if made.text() == "元"]


def test_a_template_is_written_with_what_is_known(
    qtbot: QtBot, place: Applications, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "choose_new_file", lambda *_: tmp_path / "模板")

    with qtbot.waitSignal(place.said):
        place._write_template(ImportKind.APPLICATIONS)

    assert (tmp_path / "模板.xlsx").stat().st_size > 0


def test_all_shown_pass_after_a_question(
    qtbot: QtBot, place: Applications, batch: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "ask", lambda *_, **__: True)
    search(place, "P2")

    list_page(place)._pass_all()

    assert [line.formal for line in application_list(batch)] == [None, FormalResult.PASSED]
