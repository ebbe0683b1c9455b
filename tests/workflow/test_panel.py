"""The panel: reviewers by hand, assignments in blocks, hints, somebody who drops out."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.application import Application
from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.grounds import Ground, RaisedBy
from reviewer_app.domain.panel_errors import (
    NumberTaken,
    SheetsBegun,
    SubstituteMissing,
    SubstituteSits,
)
from reviewer_app.domain.person import Actor, Reviewer, Role
from reviewer_app.domain.results import ResultState
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.way_out import WayOut
from reviewer_app.i18n import translator
from reviewer_app.queries.consequences import consequences_of_drop_out, outlook_of_aside
from reviewer_app.queries.panel import panel
from reviewer_app.queries.ranking import ranking
from reviewer_app.words.consequences import outlook_line
from reviewer_app.words.panel import drop_out_lines
from reviewer_app.workflow.assign import assign, unassign
from reviewer_app.workflow.dismiss_hint import dismiss_hint, raise_hint
from reviewer_app.workflow.drop_out import drop_out
from reviewer_app.workflow.edit_reviewer import add_reviewer, change_reviewer
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.set_aside import bring_back, recuse, set_aside_all
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Workspace
from tests.builders import a_scheme, a_workspace, an_application, as_person, score_sheet


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review", scheme=a_scheme(quorum=2))
    yield made
    made.close()


def states(workspace: Workspace, reviewer: str) -> list[SheetState]:
    return [
        cell.state for pair, cell in sorted(panel(workspace).cells.items()) if pair[1] == reviewer
    ]


def test_a_reviewer_by_hand_has_everything_while_everyone_has(workspace: Workspace) -> None:
    add_reviewer(workspace, Reviewer("R4", " 专家4 ", former_organisations=("甲", " ")))

    added = panel(workspace).reviewers[3]
    assert added.reviewer == Reviewer("R4", "专家4", former_organisations=("甲",))
    assert added.assigned == 2


def test_two_reviewers_never_share_a_number(workspace: Workspace) -> None:
    with pytest.raises(NumberTaken):
        add_reviewer(workspace, Reviewer("R1", "另一人"))


def test_a_correction_that_corrects_nothing_makes_no_entry(workspace: Workspace) -> None:
    change_reviewer(workspace, Reviewer("R1", "专家1", "甲单位"))

    with pytest.raises(NothingChanged):
        change_reviewer(workspace, Reviewer("R1", "专家1", "甲单位"))


def test_taking_a_column_away_leaves_the_others_assigned(workspace: Workspace) -> None:
    unassign(workspace, [("P1", "R1"), ("P2", "R1")])

    assert sorted(panel(workspace).cells) == [
        (number, reviewer) for number in ("P1", "P2") for reviewer in ("R2", "R3")
    ]


def test_a_block_is_assigned_in_one_entry(workspace: Workspace) -> None:
    unassign(workspace, [("P1", "R1"), ("P2", "R1")])
    before, _ = workspace.store.head()

    assign(workspace, [("P1", "R1"), ("P2", "R1"), ("P2", "R2")])

    assert workspace.store.head()[0] == before + 1
    assert len(panel(workspace).cells) == 6


def test_a_sheet_somebody_worked_on_is_not_taken_away(workspace: Workspace) -> None:
    give_score(workspace, application="P1", reviewer="R1", indicator="B1", value=Fraction(3))

    with pytest.raises(SheetsBegun) as refused:
        unassign(workspace, [("P1", "R1"), ("P2", "R1")])

    assert refused.value.pairs == (("P1", "R1"),)


def test_a_recusal_keeps_its_ticked_grounds_and_who_raised_it(workspace: Workspace) -> None:
    recuse(
        workspace,
        application="P1",
        reviewer="R1",
        ground="持有股份",
        grounds=(Ground.SHARES, Ground.LABOUR),
        raised_by=RaisedBy.SELF,
    )

    cell = panel(workspace).cells[("P1", "R1")]
    assert (cell.grounds, cell.raised_by) == ("shares, labour", RaisedBy.SELF)


def test_who_is_brought_back_has_no_grounds_left(workspace: Workspace) -> None:
    recuse(workspace, application="P1", reviewer="R1", ground="持有股份")

    bring_back(workspace, application="P1", reviewer="R1", reason="误记")

    assert panel(workspace).cells[("P1", "R1")].grounds == ""


def test_absence_of_a_block_is_one_entry_that_can_be_undone(workspace: Workspace) -> None:
    pairs = [("P1", "R1"), ("P2", "R1")]

    set_aside_all(workspace, pairs, state=SheetState.ABSENT, reason="上午请假")
    assert states(workspace, "R1") == [SheetState.ABSENT] * 2
    undo(workspace, workspace.store.head()[0])

    assert states(workspace, "R1") == [SheetState.PENDING] * 2


def test_a_hint_is_dismissed_with_a_reason_only(workspace: Workspace) -> None:
    change_reviewer(workspace, Reviewer("R1", "专家1", "虚构单位"))
    hint = panel(workspace).hints[0].hint

    with pytest.raises(ReasonMissing):
        dismiss_hint(workspace, application="P1", reviewer="R1", hint=hint.key, reason=" ")
    dismiss_hint(workspace, application="P1", reviewer="R1", hint=hint.key, reason="同名不同单位")

    assert [item.is_open for item in panel(workspace).hints] == [False, True]
    assert panel(workspace).hints[0].dismissed_by == "王干事"


def test_a_dismissed_hint_can_be_raised_again(workspace: Workspace) -> None:
    change_reviewer(workspace, Reviewer("R1", "专家1", "虚构单位"))
    key = panel(workspace).hints[0].hint.key
    dismiss_hint(workspace, application="P1", reviewer="R1", hint=key, reason="同名")

    raise_hint(workspace, application="P1", reviewer="R1", hint=key)

    assert panel(workspace).hints[0].is_open


def test_a_recusal_answers_its_hints(workspace: Workspace) -> None:
    change_reviewer(workspace, Reviewer("R1", "专家1", "虚构单位"))

    recuse(workspace, application="P1", reviewer="R1", ground="同一单位")

    assert [item.is_open for item in panel(workspace).hints] == [False, True]


def test_the_panel_is_not_for_reviewers(workspace: Workspace) -> None:
    from reviewer_app.domain.errors import NotAllowed

    with pytest.raises(NotAllowed):
        panel(as_person(workspace, Actor("专家1", Role.REVIEWER, "R1")))


class TestDroppingOut:
    """R1 has submitted P1 and not begun P2; R2 and R3 have submitted all."""

    @pytest.fixture
    def workspace(self, tmp_path: Path) -> Iterator[Workspace]:
        made = a_workspace(
            tmp_path / "w.review",
            scheme=a_scheme(quorum=3),
            applications=(an_application("P1"), an_application("P2")),
        )
        for reviewer in ("R2", "R3"):
            for number in ("P1", "P2"):
                score_sheet(made, number, reviewer, "30", "40")
        score_sheet(made, "P1", "R1", "36", "40")
        yield made
        made.close()

    def test_kept_sheets_go_on_counting(self, workspace: Workspace) -> None:
        drop_out(workspace, reviewer="R1", way=WayOut.KEEP, reason="突发疾病")

        assert states(workspace, "R1") == [SheetState.SUBMITTED, SheetState.ABSENT]

    def test_voided_sheets_do_not_count_and_keep_their_scores(self, workspace: Workspace) -> None:
        drop_out(workspace, reviewer="R1", way=WayOut.VOID, reason="违反纪律")

        assert states(workspace, "R1") == [SheetState.ABSENT] * 2
        undo(workspace, workspace.store.head()[0])
        assert states(workspace, "R1") == [SheetState.SUBMITTED, SheetState.PENDING]

    def test_a_substitute_comes_into_the_panel_with_every_sheet_open(
        self, workspace: Workspace
    ) -> None:
        drop_out(
            workspace,
            reviewer="R1",
            way=WayOut.SUBSTITUTE,
            reason="突发疾病",
            substitute=Reviewer("R9", "替补"),
        )

        assert states(workspace, "R9") == [SheetState.PENDING] * 2
        assert states(workspace, "R1") == [SheetState.ABSENT] * 2

    def test_who_sits_there_already_is_no_substitute(self, workspace: Workspace) -> None:
        before = workspace.store.head()

        with pytest.raises(SubstituteSits):
            drop_out(
                workspace,
                reviewer="R1",
                way=WayOut.SUBSTITUTE,
                reason="突发疾病",
                substitute=Reviewer("R2", "专家2"),
            )
        with pytest.raises(SubstituteMissing):
            drop_out(workspace, reviewer="R1", way=WayOut.SUBSTITUTE, reason="突发疾病")

        assert workspace.store.head() == before

    def test_every_way_out_tells_its_consequences_first(self, workspace: Workspace) -> None:
        before = workspace.store.head()

        told = {item.way: item for item in consequences_of_drop_out(workspace, "R1")}

        assert (told[WayOut.KEEP].kept, told[WayOut.KEEP].open) == (("P1",), ("P2",))
        assert told[WayOut.VOID].voided == ("P1",)
        after = {item.number: item.after.state for item in told[WayOut.VOID].effects}
        assert after["P1"] is ResultState.BELOW_QUORUM
        substituted = {item.number: item for item in told[WayOut.SUBSTITUTE].effects}
        assert substituted["P1"].after.state is ResultState.PENDING
        assert workspace.store.head() == before

    def test_the_consequences_are_said_in_words(self, workspace: Workspace) -> None:
        told = {item.way: item for item in consequences_of_drop_out(workspace, "R1")}

        lines = drop_out_lines(told[WayOut.VOID], workspace.scheme(), translator("zh_CN"))

        assert "不再计入的已提交评分表：1 份。" in lines
        assert "有效评分表不足 3 份：P1、P2。" in lines

    def test_what_is_told_is_what_comes(self, workspace: Workspace) -> None:
        told = {item.way: item for item in consequences_of_drop_out(workspace, "R1")}

        drop_out(workspace, reviewer="R1", way=WayOut.VOID, reason="违反纪律")

        now = {item.number: item for item in ranking(workspace).applications}
        for effect in told[WayOut.VOID].effects:
            assert now[effect.number].state is effect.after.state


def test_a_recusal_says_what_can_still_come_while_nothing_counts_yet(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path / "q.review", scheme=a_scheme(quorum=3))

    before, after = outlook_of_aside(
        workspace, application="P1", reviewer="R1", state=SheetState.RECUSED
    )

    assert (before.possible, before.is_enough) == (3, True)
    assert (after.possible, after.is_enough) == (2, False)
    told = outlook_line(before, after, workspace.scheme(), translator("zh_CN"))
    assert told.endswith("将无法达到最低有效份数。")
    workspace.close()


def test_an_application_is_named_in_the_panel(tmp_path: Path) -> None:
    item = Application("P7", "海洋模型", "虚构单位", metrics={"users": "1"})
    workspace = a_workspace(tmp_path / "v.review", applications=(item,))

    assert panel(workspace).applications[0].name == "海洋模型"
    workspace.close()
