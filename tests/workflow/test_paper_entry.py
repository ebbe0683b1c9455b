"""A paper sheet is typed twice by two persons, and counts only when they agree."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import NotAllowed, ReviewerError
from reviewer_app.domain.panel_errors import (
    BadCells,
    EntriesDiffer,
    EntryTaken,
    FirstEntryOpen,
    SamePerson,
    ScoredOnScreen,
)
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import translator
from reviewer_app.queries.paper_entry import PaperState, paper_table
from reviewer_app.queries.present import present
from reviewer_app.queries.ranking import ranking
from reviewer_app.words.errors import sentence
from reviewer_app.workflow.give_score import give_score
from reviewer_app.workflow.paper_entry import (
    FIRST,
    SECOND,
    TypedCell,
    accept_paper_total,
    paste_paper_scores,
    settle_paper_score,
    type_paper_score,
    write_paper_total,
)
from reviewer_app.workflow.submit_paper import submit_paper_sheet
from reviewer_app.workflow.undo import undo
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person

LI = Actor("李干事", Role.SECRETARY)


@pytest.fixture
def wang(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review")
    yield made
    made.close()


@pytest.fixture
def li(wang: Workspace) -> Workspace:
    return as_person(wang, LI)


def type_sheet(workspace: Workspace, entry: int, *values: str) -> None:
    for code, text in zip(("B1", "B2"), values, strict=True):
        cell = TypedCell("P1", "R1", code, text)
        type_paper_score(workspace, entry=entry, cell=cell)


def submit(workspace: Workspace) -> None:
    submit_paper_sheet(workspace, application="P1", reviewer="R1")


def state_of(workspace: Workspace) -> PaperState:
    return paper_table(workspace, FIRST, reviewer="R1").lines[0].state


def test_what_both_typed_alike_is_submitted_in_one_entry_naming_both(
    wang: Workspace, li: Workspace
) -> None:
    type_sheet(wang, FIRST, "30", "40.5")
    type_sheet(li, SECOND, "30", "40.5")

    submit(li)

    entry = wang.store.entries()[-1]
    assert (entry.verb, entry.reason) == ("submit_paper_sheet", "1 王干事 · 2 李干事")
    sheet = ranking(wang).applications[0].reviewers[0]
    assert (sheet.state, sheet.total) == (SheetState.SUBMITTED, Fraction("74.5"))  # 4 + 70.5


def test_the_first_person_is_refused_as_second(wang: Workspace) -> None:
    type_sheet(wang, FIRST, "30", "40")

    with pytest.raises(SamePerson):
        type_sheet(wang, SECOND, "30", "40")


def test_the_second_entry_waits_for_the_first(wang: Workspace, li: Workspace) -> None:
    type_paper_score(wang, entry=FIRST, cell=TypedCell("P1", "R1", "B1", "30"))

    with pytest.raises(FirstEntryOpen):
        type_sheet(li, SECOND, "30", "40")


def test_nobody_goes_on_with_an_entry_of_somebody_else(wang: Workspace, li: Workspace) -> None:
    type_sheet(wang, FIRST, "30", "40")

    with pytest.raises(EntryTaken):
        type_sheet(li, FIRST, "31", "40")


def test_nothing_is_submitted_while_the_entries_differ(wang: Workspace, li: Workspace) -> None:
    type_sheet(wang, FIRST, "30", "40")
    type_sheet(li, SECOND, "30", "41")

    with pytest.raises(EntriesDiffer):
        submit(li)

    assert state_of(wang) is PaperState.DIFFERENT
    assert present(wang).scores == {}


def test_a_difference_is_settled_from_the_paper_and_the_journal_keeps_both(
    wang: Workspace, li: Workspace
) -> None:
    type_sheet(wang, FIRST, "30", "40")
    type_sheet(li, SECOND, "30", "41")

    settle_paper_score(li, application="P1", reviewer="R1", indicator="B2", text="40")
    settled = wang.store.entries()[-1].reason
    submit(li)

    assert settled == "1 王干事: 40 · 2 李干事: 41"
    assert present(wang).scores[("P1", "R1", "B2")] == 4000


def test_a_total_that_is_no_sum_holds_the_sheet_back_until_it_is_explained(
    wang: Workspace, li: Workspace
) -> None:
    type_sheet(wang, FIRST, "30", "40")
    write_paper_total(wang, application="P1", reviewer="R1", text="75")  # 70, with A1 74
    type_sheet(li, SECOND, "30", "40")
    with pytest.raises(EntriesDiffer):
        submit(li)

    accept_paper_total(li, application="P1", reviewer="R1", reason="专家加总有误，已签字确认")
    submit(li)

    assert state_of(wang) is PaperState.SUBMITTED


@pytest.mark.parametrize("total", ["70", "74"])
def test_a_total_agrees_with_or_without_the_objective_part(wang: Workspace, total: str) -> None:
    type_sheet(wang, FIRST, "30", "40")

    write_paper_total(wang, application="P1", reviewer="R1", text=total)

    assert paper_table(wang, FIRST, reviewer="R1").lines[0].agrees


def test_a_sheet_scored_at_a_pc_takes_no_paper(wang: Workspace) -> None:
    give_score(wang, application="P1", reviewer="R1", indicator="B1", value=Fraction(30))

    with pytest.raises(ScoredOnScreen):
        type_sheet(wang, FIRST, "30", "40")


def test_a_score_at_a_pc_stops_the_paper_that_was_begun(wang: Workspace, li: Workspace) -> None:
    type_sheet(wang, FIRST, "30", "40")
    type_sheet(li, SECOND, "30", "40")
    give_score(wang, application="P1", reviewer="R1", indicator="B1", value=Fraction(20))

    with pytest.raises(ScoredOnScreen):
        submit(li)


def test_a_block_with_one_bad_cell_changes_nothing_and_names_it(wang: Workspace) -> None:
    before = wang.store.head()
    block = [TypedCell("P1", "R1", "B1", "３０"), TypedCell("P1", "R2", "B2", "46")]

    with pytest.raises(BadCells) as refused:
        paste_paper_scores(wang, entry=FIRST, cells=block)

    assert wang.store.head() == before
    told = sentence(refused.value, translator("zh_CN")) or ""
    assert "P1 · R2 · B2" in told
    assert "“46”" in told


def test_a_block_is_one_entry_and_one_undo(wang: Workspace) -> None:
    block = [TypedCell(p, "R1", c, "三十") for p in ("P1", "P2") for c in ("B1", "B2")]

    paste_paper_scores(wang, entry=FIRST, cells=block)
    sequence, _ = wang.store.head()
    assert state_of(wang) is PaperState.WAITING
    undo(wang, sequence)

    assert state_of(wang) is PaperState.EMPTY


def test_the_second_person_sees_no_value_of_the_first(wang: Workspace, li: Workspace) -> None:
    type_sheet(wang, FIRST, "37.5", "38.5")

    for entry in (FIRST, SECOND):
        assert paper_table(li, entry).lines[0].typed == {}


def test_an_objective_value_on_paper_is_only_compared(wang: Workspace, li: Workspace) -> None:
    type_paper_score(wang, entry=FIRST, cell=TypedCell("P1", "R1", "A1", "5"))  # computed 4
    type_sheet(wang, FIRST, "30", "40")
    type_sheet(li, SECOND, "30", "40")

    (found,) = paper_table(li, SECOND).mismatches
    submit(li)

    assert (found.indicator, found.first, found.second) == ("A1", 400, 500)
    assert set(present(wang).scores) == {("P1", "R1", "B1"), ("P1", "R1", "B2")}


def test_a_reviewer_neither_types_nor_sees_paper(wang: Workspace) -> None:
    reviewer = as_person(wang, Actor("专家1", Role.REVIEWER, "R1"))

    with pytest.raises(NotAllowed):
        paper_table(reviewer, FIRST)
    with pytest.raises(NotAllowed):
        type_sheet(reviewer, FIRST, "30", "40")


def test_every_refusal_of_the_panel_has_its_chinese_sentence() -> None:
    from reviewer_app.domain import panel_errors

    made: list[ReviewerError] = [
        panel_errors.NumberTaken("R1"),
        panel_errors.NumberMissing(),
        panel_errors.SheetsBegun((("P1", "R1"),)),
        panel_errors.SubstituteSits("R1"),
        panel_errors.SubstituteMissing(),
        SamePerson("P1", "R1", "王"),
        EntryTaken("P1", "R1", "王"),
        FirstEntryOpen("P1", "R1"),
        ScoredOnScreen("P1", "R1"),
        EntriesDiffer("P1", "R1", 2),
        panel_errors.BlockTooWide("3 × 4", "1 × 1"),
    ]
    for error in made:
        told = sentence(error, translator("zh_CN"))
        assert told, error
        assert told != sentence(error, translator("en")), error
