"""Report 25: what an applicant has to supplement, and until when (补正通知书).

Source: domain.md 2.2.
"""

from collections.abc import Iterator

from reviewer_app.domain.checks import FormalResult
from reviewer_app.domain.document import Block, Document, Text
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.letters import about, items, letters, letters_for
from reviewer_app.reports.papers import bureau_name, date_on_paper
from reviewer_app.words.checks import formal_item


def build(facts: ReportFacts) -> Document:
    """Make the letters to those who have something to supplement."""
    identity = ("25", "supplement-notice", facts.text("letters.supplement_title"))
    results = [row for row in facts.chosen if facts.only or _asked_of(facts, row)]

    def body(result: ApplicationResult | None) -> Iterator[Block]:
        yield about(facts, "supplement_intro", result)
        yield from items(facts, _asked_of(facts, result) if result else ())
        noted = facts.checks.supplements.get(result.number) if result else None
        due = noted.due_on if noted else ""
        yield Text(
            facts.text(
                "letters.supplement_due",
                due=date_on_paper(facts, due),
                bureau=bureau_name(facts),
            )
        )

    return letters(facts, identity, letters_for(results, body))


def _asked_of(facts: ReportFacts, result: ApplicationResult) -> tuple[tuple[str, str], ...]:
    return tuple(
        (formal_item(line.item, facts.translator), line.remark)
        for line in facts.checks.formal.get(result.number, ())
        if line.result is FormalResult.SUPPLEMENT
    )
