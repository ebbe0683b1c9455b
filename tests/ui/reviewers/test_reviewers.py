"""The panel on the screen: the matrix, recusals, hints, somebody who drops out."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.grounds import RaisedBy
from reviewer_app.domain.person import Actor, Reviewer, Role
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.panel import panel
from reviewer_app.queries.present import present
from reviewer_app.workflow.edit_reviewer import change_reviewer
from reviewer_app.workspace import Workspace
from tests.builders import score_sheet
from ui.desk import Desk
from ui.screens.reviewers.matrix import Matrix, MatrixView
from ui.screens.reviewers.screen import Reviewers

WANG = Actor("王干事", Role.SECRETARY)
DeskMaker = Callable[..., Desk]
Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, desk_for: DeskMaker) -> Iterator[Reviewers]:
    made = Reviewers(desk_for(workspace, WANG))
    qtbot.addWidget(made)
    made.resize(1180, 640)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.reject()


def matrix(place: Reviewers) -> MatrixView:
    return place.findChildren(MatrixView)[0]


def text_at(place: Reviewers, row: int, column: int) -> str:
    return str(matrix(place).model().index(row, column).data())


def button(inside: QWidget, text: str) -> QPushButton:
    return next(
        item
        for item in inside.findChildren(QPushButton)
        if text in item.text() and item.isVisible()
    )


def press(inside: QWidget, text: str) -> None:
    QTest.mouseClick(button(inside, text), Qt.MouseButton.LeftButton)


def dialog_of(place: Reviewers) -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    assert found.parent() is place
    return found


def one(inside: QWidget, kind: type[Kind], text: str) -> Kind:
    return next(
        item for item in inside.findChildren(kind) if text in item.accessibleName() + _text(item)
    )


def _text(item: QWidget) -> str:
    return item.text() if isinstance(item, QCheckBox | QRadioButton) else ""


def fill(inside: QWidget, name: str, text: str) -> None:
    """Type as an input method does, which can write Chinese."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(one(inside, QLineEdit, name), typed)


def test_a_recusal_shows_what_it_changes_and_keeps_its_ticked_grounds(
    place: Reviewers, workspace: Workspace
) -> None:
    press(place, "回避")
    dialog = dialog_of(place)
    told = " ".join(item.text() for item in dialog.findChildren(QLabel))
    assert "全部未交评分表交齐时：现为 3 份有效" in told
    assert not button(dialog, "回避").isEnabled() or "不" in button(dialog, "回避").text()

    one(dialog, QCheckBox, "股份").click()
    one(dialog, QRadioButton, "他人").click()
    next(item for item in dialog.findChildren(QPushButton) if item.text() == "回避").click()

    cell = panel(workspace).cells[("P1", "R1")]
    assert (cell.state, cell.grounds) == (SheetState.RECUSED, "shares")
    assert cell.raised_by is RaisedBy.OTHER
    assert text_at(place, 0, 0).startswith("⊘ 回避")


def test_another_relation_needs_words(place: Reviewers) -> None:
    press(place, "回避")
    dialog = dialog_of(place)
    do = next(item for item in dialog.findChildren(QPushButton) if item.text() == "回避")

    one(dialog, QCheckBox, "其他").click()
    assert not do.isEnabled()
    fill(dialog, "说明", "同乡会理事")

    assert do.isEnabled()


def test_a_whole_column_is_absent_with_one_reason(place: Reviewers, workspace: Workspace) -> None:
    matrix(place).selectColumn(1)

    press(place, "缺席")
    dialog = dialog_of(place)
    fill(dialog, "理由", "上午请假")
    press(dialog, "缺席")

    assert [text_at(place, row, 1) for row in (0, 1)] == ["△ 缺席", "△ 缺席"]
    assert workspace.store.entries()[-1].verb == "absent"


def test_a_block_is_taken_away_and_assigned_again(place: Reviewers, workspace: Workspace) -> None:
    matrix(place).selectRow(1)

    press(place, "取消分配")
    assert [text_at(place, 1, column) for column in range(3)] == ["–"] * 3
    press(place, "分配(")

    assert workspace.store.entries()[-1].verb == "assign"
    assert "–" not in [text_at(place, 1, column) for column in range(3)]


