"""Report 28: an applicant is told the result (结果告知书): score, rank, factors; no reviewer.

Source: domain.md 2.9 and 2.10.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import Block, Document, Text
from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.letters import about, items, letters, letters_for, objection
from reviewer_app.reports.parts import factor_maximum, factor_name
from reviewer_app.words.results import listed, state_name


def build(facts: ReportFacts) -> Document:
    """Make the letters to all applicants, or to the one asked for."""
    identity = ("28", "result-notice", facts.text("letters.result_title"))

    def body(result: ApplicationResult | None) -> Iterator[Block]:
        yield about(facts, "result_intro", result)
        if result is None:
            yield from items(facts, ())
        elif result.state is ResultState.RANKED:
            yield from _ranked(facts, result)
        else:
            state = state_name(result.state, facts.translator)
            yield Text(facts.text("letters.result_unranked", state=state))
        yield Text(facts.text("letters.result_final"))
        yield objection(facts)

    return letters(facts, identity, letters_for(facts.chosen, body))


def _ranked(facts: ReportFacts, result: ApplicationResult) -> Iterator[Block]:
    places = facts.ranking.scheme.rules.places
    assert result.score is not None
    ranked = sum(row.state is ResultState.RANKED for row in facts.ranking.applications)
    yield Text(
        facts.text(
            "letters.result_ranked",
            score=format_points(result.score, places),
            rank=str(result.rank),
            ranked=str(ranked),
            passes=facts.text(f"letters.{_line(facts, result)}"),
        )
    )
    parts = [
        facts.text(
            "letters.result_factor",
            factor=factor_name(factor, facts),
            points=format_points(points, places),
            most=factor_maximum(factor),
        )
        for factor in facts.ranking.scheme.factors
        for points in [result.factors[factor.code]]
        if points is not None
    ]
    factors = listed(parts, facts.translator)
    yield Text(facts.text("letters.result_factors", factors=factors))


def _line(facts: ReportFacts, result: ApplicationResult) -> str:
    rules = facts.ranking.scheme.rules
    if rules.pass_total is None and not rules.pass_factor:
        return "no_line"
    return "passes" if result.passes else "fails"
