"""Report 10: one page an application, indicators against reviewers (项目综合评分表).

Source: domain.md 6.1, 10.
"""

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
    PageBreak,
    Row,
    RowKind,
    Signatures,
    Table,
)
from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import ApplicationResult, Dropped, ReviewerResult
from reviewer_app.domain.scheme import Factor, Indicator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import (
    date_words,
    document,
    factor_maximum,
    factor_name,
    indicator_name,
    maximum,
    result_cell,
    scheme_fact,
    score_cell,
)
from reviewer_app.words.reports import (
    DASH,
    dropped_mark,
    remarks,
    sheet_state_on_paper,
)
from reviewer_app.words.results import applied_name, state_name

REVIEWERS_A_TABLE = 15
REVIEWERS_UPRIGHT = 9
"""So many reviewers fit on an upright sheet, where all indicators stand on one page."""


def build(facts: ReportFacts) -> Document:
    """Make the composite score tables, in the order of the ranking."""
    _ = facts.translator
    identity = ("10", "composite", _("Composite scores of the applications"))
    blocks: list[Block] = []
    for result in facts.ranking.applications:
        if facts.only not in ("", result.number):
            continue
        if blocks:
            blocks.append(PageBreak())
        blocks += _application(result, facts)
    if not blocks:
        blocks.append(Note(_("There are no applications in this batch.")))
    return document(facts, identity, _orientation(facts), blocks)


def _orientation(facts: ReportFacts) -> Orientation:
    most = max((len(row.reviewers) for row in facts.ranking.applications), default=0)
    return Orientation.PORTRAIT if most <= REVIEWERS_UPRIGHT else Orientation.LANDSCAPE


def _application(result: ApplicationResult, facts: ReportFacts) -> list[Block]:
    _ = facts.translator
    heading = Heading(f"{result.number}  {result.name}")
    blocks: list[Block] = [heading, _head(result, facts)]
    blocks += [_table(result, some, facts) for some in _batches(result.reviewers)]
    blocks.append(_outcome(result, facts))
    blocks.append(Note(_("Method: {method}").format(method=facts.method)))
    blocks.append(
        Note(_("Grey: computed by the system from verified data, the same for every reviewer."))
    )
    names = (_("Leader"), _("Secretary"), _("Supervisor"))
    blocks.append(Signatures("", names, date_words(_)))
    return blocks


