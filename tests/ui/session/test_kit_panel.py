"""The papers before the meeting: one button, a choice, and what each lacks beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.domain.kit import MERGED
from tests.session.meeting import Meeting, a_meeting, to_scoring
from tests.ui.session.controls import part, press
from tests.ui.waiting import settle
from ui.desk import Desk
from ui.screens.session.before.kit import KitPanel
from ui.widgets.notice import Notice

Make = Callable[..., Desk]


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return a_meeting(tmp_path / "w.review")


def shown(qtbot: QtBot, desk: Desk, folder: Path) -> KitPanel:
    panel = KitPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(1000, 560)
    panel.show()
    settle(panel)
    panel.write_into(folder)
    return panel


def write(qtbot: QtBot, panel: KitPanel) -> None:
    notice = part(panel, Notice, "kit_notice")
    press(qtbot, panel, "write_kit")
    qtbot.waitUntil(notice.isVisible, timeout=60_000)


def test_one_button_writes_everything(
    qtbot: QtBot, meeting: Meeting, desk_for: Make, tmp_path: Path
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), tmp_path / "kit")

    write(qtbot, panel)

    names = sorted(path.name for path in (tmp_path / "kit").iterdir())
    assert names[0] == MERGED
    assert len(names) == 14
    assert "13份资料已写入" in part(panel, Notice, "kit_notice").text()


def test_what_is_not_ticked_is_not_written(
    qtbot: QtBot, meeting: Meeting, desk_for: Make, tmp_path: Path
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), tmp_path / "kit")
    for tick in panel.findChildren(QCheckBox):
        if tick.objectName() not in ("kit_tally", "kit_both_sides"):
            tick.click()

    write(qtbot, panel)

    assert [path.name for path in (tmp_path / "kit").iterdir()] == ["34-tally.pdf"]


def test_what_is_missing_and_the_pages_stand_there_before(
    qtbot: QtBot, meeting: Meeting, desk_for: Make, tmp_path: Path
) -> None:
    panel = shown(qtbot, desk_for(meeting.staff, meeting.staff.actor), tmp_path / "kit")

    told = [one.text() for one in panel.findChildren(QLabel)]
    assert any("顺序未抽取" in text for text in told)
    assert any(text.startswith("共13份，") for text in told)
    assert not (tmp_path / "kit").exists()


def test_while_scores_are_given_papers_with_scores_cannot_be_ticked(
    qtbot: QtBot, tmp_path: Path, desk_for: Make
) -> None:
    made = to_scoring(tmp_path / "w.review")
    panel = shown(qtbot, desk_for(made.staff, made.staff.actor), tmp_path / "kit")

    assert not part(panel, QCheckBox, "kit_opinions").isEnabled()
    assert part(panel, QCheckBox, "kit_tally").isEnabled()
