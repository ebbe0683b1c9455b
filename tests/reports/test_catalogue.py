"""Which reports there are, and what is refused."""

import pytest

from reviewer_app.domain.document import Edition, Number
from reviewer_app.domain.report_errors import (
    NoPublicEdition,
    NoSuchFormat,
    NotInThisVersion,
    NotVerified,
    UnknownReport,
)
from reviewer_app.i18n import translator
from reviewer_app.reports.catalogue import REPORTS, Report, build, check_format, made_now, report
from reviewer_app.reports.pdf import texts
from reviewer_app.words.report_list import report_name
from reviewer_app.words.reports import sentence
from tests.reports.builders import HEAD, a_batch, a_panel, some_facts
from tests.reports.form_facts import with_forms

ZH = translator("zh_CN")


def test_reports_are_numbered_without_a_gap() -> None:
    assert [row.number for row in REPORTS] == [
        f"{number:02}" for number in range(1, len(REPORTS) + 1)
    ]


@pytest.mark.parametrize("key", [row.key for row in made_now()])
def test_a_document_says_what_the_catalogue_says(key: str) -> None:
    document = build(key, some_facts(a_batch(2, 3), a_panel(3)))

    assert (document.key, document.number) == (key, report(key).number)


def test_the_public_file_says_so_in_its_name() -> None:
    assert report("11").file_name(Edition.PUBLIC, "pdf") == "11-ranking-public.pdf"


def test_a_report_of_a_later_version_is_refused_in_words() -> None:
    later = NotInThisVersion("minutes", "15", ("09", "10"))

    assert "15 minutes" in (sentence(later, ZH) or "")
    assert "09, 10" in (sentence(later, ZH) or "")


def test_an_unknown_report_names_the_known() -> None:
    with pytest.raises(UnknownReport) as caught:
        build("rankings", some_facts(a_batch(1, 3)))

    assert "ranking" in (sentence(caught.value, ZH) or "")


@pytest.mark.parametrize("key", ["composite", "score-sheets", "consistency"])
def test_reports_with_single_scores_have_no_public_edition(key: str) -> None:
    with pytest.raises(NoPublicEdition):
        build(key, some_facts(a_batch(1, 3), edition=Edition.PUBLIC))


def test_the_public_ranking_names_no_reviewer() -> None:
    facts = some_facts(a_batch(4, 3, absences=True), a_panel(3), edition=Edition.PUBLIC)

    everything = "\n".join(texts(build("ranking", facts)))

    assert not [row.name for row in facts.reviewers if row.name in everything]


def test_a_format_that_is_not_made_is_refused() -> None:
    with pytest.raises(NoSuchFormat):
        check_format("ranking", "docx")


def test_the_consistency_report_needs_a_verification() -> None:
    from dataclasses import replace

    with pytest.raises(NotVerified):
        build("consistency", replace(some_facts(a_batch(1, 3)), verification=None))


@pytest.mark.parametrize("row", made_now(), ids=lambda row: row.key)
def test_the_chain_head_stands_on_ranking_and_closing_sheet_only(row: Report) -> None:
    document = build(row.key, with_forms(some_facts(a_batch(2, 3), a_panel(3))))

    everything = "".join("\n".join(texts(document)).split())

    assert (HEAD in everything) == (row.key in ("ranking", "closing-sheet"))


def test_factors_that_do_not_add_up_are_explained() -> None:
    from tests.reports.test_recomputation import THIRDS, a_small_batch

    document = build("ranking", some_facts(a_small_batch(THIRDS)))

    assert any("要素分单独四舍五入" in text for text in texts(document))


def test_a_low_total_is_marked_where_trimming_left_it_out() -> None:
    document = build("composite", some_facts(a_batch(1, 5), a_panel(5)))

    marks = [
        cell.mark
        for table in document.tables()
        for cell in table.rows[-1].cells
        if isinstance(cell, Number)
    ]

    assert sorted(filter(None, marks)) == ["去低", "去高"]


@pytest.mark.parametrize("row", made_now(), ids=lambda row: row.key)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_report_has_a_name_to_be_chosen_by(row: Report, language: str) -> None:
    assert report_name(row.key, translator(language)) != row.key
