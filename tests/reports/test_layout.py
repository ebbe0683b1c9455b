"""How pages are set: what stays together, what fits on a page, what is never broken."""

import re
from dataclasses import dataclass, field, replace

import pytest

from reviewer_app.domain.document import Document, Orientation
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.fonts import Face
from reviewer_app.reports.layout import lay_out
from tests.reports.builders import a_batch, a_panel, some_facts


@dataclass
class Pages:
    """A surface that remembers the texts of each page with their sizes."""

    texts: list[list[tuple[float, str]]] = field(default_factory=lambda: [[]])

    def text(self, _x: float, _y: float, _face: Face, size: float, text: str) -> None:
        """Remember a text."""
        self.texts[-1].append((size, text))

    def line(self, *_: float) -> None:
        """Ignore a rule."""

    def grey(self, *_: float) -> None:
        """Ignore a box."""

    def draw(self, *_: object) -> None:
        """Ignore a chart."""

    def bookmark(self, *_: object) -> None:
        """Ignore an entry of the outline."""

    def end_page(self) -> None:
        """Begin the next page."""
        self.texts.append([])


def laid(document: Document) -> list[list[tuple[float, str]]]:
    """Give size and text of all that stands on each page."""
    pages = Pages()
    lay_out(document, pages)
    return pages.texts[:-1]


def words_on(page: list[tuple[float, str]]) -> str:
    return "\n".join(text for _size, text in page)


def a_panel_of(applications: int, reviewers: int) -> ReportFacts:
    return some_facts(a_batch(applications, reviewers), a_panel(reviewers))


@pytest.mark.parametrize(("least", "reviewers"), [(3, 7), (17, 7), (35, 9), (20, 15)])
def test_the_panel_signs_beneath_the_last_three_rows(least: int, reviewers: int) -> None:
    for applications in range(least, least + 12):
        facts = a_panel_of(applications, reviewers)

        last = words_on(laid(build("ranking", facts))[-1])

        ranked = [row.number for row in facts.ranking.applications]
        assert all(number in last for number in ranked[-3:]), applications
        assert "计分方法" in last
        assert last.count("（签字）") == reviewers + 2


def test_a_short_table_of_the_unranked_keeps_ranked_rows_beside_it() -> None:
    for applications in range(20, 32):
        facts = some_facts(a_batch(applications, 4, absences=True, seed=5), a_panel(4))

        last = words_on(laid(build("ranking", facts))[-1])

        ranked = [row.number for row in facts.ranking.applications if row.rank is not None]
        others = [row.number for row in facts.ranking.applications if row.rank is None]
        assert "（签字）" in last
        assert sum(number in last for number in ranked + others) >= 3


def test_twenty_four_applications_and_seven_signatures_take_two_pages() -> None:
    assert len(laid(build("ranking", a_panel_of(24, 7)))) == 2


@pytest.mark.parametrize("reviewers", [5, 7, 9])
def test_an_application_takes_one_page_that_can_be_read(reviewers: int) -> None:
    pages = laid(build("composite", a_panel_of(3, reviewers)))

    scores = [size for page in pages for size, text in page if re.fullmatch(r"\d+\.\d+", text)]
    assert len(pages) == 3
    assert min(scores) >= 8


def test_fifteen_reviewers_lie_on_wide_pages() -> None:
    document = build("composite", a_panel_of(1, 15))

    assert document.orientation is Orientation.LANDSCAPE
    assert len(laid(document)) == 2


@pytest.mark.parametrize("length", [0, 40, 900, 4000])
def test_a_reviewer_never_signs_an_empty_page(length: int) -> None:
    for applications in range(14, 24, 3):
        facts = a_panel_of(applications, 1)
        number = facts.ranking.applications[0].number
        facts = replace(facts, comments={(number, "R1", "B2"): "意见。" * length} if length else {})

        last = words_on(laid(build("score-sheets", facts))[-1])

        assert "（签字）" in last
        assert last.count("XMHYMX") >= 3 or last.count("意见") >= 3


def test_a_comment_begins_beneath_its_heading() -> None:
    facts = a_panel_of(3, 1)
    number = facts.ranking.applications[0].number

    pages = laid(
        build("score-sheets", replace(facts, comments={(number, "R1", "B2"): "意见。" * 3000}))
    )

    assert "评审意见" in words_on(pages[0])
    assert "意见。意见。" in words_on(pages[0])


@pytest.mark.parametrize("key", ["ranking", "composite", "score-sheets", "consistency"])
def test_no_english_word_is_broken(key: str) -> None:
    facts = some_facts(a_batch(12, 9, absences=True), a_panel(9), language="en")
    document = build(key, facts)

    drawn = {word for page in laid(document) for _size, text in page for word in text.split()}

    cells = [cell for table in document.tables() for row in table.rows for cell in row.cells]
    texts = [column.title for table in document.tables() for column in table.columns]
    texts += [cell for cell in cells if isinstance(cell, str)]
    assert {word for text in texts if text.isascii() for word in text.split()} <= drawn


def test_forms_of_one_report_look_alike() -> None:
    pages = laid(build("composite", a_panel_of(6, 7)))

    assert len({max(size for size, _text in page) for page in pages}) == 1