def _batches(
    reviewers: tuple[ReviewerResult, ...],
) -> list[tuple[ReviewerResult, ...]]:
    """Share the reviewers evenly among as few tables as hold them."""
    tables = max(1, -(-len(reviewers) // REVIEWERS_A_TABLE))
    step = max(1, -(-len(reviewers) // tables))
    return [reviewers[start : start + step] for start in range(0, len(reviewers), step)] or [()]


def _head(result: ApplicationResult, facts: ReportFacts) -> Facts:
    _ = facts.translator
    return Facts(
        (
            Fact(_("Applicant"), result.applicant),
            Fact(_("Handling unit"), result.office or DASH),
            scheme_fact(facts),
            Fact(_("Industry"), result.industry or DASH),
        )
    )


def _table(
    result: ApplicationResult, reviewers: tuple[ReviewerResult, ...], facts: ReportFacts
) -> Table:
    _ = facts.translator
    people = [
        Column(f"{reviewer.number}\n{reviewer.name}", ColumnKind.POINTS, 40, _("Reviewers"))
        for reviewer in reviewers
    ]
    columns = (
        Column(_("Factor or indicator"), ColumnKind.TEXT, 150),
        Column(_("Maximum"), ColumnKind.POINTS, 34),
        *people,
        Column(_("Result"), ColumnKind.POINTS, 46),
    )
    rows: list[Row] = []
    for factor in facts.ranking.scheme.factors:
        rows.append(_factor_row(factor, result, reviewers, facts))
        rows += [
            _indicator_row(indicator, result, reviewers, facts) for indicator in factor.indicators
        ]
    rows.append(_total_row(result, reviewers, facts))
    return Table(columns, tuple(rows))


def _factor_row(
    factor: Factor,
    result: ApplicationResult,
    reviewers: tuple[ReviewerResult, ...],
    facts: ReportFacts,
) -> Row:
    _ = facts.translator
    places = facts.ranking.scheme.rules.places
    marks = [
        dropped_mark(reviewer.dropped_in.get(factor.code, Dropped.NO), _) for reviewer in reviewers
    ]
    return Row(
        (
            f"{factor.code} {factor_name(factor, facts)}",
            factor_maximum(factor),
            *marks,
            result_cell(result.factors.get(factor.code), places),
        ),
        RowKind.SUBTOTAL,
    )


def _indicator_row(
    indicator: Indicator,
    result: ApplicationResult,
    reviewers: tuple[ReviewerResult, ...],
    facts: ReportFacts,
) -> Row:
    cells = [_score(indicator, result, reviewer, facts) for reviewer in reviewers]
    name = f"{indicator.code} {indicator_name(indicator, facts)}"
    kind = RowKind.NORMAL if indicator.is_on_sheet else RowKind.GREY
    alone = "" if reviewers else _computed(indicator, result)
    return Row((name, maximum(indicator), *cells, alone), kind)


def _score(
    indicator: Indicator, result: ApplicationResult, reviewer: ReviewerResult, facts: ReportFacts
) -> Cell:
    if not reviewer.state.counts:
        return DASH
    if not indicator.is_on_sheet:
        return _computed(indicator, result)
    dropped = reviewer.dropped_in.get(indicator.code, Dropped.NO)
    mark = dropped_mark(dropped, facts.translator)
    return score_cell(indicator, reviewer.scores.get(indicator.code), mark)


def _computed(indicator: Indicator, result: ApplicationResult) -> Cell:
    computed = result.computed.get(indicator.code)
    return result_cell(computed.value if computed else None, indicator.places)


def _total_row(
    result: ApplicationResult, reviewers: tuple[ReviewerResult, ...], facts: ReportFacts
) -> Row:
    _ = facts.translator
    rules = facts.ranking.scheme.rules
    cells = [_total(reviewer, rules.places, facts) for reviewer in reviewers]
    final = result_cell(result.score, rules.places)
    return Row((_("Sheet total"), str(rules.total), *cells, final), RowKind.TOTAL)


def _total(reviewer: ReviewerResult, places: int, facts: ReportFacts) -> Cell:
    _ = facts.translator
    if reviewer.total is None:
        return sheet_state_on_paper(reviewer.state, _)
    return Number(format_points(reviewer.total, places), dropped_mark(reviewer.dropped, _))


def _outcome(result: ApplicationResult, facts: ReportFacts) -> Facts:
    _ = facts.translator
    places = facts.ranking.scheme.rules.places

    def shown(value: Cell) -> str:
        return value if isinstance(value, str) else value.text

    sheets = _("{kept} taken, {counted} valid, {sheets} in all").format(
        kept=result.kept, counted=result.counted, sheets=result.sheets
    )
    state = state_name(result.state, _)
    why = facts.reasons.get(result.number, "")
    applied = applied_name(result.applied, _) if result.applied else DASH
    return Facts(
        (
            Fact(_("Total score"), shown(result_cell(result.score, places))),
            Fact(_("Rank"), DASH if result.rank is None else str(result.rank)),
            Fact(_("Mean of all"), shown(result_cell(result.untrimmed_mean, places))),
            Fact(_("Median of all"), shown(result_cell(result.median, places))),
            Fact(_("State"), state),
            Fact(_("Sheets"), sheets),
            Fact(_("Applied"), applied),
            Fact(
                _("Remarks"),
                why or remarks(result, facts.ranking.scheme, _) or DASH,
            ),
        ),
        per_row=4,
    )
