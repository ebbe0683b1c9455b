"""The frame: who signs in has the places of the role, and a refusal is said in words."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.session import Moment, SessionPhase
from reviewer_app.i18n import translator
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workspace import Workspace
from ui.desk import Desk
from ui.jobs import JobRunner
from ui.main_window import MainWindow, places_of
from ui.widgets.message_bar import MessageBar

WANG = Actor("王干事", Role.SECRETARY)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(translator("zh_CN"), JobRunner())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("phase", [None, SessionPhase.PREPARATION, SessionPhase.SCORING])
def test_a_reviewer_has_scoring_and_nothing_else(phase: SessionPhase | None) -> None:
    assert [place.key for place in places_of(Role.REVIEWER, Moment(phase))] == ["scoring"]


def test_after_disclosure_a_reviewer_comes_to_the_meeting_first() -> None:
    places = places_of(Role.REVIEWER, Moment(SessionPhase.DISCLOSURE))

    assert [place.key for place in places] == ["session", "scoring"]


def test_the_window_shows_the_first_place_of_who_signed_in(
    window: MainWindow, workspace: Workspace, desk_for: Callable[..., Desk]
) -> None:
    window.show_places(desk_for(workspace, WANG))

    assert window.current_place() == "overview"
    assert "测试批次" in window.windowTitle()


def test_a_deed_is_told_with_the_tables_it_touched(
    qtbot: QtBot, workspace: Workspace, desk_for: Callable[..., Desk]
) -> None:
    desk = desk_for(workspace, WANG)

    with qtbot.waitSignal(desk.changed) as told:
        desk.do(
            lambda batch: give_score(
                batch, application="P1", reviewer="R1", indicator="B1", value=Fraction(30)
            )
        )

    assert told.args[0].verbs == ("give_score",)
    assert {"score", "sheet"} <= told.args[0].tables


def test_a_refusal_is_said_and_nothing_is_changed(
    window: MainWindow, workspace: Workspace, desk_for: Callable[..., Desk]
) -> None:
    desk = desk_for(workspace, Actor("监督", Role.SUPERVISOR))
    window.show_places(desk)
    before = workspace.store.head()

    done = desk.do(
        lambda batch: give_score(
            batch, application="P1", reviewer="R1", indicator="B1", value=Fraction(30)
        )
    )

    assert not done
    assert workspace.store.head() == before
    assert "打分" in window.findChildren(MessageBar)[0].text()
