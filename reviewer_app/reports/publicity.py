"""Report 17: the notice of what is proposed for support, with its list (公示).

It is public by nature: applicants and applications, no reviewer and no score.

Source: domain.md 2.10, 6.1 17 and appendix A3.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer_app.domain.document import (
    Annex,
    Block,
    Column,
    ColumnKind,
    Document,
    Row,
    Table,
    Text,
)
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.papers import official_paper, sealed
from reviewer_app.reports.parts import count_cell, text_cell
from reviewer_app.words.reports import DASH


@dataclass(frozen=True, slots=True)
class Publicity:
    """What is made public: the applications proposed, and for how long; "" is a blank."""

    proposed: Sequence[ApplicationResult]
    start: str = ""
    end: str = ""
    dated: str = ""


def build(facts: ReportFacts) -> Document:
    """Make the notice of the ranked applications that reach the pass lines."""
    return publicity(facts, Publicity(passing(facts)))


def passing(facts: ReportFacts) -> list[ApplicationResult]:
    """Give those that reach the pass lines, by number."""
    found = [result for result in facts.ranking.applications if result.passes]
    return sorted(found, key=lambda row: natural_key(row.number))


def publicity(facts: ReportFacts, notice: Publicity) -> Document:
    """Make the notice from its values."""
    title = facts.text("publicity.title", batch=facts.ranking.batch)
    blocks: list[Block] = [
        Text(
            facts.text(
                "publicity.intro",
                basis=facts.text("common.basis"),
                count=str(len(notice.proposed)),
            )
        ),
        Text(facts.text("publicity.period", **_period(facts, notice))),
        Text(facts.text("publicity.objections")),
        *_contacts(facts),
        Text(facts.text("publicity.annex_line")),
        sealed(facts, notice.dated),
        Annex(facts.text("publicity.annex_label"), facts.text("publicity.annex_title")),
        proposed_table(facts, notice.proposed),
    ]
    return official_paper(facts, ("17", "publicity", title), blocks)


def _period(facts: ReportFacts, notice: Publicity) -> dict[str, str]:
    blank = facts.text("common.date")
    return {"start": notice.start or blank, "end": notice.end or blank}


def _contacts(facts: ReportFacts) -> list[Block]:
    bureau = facts.bureau
    return [
        Text(facts.text("publicity.contact", contact=bureau.contact, phone=bureau.phone)),
        Text(facts.text("publicity.supervision", phone=bureau.supervision_phone)),
    ]


def proposed_table(facts: ReportFacts, proposed: Sequence[ApplicationResult]) -> Table:
    """List applicants and applications, numbered."""
    _ = facts.translator
    columns = (
        Column(_("Line"), ColumnKind.RANK, 30),
        Column(_("Applicant"), ColumnKind.TEXT, 150),
        Column(_("Application name"), ColumnKind.TEXT, 190),
        Column(_("Industry"), ColumnKind.TEXT, 70),
    )
    rows = [
        Row((count_cell(place), row.applicant, row.name, text_cell(row.industry)))
        for place, row in enumerate(proposed, 1)
    ]
    if not rows:
        rows = [Row((DASH, facts.text("publicity.nothing"), DASH, DASH))]
    return Table(columns, tuple(rows))
