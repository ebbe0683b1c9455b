"""The score sheets of report 09 on request: one page an application and reviewer."""

from collections.abc import Sequence

from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Heading,
    Number,
    PageBreak,
    Row,
    RowKind,
    Signatures,
    Table,
    Text,
)
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.points import decimals_of, format_exact, format_points
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.scheme import Indicator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import (
    date_words,
    factor_name,
    indicator_name,
    maximum,
    result_cell,
    scheme_fact,
    score_cell,
)
from reviewer_app.words.reports import DASH, sheet_state_on_paper


def single_sheets(
    reviewer: Reviewer,
    rows: Sequence[tuple[ApplicationResult, ReviewerResult]],
    facts: ReportFacts,
) -> list[Block]:
    """Make one sheet for each application of a reviewer."""
    blocks: list[Block] = []
    for result, part in rows:
        if blocks:
            blocks.append(PageBreak())
        blocks += _sheet(reviewer, result, part, facts)
    return blocks


def _sheet(
    reviewer: Reviewer, result: ApplicationResult, part: ReviewerResult, facts: ReportFacts
) -> list[Block]:
    _ = facts.translator
    blocks: list[Block] = [
        Facts(
            (
                Fact(_("No."), result.number),
                Fact(_("Industry"), result.industry or DASH),
                Fact(_("Application name"), result.name),
                Fact(_("Applicant"), result.applicant),
                Fact(_("Reviewer"), f"{reviewer.number}  {reviewer.name}"),
                scheme_fact(facts),
            )
        ),
        _table(result, part, facts),
    ]
    lines = [
        f"{row.code}  {text}"
        for row in facts.ranking.scheme.indicators()
        if part.state.counts
        and (text := facts.comments.get((result.number, reviewer.number, row.code)))
    ]
    if lines:
        blocks += [Heading(_("Comments"), 2), *(Text(line) for line in lines)]
    statement = _("I gave these scores myself and independently and do not have to recuse myself.")
    name = _("Reviewer {name}").format(name=reviewer.name)
    blocks.append(Signatures(statement, (name,), date_words(_)))
    return blocks


def _table(result: ApplicationResult, part: ReviewerResult, facts: ReportFacts) -> Table:
    _ = facts.translator
    scheme = facts.ranking.scheme
    columns = (
        Column(_("Indicator"), ColumnKind.TEXT, 150),
        Column(_("Levels"), ColumnKind.TEXT, 170),
        Column(_("Maximum"), ColumnKind.POINTS, 40),
        Column(_("Points"), ColumnKind.POINTS, 50),
    )
    rows: list[Row] = []
    for factor in scheme.factors:
        rows.append(Row((f"{factor.code} {factor_name(factor, facts)}",), RowKind.GROUP))
        rows += [_row(row, result, part, facts) for row in factor.indicators]
    if part.total is None:
        total: Cell = sheet_state_on_paper(part.state, _)
    else:
        total = Number(format_points(part.total, scheme.rules.places))
    most = format_exact(scheme.rules.total)
    rows.append(Row((_("Sheet total"), "", most, total), RowKind.TOTAL))
    return Table(columns, tuple(rows))


def _row(
    indicator: Indicator, result: ApplicationResult, part: ReviewerResult, facts: ReportFacts
) -> Row:
    _ = facts.translator
    name = f"{indicator.code} {indicator_name(indicator, facts)}"
    if not indicator.is_on_sheet:
        computed = result.computed.get(indicator.code)
        value = result_cell(computed.value if computed else None, indicator.places)
        return Row((name, _("computed by the system"), maximum(indicator), value), RowKind.GREY)
    places = decimals_of(indicator.step)
    levels = "  ".join(
        f"{level.name} ≥{format_points(level.lower, places)}" for level in indicator.levels
    )
    score = part.scores.get(indicator.code) if part.state.counts else None
    return Row((name, levels or DASH, maximum(indicator), score_cell(indicator, score)))
