"""A bureau edits its scheme on screen: the sum is live, the draft kept, nothing in force yet."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.queries.scheme_draft import scheme_draft
from reviewer_app.workflow.edit_scheme import adopt_scheme_draft
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.dialogs.adopt_scheme import AdoptScheme
from ui.screens.scheme.screen import SchemeEditor

WANG = Actor("王干事", Role.SECRETARY)


@pytest.fixture
def desk(workspace: Workspace, desk_for: Callable[..., Desk]) -> Desk:
    return desk_for(workspace, WANG)


@pytest.fixture
def editor(qtbot: QtBot, desk: Desk) -> SchemeEditor:
    made = SchemeEditor(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def choose(editor: SchemeEditor, title: str) -> None:
    """Choose a part of the tree by the beginning of its title."""
    match = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    editor._tree.setCurrentItem(editor._tree.findItems(title, match)[0])


def field(editor: SchemeEditor, name: str) -> QLineEdit:
    """Find the line of a field of the chosen part."""
    assert editor._form is not None
    lines = editor._form.findChildren(QLineEdit)
    return next(line for line in lines if line.accessibleName() == name)


def type_into(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Replace what a line holds, with Enter at the end."""
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_changed_maximum_is_summed_at_once_and_kept_as_a_draft(
    qtbot: QtBot, editor: SchemeEditor, desk: Desk
) -> None:
    choose(editor, "B1")

    type_into(qtbot, field(editor, "满分"), "40")

    assert editor._sum.text() == "合计 95 / 100"
    assert desk.look(scheme_draft).document["factor"][1]["indicator"][0]["max"] == "40"
    assert desk.look(Workspace.scheme).by_code["B1"].maximum == 45
    assert not editor._adopt.isEnabled()
    assert editor._problems.count() == 1


def test_a_problem_leads_to_its_part(qtbot: QtBot, editor: SchemeEditor) -> None:
    choose(editor, "B2")
    type_into(qtbot, field(editor, "名称"), "")
    choose(editor, "A ")

    editor._problems.itemActivated.emit(editor._problems.item(0))

    assert editor._part is not None
    assert editor._part.path == ("factor", 1, "indicator", 1)


def adopting(qtbot: QtBot, editor: SchemeEditor) -> tuple[AdoptScheme, QLineEdit]:
    qtbot.mouseClick(editor._adopt, Qt.MouseButton.LeftButton)
    asked = editor.findChildren(AdoptScheme)[-1]
    why = asked.findChild(QLineEdit)
    assert why is not None
    return asked, why


def test_a_sound_draft_is_adopted_with_a_reason(
    qtbot: QtBot, editor: SchemeEditor, desk: Desk
) -> None:
    choose(editor, "B1")
    type_into(qtbot, field(editor, "名称"), "innovation")

    left, why = adopting(qtbot, editor)
    QTest.keyClicks(why, "slip")
    left.reject()
    asked, why = adopting(qtbot, editor)
    assert why.text() == "slip", "what was typed is there again"
    asked.accept()

    assert desk.look(Workspace.scheme).by_code["B1"].name == "innovation"
    assert not desk.look(scheme_draft).is_draft


def test_an_added_indicator_stands_open_with_its_problems(
    qtbot: QtBot, editor: SchemeEditor, desk: Desk
) -> None:
    choose(editor, "B ")

    qtbot.mouseClick(editor._add, Qt.MouseButton.LeftButton)

    rows = desk.look(scheme_draft).document["factor"][1]["indicator"]
    assert [row["code"] for row in rows] == ["B1", "B2", "X1"]
    assert editor._problems.count() > 0


def test_a_dropped_draft_leaves_the_scheme_in_force(
    qtbot: QtBot, editor: SchemeEditor, desk: Desk
) -> None:
    choose(editor, "B1")
    type_into(qtbot, field(editor, "满分"), "1")

    drop = next(made for made in editor.findChildren(QPushButton) if made.text() == "放弃草稿")
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)

    assert editor._sum.text() == "合计 100 / 100"
    assert not desk.look(scheme_draft).is_draft


def test_a_level_is_added_to_an_indicator(qtbot: QtBot, editor: SchemeEditor, desk: Desk) -> None:
    choose(editor, "B1")
    assert editor._form is not None
    more = next(
        made for made in editor._form.findChildren(QPushButton) if made.text() == "添加一行"
    )

    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)

    levels = desk.look(scheme_draft).document["factor"][1]["indicator"][0]["level"]
    assert levels == [{"name": "", "from": "0"}]


def test_a_draft_with_problems_is_never_adopted(
    qtbot: QtBot, editor: SchemeEditor, desk: Desk
) -> None:
    choose(editor, "B1")
    type_into(qtbot, field(editor, "满分"), "x")

    with qtbot.waitSignal(desk.refused):
        desk.do(lambda batch: adopt_scheme_draft(batch, "试试"))
