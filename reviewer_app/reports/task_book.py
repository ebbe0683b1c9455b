"""Report 20: the targets a supported applicant signs, a page each (任务书指标表).

Source: domain.md 6.1, 20; 2.11.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Orientation,
    Row,
    RowKind,
    SealSpace,
    Table,
)
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.stages import DEFAULT_STAGES
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, case_head, case_name, empty_rows, pages, supported
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.stages import stage_with_share

_TARGETS = 3
"""So many targets can be written for each stage."""


def build(facts: ReportFacts) -> Document:
    """Make the sheets of those who reach the pass lines, by rank."""
    _ = facts.translator
    identity = ("20", "task-book", _("Targets of the task book"))
    forms = ((case_name(result), _form(result, facts)) for result in supported(facts))
    nothing = _("No application reaches the pass lines.")
    return document(facts, identity, Orientation.PORTRAIT, pages(forms, nothing))


def _form(result: ApplicationResult, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    application = facts.applications.get(result.number)
    contact = application.contact if application else ""
    bureau = facts.bureau.name or _("the competent bureau")
    return (
        case_head(
            result,
            facts,
            Fact(_("Person in charge"), text_cell(contact)),
            Fact(_("Term of the project"), BLANK),
        ),
        _table(facts),
        Facts(
            (
                Fact(_("Support in all (10,000 yuan)"), BLANK),
                Fact(_("In capitals"), BLANK),
            )
        ),
        Note(
            _(
                "Targets are named with their unit and can be checked at the stage. Each stage"
                " is paid after its assessment."
            )
        ),
        SealSpace(_("{unit} (seal)").format(unit=result.applicant), date_words(_)),
        SealSpace(_("{unit} (seal)").format(unit=bureau), date_words(_)),
    )


def _table(facts: ReportFacts) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Due on"), ColumnKind.CODE, 64),
        Column(_("Target figure"), ColumnKind.TEXT, 140),
        Column(_("Target value"), ColumnKind.CODE, 76),
        Column(_("How it is checked"), ColumnKind.TEXT, 110),
        Column(_("Amount (10,000 yuan)"), ColumnKind.POINTS, 80),
    )
    return Table(columns, tuple(_rows(facts, len(columns))))


def _rows(facts: ReportFacts, width: int) -> Iterator[Row]:
    plan = facts.ranking.scheme.funding
    shares = plan.stages if plan else DEFAULT_STAGES
    for place in range(len(shares)):
        yield Row((stage_with_share(place, shares, facts.translator),), RowKind.GROUP)
        yield from empty_rows(_TARGETS, width)
