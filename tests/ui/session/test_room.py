"""The session desk: the agenda is led from it, people are stamped at it, no score is on it."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer_app.domain.agenda import AgendaItem, ItemKind, ItemState, Step, TimerDeed
from reviewer_app.domain.person import Actor, Person, Role
from reviewer_app.i18n import translator
from reviewer_app.queries.session_desk import DeskRow, session_desk
from reviewer_app.queries.session_step import next_step
from reviewer_app.storage.agenda import load_agenda, timer_events
from reviewer_app.storage.room import load_leaves
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, begin_item, make_agenda, time_step
from reviewer_app.workflow.night import lock_evening
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workspace import Surroundings, Workspace, open_workspace, workspace_at
from tests.architecture.files import ROOT
from tests.builders import score_sheet, some_surroundings
from tests.session.meeting import PANEL, SUPERVISOR, Meeting, a_meeting, to_scoring
from tests.ui.session.room_hands import choose, dialog_of, found, is_shown, press, says
from tests.ui.strings import strings
from tests.ui.test_spoken import unnamed
from ui.app import Opening, Shell
from ui.desk import Desk
from ui.screens.session.room.current_panel import CurrentPanel
from ui.screens.session.room.page import RoomPage
from ui.screens.session.room.rows import agenda_text
from ui.screens.session.screen import SessionPlace
from ui.widgets.notice import Notice

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """Scores are given; P1 and P2 stand on the agenda, nothing runs."""
    made = to_scoring(tmp_path / "w.review")
    make_agenda(made.staff, agenda_as_drawn(made.staff))
    return made


@pytest.fixture
def page(qtbot: QtBot, meeting: Meeting, desk_for: Make) -> RoomPage:
    return shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))


def shown(qtbot: QtBot, desk: Desk) -> RoomPage:
    made = RoomPage(desk)
    qtbot.addWidget(made)
    made.resize(1160, 560)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def first_key(meeting: Meeting) -> int:
    return load_agenda(meeting.staff.store)[0].key


def test_the_keys_lead_through_an_application(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert says(page, "current_item") == "P1  项目P1"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert says(page, "timer") in ("10:00", "09:59")
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_N)
    timer = session_desk(meeting.staff).timer
    assert timer is not None
    assert (timer.step, timer.running) == (Step.QUESTIONS, True)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_E)

    done = [event.deed for event in timer_events(meeting.staff.store, first_key(meeting))]
    assert done == [
        *(TimerDeed.STARTED, TimerDeed.EXTENDED),
        *(TimerDeed.STARTED, TimerDeed.PAUSED),
    ]
    states = [item.state for item in load_agenda(meeting.staff.store)]
    assert states == [ItemState.DONE, ItemState.PLANNED]


def test_space_is_the_timer_wherever_the_focus_is(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    press(page, "begin_item")
    end = found(page, QPushButton, "end_item")
    end.setFocus()

    qtbot.keyClick(end, Qt.Key.Key_Space)

    assert load_agenda(meeting.staff.store)[0].state is ItemState.CURRENT
    assert session_desk(meeting.staff).timer is not None


def test_the_keys_of_the_desk_work_as_soon_as_it_is_seen(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    place = SessionPlace(desk_for(meeting.staff, meeting.staff.actor))
    qtbot.addWidget(place)
    place.resize(1180, 620)
    place.show()
    place.activateWindow()
    place.setFocus()  # as the window does when it comes here
    qtbot.waitUntil(place.isActiveWindow)
    qtbot.keyClick(keys_go_to(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert says(place, "current_item") == "P1  项目P1"

    tabs = found(place, QTabBar, "session_pages")
    before = tabs.tabRect(0).center()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=before)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: not tabs.hasFocus())
    qtbot.keyClick(keys_go_to(), Qt.Key.Key_Space)

    assert session_desk(meeting.staff).timer is not None


def keys_go_to() -> QWidget:
    """Give the widget that has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_who_must_leave_is_named_large_and_stamped_with_one_click(
    page: RoomPage, meeting: Meeting
) -> None:
    press(page, "begin_item")
    page.desk.do(partial(recuse, application="P1", reviewer="R3", ground="同单位"))

    press(page, "call_left_room_R3")

    [leave] = load_leaves(meeting.staff.store)
    assert (leave.application, leave.person.number, leave.returned_at) == ("P1", "R3", "")
    assert not is_shown(page, "call_left_room_R3")


