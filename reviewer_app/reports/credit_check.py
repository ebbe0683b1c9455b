"""Report 06: eligibility, credit and other support of each application (资格与信用核查表).

Source: domain.md 6.1, 6; 1.3 and 2.3.
"""

from collections.abc import Iterator

from reviewer_app.domain.checks import (
    CREDIT_SOURCES,
    CreditLine,
    CreditResult,
    Overlap,
    credit_conclusion,
)
from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Number,
    Orientation,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.money import format_wan
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import (
    BLANK,
    boxes,
    by_hand,
    case_head,
    case_name,
    empty_rows,
    pages,
)
from reviewer_app.reports.parts import date_words, document, text_cell
from reviewer_app.words.checks import (
    credit_result_name,
    credit_source,
    same_content_name,
    source_in,
    support_level_name,
    vetoes,
)
from reviewer_app.words.reports import DASH

_EMPTY_SUPPORTS = 2


def build(facts: ReportFacts) -> Document:
    """Make the checks of credit, applications in order of their numbers."""
    _ = facts.translator
    identity = ("06", "credit-check", _("Check of eligibility and credit"))
    forms = ((case_name(result), _form(result, facts)) for result in facts.chosen)
    nothing = _("There are no applications in this batch.")
    return document(facts, identity, Orientation.LANDSCAPE, pages(forms, nothing))


def _form(result: ApplicationResult, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    lines = facts.checks.credit.get(result.number, ())
    names = [credit_result_name(choice, _) for choice in CreditResult]
    conclusion = credit_conclusion(lines) if _is_complete(lines) else None
    chosen = credit_result_name(conclusion, _) if conclusion else ""
    return (
        case_head(result, facts),
        _sources(lines, _),
        Heading(_("Other public support for the same or similar content"), 2),
        _supports(facts.checks.overlaps.get(result.number, ()), _),
        Facts((Fact(_("Conclusion"), boxes(names, chosen)),)),
        Note(_("Veto: {grounds}.").format(grounds=_("; ").join(vetoes(_)))),
        Signatures("", (_("Checker"), _("Second checker")), date_words(_)),
    )


def _is_complete(lines: tuple[CreditLine, ...]) -> bool:
    asked = {source_in(line.source) for line in lines}
    vetoed = any(line.result is CreditResult.VETO for line in lines)
    return vetoed or asked.issuperset(CREDIT_SOURCES)


def _sources(lines: tuple[CreditLine, ...], _: Translator) -> Table:
    columns = (
        Column(_("Line no."), ColumnKind.CODE, 28),
        Column(_("Source asked"), ColumnKind.TEXT, 170),
        Column(_("Queried on"), ColumnKind.CODE, 70),
        Column(_("Finding"), ColumnKind.CODE, 150),
        Column(_("Remarks"), ColumnKind.TEXT, 170),
        Column(_("File no."), ColumnKind.CODE, 70),
        Column(_("Checked by"), ColumnKind.CODE, 60),
    )
    rows = enumerate(_source_rows(lines, _), 1)
    return Table(columns, tuple(Row((str(at), *row.cells), row.kind) for at, row in rows))


def _source_rows(lines: tuple[CreditLine, ...], _: Translator) -> Iterator[Row]:
    """Give the listed sources, queried or not, then any others."""
    for source in CREDIT_SOURCES:
        name = credit_source(source, _)
        own = [line for line in lines if source_in(line.source) == source]
        yield from (_queried(line, name, _) for line in own)
        if not own:
            names = [credit_result_name(result, _) for result in CreditResult]
            yield by_hand(name, BLANK, boxes(names, between=" "), BLANK, BLANK, BLANK)
    others = (line for line in lines if source_in(line.source) is None)
    yield from (_queried(line, line.source, _) for line in others)


def _queried(line: CreditLine, name: str, _: Translator) -> Row:
    return Row(
        (
            name,
            line.queried_on,
            credit_result_name(line.result, _),
            text_cell(line.remark),
            text_cell(line.file_number),
            text_cell(line.checked_by),
        )
    )


def _supports(overlaps: tuple[Overlap, ...], _: Translator) -> Table:
    columns = (
        Column(_("Level of support"), ColumnKind.CODE, 36),
        Column(_("Policy or scheme"), ColumnKind.TEXT, 170),
        Column(_("Year"), ColumnKind.CODE, 44),
        Column(_("Amount (10,000 yuan)"), ColumnKind.POINTS, 70),
        Column(_("Same content"), ColumnKind.CODE, 62),
        Column(_("Papers in support"), ColumnKind.TEXT, 110),
        Column(_("How decided"), ColumnKind.TEXT, 140),
        Column(_("Decided by"), ColumnKind.CODE, 60),
    )
    rows = tuple(_support(row, _) for row in overlaps)
    return Table(columns, rows or empty_rows(_EMPTY_SUPPORTS, len(columns)))


def _support(row: Overlap, _: Translator) -> Row:
    amount: Cell = DASH if row.amount_fen is None else Number(format_wan(row.amount_fen))
    return Row(
        (
            support_level_name(row.level, _),
            row.scheme,
            text_cell(row.year),
            amount,
            same_content_name(row.same_content, _),
            text_cell(row.evidence),
            text_cell(row.decision),
            text_cell(row.decided_by),
        )
    )
