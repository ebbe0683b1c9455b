"""A sheet far from the others is prompted for a reason; the score is never touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.errors import NotAllowed, NothingChanged
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.result_errors import NotFlagged, StatementTooShort
from reviewer_app.queries.deviations import flags_of
from reviewer_app.queries.ranking import ranking
from reviewer_app.workflow.explain_deviation import explain_deviation
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person, score_sheet

WHY = "现场演示未能复现所报指标，故从严。"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review")
    score_sheet(made, "P1", "R1", "10", "20")  # 30 beside 75: 60 % below
    score_sheet(made, "P1", "R2", "35", "40")
    score_sheet(made, "P1", "R3", "35", "40")  # 75 beside 52.5: 43 % above
    yield made
    made.close()


def test_the_reason_stands_with_the_flag_and_the_result_is_as_before(workspace: Workspace) -> None:
    before = ranking(workspace).applications

    explain_deviation(workspace, application="P1", reviewer="R1", statement=WHY)

    flags = flags_of(workspace, ranking(workspace))
    found = {sheet.deviation.reviewer: sheet.review for sheet in flags.sheets}
    assert found["R1"] is not None
    assert found["R1"].statement == WHY
    assert found["R2"] is None
    assert flags.open == 2
    assert ranking(workspace).applications == before


def test_a_reason_is_written_out(workspace: Workspace) -> None:
    with pytest.raises(StatementTooShort):
        explain_deviation(workspace, application="P1", reviewer="R1", statement="太差了")


def test_a_sheet_near_the_others_takes_no_reason(workspace: Workspace) -> None:
    with pytest.raises(NotFlagged):
        explain_deviation(workspace, application="P2", reviewer="R1", statement=WHY)


def test_the_same_reason_twice_is_one_entry(workspace: Workspace) -> None:
    explain_deviation(workspace, application="P1", reviewer="R1", statement=WHY)

    with pytest.raises(NothingChanged):
        explain_deviation(workspace, application="P1", reviewer="R1", statement=WHY)


def test_who_may_not_see_single_sheets_sees_no_flags(workspace: Workspace) -> None:
    for role in (Role.BUREAU_LEADER, Role.REVIEWER):
        other = as_person(workspace, Actor("某人", role, "R1"))
        with pytest.raises(NotAllowed):
            flags_of(other, ranking(workspace))