def test_who_is_out_is_called_back_before_the_next_item(page: RoomPage, meeting: Meeting) -> None:
    press(page, "begin_item")
    page.desk.do(partial(recuse, application="P1", reviewer="R3", ground="同单位"))
    press(page, "call_left_room_R3")
    press(page, "end_item")

    press(page, "call_back_R3")

    [leave] = load_leaves(meeting.staff.store)
    assert leave.returned_at


def test_who_is_recused_from_the_next_item_too_stays_out(page: RoomPage, meeting: Meeting) -> None:
    press(page, "begin_item")
    for number in ("P1", "P2"):
        page.desk.do(partial(recuse, application=number, reviewer="R3", ground="同单位"))
    press(page, "call_left_room_R3")
    press(page, "begin_item")

    press(page, "call_stays_out_R3")

    leaves = [(row.application, bool(row.returned_at)) for row in load_leaves(meeting.staff.store)]
    assert leaves == [("P1", True), ("P2", False)]


def test_an_item_is_taken_out_with_a_reason_only(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    choose(page, "drop_item")
    field = found(dialog_of(page), QLineEdit)

    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert load_agenda(meeting.staff.store)[0].state is ItemState.PLANNED
    qtbot.keyClicks(field, "nobody came")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert load_agenda(meeting.staff.store)[0].state is ItemState.DROPPED


def test_a_supervisor_sees_the_desk_and_leads_nothing(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    begin_item(meeting.staff, first_key(meeting))

    page = shown(qtbot, desk_for(meeting.staff, SUPERVISOR))

    assert says(page, "current_item") == "P1  项目P1"
    names = ("begin_item", "end_item", "toggle_timer", "recess", "release_order")
    assert [found(page, QPushButton, name).isEnabled() for name in names] == [False] * 5


def test_no_score_is_anywhere_on_the_desk(page: RoomPage, meeting: Meeting) -> None:
    press(page, "begin_item")
    for number in PANEL:
        score_sheet(meeting.by(number), "P1", number, "31.5", "43.5")
    page.look_again()

    told = "\n".join(strings(page))

    assert "已提交 3 / 3" in told
    assert [text for text in ("31.5", "43.5", "75", "79", "3150", "4350") if text in told] == []


def test_a_locked_day_is_said_and_leads_to_the_morning_check(
    qtbot: QtBot, page: RoomPage, meeting: Meeting
) -> None:
    lock_evening(meeting.staff)
    page.look_again()
    notice = found(page, Notice, "desk_notice")

    assert "2026-12-01 已封存过夜" in notice.text()
    with qtbot.waitSignal(page.going) as went:
        notice.press()
    assert (went.args[0].place, went.args[0].subject) == ("session", "closing")


def test_without_an_agenda_the_desk_leads_to_its_making(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = to_scoring(tmp_path / "w.review")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))

    with qtbot.waitSignal(page.going) as went:
        found(page, Notice, "desk_notice").press()

    assert (went.args[0].subject, went.args[0].part) == ("before", "agenda")


def test_who_came_late_is_led_to_the_statements(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    meeting = a_meeting(tmp_path / "w.review")
    page = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor))
    press(page, "stamp_R1")

    with qtbot.waitSignal(page.going) as went:
        press(page, "stamp_R1")

    assert (went.args[0].subject, went.args[0].part) == ("before", "statements")


def test_in_the_past_the_desk_shows_and_leads_nothing(
    qtbot: QtBot, meeting: Meeting, desk_for: Make
) -> None:
    before, _ = meeting.staff.store.head()
    begin_item(meeting.staff, first_key(meeting))
    past = workspace_at(meeting.staff, before)

    page = shown(qtbot, desk_for(past, meeting.staff.actor))

    assert says(page, "when_item") == "下一项"
    names = ("begin_item", "end_item", "toggle_timer", "recess", "release_order")
    assert [found(page, QPushButton, name).isEnabled() for name in names] == [False] * 5
    assert next_step(past).verb == ""
    past.store.close()


