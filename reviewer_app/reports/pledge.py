"""Report 02: what each reviewer pledges before the meeting, a page each (专家承诺书).

Source: domain.md 6.1, 2; Appendix A1; 2.5.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import (
    Block,
    Document,
    Fact,
    Facts,
    Orientation,
    Signatures,
    Text,
)
from reviewer_app.domain.grounds import Ground, RaisedBy, grounds_in
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.room import StatementKind
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import OPEN_BOX, TICKED_BOX, pages
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.grounds import ground_text
from reviewer_app.words.name_order import by_strokes
from reviewer_app.words.results import listed


def build(facts: ReportFacts) -> Document:
    """Make the pledges, reviewers in the order of official lists."""
    _ = facts.translator
    identity = ("02", "pledge", facts.text("pledge.title"))
    forms = ((reviewer.name, _pledge(reviewer, facts)) for reviewer in by_strokes(facts.reviewers))
    nothing = _("There are no reviewers in this batch.")
    return document(facts, identity, Orientation.PORTRAIT, pages(forms, nothing))


def _pledge(reviewer: Reviewer, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    return (
        Facts(
            (
                Fact(_("Name"), reviewer.name),
                Fact(_("Title and post"), text_cell(reviewer.title)),
                Fact(_("Organisation"), text_cell(reviewer.organisation)),
                Fact(_("Speciality"), text_cell(reviewer.speciality)),
            )
        ),
        Text(facts.text("pledge.opening", batch=facts.ranking.batch)),
        Text(facts.text("pledge.duties")),
        *_declaration(reviewer, facts),
        Signatures("", (_("Pledged by"),), date_words(_)),
    )


def _declaration(reviewer: Reviewer, facts: ReportFacts) -> Iterator[Block]:
    """Give the grounds to tick; those the reviewer named before are ticked."""
    own = [
        case
        for case in facts.recusals
        if case.reviewer == reviewer.number and case.raised_by is RaisedBy.SELF
    ]
    named = {ground for case in own for ground in grounds_in(case.grounds)}
    lines = [
        f"{TICKED_BOX if ground in named else OPEN_BOX} {ground.number}. "
        f"{ground_text(ground, facts.translator)}"
        for ground in Ground
    ]
    yield Text("\n".join(lines))
    numbers = listed((case.application for case in own), facts.translator) or _stated(
        reviewer, facts
    )
    some = facts.text("pledge.some", applications=numbers)
    has_none = not numbers and _has_stated(reviewer, facts)
    yield Text(f"{TICKED_BOX if has_none else OPEN_BOX} {facts.text('pledge.none')}")
    yield Text(f"{TICKED_BOX if numbers else OPEN_BOX} {some}")


def _has_stated(reviewer: Reviewer, facts: ReportFacts) -> bool:
    """Whether the recusal statement of the session is made."""
    made = facts.record.room.statements if facts.record else ()
    return any(
        one.kind is StatementKind.RECUSAL and one.person.number == reviewer.number for one in made
    )


def _stated(reviewer: Reviewer, facts: ReportFacts) -> str:
    """Give the applications a reviewer named in the recusal statement of the session."""
    made = facts.record.room.statements if facts.record else ()
    named = [
        one.conflicts
        for one in made
        if one.kind is StatementKind.RECUSAL and one.person.number == reviewer.number
    ]
    return listed(filter(None, named), facts.translator)
