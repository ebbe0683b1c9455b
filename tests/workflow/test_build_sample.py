"""The sample batch holds every case it is there to show, and looks invented."""

import shutil
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.credit_code import CreditVerdict, has_right_body, judge
from reviewer_app.domain.details import fed_inputs
from reviewer_app.domain.errors import FileExists, PlanHasProblems
from reviewer_app.domain.plans import Payload
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.importing.sample_workbooks import sample_rows
from reviewer_app.queries.present import present
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.verification import verification
from reviewer_app.storage.sheets import all_sheets
from reviewer_app.workflow.build_sample import BOOKS, SampleBook, build_sample
from reviewer_app.workspace import Workspace, open_workspace
from tests.builders import some_surroundings

INVENTED = ("示例", "虚构")
SHARED = ("XMHYMX-2026-010", "XMHYMX-2026-017")
DECIDED = ("XMHYMX-2026-018", "XMHYMX-2026-002")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample once."""
    found = tmp_path_factory.mktemp("示例 目录")
    build_sample(found, some_surroundings())
    return found


@pytest.fixture
def batch(folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Open a copy of the sample."""
    shutil.copy(folder / "sample.review", tmp_path / "sample.review")
    workspace = open_workspace(tmp_path / "sample.review", some_surroundings())
    yield workspace
    workspace.close()


def results(batch: Workspace) -> dict[str, ApplicationResult]:
    """Give the results by number, in the order of the ranking."""
    return {result.number: result for result in ranking(batch).applications}


def names(batch: Workspace) -> list[str]:
    """Give every name of a unit or person's unit in the sample."""
    now = present(batch)
    return [
        *(item.applicant for item in now.applications.values()),
        *(item.name for item in now.applications.values()),
        *(item.organisation for item in now.reviewers.values()),
        *(
            row.fields["user"]
            for rows in now.details.values()
            for row in rows
            if "user" in row.fields
        ),
    ]


def test_24_applications_stand_in_one_ranking(batch: Workspace) -> None:
    found = results(batch)

    assert sorted(found) == [f"XMHYMX-2026-{number:03d}" for number in range(1, 25)]
    assert all(result.rank is not None for result in found.values())


def test_every_industry_and_handling_unit_has_applications(batch: Workspace) -> None:
    items = present(batch).applications.values()

    assert {item.industry for item in items} == {
        *("工业", "教育", "医疗", "交通", "海洋", "供应链", "文旅", "其他")
    }
    assert {item.office for item in items} == {
        *("思明区", "海沧区", "湖里区", "集美区", "同安区", "翔安区", "火炬管委会")
    }


def test_every_name_says_that_it_is_invented(batch: Workspace) -> None:
    assert "虚构" in ranking(batch).batch
    assert [name for name in names(batch) if not any(word in name for word in INVENTED)] == []


def test_credit_codes_are_right_but_of_no_region(batch: Workspace) -> None:
    codes = [item.credit_code for item in present(batch).applications.values()]

    assert len(set(codes)) == 24
    assert {judge(code) for code in codes} == {CreditVerdict.VALID}
    assert all(has_right_body(code) and code[2:8] == "000000" for code in codes)


def test_seven_reviewers_come_from_seven_fields(batch: Workspace) -> None:
    panel = present(batch).reviewers.values()

    assert len({member.speciality for member in panel}) == len(panel) == 7
    assert [member.number for member in panel if member.leader] == ["R01"]


def test_two_recusals_and_an_abstention_have_their_grounds(batch: Workspace) -> None:
    aside = [row for row in all_sheets(batch.store) if not row.state.counts]

    assert Counter(row.state for row in aside) == {SheetState.RECUSED: 2, SheetState.ABSTAINED: 1}
    assert all(row.reason for row in aside)


def test_one_tie_is_decided_by_the_chain(batch: Workspace) -> None:
    found = results(batch)
    better, other = (found[number] for number in DECIDED)

    assert better.score == other.score
    assert (better.rank, other.rank) == (12, 13)
    assert better.tie is not None
    assert better.tie.decided_by == "B"
    assert (better.factors["B"] or 0) > (other.factors["B"] or 0)


def test_one_tie_shares_its_rank_and_the_next_is_left_out(batch: Workspace) -> None:
    found = results(batch)
    ranks = [result.rank for result in found.values()]

    assert [found[number].rank for number in SHARED] == [9, 9]
    assert found[SHARED[0]].tie is not None
    assert [number for number, item in found.items() if item.tie and item.tie.shared] == [*SHARED]
    assert ranks == [*range(1, 10), 9, *range(11, 25)]


def test_one_application_fails_by_its_total_and_one_by_a_factor(batch: Workspace) -> None:
    failed = [result for result in ranking(batch).applications if not result.passes]

    assert [(item.number, (item.score or 0) >= 60) for item in failed] == [
        ("XMHYMX-2026-023", True),
        ("XMHYMX-2026-015", False),
    ]
    assert (failed[0].factors["B"] or 0) < 18


