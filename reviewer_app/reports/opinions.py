"""Report 14: the panel's opinion on each application, in one booklet (专家组评审意见).

The findings are drafted from the levels the panel's scores reached; what is not recorded
is left to be written in by hand.

Source: domain.md 2.9, 6.1 14 and appendix A2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer_app.domain.document import (
    Block,
    Document,
    HandLines,
    Lead,
    Note,
    Section,
    Signatures,
    Text,
)
from reviewer_app.domain.points import Points, format_points
from reviewer_app.domain.results import ApplicationResult, ResultState, ReviewerResult
from reviewer_app.domain.rules.findings import FactorFindings, Finding, findings
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.meeting import held_at, held_on
from reviewer_app.reports.papers import bureau_name, colon, official_paper, said
from reviewer_app.reports.parts import factor_maximum, factor_name, indicator_name
from reviewer_app.words.name_order import official_order
from reviewer_app.words.numerals import heading
from reviewer_app.words.results import listed
from reviewer_app.words.session import recommendation_name

_OUT = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)
_AWAY = (SheetState.RECUSED, SheetState.ABSENT)
_TO_WRITE = 2


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion on one result; "" is a blank.

    `problems` stand before the lines to write. A `text` of the panel's own stands in the
    place of what is drafted from the levels.
    """

    result: ApplicationResult
    held_on: str = ""
    place: str = ""
    recommendation: str = ""
    tier: str = ""
    problems: str = ""
    text: str = ""


def build(facts: ReportFacts) -> Document:
    """Make the booklet, by application number, without those that dropped out."""
    results = [result for result in facts.chosen if result.state not in _OUT]
    return opinions(facts, tuple(_recorded(facts, result) for result in results))


def _recorded(facts: ReportFacts, result: ApplicationResult) -> Opinion:
    """Give what the panel wrote at its session, blanks where it did not."""
    written = facts.record.decisions.opinions.get(result.number) if facts.record else None
    if written is None:
        return Opinion(result, held_on(facts), held_at(facts))
    return Opinion(
        result,
        held_on=held_on(facts),
        place=held_at(facts),
        recommendation=recommendation_name(written.recommendation, facts.translator),
        tier=written.tier,
        text=written.text,
    )


def opinions(facts: ReportFacts, given: tuple[Opinion, ...]) -> Document:
    """Make the booklet from its values."""
    blocks = [block for opinion in given for block in _opinion(facts, opinion)]
    if not blocks:
        blocks = [Text(facts.text("opinions.empty"))]
    return official_paper(facts, ("14", "opinions", facts.text("opinions.title")), blocks)


def _opinion(facts: ReportFacts, opinion: Opinion) -> Iterator[Block]:
    result, _ = opinion.result, facts.translator
    yield Section(f"{result.number} {result.name}")
    yield said(facts, _("No."), result.number)
    yield said(facts, facts.text("opinions.panel"), _panel(facts, result))
    yield Text(_opening(facts, opinion))
    yield from drafted(facts, opinion) if not opinion.text else _own_words(facts, opinion)
    yield from _dissent(facts, result)
    if not opinion.text:
        yield Note(facts.text("opinions.note"))
    yield Signatures("", _places(facts, result), facts.text("common.date"))


def _dissent(facts: ReportFacts, result: ApplicationResult) -> Iterator[Block]:
    """Give what members held against it, boxes to tick where nothing is recorded."""
    recorded = facts.record.decisions.dissents if facts.record else ()
    stated = [one for one in recorded if one.application in ("", result.number)]
    yield Text(facts.text("opinions.dissent_recorded" if stated else "opinions.dissent"))
    for one in stated:
        yield Text(facts.text("opinions.dissent_of", name=one.name, text=one.text))


def _own_words(facts: ReportFacts, opinion: Opinion) -> Iterator[Block]:
    """Give the panel's own text and its verdict."""
    for line in opinion.text.splitlines():
        yield Text(line)
    yield Text(_verdict(facts, opinion))


