"""The wall in text and pixels: no score, no member, no order before its release."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.domain.agenda import Step, TimerDeed
from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.projector import (
    PROJECTOR_ORDER,
    PROJECTOR_RANKING,
    RELEASED,
    ProjectorView,
    Wall,
    WallRow,
)
from reviewer_app.i18n import translator
from reviewer_app.queries.projector import projector
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.change_setting import change_setting
from reviewer_app.workflow.close_session import close_session, settle_results
from reviewer_app.workflow.deliberate import disclose, write_opinion
from reviewer_app.workflow.draw_lots import type_lots
from reviewer_app.workflow.edit_reviewer import change_reviewer
from reviewer_app.workflow.keep_agenda import (
    agenda_as_drawn,
    begin_item,
    end_item,
    make_agenda,
    time_step,
)
from reviewer_app.workflow.room import adjourn, choose_leader, resume
from reviewer_app.workflow.session_steps import open_disclosure, open_final, open_scoring
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.sign import sign_document
from tests.builders import score_sheet
from tests.session.meeting import CHINA, PANEL, Meeting, a_meeting, gather, reviewer
from tests.ui.strings import strings
from ui.projector import ProjectorWindow, other_screen

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=CHINA)


@dataclass(frozen=True)
class Secret:
    """What must not be on the wall: names of the members, their scores, what comes next."""

    names: tuple[str, str, str]
    scores: tuple[str, str]
    order: tuple[str, str] = ("P1", "P2")


ONE = Secret(("甲某某", "乙某某", "丙某某"), ("44.5", "21.5"))
OTHER = Secret(("司马相如之", "丁", "Zhang Wei"), ("37.5", "8"))
RUN_FIRST = Secret(ONE.names, ONE.scores, ("P2", "P1"))


def walked(path: Path, secret: Secret) -> Iterator[tuple[str, Meeting]]:
    """Hold a meeting, and stop in each of its phases."""
    meeting = a_meeting(path)
    staff = meeting.staff
    for number, name in zip(PANEL, secret.names, strict=True):
        change_reviewer(staff, Reviewer(number, name))
    choose_leader(staff, "R1")
    gather(meeting)
    type_lots(staff, secret.order, supervisor="周监督")
    make_agenda(staff, agenda_as_drawn(staff))
    yield "preparation", meeting
    open_scoring(staff)
    first, second = (item for item in load_agenda(staff.store))
    if first.application == "P2":
        begin_item(staff, first.key)
        end_item(staff, first.key)
    running = first if first.application == "P1" else second
    begin_item(staff, running.key)
    recuse(staff, application="P2", reviewer="R3", ground="同单位")
    stand_still(meeting, running.key)
    yield "scoring", meeting
    adjourn(staff, f"{secret.names[0]}身体不适")
    yield "recess", meeting
    resume(staff)
    for number in PANEL:
        score_sheet(meeting.by(number), "P1", number, secret.scores[0], "30")
    for number in PANEL[:2]:
        score_sheet(meeting.by(number), "P2", number, secret.scores[1], "20")
    open_disclosure(staff)
    yield "disclosure", meeting
    yield from decided(meeting)


def stand_still(meeting: Meeting, item: int) -> None:
    """Start the timer and pause it: what is left does not depend on when it is read."""
    meeting.clock.set("2026-12-01 09:45")
    time_step(meeting.staff, item, Step.REPORT, TimerDeed.STARTED)
    meeting.clock.set("2026-12-01 09:47")
    time_step(meeting.staff, item, Step.REPORT, TimerDeed.PAUSED)


def decided(meeting: Meeting) -> Iterator[tuple[str, Meeting]]:
    """Disclose, decide, settle, close, and release the ranking."""
    staff = meeting.staff
    for number in ("P1", "P2"):
        disclose(staff, number)
        advice = Recommendation.RECOMMENDED
        write_opinion(staff, application=number, text="同意", recommendation=advice)
    open_final(staff)
    yield "final", meeting
    settle_results(staff)
    yield "signed", meeting
    for number in PANEL:
        sign_document(staff, "11", reviewer(number))
    close_session(staff)
    yield "closed", meeting
    change_setting(staff, PROJECTOR_RANKING, RELEASED)
    yield "ranking released", meeting


@pytest.fixture
def wall(qtbot: QtBot) -> ProjectorWindow:
    return a_wall(qtbot)


def a_wall(qtbot: QtBot) -> ProjectorWindow:
    made = ProjectorWindow(translator("zh_CN"), lambda: NOON)
    qtbot.addWidget(made)
    made.resize(960, 540)
    made.show()
    return made


def pixels(window: QWidget) -> bytes:
    """Draw a window, everything in its place."""
    QCoreApplication.sendPostedEvents()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return cast("memoryview", image.constBits()).tobytes()


def test_no_score_and_no_member_is_in_any_text_of_the_wall(
    wall: ProjectorWindow, tmp_path: Path
) -> None:
    stops = []
    for stop, meeting in walked(tmp_path / "w.review", ONE):
        wall.show_view(projector(meeting.staff))
        told = "\n".join(strings(wall))
        secret = [*ONE.names, *ONE.scores, *PANEL, "74.5", "78.5", "41.5", "48.5", "周监督"]
        assert [text for text in secret if text in told] == [], stop
        assert ("P2" in told) == (stop == "ranking released"), stop
        stops.append(stop)

    assert stops == [
        *("preparation", "scoring", "recess", "disclosure", "final", "signed", "closed"),
        "ranking released",
    ]


def test_batches_that_differ_in_scores_and_members_look_alike_to_the_pixel(
    qtbot: QtBot, tmp_path: Path
) -> None:
    one, other = a_wall(qtbot), a_wall(qtbot)
    seen = set()
    walks = (walked(tmp_path / "1.review", ONE), walked(tmp_path / "2.review", OTHER))

    for (stop, left), (_, right) in zip(*walks, strict=True):
        one.show_view(projector(left.staff))
        other.show_view(projector(right.staff))
        assert pixels(one) == pixels(other), stop
        seen.add(pixels(one))

    assert len(seen) == 4  # the title, what runs, the recess, the ranking


def test_before_its_release_the_running_order_changes_no_pixel(
    qtbot: QtBot, tmp_path: Path
) -> None:
    one, other = a_wall(qtbot), a_wall(qtbot)
    walks = (walked(tmp_path / "1.review", ONE), walked(tmp_path / "2.review", RUN_FIRST))

    for (stop, left), (_, right) in zip(*walks, strict=True):
        one.show_view(projector(left.staff))
        other.show_view(projector(right.staff))
        assert pixels(one) == pixels(other), stop
        if stop == "scoring":
            for meeting, window in ((left, one), (right, other)):
                change_setting(meeting.staff, PROJECTOR_ORDER, RELEASED)
                window.show_view(projector(meeting.staff))
            assert pixels(one) != pixels(other)
            for meeting in (left, right):
                change_setting(meeting.staff, PROJECTOR_ORDER, "")


def a_ranking(count: int) -> ProjectorView:
    rows = tuple(WallRow(rank, f"P{rank}", f"项目{rank}", "单位") for rank in range(1, count + 1))
    return ProjectorView(Wall.RANKING, "批次", is_rehearsal=False, rows=rows)


def shown(wall: ProjectorWindow) -> list[str]:
    return [made.text() for made in wall.findChildren(QLabel) if made.text().startswith("P")]


def test_the_ranking_has_twenty_rows_a_page_and_keys_turn_them(
    qtbot: QtBot, wall: ProjectorWindow
) -> None:
    wall.show_view(a_ranking(45))
    first = shown(wall)

    qtbot.keyClick(wall, Qt.Key.Key_PageDown)
    second = shown(wall)
    qtbot.keyClick(wall, Qt.Key.Key_PageDown)
    third = shown(wall)
    qtbot.keyClick(wall, Qt.Key.Key_PageDown)

    assert (first[0], first[-1], len(first)) == ("P1", "P20", 20)
    assert (second[0], len(second)) == ("P21", 20)
    assert third == ["P41", "P42", "P43", "P44", "P45"]
    assert shown(wall) == first


def test_a_black_wall_shows_nothing_until_it_is_asked_for_again(
    qtbot: QtBot, wall: ProjectorWindow
) -> None:
    wall.show_view(a_ranking(3))
    before = pixels(wall)

    qtbot.keyClick(wall, Qt.Key.Key_B)

    assert set(pixels(wall)) == {0, 255}  # black, opaque
    qtbot.keyClick(wall, Qt.Key.Key_B)
    assert pixels(wall) == before


def test_a_rehearsal_is_marked_on_every_picture(wall: ProjectorWindow) -> None:
    for kind in Wall:
        wall.show_view(ProjectorView(kind, "批次", is_rehearsal=True))
        assert "演练" in strings(wall), kind


@pytest.mark.parametrize(
    ("screens", "found"),
    [
        ([QRect(0, 0, 1366, 768)], None),
        ([QRect(0, 0, 1366, 768), QRect(0, 0, 1366, 768)], None),
        ([QRect(0, 0, 1366, 768), QRect(0, 0, 1024, 768)], None),
        (
            [QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)],
            QRect(1366, 0, 1920, 1080),
        ),
    ],
    ids=["one", "cloned", "cloned smaller", "two"],
)
def test_a_screen_that_repeats_the_own_is_no_second_one(
    screens: Sequence[QRect], found: QRect | None
) -> None:
    assert other_screen(screens[0], screens) == found
