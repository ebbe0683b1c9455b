"""The papers for work by hand: a standard that is complete, blanks that are blank."""

from dataclasses import replace

import pytest

from reviewer_app.domain.document import Document, Number, RowKind
from reviewer_app.domain.scheme import Combine, TrimLevel
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.pdf import texts
from tests.reports.builders import a_batch, a_panel, some_facts


@pytest.fixture
def facts() -> ReportFacts:
    """Five applications, six members, with scores and absences."""
    return some_facts(a_batch(5, 6, absences=True), a_panel(6))


def everything(document: Document) -> str:
    return "\n".join(texts(document))


def test_the_standard_has_every_indicator_and_every_anchor(facts: ReportFacts) -> None:
    said = everything(build("rubric", facts))

    scheme = facts.ranking.scheme
    assert not [row.code for row in scheme.indicators() if f"{row.code} {row.name}" not in said]
    levels = [level for row in scheme.indicators() for level in row.levels]
    assert levels
    assert not [level.text for level in levels if level.text not in said]


def test_ranges_of_levels_end_a_step_below_the_next(facts: ReportFacts) -> None:
    """domain.md 5.1: of 8 points in steps of 0.1, 7.2 to 8.0 and 6.0 to 7.1."""
    said = everything(build("rubric", facts))

    assert "优 7.2–8.0" in said
    assert "良 6.0–7.1" in said


def test_formulas_are_written_with_the_words_of_the_form(facts: ReportFacts) -> None:
    said = everything(build("rubric", facts))

    assert "PL(审定投入; 0:0" in said
    assert "verified_input" not in said


def test_a_blank_sheet_shows_no_score_of_its_member(facts: ReportFacts) -> None:
    """Only computed points are printed: as many as objective indicators a line."""
    document = build("blank-sheets", facts)

    objective = sum(not row.is_on_sheet for row in facts.ranking.scheme.indicators())
    for table in document.tables():
        for row in table.rows:
            assert sum(isinstance(cell, Number) for cell in row.cells) <= objective
    given = build("score-sheets", facts)
    assert any(
        sum(isinstance(cell, Number) for cell in row.cells) > objective
        for table in given.tables()
        for row in table.rows
    )


def test_cells_of_members_set_aside_are_closed(facts: ReportFacts) -> None:
    said = everything(build("blank-sheets", facts))

    assert "回避" in said


def test_the_tally_says_the_method_step_by_step(facts: ReportFacts) -> None:
    said = everything(build("tally", facts))

    assert facts.method in said
    assert "84.60" in said
    assert "得分相同" in said


def with_rules(facts: ReportFacts, combine: Combine, level: TrimLevel) -> ReportFacts:
    scheme = facts.ranking.scheme
    rules = replace(scheme.rules, combine=combine, trim_level=level)
    return replace(facts, ranking=replace(facts.ranking, scheme=replace(scheme, rules=rules)))


def test_where_factors_are_combined_each_has_a_line(facts: ReportFacts) -> None:
    """Five factors and the result for each application, under its name."""
    document = build("tally", with_rules(facts, Combine.MEDIAN, TrimLevel.FACTOR))

    table = next(document.tables())
    named = [row for row in table.rows if row.kind is RowKind.GROUP]
    assert len(table.rows) == len(named) * (1 + 5 + 1)
    assert "取居中者" in everything(document)
    assert "84.60" not in everything(document)


def test_the_emergency_forms_hold_no_data_of_the_batch(facts: ReportFacts) -> None:
    said = everything(build("emergency", facts))

    assert not [row.name for row in facts.ranking.applications if row.name in said]
    assert not [one.name for one in facts.reviewers if one.name in said]
