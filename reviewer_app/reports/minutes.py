"""Report 15: the minutes of the panel session (评审会议纪要).

Source: domain.md 2.6 and 6.1, 15.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.domain.document import (
    Block,
    Document,
    HandLines,
    Heading,
    Signatures,
    Text,
)
from reviewer_app.domain.person import Role
from reviewer_app.reports.counts import counts_of
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.meeting import held_at, held_on, there
from reviewer_app.reports.papers import official_paper, said
from reviewer_app.words.minutes import minute_points
from reviewer_app.words.name_order import official_order
from reviewer_app.words.numerals import heading
from reviewer_app.words.paper_texts import BLANK
from reviewer_app.words.results import listed

_TO_WRITE = 4


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a session records besides its scores; "" is a blank, no points are lines."""

    held_on: str = ""
    place: str = ""
    host: str = ""
    staff: str = ""
    supervisors: str = ""
    others: str = ""
    points: tuple[str, ...] = ()


def build(facts: ReportFacts) -> Document:
    """Make the minutes with blanks for what is not recorded."""
    record = facts.record
    if record is None:
        return minutes(facts, Minutes())
    names = {one.number: one.name for one in facts.reviewers}
    places, _ = facts.ranking.scheme.rules.places, facts.translator
    told = Minutes(
        held_on=held_on(facts),
        place=held_at(facts),
        host=record.session.plan.host,
        staff=there(record, facts, Role.SECRETARY, Role.ADMINISTRATOR),
        supervisors=there(record, facts, Role.SUPERVISOR),
        others=there(record, facts, Role.BUREAU_LEADER, Role.OBSERVER),
        points=minute_points(record, names, places, _),
    )
    return minutes(facts, told)


def minutes(facts: ReportFacts, session: Minutes) -> Document:
    """Make the minutes from their values."""
    title = facts.text("minutes.title", batch=facts.ranking.batch)
    return official_paper(facts, ("15", "minutes", title), tuple(_blocks(facts, session)))


def _blocks(facts: ReportFacts, session: Minutes) -> Iterator[Block]:
    yield from _head(facts, session)
    counts = counts_of(facts.ranking).texts()
    for place, part in enumerate(("agenda", "process", "results"), 1):
        yield Heading(heading(place, facts.text(f"minutes.{part}"), facts.translator))
        yield Text(facts.text(f"minutes.{part}_text", **counts))
    yield Heading(heading(4, facts.text("minutes.points"), facts.translator))
    yield from (Text(point) for point in session.points)
    if not session.points:
        yield HandLines(_TO_WRITE)
    places = (facts.text("minutes.host"), facts.text("minutes.recorder"))
    yield Signatures("", places, facts.text("common.date"))


def _head(facts: ReportFacts, session: Minutes) -> Iterator[Block]:
    recorded = (
        ("time", session.held_on or facts.text("common.date")),
        ("place", session.place),
        ("host", session.host),
        ("experts", _experts(facts)),
        ("staff", session.staff),
        ("supervisors", session.supervisors),
        ("others", session.others),
    )
    for key, text in recorded:
        yield said(facts, facts.text(f"minutes.{key}"), text or BLANK)


def _experts(facts: ReportFacts) -> str:
    names = [
        facts.text("minutes.leader", name=person.name) if person.leader else person.name
        for person in official_order(facts.reviewers)
    ]
    return listed(names, facts.translator)
