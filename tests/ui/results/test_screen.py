"""The place of results as people use it: look, compare, write reasons, record votes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.queries.deviations import flags_of
from reviewer_app.queries.ranking import ranking
from reviewer_app.workspace import Workspace
from tests.builders import a_scheme, a_workspace, an_application, score_sheet
from ui.desk import Desk
from ui.dialogs.results import ReasonDialog, VoteDialog
from ui.place import Destination
from ui.screens.results.screen import Results

WANG = Actor("王干事", Role.SECRETARY)
DeskMaker = Callable[..., Desk]


@pytest.fixture
def tied(tmp_path: Path) -> Workspace:
    """P1 and P2 share rank 1 with 77 points; P3 to P5 have none yet."""
    applications = tuple(
        an_application(f"P{n}", users=users) for n, users in enumerate("47111", start=1)
    )
    made = a_workspace(
        tmp_path / "w.review",
        applications=applications,
        scheme=a_scheme(tie_break=["vote"], quorum=1),
    )
    for reviewer in ("R1", "R2"):
        score_sheet(made, "P1", reviewer, "33", "40")
        score_sheet(made, "P2", reviewer, "30", "40")
    score_sheet(made, "P1", "R3", "33", "40")
    score_sheet(made, "P2", "R3", "10", "10")
    score_sheet(made, "P3", "R1", "10", "10")
    return made


@pytest.fixture
def screen(qtbot: QtBot, tied: Workspace, desk_for: DeskMaker) -> Results:
    made = Results(desk_for(tied, WANG, "en"))
    made.resize(1200, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def button(screen: Results, text: str) -> QPushButton:
    return next(found for found in screen.findChildren(QPushButton) if found.text() == text)


def test_the_models_keep_qts_rules(screen: Results) -> None:
    for model in (screen.model, screen.second_look.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    screen.look_again()
    screen.model.sort(6, Qt.SortOrder.DescendingOrder)
    screen.model.search("P1")


def test_the_first_application_is_explained_at_once(screen: Results) -> None:
    assert "Rank 1." in screen.why.text()
    assert "R1" in screen.why.text()


def test_space_lays_an_application_on_the_radar_and_the_fifth_is_refused(
    qtbot: QtBot, screen: Results
) -> None:
    for number in ("P1", "P2", "P3", "P4"):
        screen.show_subject(number, "")
        qtbot.keyClick(screen.table, Qt.Key.Key_Space)
    screen.show_subject("P5", "")

    with qtbot.waitSignal(screen.said) as told:
        qtbot.keyClick(screen.table, Qt.Key.Key_Space)

    assert "room for 4" in told.args[0]
    assert [screen.is_compared(f"P{n}") for n in range(1, 6)] == [True] * 4 + [False]


def test_export_goes_to_the_reports(qtbot: QtBot, screen: Results) -> None:
    with qtbot.waitSignal(screen.going) as going:
        qtbot.mouseClick(button(screen, "Print and export"), Qt.MouseButton.LeftButton)

    assert going.args[0] == Destination("reports", "ranking")


def test_a_reason_is_written_beside_a_flagged_sheet(
    qtbot: QtBot, screen: Results, tied: Workspace
) -> None:
    rows = screen.second_look.model.shown()
    place = next(n for n, row in enumerate(rows) if row.sheet.deviation.reviewer == "R3")
    screen.show_subject("P2", "deviations")
    screen.second_look.table.setCurrentIndex(screen.second_look.model.index(place, 0))
    qtbot.mouseClick(button(screen, "Write the reason…"), Qt.MouseButton.LeftButton)
    dialog = screen.findChild(ReasonDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.text, "The demonstration failed twice.")
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    found = {s.deviation.reviewer: s.review for s in flags_of(tied, ranking(tied)).sheets}
    review = found["R3"]
    assert review is not None
    assert review.statement == "The demonstration failed twice."


def test_a_vote_orders_the_tie(qtbot: QtBot, tmp_path: Path, desk_for: DeskMaker) -> None:
    batch = a_workspace(tmp_path / "t.review", reviewers=1, scheme=a_scheme(tie_break=["vote"]))
    score_sheet(batch, "P1", "R1", "33", "40")
    score_sheet(batch, "P2", "R1", "30", "40")
    screen = Results(desk_for(batch, WANG, "en"))
    qtbot.addWidget(screen)
    screen.show()
    qtbot.mouseClick(button(screen, "Record a vote…"), Qt.MouseButton.LeftButton)
    dialog = screen.findChild(VoteDialog)
    assert dialog is not None

    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.reason, "3:0")
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    assert [row.number for row in screen.model.shown()] == ["P2", "P1"]
    assert not button(screen, "Record a vote…").isVisible()


def test_a_row_that_changes_its_rank_slides_and_arrives(
    qtbot: QtBot, screen: Results, tied: Workspace
) -> None:
    before = [row.number for row in screen.model.shown()]
    score_sheet(tied, "P5", "R1", "45", "45")
    score_sheet(tied, "P5", "R2", "45", "45")
    score_sheet(tied, "P5", "R3", "45", "45")

    screen.look_again()

    assert [row.number for row in screen.model.shown()] != before
    assert screen.table.is_sliding()
    qtbot.waitUntil(lambda: not screen.table.is_sliding(), timeout=2000)


def test_a_bureau_leader_sees_no_single_sheet_anywhere(
    qtbot: QtBot, tied: Workspace, desk_for: DeskMaker
) -> None:
    screen = Results(desk_for(tied, Actor("赵局长", Role.BUREAU_LEADER), "en"))
    qtbot.addWidget(screen)
    screen.show()
    titles = [column.key for column in screen.model.columns]

    assert "dots" not in titles
    assert "R1" not in screen.why.text()
