"""Report 22: the list on which reviewers sign for their fees (专家劳务费发放表).

The program holds no identity numbers and no bank data: they are written by hand.

Source: domain.md 6.1, 22.
"""

from collections.abc import Mapping

from reviewer_app.domain.document import (
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Orientation,
    Signatures,
    Table,
)
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.name_order import by_strokes


def build(facts: ReportFacts) -> Document:
    """Make the list with blanks for amounts, and for days where no session kept them."""
    came: dict[str, set[str]] = {}
    for row in facts.record.room.attendance if facts.record else ():
        came.setdefault(row.person.number, set()).add(row.day)
    return fees(facts, {number: str(len(days)) for number, days in came.items()})


def fees(facts: ReportFacts, days: Mapping[str, str]) -> Document:
    """Make the list; `days` maps reviewer numbers to the days they came."""
    _ = facts.translator
    identity = ("22", "fees", _("Fees of the reviewers"))
    rows = [
        by_hand(
            str(at),
            one.name,
            text_cell(one.organisation),
            text_cell(one.title),
            BLANK,
            BLANK,
            days.get(one.number, BLANK),
            *[BLANK] * 4,
        )
        for at, one in enumerate(by_strokes(facts.reviewers), 1)
    ]
    total = by_hand(BLANK, _("All together"), *[BLANK] * 9)
    return document(
        facts,
        identity,
        Orientation.LANDSCAPE,
        (
            Facts((Fact(_("Days of the review"), BLANK), Fact(_("Meeting place"), BLANK))),
            Table(_columns(facts), (*rows, total)),
            Facts((Fact(_("Total in capitals"), BLANK),)),
            Note(
                _(
                    "Rates and tax by the local rules. Identity numbers and bank accounts are"
                    " written on this sheet only; the program does not keep them."
                )
            ),
            Signatures(
                "",
                (_("Made by (signature)"), _("Second checker"), _("Finance (signature)")),
                date_words(_),
            ),
        ),
    )


def _columns(facts: ReportFacts) -> tuple[Column, ...]:
    _ = facts.translator
    return (
        Column(_("Line no."), ColumnKind.CODE, 26),
        Column(_("Name"), ColumnKind.CODE, 52),
        Column(_("Organisation"), ColumnKind.TEXT, 100),
        Column(_("Title and post"), ColumnKind.CODE, 60),
        Column(_("Identity number"), ColumnKind.CODE, 118),
        Column(_("Bank and account"), ColumnKind.TEXT, 130),
        Column(_("Days present"), ColumnKind.CODE, 32),
        Column(_("Before tax (yuan)"), ColumnKind.POINTS, 56),
        Column(_("Tax (yuan)"), ColumnKind.POINTS, 48),
        Column(_("Paid out (yuan)"), ColumnKind.POINTS, 56),
        Column(_("Signature"), ColumnKind.CODE, 70),
    )