def own_part(result: ApplicationResult, reviewer: ReviewerResult) -> Fraction:
    """Give what the reviewer decided: the total without the objective points."""
    assert reviewer.total is not None
    points = (
        computed.value or Fraction(0)
        for code, computed in result.computed.items()
        if code not in reviewer.scores
    )
    return reviewer.total - sum(points, Fraction(0))


def deviations(result: ApplicationResult) -> Iterator[tuple[str, str, Fraction]]:
    """Compare each counted sheet with the mean of the others (domain.md 2.7)."""
    counted = [item for item in result.reviewers if item.total is not None]
    parts = {item.number: own_part(result, item) for item in counted}
    for number, part in parts.items():
        others = [value for other, value in parts.items() if other != number]
        mean = sum(others, Fraction(0)) / len(others)
        yield result.number, number, (part - mean) / mean


def test_one_sheet_lies_far_below_the_others_and_none_other_does(batch: Workspace) -> None:
    all_found = [item for result in ranking(batch).applications for item in deviations(result)]

    far = [item for item in all_found if abs(item[2]) > Fraction(1, 5)]
    assert [item[:2] for item in far] == [("XMHYMX-2026-013", "R05")]
    assert far[0][2] < 0


def test_the_far_sheet_gives_its_reasons(batch: Workspace) -> None:
    comments = present(batch).comments

    given = {
        code
        for number, reviewer, code in comments
        if (number, reviewer) == ("XMHYMX-2026-013", "R05")
    }
    assert given >= {"B1", "B3"}


def test_most_scores_lie_between_60_and_92(batch: Workspace) -> None:
    scores = [result.score or Fraction(0) for result in ranking(batch).applications]

    assert sum(60 <= score <= 92 for score in scores) >= 22
    assert 70 <= sum(scores, Fraction(0)) / 24 <= 80


def test_every_level_of_the_scheme_was_used(batch: Workspace) -> None:
    now = present(batch)

    used = set()
    for (_, _, code), value in now.scores.items():
        levels = now.scheme.by_code[code].levels
        used.add(next(level.name for level in levels if level.lower * 100 <= value))
    assert used == {"优", "良", "中", "差"}


def test_rare_characters_stand_in_names(batch: Workspace) -> None:
    now = present(batch)

    assert now.reviewers["R01"].name == "王𬭎"
    assert now.applications["XMHYMX-2026-005"].contact == "李䶮"
    assert "䶮" in now.applications["XMHYMX-2026-005"].name


def test_text_that_begins_with_an_equals_sign_stays_text(batch: Workspace, folder: Path) -> None:
    book = load_workbook(folder / "applications.xlsx")

    cells = [cell for row in book["申报项目"].iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert present(batch).applications["XMHYMX-2026-006"].name.startswith("=SUM(A1)")


def test_each_detail_table_has_rows_struck_off_with_a_reason(batch: Workspace) -> None:
    struck = [row for rows in present(batch).details.values() for row in rows if not row.counted]

    assert {row.kind for row in struck} == {*DetailKind}
    assert all(row.reason and row.decided_by for row in struck)
    assert "关联方" in {row.reason for row in struck}


def test_metrics_and_details_feed_each_input_once(batch: Workspace) -> None:
    inputs = {item.label: item.key for item in present(batch).scheme.inputs}
    headers = [header.rsplit("（", 1)[0] for header in sample_rows("metrics.csv")[0][1:]]
    whole = [*sample_rows("metrics.csv")[0][1:]]

    typed = {inputs.get(name) or inputs[short] for name, short in zip(whole, headers, strict=True)}
    derived = {key for kind in DetailKind for key in fed_inputs(kind)}
    assert typed & derived == set()
    assert typed | derived == set(inputs.values())


def test_the_built_batch_verifies(batch: Workspace) -> None:
    assert verification(batch).findings == ()


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.file_name)
def test_each_workbook_can_be_imported_again_and_changes_nothing(
    batch: Workspace, folder: Path, book: SampleBook
) -> None:
    plan = plan_import(folder / book.file_name, book.kind, present(batch), ImportOptions())

    assert (plan.new, plan.changed, plan.kept, plan.problems) == ((), (), (), ())
    assert plan.payload == Payload()


def test_a_sample_that_is_there_is_never_replaced(folder: Path) -> None:
    before = (folder / "sample.review").read_bytes()

    with pytest.raises(FileExists):
        build_sample(folder, some_surroundings())

    assert (folder / "sample.review").read_bytes() == before


def test_a_changed_workbook_is_imported_as_it_stands(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "reviewers.xlsx", tmp_path)
    book = load_workbook(tmp_path / "reviewers.xlsx")
    book["评审专家"]["D2"].value = "院士"
    book.save(tmp_path / "reviewers.xlsx")

    made = open_workspace(build_sample(tmp_path, some_surroundings()), some_surroundings())

    assert present(made).reviewers["R01"].title == "院士"
    made.close()


def test_a_workbook_with_a_problem_leaves_no_half_sample(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "scores.xlsx", tmp_path)
    book = load_workbook(tmp_path / "scores.xlsx")
    book["专家评分"]["C2"].value = 99
    book.save(tmp_path / "scores.xlsx")

    with pytest.raises(PlanHasProblems):
        build_sample(tmp_path, some_surroundings())

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        book.file_name for book in BOOKS
    )
