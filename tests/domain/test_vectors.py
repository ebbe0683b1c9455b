"""Every vector of the official result, by settings alone."""

import pytest

from reviewer_app.domain.results import Ranking
from reviewer_app.domain.scheme_check import check
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.i18n import translator
from reviewer_app.queries.ranking_json import ranking_document
from tests.domain.vector_cases import all_cases
from tests.domain.vector_schemes import VectorCase, found, ranked

CASES = all_cases()


def document_of(case: VectorCase) -> dict[str, dict[str, object]]:
    """Give the applications of `rank --json` by number."""
    scheme = scheme_from(case.document)
    ranking = Ranking(
        "测试批次", scheme, frozen=True, applications=ranked(case), sequence=1, head=""
    )
    document = ranking_document(ranking, translator("en"))
    applications = document["applications"]
    assert isinstance(applications, list)
    return {row["number"]: row for row in applications}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_ranking_gives_what_was_published(case: VectorCase) -> None:
    given = document_of(case)

    assert given.keys() == case.expected.keys() == {row["number"] for row in case.applications}
    for number, expected in case.expected.items():
        assert {key: found(given[number], key) for key in expected} == expected, number


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_vector_needs_no_more_than_a_valid_scheme(case: VectorCase) -> None:
    assert check(case.document) == ()


def test_no_vector_is_left_out() -> None:
    assert len(CASES) == 5 + 2 + 75 + 6 + 2 + 6 + 2 + 1 + 1 + 2