def drafted(facts: ReportFacts, opinion: Opinion) -> Iterator[Block]:
    """Draft the findings from the levels, with lines to write on."""
    result, _ = opinion.result, facts.translator
    found = findings(facts.ranking.scheme, result)
    for place, factor in enumerate(found, 1):
        yield from _finding(facts, factor, heading(place, factor_name(factor.factor, facts), _))
    weak = [item for factor in found for item in factor.reached if item.is_weak]
    problems = heading(len(found) + 1, facts.text("opinions.problems"), _)
    yield Lead(problems + colon(facts), opinion.problems or _problems(facts, weak))
    yield HandLines(_TO_WRITE)
    conclusion = heading(len(found) + 2, facts.text("opinions.conclusion"), _)
    yield Lead(conclusion + colon(facts), _verdict(facts, opinion))


def _panel(facts: ReportFacts, result: ApplicationResult) -> str:
    """Name the panel, those who recused themselves with that word."""
    away = facts.text("opinions.recused")
    names = [
        f"{row.name}（{away}）" if row.state is SheetState.RECUSED else row.name
        for row in _in_order(facts, result)
    ]
    return listed(names, facts.translator)


def _in_order(facts: ReportFacts, result: ApplicationResult) -> list[ReviewerResult]:
    order = {one.number: at for at, one in enumerate(official_order(facts.reviewers))}
    return sorted(result.reviewers, key=lambda row: order.get(row.number, len(order)))


def _opening(facts: ReportFacts, opinion: Opinion) -> str:
    return facts.text(
        "opinions.opening",
        date=opinion.held_on or facts.text("common.date"),
        bureau=bureau_name(facts),
        place=opinion.place,
        batch=facts.ranking.batch,
        applicant=opinion.result.applicant,
        name=opinion.result.name,
    )


def _finding(facts: ReportFacts, found: FactorFindings, head: str) -> Iterator[Block]:
    """Write the anchors reached and the points; lines to write on without points."""
    if found.points is None:
        yield Lead(head + colon(facts), "")
        yield HandLines(_TO_WRITE)
    else:
        yield Lead(head + colon(facts), _found(facts, found, found.points))


def _found(facts: ReportFacts, found: FactorFindings, points: Points) -> str:
    places = {
        "points": format_points(points, facts.ranking.scheme.rules.places),
        "most": factor_maximum(found.factor),
    }
    if not found.reached:
        return facts.text("opinions.finding_computed", **places)
    anchors = _anchors(facts, found.reached)
    return facts.text("opinions.finding", anchors=anchors, **places)


def _anchors(facts: ReportFacts, reached: Sequence[Finding]) -> str:
    return facts.text("opinions.between_anchors").join(
        facts.text(
            "opinions.anchor",
            indicator=indicator_name(item.indicator, facts),
            text=item.level.text or item.level.name,
        )
        for item in reached
    )


def _problems(facts: ReportFacts, weak: Sequence[Finding]) -> str:
    """Draft what to improve from the levels below the two best; nothing without any."""
    return facts.text("opinions.problem", anchors=_anchors(facts, weak)) if weak else ""


def _verdict(facts: ReportFacts, opinion: Opinion) -> str:
    score = opinion.result.score
    places = facts.ranking.scheme.rules.places
    return facts.text(
        "opinions.verdict",
        score="" if score is None else format_points(score, places),
        recommendation=opinion.recommendation or facts.text("opinions.recommendation"),
        tier=opinion.tier,
    )


def _places(facts: ReportFacts, result: ApplicationResult) -> tuple[str, ...]:
    """Name who signs: those present; a leader who is away has somebody in place."""
    leaders = {person.number for person in facts.reviewers if person.leader}
    present = [row for row in _in_order(facts, result) if row.state not in _AWAY]
    places = [
        f"{facts.text('opinions.leader' if row.number in leaders else 'opinions.member')}"
        f"  {row.name}"
        for row in present
    ]
    if not any(row.number in leaders for row in present):
        places.insert(0, facts.text("opinions.acting"))
    return tuple(places)
