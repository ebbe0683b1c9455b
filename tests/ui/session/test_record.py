"""The late changes as a supervisor finds them, who knows only the final file."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.application import Standing
from reviewer_app.domain.meeting_record import LateKind
from reviewer_app.domain.person import Person, Role
from reviewer_app.workflow.change_standing import change_standing
from tests.builders import score_sheet
from tests.session.meeting import SUPERVISOR, Meeting, a_meeting, to_disclosure, to_scoring
from tests.session.test_whole_meeting import hold
from ui.app import Opening, Shell
from ui.desk import Desk
from ui.main_window import PLACES
from ui.place import Destination, Moment
from ui.screens.session.record.page import RecordPage
from ui.screens.session.screen import SessionPlace

Make = Callable[..., Desk]
Rows = list[tuple[str, ...]]


def shown(page: RecordPage) -> Rows:
    """Read the list as it is on the screen, without entry and time."""
    model = page.model
    return [
        tuple(str(model.index(row, place).data()) for place in range(2, model.columnCount()))
        for row in range(model.rowCount())
    ]


def page_of(qtbot: QtBot, desk: Desk) -> RecordPage:
    page = RecordPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The final file of a meeting in which R2 changed one score of P1."""
    meeting = a_meeting(tmp_path / "whole.review")
    hold(meeting)
    meeting.staff.close()
    return Path(shutil.copy(meeting.staff.store.path, tmp_path / "final.review"))


@pytest.fixture
def shell(qtbot: QtBot, closed: Path) -> Iterator[Shell]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Shell(Opening(closed, "zh_CN", "王干事"), application)
    qtbot.addWidget(made.window)
    made.begin()
    yield made
    made.end()
    application.setStyleSheet("")


def record_of(shell: Shell) -> RecordPage:
    shell.sign_in(Person(SUPERVISOR.name, SUPERVISOR.role))
    shell.window.go(Destination("session", "record"))
    place = shell.window.current_screen()
    assert isinstance(place, SessionPlace)
    page = place.page
    assert isinstance(page, RecordPage)
    return page


def test_a_supervisor_with_only_the_file_finds_the_planted_change(
    qtbot: QtBot, shell: Shell
) -> None:
    page = record_of(shell)

    assert shown(page) == [
        ("P1", "R2 专家2", "B1 创新", "30", "25", "专家2", "专家2、专家1", "07 笔误 笔误,应为25分")
    ]
    with qtbot.waitSignal(shell.jobs.ended, timeout=20_000):
        qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.notice.text()))
    assert "无一遗漏" in page.notice.text()
    assert "1 处" in page.notice.text()


def test_a_row_opens_its_entry_in_the_history(qtbot: QtBot, shell: Shell) -> None:
    page = record_of(shell)
    sequence = page.model.row_at(page.model.index(0, 0)).change.sequence

    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: shell.window.current_place() == "history")
    assert f"#{sequence}" in shell.window.current_screen().filters.search.text()  # type: ignore[union-attr]


def test_before_disclosure_is_two_clicks_away(qtbot: QtBot, shell: Shell) -> None:
    page = record_of(shell)

    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)

    assert isinstance(wanted.args[0], Moment)
    qtbot.waitUntil(lambda: shell.window.current_screen() is not page.parent())


@pytest.fixture
def blind(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """Scores are being given: R2 has submitted 31.5 + 27.5 on P1, R3 drafts 28.5."""
    meeting = to_scoring(tmp_path / "blind.review")
    score_sheet(meeting.by("R2"), "P1", "R2", "31.5", "27.5")
    score_sheet(meeting.by("R3"), "P1", "R3", "28.5", submit=False)
    meeting.staff.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made = Shell(Opening(meeting.staff.store.path, "zh_CN", "王干事"), application)
    qtbot.addWidget(made.window)
    made.begin()
    yield made
    made.end()
    application.setStyleSheet("")


SECRET = ("31.5", "27.5", "28.5", "59", "63")
"""Scores of others, and the sums 31.5 + 27.5 and with the objective 4."""


def seen(shell: Shell) -> str:
    """Everything the window shows as text: labels, buttons, fields, cells."""
    window = shell.window
    found = [made.text() for made in window.findChildren(QLabel) if made.isVisible()]
    found += [made.text() for made in window.findChildren(QAbstractButton) if made.isVisible()]
    found += [made.text() for made in window.findChildren(QLineEdit) if made.isVisible()]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None:
            found += [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return "\n".join(found)


@pytest.mark.parametrize(
    "person",
    [Person(SUPERVISOR.name, SUPERVISOR.role), Person("王干事", Role.SECRETARY),
     Person("专家1", Role.LEADER, "R1")],
    ids=["supervisor", "secretary", "leader"],
)  # fmt: skip
def test_before_disclosure_no_past_shows_a_number_of_somebody_else(
    blind: Shell, person: Person
) -> None:
    blind.sign_in(person)
    assert blind.seat is not None
    last = blind.seat.batch.acting(person.actor).store.head()[0]

    for moment in (0, last - 1, last - 4):
        blind.give(Moment(moment))
        for place in [one.key for one in PLACES]:
            blind.window.show_place(place)
            for page in ("room", "review", "closing", "record"):
                if place == "session":
                    blind.window.go(Destination("session", page))
                QCoreApplication.processEvents()
                blind.jobs.settle()
                text = seen(blind)
                assert [one for one in SECRET if _stands(one, text)] == [], (moment, place, page)


def _stands(number: str, text: str) -> bool:
    """Whether a number stands in a text by itself, not in a longer one or a folder's name."""
    pattern = rf"(?<![\w.:-]){re.escape(number)}(?![\w:-])"
    return re.search(pattern, text, re.ASCII) is not None


@pytest.fixture
def late(tmp_path: Path) -> Meeting:
    """P2 is taken out after its sheets were submitted."""
    meeting = to_disclosure(tmp_path / "w.review")
    change_standing(meeting.staff, application="P2", standing=Standing.WITHDRAWN, reason="单位撤回")
    return meeting


def test_an_application_taken_out_after_submission_is_in_the_list(
    qtbot: QtBot, late: Meeting, desk_for: Make
) -> None:
    page = page_of(qtbot, desk_for(late.staff, SUPERVISOR))

    [row] = shown(page)
    assert row[0] == "P2"
    assert row[3:5] == ("参加评审", "已撤回")
    assert row[-1] == "单位撤回"


def test_the_list_is_searched_and_filtered_by_kind(
    qtbot: QtBot, late: Meeting, desk_for: Make
) -> None:
    page = page_of(qtbot, desk_for(late.staff, SUPERVISOR))
    QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page.model
    )

    qtbot.keyClicks(page.search, "P1")
    assert shown(page) == []
    page.search.clear()
    qtbot.keyClicks(page.search, "P2")
    assert len(shown(page)) == 1
    page.kind.setFocus()
    qtbot.keyClick(page.kind, Qt.Key.Key_Down)
    assert page.kind.currentData() == LateKind.SCORE
    assert shown(page) == []


def test_while_scores_are_given_the_list_is_closed(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    page = page_of(qtbot, desk_for(to_scoring(tmp_path / "w.review").staff, SUPERVISOR))

    assert not page.table.isVisible()
    assert not page.check.isVisible()
