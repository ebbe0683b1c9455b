"""Report 17: what is made public, and what never is."""

from dataclasses import replace

import pytest

from reviewer_app.domain.document import Edition, Number
from reviewer_app.domain.points import format_points
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.pdf import texts
from reviewer_app.reports.publicity import Publicity, publicity
from tests.reports.builders import a_batch, a_panel, some_facts

FACTS = some_facts(a_batch(6, 5), a_panel(5))


def test_those_that_pass_are_listed_in_order_of_their_numbers() -> None:
    results = sorted(FACTS.ranking.applications, key=lambda row: row.number)
    passing = [row.name for row in results if row.passes]

    (table,) = build("publicity", FACTS).tables()

    assert [row.cells[2] for row in table.rows] == passing


def test_what_is_not_recorded_is_left_blank() -> None:
    everything = "\n".join(texts(build("publicity", FACTS)))

    assert "公示期：____年__月__日至____年__月__日（5个工作日）。" in everything
    assert "联系人：________；联系电话：________。" in everything


def test_what_is_recorded_stands_in_its_place() -> None:
    settings = {"bureau.name": "某某市工信局", "bureau.supervision_phone": "123456"}
    facts = replace(FACTS, settings=settings)
    notice = Publicity((), start="2026年12月1日", end="2026年12月7日", dated="2026年11月30日")

    everything = "\n".join(texts(publicity(facts, notice)))

    for text in ("2026年12月1日至2026年12月7日", "某某市工信局", "123456", "2026年11月30日"):
        assert text in everything


def test_the_bureau_may_use_its_own_words() -> None:
    facts = replace(FACTS, settings={"text.publicity.period": "自{start}起公示。"})

    assert "自____年__月__日起公示。" in texts(build("publicity", facts))


@pytest.mark.parametrize("edition", list(Edition))
def test_no_reviewer_and_no_score_is_in_it(edition: Edition) -> None:
    document = build("publicity", replace(FACTS, edition=edition))

    everything = "\n".join(texts(document))

    numbers = [
        cell.text
        for table in document.tables()
        for row in table.rows
        for cell in row.cells
        if isinstance(cell, Number)
    ]
    assert numbers == [str(place) for place in range(1, len(numbers) + 1)]
    for result in FACTS.ranking.applications:
        assert result.score is not None
        assert format_points(result.score, 2) not in everything
    assert not [person.name for person in FACTS.reviewers if person.name in everything]