def test_enter_opens_the_deed_of_a_cell(place: Reviewers) -> None:
    QTest.keyClick(matrix(place), Qt.Key.Key_Right)
    QTest.keyClick(matrix(place), Qt.Key.Key_Return)

    assert "R2" in " ".join(item.text() for item in dialog_of(place).findChildren(QLabel))


def test_ctrl_z_takes_the_last_deed_back(place: Reviewers) -> None:
    matrix(place).selectRow(1)
    press(place, "取消分配")

    QTest.keyClick(matrix(place), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert text_at(place, 1, 0) == "○ 待评"


def test_a_hint_is_flagged_in_the_matrix_and_dismissed_with_a_reason(
    place: Reviewers, workspace: Workspace
) -> None:
    place.desk.do(lambda batch: change_reviewer(batch, Reviewer("R1", "专家1", "虚构单位")))
    assert "⚑" in text_at(place, 0, 0)
    place.show_subject("", "hints")

    press(place, "排除")
    dialog = dialog_of(place)
    assert not button(dialog, "排除").isEnabled()
    fill(dialog, "理由", "同名不同单位")
    press(dialog, "排除")

    assert [item.is_open for item in panel(workspace).hints] == [False, True]
    tabs = place.findChildren(QTabWidget)[0]
    assert "1" in tabs.tabText(tabs.currentIndex())


def test_who_drops_out_is_asked_how_with_every_consequence_in_sight(
    place: Reviewers, workspace: Workspace
) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    press(place, "中途退出")
    dialog = dialog_of(place)
    told = " ".join(item.text() for item in dialog.findChildren(QLabel))
    assert "继续有效的已提交评分表：1 份" in told
    assert "不再计入的已提交评分表：1 份" in told

    one(dialog, QRadioButton, "替补").click()
    fill(dialog, "原因", "突发疾病")
    assert not button(dialog, "确认").isEnabled()
    fill(dialog, "编号", "R9")
    fill(dialog, "姓名", "替补专家")
    press(dialog, "确认")

    assert text_at(place, 0, 0) == "△ 缺席"
    assert text_at(place, 0, 3) == "○ 待评"
    assert present(workspace).reviewers["R9"].name == "替补专家"


def test_a_reviewer_is_typed_into_the_list(place: Reviewers, workspace: Workspace) -> None:
    place.findChildren(QTabWidget)[0].setCurrentIndex(1)

    press(place, "增加专家")
    dialog = dialog_of(place)
    fill(dialog, "编号", "R8")
    fill(dialog, "姓名", "新专家")
    press(dialog, "保存")

    assert "R8" in present(workspace).reviewers


def test_staff_are_added_where_they_stand(place: Reviewers, workspace: Workspace) -> None:
    place.findChildren(QTabWidget)[0].setCurrentIndex(3)

    fill(place, "姓名", "李监督")
    press(place, "增加")

    assert [person.name for person in panel(workspace).staff] == ["李监督"]


def test_the_current_cell_tells_its_whole_story(place: Reviewers) -> None:
    told = [item.text() for item in place.findChildren(Matrix)[0].findChildren(QLabel)]

    assert any("专家1" in text and "项目P1" in text and "未开始" in text for text in told)


def test_a_refusal_changes_nothing_and_is_said(
    qtbot: QtBot, place: Reviewers, workspace: Workspace
) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    before = workspace.store.head()

    with qtbot.waitSignal(place.desk.refused):
        press(place, "取消分配")

    assert workspace.store.head() == before


def test_the_matrix_model_keeps_its_promises(place: Reviewers) -> None:
    model = matrix(place).model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    matrix(place).selectionModel().select(
        model.index(1, 1), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    press(place, "取消分配")
    place.desk.do(lambda batch: change_reviewer(batch, Reviewer("R1", "专家甲")))

    assert "专家甲" in str(tester.model().headerData(0, Qt.Orientation.Horizontal))
