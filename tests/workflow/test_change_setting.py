"""What is settled for a batch is one entry, and a slip is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.errors import BadSetting, NotAllowed, NothingChanged
from reviewer_app.domain.person import Actor, Role
from reviewer_app.queries.batch import batch_settings
from reviewer_app.workflow.change_setting import change_setting, change_settings
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review")
    yield made
    made.close()


def test_several_settings_are_one_entry(workspace: Workspace) -> None:
    before, _ = workspace.store.head()

    change_settings(workspace, {"bureau.name": " 某市工信局 ", "bureau.phone": "0592-1"})

    assert workspace.store.head()[0] == before + 1
    assert batch_settings(workspace) == {"bureau.name": "某市工信局", "bureau.phone": "0592-1"}


def test_an_empty_value_takes_a_setting_away(workspace: Workspace) -> None:
    change_setting(workspace, "bureau.name", "某市工信局")
    change_setting(workspace, "bureau.name", "")

    assert batch_settings(workspace) == {}


def test_what_stands_so_already_makes_no_entry(workspace: Workspace) -> None:
    change_setting(workspace, "bureau.name", "某市工信局")
    with pytest.raises(NothingChanged):
        change_setting(workspace, "bureau.name", "某市工信局")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("deadline.scoring", "2026年11月24日"),
        ("deadline.scoring", "2026-02-30"),
        ("credit.days", "0"),
        ("credit.days", "三十"),
    ],
)
def test_a_date_or_number_that_cannot_be_meant_is_refused(
    workspace: Workspace, key: str, value: str
) -> None:
    with pytest.raises(BadSetting):
        change_setting(workspace, key, value)
    assert batch_settings(workspace) == {}


def test_a_setting_can_be_undone(workspace: Workspace) -> None:
    change_setting(workspace, "bureau.name", "甲局")
    change_setting(workspace, "bureau.name", "乙局")

    undo(workspace, workspace.store.head()[0])

    assert batch_settings(workspace) == {"bureau.name": "甲局"}


def test_a_reviewer_settles_nothing(workspace: Workspace) -> None:
    with pytest.raises(NotAllowed):
        change_setting(
            as_person(workspace, Actor("专家1", Role.REVIEWER, "R1")), "bureau.name", "甲局"
        )
