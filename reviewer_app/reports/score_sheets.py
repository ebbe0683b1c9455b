"""Report 09: each reviewer's scores (专家个人评分表).

One table of all own applications with one signature, or one sheet an application on
request.

Source: domain.md 6.1, 9; contract.md 1.
"""

from collections.abc import Sequence

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
    Section,
    Signatures,
    Table,
)
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.scheme import Indicator, Scheme
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import (
    date_words,
    document,
    indicator_name,
    maximum,
    result_cell,
    scheme_fact,
    score_cell,
)
from reviewer_app.reports.single_sheets import single_sheets
from reviewer_app.words.reports import DASH, sheet_state_on_paper

INDICATORS_A_TABLE = 26

Own = Sequence[tuple[ApplicationResult, ReviewerResult]]
"""One reviewer's applications, each with this reviewer's part in its result."""


def build(facts: ReportFacts) -> Document:
    """Make the score sheets, reviewers and applications in order of their numbers."""
    _ = facts.translator
    identity = ("09", "score-sheets", _("Score sheets of the reviewers"))
    own = _by_reviewer(facts)
    blocks: list[Block] = []
    for reviewer in facts.reviewers:
        rows = own.get(reviewer.number, [])
        blocks.append(Section(f"{reviewer.number} {reviewer.name}"))
        if facts.single_sheets:
            blocks += single_sheets(reviewer, rows, facts)
        else:
            blocks += _reviewer(reviewer, rows, facts)
    if not blocks:
        blocks.append(Note(_("There are no reviewers in this batch.")))
    shape = Orientation.PORTRAIT if facts.single_sheets else Orientation.LANDSCAPE
    return document(facts, identity, shape, blocks)


def _by_reviewer(
    facts: ReportFacts,
) -> dict[str, list[tuple[ApplicationResult, ReviewerResult]]]:
    from reviewer_app.domain.ids import natural_key

    own: dict[str, list[tuple[ApplicationResult, ReviewerResult]]] = {}
    ordered = sorted(facts.ranking.applications, key=lambda result: natural_key(result.number))
    for result in ordered:
        for part in result.reviewers:
            own.setdefault(part.number, []).append((result, part))
    return own


def _reviewer(reviewer: Reviewer, rows: Own, facts: ReportFacts) -> list[Block]:
    _ = facts.translator
    blocks: list[Block] = [_head(reviewer, rows, facts)]
    indicators = tuple(facts.ranking.scheme.indicators())
    step = INDICATORS_A_TABLE
    starts = range(0, max(len(indicators), 1), step)
    for start in starts:
        is_last = start + step >= len(indicators)
        band = indicators[start : start + step]
        blocks.append(_table(rows, band, facts, with_total=is_last))
    blocks += [Note(_legend(indicators, facts)), Note(_grey_note(_))]
    blocks += _comments(reviewer, rows, facts)
    blocks.append(
        Signatures(
            _(
                "I gave these scores myself and independently; with none of the applications"
                " scored here do I have to recuse myself."
            ),
            (_("Reviewer {name}").format(name=reviewer.name),),
            date_words(_),
        )
    )
    return blocks


def _head(reviewer: Reviewer, rows: Own, facts: ReportFacts) -> Facts:
    _ = facts.translator
    counted = sum(part.state.counts for _result, part in rows)
    counts = _("{counted} submitted of {sheets}").format(counted=counted, sheets=len(rows))
    return Facts(
        (
            Fact(_("Reviewer"), f"{reviewer.number}  {reviewer.name}"),
            Fact(_("Organisation"), reviewer.organisation or DASH),
            Fact(_("Sheets"), counts),
            scheme_fact(facts),
        )
    )


def _table(
    rows: Own, band: tuple[Indicator, ...], facts: ReportFacts, *, with_total: bool
) -> Table:
    _ = facts.translator
    factor_of = {
        row.code: factor for factor in facts.ranking.scheme.factors for row in factor.indicators
    }
    columns = [
        Column(_("No."), ColumnKind.CODE, 76),
        Column(_("Application name"), ColumnKind.TEXT, 112),
    ]
    columns += [
        Column(
            f"{row.code}\n({maximum(row)})",
            ColumnKind.POINTS,
            23,
            factor_of[row.code].code,
            not row.is_on_sheet,
        )
        for row in band
    ]
    if with_total:
        columns.append(Column(_("Sheet total"), ColumnKind.POINTS, 40))
    body = [_row(result, part, band, facts, with_total=with_total) for result, part in rows]
    return Table(tuple(columns), tuple(body))


def _row(
    result: ApplicationResult,
    part: ReviewerResult,
    band: tuple[Indicator, ...],
    facts: ReportFacts,
    *,
    with_total: bool,
) -> Row:
    cells: list[Cell] = [result.number, result.name]
    if part.state.counts:
        cells += [_cell(row, result, part) for row in band]
    else:
        cells += [DASH] * len(band)
    if with_total:
        cells.append(_total(part, facts.ranking.scheme, facts.translator))
    return Row(tuple(cells))


def _cell(indicator: Indicator, result: ApplicationResult, part: ReviewerResult) -> Cell:
    if indicator.is_on_sheet:
        return score_cell(indicator, part.scores.get(indicator.code))
    computed = result.computed.get(indicator.code)
    return result_cell(computed.value if computed else None, indicator.places)


def _total(part: ReviewerResult, scheme: Scheme, _: Translator) -> Cell:
    if part.total is None:
        return sheet_state_on_paper(part.state, _)
    return Number(format_points(part.total, scheme.rules.places))


def _legend(indicators: Sequence[Indicator], facts: ReportFacts) -> str:
    _ = facts.translator
    names = _("; ").join(f"{row.code} {indicator_name(row, facts)}" for row in indicators)
    return _("Indicators (with their maximum in the header): {names}").format(names=names)


def _grey_note(_: Translator) -> str:
    return _("Grey: computed by the system from verified data, the same for every reviewer.")


def _comments(reviewer: Reviewer, rows: Own, facts: ReportFacts) -> list[Block]:
    _ = facts.translator
    codes = [row.code for row in facts.ranking.scheme.indicators()]
    found = [
        Row((result.number, code, facts.comments[result.number, reviewer.number, code]))
        for result, part in rows
        if part.state.counts
        for code in codes
        if facts.comments.get((result.number, reviewer.number, code))
    ]
    if not found:
        return []
    columns = (
        Column(_("No."), ColumnKind.CODE, 80),
        Column(_("Indicator"), ColumnKind.CODE, 45),
        Column(_("Comment"), ColumnKind.TEXT, 600),
    )
    return [Heading(_("Comments"), 2), Table(columns, tuple(found))]
