"""The journal in words: found, told before and after, and private things kept private."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer_app.domain.errors import NotAllowed, ReviewerError
from reviewer_app.domain.history import JournalFilter
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.result_errors import ThePastStays
from reviewer_app.domain.rules.rights import DEEDS
from reviewer_app.i18n import translator
from reviewer_app.queries.comparison import comparison
from reviewer_app.queries.journal import PAGE, journal_count, journal_detail, journal_page
from reviewer_app.queries.verification import verification
from reviewer_app.storage.schema import KEYS
from reviewer_app.words.change_names import FIELDS, HIDDEN, TABLES
from reviewer_app.words.deeds import deed_name
from reviewer_app.workflow.give_score import give_score, write_comment
from reviewer_app.workflow.undo import why_not_undo
from reviewer_app.workflow.write_note import write_note
from reviewer_app.workspace import Workspace, workspace_at
from tests.builders import a_workspace, as_person, score_sheet

EN = translator("en")
ALL = JournalFilter()
LI = Actor("专家1", Role.REVIEWER, "R1")
SUPERVISOR = Actor("监督", Role.SUPERVISOR)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = a_workspace(tmp_path / "w.review")
    yield made
    made.close()


def last(workspace: Workspace) -> int:
    return workspace.store.head()[0]


def told(workspace: Workspace, sequence: int) -> str:
    detail = journal_detail(workspace, sequence, EN)
    return "\n".join(
        f"{line.what} | {line.field} | {line.before} | {line.after}" for line in detail.lines
    )


def test_a_score_is_told_in_points_and_by_the_indicators_name(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30.5", "40", submit=True)
    score = last(workspace) - 2

    assert "Score P1 · R1 · B1 创新 | Score |  | 30.50" in told(workspace, score)
    row = journal_page(workspace, ALL, 0, EN).rows[2]
    assert (row.deed, row.about) == ("Score given", "P1 · R1 · B1 创新")


@pytest.mark.parametrize("verb", sorted(DEEDS))
def test_every_verb_has_a_readable_entry(verb: str) -> None:
    for language in ("en", "zh_CN"):
        assert deed_name(verb, translator(language)) != verb


def test_every_table_and_column_of_the_journal_has_words_or_is_hidden(
    workspace: Workspace,
) -> None:
    silent = [
        f"{table}.{column}"
        for table in KEYS
        for column in workspace.store.columns_of(table)
        if table != "_sqlite_migrations"
        and column not in HIDDEN
        and column not in FIELDS
        and f"{table}.{column}" not in FIELDS
    ]

    assert sorted(KEYS.keys() - TABLES.keys()) == []
    assert silent == []


def test_no_table_name_is_ever_seen(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    seen = "\n".join(told(workspace, sequence) for sequence in range(1, last(workspace) + 1))

    for name in ("scheme_version", "objective_score", "application_id", "uuid"):
        assert name not in seen


def test_a_draft_is_told_to_nobody_but_who_gave_it(workspace: Workspace) -> None:
    own = as_person(workspace, LI)
    give_score(own, application="P1", reviewer="R1", indicator="B1", value=Fraction(31))
    score = last(workspace)
    write_comment(own, application="P1", reviewer="R1", indicator="B1", text="只有我知道")
    comment = last(workspace)

    assert "31.00" in told(own, score)
    for other in (workspace, as_person(workspace, SUPERVISOR)):
        assert "31.00" not in told(other, score)
        assert "只有我知道" not in told(other, comment)


def test_what_was_handed_in_is_told(workspace: Workspace) -> None:
    own = as_person(workspace, LI)
    score_sheet(own, "P1", "R1", "31", "40")

    assert "31.00" in told(workspace, last(workspace) - 2)


def test_a_private_note_is_never_told(workspace: Workspace) -> None:
    own = as_person(workspace, LI)
    write_note(own, application="P1", reviewer="R1", text="私下的想法")
    note = last(workspace)

    for other in (workspace, as_person(workspace, SUPERVISOR), own):
        assert "私下的想法" not in told(other, note)
    found = journal_page(workspace, JournalFilter(text="私下的想法"), 0, EN)
    assert found.rows == ()


def test_a_reviewer_reads_the_own_entries_only(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    own = as_person(workspace, LI)
    give_score(own, application="P2", reviewer="R1", indicator="B1", value=Fraction(31))

    assert [row.actor for row in journal_page(own, ALL, 0, EN).rows] == ["专家1"]
    with pytest.raises(NotAllowed):
        journal_page(as_person(workspace, Actor("赵", Role.BUREAU_LEADER)), ALL, 0, EN)


@pytest.mark.parametrize(
    ("wish", "count"),
    [
        (JournalFilter(application="P1"), 4),  # two scores, submission; the import holds P1 too
        (JournalFilter(verb="submit_sheet"), 2),
        (JournalFilter(actor="王干事"), 9),
        (JournalFilter(actor="nobody"), 0),
        (JournalFilter(text="submitted"), 2),
        (JournalFilter(text="项目P2"), 4),
        (JournalFilter(text="#1"), 1),
        (JournalFilter(first_day="2026-11-25"), 0),
        (JournalFilter(first_day="2026-11-24", last_day="2026-11-24"), 9),
    ],
)
def test_entries_are_found(workspace: Workspace, wish: JournalFilter, count: int) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    score_sheet(workspace, "P2", "R2", "30", "40")

    assert journal_count(workspace, wish, EN) == count
    assert len(journal_page(workspace, wish, 0, EN).rows) == count


def test_pages_follow_each_other_without_a_gap(workspace: Workspace) -> None:
    for step in range(PAGE + 5):
        value = Fraction(step % 2 + 1)
        give_score(workspace, application="P1", reviewer="R1", indicator="B1", value=value)

    first = journal_page(workspace, ALL, 0, EN)
    second = journal_page(workspace, ALL, first.rows[-1].sequence, EN)

    assert not first.is_last
    assert second.is_last
    seen = [row.sequence for row in (*first.rows, *second.rows)]
    assert seen == list(range(last(workspace), 0, -1))


def test_the_past_refuses_every_deed_and_is_whole(workspace: Workspace) -> None:
    score_sheet(workspace, "P1", "R1", "30", "40")
    moment = last(workspace) - 1
    past = workspace_at(workspace, moment)

    for verb, rights in DEEDS.items():
        actor = Actor("某人", next(iter(rights)), "R1")
        with pytest.raises(ReviewerError), as_person(past, actor).write(verb, "理由"):
            pass
    with pytest.raises(ThePastStays):
        give_score(past, application="P2", reviewer="R1", indicator="B1", value=Fraction(1))
    assert isinstance(why_not_undo(past, moment), ThePastStays)
    assert told(past, moment)
    assert verification(past).passed
    past.store.close()


def test_two_moments_say_who_moved_and_why(workspace: Workspace) -> None:
    for number in ("P1", "P2"):
        for reviewer in ("R1", "R2"):
            score_sheet(workspace, number, reviewer, "30" if number == "P1" else "20", "40")
    score_sheet(workspace, "P1", "R3", "30", "40")
    score_sheet(workspace, "P2", "R3", "20", "10")
    then = last(workspace)
    score_sheet_again(workspace)

    moves = {move.number: move for move in comparison(workspace, then, 0, EN)}
    # P1: 74 and rank 1, untouched. P2: (67+67+37)/3 = 57 before, (92+67+37)/3 after.
    assert "P1" not in moves
    assert (moves["P2"].score_before, moves["P2"].score_after) == (
        Fraction(57),
        Fraction("65.33"),
    )
    assert moves["P2"].causes == ("R1 67.00 → 92.00",)


def score_sheet_again(workspace: Workspace) -> None:
    from reviewer_app.workflow.submit_sheet import reopen_sheet

    reopen_sheet(workspace, application="P2", reviewer="R1")
    score_sheet(workspace, "P2", "R1", "45", "40")
