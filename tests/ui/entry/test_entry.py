"""Paper sheets are typed with the numeric pad, twice, and nothing is half taken."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.importing.scheme_file import bundled_scheme
from reviewer_app.queries.present import present
from reviewer_app.queries.ranking import ranking
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace
from ui.desk import Desk
from ui.screens.entry.difference_panel import DifferencePanel
from ui.screens.entry.grid_view import PaperGrid
from ui.screens.entry.screen import Entry

WANG = Actor("王干事", Role.SECRETARY)
LI = Actor("李干事", Role.SECRETARY)
DeskMaker = Callable[..., Desk]

PAD = {**{str(digit): Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)}, ".": Qt.Key.Key_Period}


@pytest.fixture
def entry(qtbot: QtBot, workspace: Workspace, desk_for: DeskMaker) -> Entry:
    return shown(qtbot, desk_for(workspace, WANG))


def shown(qtbot: QtBot, desk: Desk) -> Entry:
    made = Entry(desk)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    with qtbot.waitExposed(made):
        made.show()
    grid_of(made).setFocus()
    return made


def grid_of(entry: Entry) -> PaperGrid:
    return entry.findChildren(PaperGrid)[0]


def in_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(_entry: Entry, keys: str) -> int:
    """Press the pad's digits, point and (as a blank) Enter; give how many keys it took."""
    for sign in keys:
        key = Qt.Key.Key_Enter if sign == " " else PAD[sign]
        QTest.keyClick(in_focus(), key, Qt.KeyboardModifier.KeypadModifier)
    return len(keys)


def second_entry(qtbot: QtBot, workspace: Workspace, desk_for: DeskMaker) -> Entry:
    made = shown(qtbot, desk_for(workspace, LI))
    button(made, "复录").click()
    return made


def button(entry: Entry, text: str) -> QPushButton:
    return next(item for item in entry.findChildren(QPushButton) if text in item.text())


def texts(entry: Entry, row: int = 0) -> list[str]:
    model = grid_of(entry).model()
    return [str(model.index(row, column).data() or "") for column in range(model.columnCount())]


def test_a_sheet_of_eleven_takes_its_digits_and_one_key_each(
    qtbot: QtBot, tmp_path: Path, desk_for: DeskMaker
) -> None:
    scheme = bundled_scheme("measure-5")
    workspace = a_workspace(tmp_path / "m.review", scheme=scheme)
    screen = shown(qtbot, desk_for(workspace, WANG))
    values = ["15", "62", "58", "45", "31", "28", "22", "14", "37", "41", "25"]

    pressed = press(screen, " ".join(values) + " ")

    assert pressed == sum(len(value) + 1 for value in values)
    assert texts(screen)[:11] == [f"{int(value) / 10:.1f}" for value in values]
    assert grid_of(screen).currentIndex().column() == 11  # the total on paper comes next


def test_every_key_is_saved_at_once(entry: Entry, workspace: Workspace) -> None:
    press(entry, "30 ")

    assert workspace.store.entries()[-1].verb == "type_paper_score"


def test_enter_goes_down_where_a_column_is_typed(entry: Entry) -> None:
    button(entry, "逐列").click()

    press(entry, "30 31 ")

    assert (texts(entry, 0)[0], texts(entry, 1)[0]) == ("30.0", "31.0")


def test_what_is_no_score_stays_in_its_cell(entry: Entry, workspace: Workspace) -> None:
    before = workspace.store.head()

    press(entry, "99 ")

    assert workspace.store.head() == before
    assert isinstance(in_focus(), QLineEdit)
    assert grid_of(entry).currentIndex().column() == 0


def test_escape_forgets_what_was_half_typed(entry: Entry, workspace: Workspace) -> None:
    before = workspace.store.head()
    press(entry, "30")

    QTest.keyClick(in_focus(), Qt.Key.Key_Escape)

    assert workspace.store.head() == before
    assert texts(entry)[0] == ""


def test_two_equal_entries_are_submitted(
    qtbot: QtBot, entry: Entry, workspace: Workspace, desk_for: DeskMaker
) -> None:
    press(entry, "30 40 ")
    other = second_entry(qtbot, workspace, desk_for)

    press(other, "30 40 ")

    assert workspace.store.entries()[-1].verb == "submit_paper_sheet"
    assert ranking(workspace).applications[0].reviewers[0].total == Fraction(74)  # 4 + 30 + 40


