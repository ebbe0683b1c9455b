"""Public editions hold neither reviewers nor single scores."""

from dataclasses import replace
from fractions import Fraction

import pytest

from reviewer_app.domain.application import Computed
from reviewer_app.domain.document import Edition
from reviewer_app.domain.person import Reviewer
from reviewer_app.reports.catalogue import build, made_now
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.pdf import texts
from reviewer_app.reports.writing import numbers
from tests.builders import a_scheme
from tests.reports.builders import a_candidate, a_ranking, a_sheet, some_facts

PUBLIC = [row.key for row in made_now() if row.has_public]
NAMES = ("欧阳种植", "司马埋藏", "诸葛暗藏")
SINGLE = ("33.17", "21.83", "11.29", "40.61", "13.57", "27.43")


def planted() -> ReportFacts:
    """Three reviewers whose names and single scores stand nowhere else."""
    given = [int(Fraction(score) * 100) for score in SINGLE]
    sheets = tuple(
        replace(
            a_sheet(f"R{seat}", {"B1": given[2 * seat - 2], "B2": given[2 * seat - 1]}),
            reviewer_name=NAMES[seat - 1],
        )
        for seat in (1, 2, 3)
    )
    computed = {"A1": Computed(Fraction(10), "min(users, 10)", {"users": "12"})}
    ranking = a_ranking(a_scheme(step="0.01"), (a_candidate("P1", sheets, computed=computed),))
    panel = tuple(Reviewer(f"R{seat}", name) for seat, name in enumerate(NAMES, 1))
    comments = {("P1", "R1", "B1"): "欧阳种植认为可以"}
    return some_facts(ranking, panel, Edition.PUBLIC, comments=comments)


def everything(key: str, facts: ReportFacts) -> str:
    """All that a document prints."""
    document = build(key, facts)
    return "\n".join([*texts(document), *(number.text for number in numbers(document))])


def test_there_are_public_editions_to_look_through() -> None:
    assert {"ranking", "agenda", "publicity"} <= set(PUBLIC)


@pytest.mark.parametrize("key", PUBLIC)
def test_no_planted_name_and_no_single_score_is_found(key: str) -> None:
    said = everything(key, planted())

    assert [secret for secret in (*NAMES, *SINGLE) if secret in said] == []


def test_the_internal_score_sheets_hold_what_was_planted() -> None:
    said = everything("composite", replace(planted(), edition=Edition.INTERNAL))

    assert all(secret in said for secret in (*NAMES, *SINGLE))
