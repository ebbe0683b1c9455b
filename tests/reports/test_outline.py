"""A long paper has an outline, and each of its pages says what it is about."""

from dataclasses import replace

import pypdfium2
import pytest

from reviewer_app.reports.catalogue import REPORTS, build
from reviewer_app.reports.pdf import pdf_bytes
from tests.reports.builders import a_batch, a_panel, measure_5, some_facts
from tests.reports.form_facts import with_forms

BY_APPLICATION = [row.key for row in REPORTS if row.by_application]
FILLED_BY_HAND = ("supplement-notice", "refusal-notice")


@pytest.mark.parametrize("key", [key for key in BY_APPLICATION if key not in FILLED_BY_HAND])
def test_the_outline_leads_to_each_application(key: str) -> None:
    ranking = a_batch(3, 5, measure_5())
    document = build(key, with_forms(some_facts(ranking, a_panel(5))))

    with pypdfium2.PdfDocument(pdf_bytes(document)) as file:
        titles = [mark.get_title() for mark in file.get_toc()]

    assert sorted(title.split()[0] for title in titles if title.startswith("XMHYMX")) == sorted(
        row.number for row in ranking.applications
    )


@pytest.mark.parametrize("key", BY_APPLICATION)
def test_a_paper_for_one_application_names_no_other(key: str) -> None:
    ranking = a_batch(3, 5, measure_5())
    numbers = [row.number for row in ranking.applications]
    facts = replace(with_forms(some_facts(ranking, a_panel(5))), only=numbers[0])

    printed = repr(build(key, facts).blocks)

    assert not [number for number in numbers[1:] if number in printed]


def test_a_later_page_says_which_application_it_is_about() -> None:
    facts = with_forms(some_facts(a_batch(2, 5, measure_5()), a_panel(5)))
    first = min(row.number for row in facts.ranking.applications)

    with pypdfium2.PdfDocument(pdf_bytes(build("objective-scores", facts))) as file:
        page = file[1].get_textpage().get_text_range()

    assert page.startswith("客观分复核表")
    assert first in page.splitlines()[0]


def test_the_pledges_are_found_by_name() -> None:
    facts = with_forms(some_facts(a_batch(2, 3), a_panel(3)))

    with pypdfium2.PdfDocument(pdf_bytes(build("pledge", facts))) as file:
        titles = [mark.get_title() for mark in file.get_toc()]

    assert sorted(titles) == sorted(reviewer.name for reviewer in facts.reviewers)
