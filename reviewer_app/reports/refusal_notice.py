"""Report 26: why an application is not accepted (不予受理通知书).

Source: domain.md 2.2 and 2.3.
"""

from collections.abc import Iterator

from reviewer_app.domain.checks import FormalResult
from reviewer_app.domain.document import Block, Document
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.letters import about, items, letters, letters_for, objection
from reviewer_app.words.checks import formal_item


def build(facts: ReportFacts) -> Document:
    """Make the letters to those found ineligible."""
    identity = ("26", "refusal-notice", facts.text("letters.refusal_title"))
    results = [row for row in facts.chosen if facts.only or row.state is ResultState.INELIGIBLE]

    def body(result: ApplicationResult | None) -> Iterator[Block]:
        yield about(facts, "refusal_intro", result)
        yield from items(facts, _reasons(facts, result) if result else ())
        yield objection(facts)

    return letters(facts, identity, letters_for(results, body))


def _reasons(facts: ReportFacts, result: ApplicationResult) -> tuple[tuple[str, str], ...]:
    """Give the lines that failed; without any, the reason recorded with the standing."""
    failed = tuple(
        (formal_item(line.item, facts.translator), line.remark)
        for line in facts.checks.formal.get(result.number, ())
        if line.result is FormalResult.FAILED
    )
    application = facts.applications.get(result.number)
    reason = application.standing_reason if application else ""
    return failed or (((reason, ""),) if reason else ())