def test_every_control_of_the_desk_has_a_name(page: RoomPage, meeting: Meeting) -> None:
    press(page, "begin_item")
    page.desk.do(partial(recuse, application="P1", reviewer="R3", ground="同单位"))

    assert list(unnamed(page)) == []
    controls = (made for made in page.findChildren(QAbstractButton) if made.isVisible())
    inner = ("qt_", "")
    assert [one.text() for one in controls if one.objectName() in inner] == []


def test_a_batch_without_a_meeting_says_so(
    qtbot: QtBot, workspace: Workspace, desk_for: Make
) -> None:
    place = SessionPlace(desk_for(workspace, Actor("王干事", Role.SECRETARY)))
    qtbot.addWidget(place)
    place.show_page("room")
    place.show()

    press(place, "next_phase")

    assert place.page.__class__.__name__ == "BeforePage"


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 12, 1, 9, 0).astimezone()

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def running(meeting: Meeting) -> Meeting:
    """The presentation of P1 runs, ten minutes."""
    begin_item(meeting.staff, first_key(meeting))
    time_step(meeting.staff, first_key(meeting), Step.REPORT, TimerDeed.STARTED, 600)
    return meeting


def test_the_bell_rings_at_two_minutes_and_at_the_end_once_each(
    qtbot: QtBot, running: Meeting
) -> None:
    hands = Hands()
    rung: list[int] = []
    panel = CurrentPanel(translator("zh_CN"), hands)
    qtbot.addWidget(panel)
    panel.rang.connect(lambda: rung.append(1))
    panel.show_desk(session_desk(running.staff))

    told: list[tuple[bool, int]] = []
    for seconds in (470, 12, 5, 110, 10, 20):
        hands.move(seconds)
        panel.tick()
        told.append((not says(panel, "timer").startswith("\N{MINUS SIGN}"), len(rung)))

    assert told == [(True, 0), (True, 1), (True, 1), (True, 1), (False, 2), (False, 2)]


def test_counting_on_asks_the_store_for_nothing(
    page: RoomPage, running: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.look_again()
    asked: list[object] = []
    monkeypatch.setattr(page.desk, "look", asked.append)

    for _ in range(20):
        found(page, CurrentPanel).tick()

    assert asked == []
    assert running.staff.store.head()[0] > 0


def at_moment(now: datetime, actor: Actor) -> Surroundings:
    """A PC whose clock stands."""
    return Surroundings(lambda: now, lambda: "", actor)


def test_after_a_power_cut_the_desk_is_where_it_was_within_five_seconds(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The presentation has 600 s; 90 s after its start 510 are left, 8:30."""
    path = tmp_path / "w.review"
    command = [sys.executable, "-m", "tests.session.interrupted", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "running\n"
        killed.kill()
    store = open_workspace(path, some_surroundings()).store
    [event] = timer_events(store, 1)
    store.close()
    later = datetime.fromisoformat(event.at) + timedelta(seconds=90)
    monkeypatch.setattr("ui.opened.surroundings", partial(at_moment, later))

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    begun = time.monotonic()
    shell = Shell(Opening(path, "zh_CN", "王干事"), application)
    qtbot.addWidget(shell.window)
    shell.begin()
    shell.sign_in(Person("王干事", Role.SECRETARY))
    shell.window.show_place("session")
    took = time.monotonic() - begun

    assert took < 5
    assert says(shell.window, "current_item") == "P1  项目P1"
    assert found(shell.window, QPushButton, "step_report").isChecked()
    assert says(shell.window, "timer") in ("08:30", "08:29", "08:28")
    shell.end()
    application.setStyleSheet("")


def test_the_agenda_names_an_application_first_by_what_tells_it_apart() -> None:
    item = AgendaItem(1, 1, ItemKind.APPLICATION, "XM-2026-00007", "", "2026-12-01", "09:00", 25)
    row = DeskRow(item, "甲", "甲公司", is_disclosed=False)

    assert agenda_text(row, translator("en")) == "00007\n甲"
