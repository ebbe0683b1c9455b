"""Report 18: an objection and what became of it, a page each (异议登记与处理表).

The program keeps no personal data of those who object: who it was is written by hand.

Source: domain.md 6.1, 18; 2.10.
"""

from dataclasses import dataclass

from reviewer_app.domain.document import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Orientation,
    Signatures,
)
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, boxes, pages, space
from reviewer_app.reports.parts import date_words, document


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection; empty texts are blanks to fill in."""

    number: str = BLANK
    received_on: str = BLANK
    application: str = BLANK
    content: str = BLANK
    evidence: str = BLANK
    handler: str = BLANK
    finding: str = BLANK
    decision: str = BLANK
    replied_on: str = BLANK


def build(facts: ReportFacts) -> Document:
    """Make an empty form."""
    return objections(facts, (Objection(),))


def objections(facts: ReportFacts, received: tuple[Objection, ...]) -> Document:
    """Make a form for each objection."""
    _ = facts.translator
    identity = ("18", "objections", _("Objection and its handling"))
    forms = ((one.application or identity[2], _form(one, facts)) for one in received)
    blocks = pages(forms, _("No objection was received."))
    return document(facts, identity, Orientation.PORTRAIT, blocks)


def _form(one: Objection, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    return (
        _registered(one, facts),
        Heading(_("What is objected to"), 2),
        Facts(
            (
                Fact(_("Objection and grounds"), one.content or space(11)),
                Fact(_("Evidence handed in"), one.evidence or space(5)),
            ),
            per_row=1,
        ),
        Heading(_("How it was handled"), 2),
        _handled(one, _),
        Signatures("", (_("Handled by (signature)"), _("Responsible head")), date_words(_)),
    )


def _registered(one: Objection, facts: ReportFacts) -> Facts:
    _ = facts.translator
    names = {row.number: f"{row.number}  {row.name}" for row in facts.ranking.applications}
    return Facts(
        (
            Fact(_("Objection no."), one.number),
            Fact(_("Received on"), one.received_on),
            Fact(_("Kind of objector"), boxes((_("a unit (sealed)"), _("a person (real name)")))),
            Fact(_("Who objects"), BLANK),
            Fact(_("Application"), names.get(one.application, one.application)),
            Fact(_("Phone"), BLANK),
            Fact(
                _("Accepted for handling"),
                boxes((_("yes"), _("no: late"), _("no: anonymous"), _("no: without facts"))),
            ),
        )
    )


def _handled(one: Objection, _: Translator) -> Facts:
    effects = (_("no effect"), _("result corrected"), _("reviewed again"), _("support withdrawn"))
    return Facts(
        (
            Fact(_("What was found"), one.finding or space(8)),
            Fact(_("Decision and reply"), one.decision or space(7)),
            Fact(_("Effect on the result"), boxes(effects)),
            Fact(_("Replied on"), one.replied_on),
            Fact(_("Handler"), one.handler),
        ),
        per_row=1,
    )
