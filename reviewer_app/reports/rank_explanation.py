"""Report 29: how one application came to its place, a page each (复核说明).

From every reviewer's number to the position, as one would work it out on paper; internal.

Source: contract.md 2, Result.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import (
    Block,
    Chart,
    Column,
    ColumnKind,
    Document,
    Fact,
    Note,
    Orientation,
    Row,
    Section,
    Signatures,
    Table,
)
from reviewer_app.domain.figure import Axis, Radar, Series
from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.explanation import explain
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import case_head
from reviewer_app.reports.parts import count_cell, date_words, document, scheme_fact
from reviewer_app.words.explanation import explanation_lines
from reviewer_app.words.reports import DASH
from reviewer_app.words.results import factor_name, state_name

_RADAR = 150
"""Points of paper that the radar of the factors is high."""


def build(facts: ReportFacts) -> Document:
    """Make a page for each application, by number."""
    _ = facts.translator
    blocks = [block for result in facts.chosen for block in _page(facts, result)]
    identity = ("29", "rank-explanation", _("How the rank came about"))
    nothing = [Note(_("There are no applications in this batch."))]
    return document(facts, identity, Orientation.PORTRAIT, blocks or nothing)


def _page(facts: ReportFacts, result: ApplicationResult) -> Iterator[Block]:
    _ = facts.translator
    scheme = facts.ranking.scheme
    yield Section(f"{result.number} {result.name}")
    yield case_head(result, facts, *_outcome(facts, result))
    yield Chart(_radar(facts, result), _RADAR)
    lines = explanation_lines(explain(scheme, result), scheme, _)
    columns = (
        Column(_("Line"), ColumnKind.RANK, 28),
        Column(_("Calculation"), ColumnKind.TEXT, 400),
    )
    yield Table(columns, tuple(Row((count_cell(at), line)) for at, line in enumerate(lines, 1)))
    yield Note(_("Method: {method}").format(method=facts.method))
    yield Signatures("", (_("Secretary"), _("Supervisor")), date_words(_))


def _radar(facts: ReportFacts, result: ApplicationResult) -> Radar:
    """Show the factors as shares of their maximum."""
    scheme, _ = facts.ranking.scheme, facts.translator
    axes = tuple(
        Axis(f"{factor.code} {factor_name(factor, _)}", factor.maximum) for factor in scheme.factors
    )
    values = tuple(result.factors[factor.code] for factor in scheme.factors)
    return Radar(axes, (Series(result.number, values),))


def _outcome(facts: ReportFacts, result: ApplicationResult) -> tuple[Fact, ...]:
    _ = facts.translator
    places = facts.ranking.scheme.rules.places
    score = DASH if result.score is None else format_points(result.score, places)
    rank = state_name(result.state, _) if result.rank is None else str(result.rank)
    return (Fact(_("Total score"), score), Fact(_("Rank"), rank), scheme_fact(facts))
