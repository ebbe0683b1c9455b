"""The papers after the ranking: objections, money, task book, stages, fees, archive."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.application import Application
from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.document import Document, Facts, Number, RowKind
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.retention import KEPT, Retention
from reviewer_app.reports.archive_list import Item, archive_list
from reviewer_app.reports.catalogue import REPORTS, build
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.fees import fees
from reviewer_app.reports.funding import Support, Supports, funding
from reviewer_app.reports.objections import Objection, objections
from reviewer_app.reports.pdf import texts
from tests.reports.builders import a_batch, a_panel, a_scheme, some_facts
from tests.reports.form_facts import NUMBER
from tests.reports.test_layout import laid, words_on


def with_scores(*scores: str) -> Ranking:
    """The first applications of measure-5 as if they had these scores, the rest left out."""
    ranking = a_batch(len(scores), 3)
    results = [
        replace(row, score=Fraction(score), rank=place, passes=Fraction(score) >= 60)
        for place, (row, score) in enumerate(zip(ranking.applications, scores, strict=True), 1)
    ]
    return replace(ranking, applications=tuple(results))


def of(*scores: str, inputs: str = "2850") -> ReportFacts:
    ranking = with_scores(*scores)
    return replace(
        some_facts(ranking, a_panel(3)),
        applications={
            row.number: Application(
                row.number, row.name, row.applicant, metrics={"verified_input": inputs}
            )
            for row in ranking.applications
        },
    )


def the_rows(document: Document) -> list[tuple[object, ...]]:
    return [row.cells for row in next(document.tables()).rows]


def values(document: Document, label: str) -> list[str]:
    return [
        fact.value
        for block in document.blocks
        if isinstance(block, Facts)
        for fact in block.facts
        if fact.label == label
    ]


@pytest.mark.parametrize(
    ("score", "tier", "cap"),
    [("85.00", "A", "1000.00"), ("84.99", "B", "600.00"), ("60.00", "C", "300.00")],
)
def test_the_money_table_shows_tier_cap_ratio_and_input(score: str, tier: str, cap: str) -> None:
    row = the_rows(build("funding", of(score)))[0]

    assert row[4:8] == (Number("2850.00"), "30%", tier, Number(cap))


def test_no_amount_is_made_up() -> None:
    rows = the_rows(build("funding", of("86.00", "76.00")))

    assert {cell for row in rows for cell in row[8:]} == {""}


def test_only_those_that_reach_the_pass_lines_are_listed() -> None:
    rows = the_rows(build("funding", of("86.00", "59.99")))

    assert len(rows) == 2
    assert rows[-1][1] == "合计"


def test_amounts_of_the_funding_fill_the_same_columns() -> None:
    support = Support(
        entitled=855_000_000,
        deducted=0,
        awarded=855_000_000,
        stages=(342_000_000, 256_500_000, 256_500_000),
    )
    facts = of("86.00")
    number = facts.ranking.applications[0].number

    document = funding(facts, Supports({number: support}, total=855_000_000))

    row = the_rows(document)[0]
    assert row[8:11] == (Number("855.00"), Number("0.00"), Number("855.00"))
    assert row[13:16] == (Number("342.00"), Number("256.50"), Number("256.50"))
    assert the_rows(document)[-1][10] == Number("855.00")
    assert values(document, "合计（大写）") == ["捌佰伍拾伍万元整"]


def test_a_scheme_without_money_leaves_the_columns_blank() -> None:
    ranking = a_batch(1, 3, a_scheme())
    ranked = replace(ranking.applications[0], passes=True)

    document = build("funding", some_facts(replace(ranking, applications=(ranked,))))

    assert set(the_rows(document)[0][4:]) == {""}


def test_the_task_book_has_room_for_three_targets_a_stage() -> None:
    rows = next(build("task-book", of("86.00")).tables()).rows

    groups = [row.cells[0] for row in rows if row.kind is RowKind.GROUP]
    assert groups == ["首期（40%）", "中期（30%）", "验收（30%）"]
    assert len(rows) == 3 + 9


@pytest.mark.parametrize("key", ["task-book", "stage-review"])
def test_each_supported_applicant_has_one_page(key: str) -> None:
    facts = of("86.00", "76.00", "59.00")

    pages = laid(build(key, facts))

    numbers = [row.number for row in facts.ranking.applications]
    assert [number in words_on(page) for number, page in zip(numbers, pages, strict=False)] == [
        True,
        True,
    ]
    assert len(pages) == 2


@pytest.mark.parametrize("key", ["task-book", "stage-review"])
def test_where_nobody_reaches_the_lines_the_paper_says_so(key: str) -> None:
    assert "没有达到合格线的项目。" in list(texts(build(key, of("59.00"))))


def test_a_stage_is_looked_at_factor_by_factor() -> None:
    rows = next(build("stage-review", of("86.00")).tables()).rows

    groups = [str(row.cells[0])[:1] for row in rows if row.kind is RowKind.GROUP]
    assert groups == ["A", "B", "C", "D", "E"]


def test_the_objection_form_is_one_page() -> None:
    pages = laid(build("objections", of("86.00")))

    assert len(pages) == 1
    assert "□不受理（匿名）" in words_on(pages[0])


def test_a_recorded_objection_is_printed_on_the_form() -> None:
    received = Objection("异-01", "2026-12-03", NUMBER, "投入不实", finding="经核查，投入属实")

    document = objections(of("86.00"), (received,))

    said = list(texts(document))
    assert "投入不实" in said
    assert values(document, "项目")[0].startswith(NUMBER)


def test_reviewers_sign_for_their_fees_and_no_bank_data_is_printed() -> None:
    document = fees(of("86.00"), {"R2": "1.5"})

    rows = the_rows(document)
    assert [row[1] for row in rows] == ["张某某", "林某某", "黄某某", "合计"]
    assert rows[2][6] == "1.5"
    assert {cell for row in rows for cell in (*row[4:6], *row[7:])} == {""}


def test_the_archive_lists_every_document_of_the_catalogue() -> None:
    rows = the_rows(build("archive-list", of("86.00")))

    files = [f"{row.number}-{row.key}.pdf" for row in REPORTS][: len(KEPT)]
    assert [row[7] for row in rows] == files


def test_attachments_are_listed_with_pages_and_digest() -> None:
    facts = of("86.00", "59.00")
    first, second = (row.number for row in facts.ranking.applications)
    file = Attachment("u", "审计报告", "审计.pdf", "ab" * 32, 9, 12)

    document = build("archive-list", replace(facts, attachments={first: (file,), second: (file,)}))

    kept = sorted(the_rows(document)[-2:], key=lambda row: str(row[6]))
    assert [row[6] for row in kept] == ["10年", "永久"]
    assert kept[0][4] == Number("12")
    assert kept[0][7:] == ("审计.pdf", "abababababab")


def test_a_finished_archive_fills_the_same_columns() -> None:
    item = Item(
        "评审结果汇总表", "专家组", Retention.PERMANENT, "2026-12-01", 3, "11.pdf", "cd" * 32
    )

    row = the_rows(archive_list(of("86.00"), (item,)))[0]

    assert row[3:5] == ("2026-12-01", Number("3"))
    assert row[8] == "cdcdcdcdcdcd"