def test_the_second_entry_shows_nothing_of_the_first(
    qtbot: QtBot, entry: Entry, workspace: Workspace, desk_for: DeskMaker
) -> None:
    press(entry, "37.5 38.5 ")

    other = second_entry(qtbot, workspace, desk_for)

    assert not any("37.5" in text or "38.5" in text for text in texts(other))


def test_a_mismatch_is_listed_and_settled_from_the_paper(
    qtbot: QtBot, entry: Entry, workspace: Workspace, desk_for: DeskMaker
) -> None:
    press(entry, "30 40 ")
    other = second_entry(qtbot, workspace, desk_for)
    press(other, "30 41 ")
    panel = other.findChildren(DifferencePanel)[0]
    assert panel.isVisible()
    assert present(workspace).scores == {}

    field = panel.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "40")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert not panel.isVisible()
    assert present(workspace).scores[("P1", "R1", "B2")] == 4000


def test_who_typed_first_has_no_open_cell_in_the_second_entry(entry: Entry) -> None:
    press(entry, "30 40 ")

    button(entry, "复录").click()

    model = grid_of(entry).model()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_the_first_person_is_told_why_the_second_entry_is_closed(
    qtbot: QtBot, entry: Entry
) -> None:
    press(entry, "30 40 ")
    button(entry, "复录").click()
    grid_of(entry).setCurrentIndex(grid_of(entry).model().index(0, 0))

    with qtbot.waitSignal(entry.desk.refused) as refused:
        press(entry, "3")

    assert refused.args[0].name == "王干事"


def test_a_block_from_a_spreadsheet_is_pasted_whole(entry: Entry, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText("３０\t四十\r\n31\t41.5\r\n")

    QTest.keyClick(grid_of(entry), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert texts(entry, 0)[:2] == ["30.0", "40.0"]
    assert texts(entry, 1)[:2] == ["31.0", "41.5"]
    assert workspace.store.entries()[-1].verb == "paste_paper_scores"


def test_a_block_with_one_bad_cell_changes_nothing_and_names_it(
    qtbot: QtBot, entry: Entry, workspace: Workspace
) -> None:
    before = workspace.store.head()
    QGuiApplication.clipboard().setText("30\t40\n31\t优")

    with qtbot.waitSignal(entry.desk.refused) as refused:
        QTest.keyClick(grid_of(entry), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    (bad,) = refused.args[0].cells
    assert (bad.application, bad.indicator, bad.found) == ("P2", "B2", "优")
    assert workspace.store.head() == before
    assert texts(entry, 0)[:2] == ["", ""]


def test_a_block_that_is_too_wide_is_refused(qtbot: QtBot, entry: Entry) -> None:
    QGuiApplication.clipboard().setText("30\t40\t50")

    with qtbot.waitSignal(entry.desk.refused) as refused:
        QTest.keyClick(grid_of(entry), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert refused.args[0].room == "2 × 2"


def test_ctrl_z_takes_back_the_last_cell_and_ctrl_shift_z_gives_it_again(entry: Entry) -> None:
    press(entry, "30 40 ")

    QTest.keyClick(grid_of(entry), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert texts(entry)[:2] == ["30.0", ""]

    again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(grid_of(entry), Qt.Key.Key_Z, again)
    assert texts(entry)[:2] == ["30.0", "40.0"]


def test_undo_in_one_place_is_no_deed_to_be_undone_in_another(
    qtbot: QtBot, entry: Entry, workspace: Workspace
) -> None:
    press(entry, "30 40 ")
    other = shown(qtbot, entry.desk)
    press(other, "38 ")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(grid_of(other), Qt.Key.Key_Z, control)

    with qtbot.waitActive(entry):
        entry.raise_()
        entry.activateWindow()
    grid_of(entry).setFocus()
    QTest.keyClick(grid_of(entry), Qt.Key.Key_Z, control)

    assert texts(entry)[:2] == ["30.0", ""]


def test_the_total_on_paper_is_compared_with_the_sum(entry: Entry) -> None:
    press(entry, "30 40 75 ")

    assert "≠" in texts(entry)[-2]
    assert texts(entry)[2] == "75.00"


def test_the_grid_model_keeps_its_promises(entry: Entry) -> None:
    tester = QAbstractItemModelTester(
        grid_of(entry).model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    press(entry, "30 40 ")
    button(entry, "按项目").click()

    assert tester.model().rowCount() == 3
