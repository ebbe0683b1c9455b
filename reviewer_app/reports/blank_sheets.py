"""Report 33: blank score sheets for handwork, a table for each member (空白评分表).

Computed points are printed, cells of recusals are closed; everything else is a blank.

Source: domain.md 6.1, 9 and section 8 (paper fallback).
"""

from collections.abc import Iterator, Sequence

from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Orientation,
    PageBreak,
    Row,
    Signatures,
    Table,
)
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.results import ApplicationResult, ReviewerResult
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, presenting
from reviewer_app.reports.parts import (
    date_words,
    document,
    indicator_name,
    maximum,
    result_cell,
    scheme_fact,
    text_cell,
)
from reviewer_app.words.reports import DASH, sheet_state_on_paper

A_TABLE = 24
"""So many indicators stand beside each other; more begin a further table."""

_ASIDE = (SheetState.RECUSED, SheetState.ABSTAINED, SheetState.ABSENT)

Own = Sequence[tuple[ApplicationResult, ReviewerResult]]


def build(facts: ReportFacts) -> Document:
    """Make the sheets, members and applications by number."""
    _ = facts.translator
    identity = ("33", "blank-sheets", _("Blank score sheets"))
    blocks: list[Block] = []
    for reviewer in facts.reviewers:
        if blocks:
            blocks.append(PageBreak())
        blocks += _sheet(reviewer, facts)
    nothing = Note(_("There are no reviewers in this batch."))
    return document(facts, identity, Orientation.LANDSCAPE, blocks or [nothing])


def _sheet(reviewer: Reviewer, facts: ReportFacts) -> Iterator[Block]:
    _ = facts.translator
    own = _own(reviewer, facts)
    indicators = tuple(facts.ranking.scheme.indicators())
    yield Facts(
        (
            Fact(_("Reviewer"), f"{reviewer.number}  {reviewer.name}"),
            Fact(_("Organisation"), text_cell(reviewer.organisation)),
            Fact(_("Sheets"), str(len(own))),
            scheme_fact(facts),
        )
    )
    for start in range(0, max(len(indicators), 1), A_TABLE):
        band = indicators[start : start + A_TABLE]
        yield _table(own, band, facts, with_total=start + A_TABLE >= len(indicators))
    names = _("; ").join(f"{row.code} {indicator_name(row, facts)}" for row in indicators)
    yield Note(_("Indicators (with their maximum in the header): {names}").format(names=names))
    yield Note(
        _(
            "Grey: computed by the system. Write each point clearly; strike out what is wrong,"
            " write the new one beside it and sign there. A cell left empty is no 0."
        )
    )
    yield Signatures(
        _(
            "I gave these scores myself and independently; with none of the applications"
            " scored here do I have to recuse myself."
        ),
        (_("Reviewer {name}").format(name=reviewer.name),),
        date_words(_),
    )


def _own(reviewer: Reviewer, facts: ReportFacts) -> Own:
    parts = [
        (result, part)
        for result in presenting(facts)
        for part in result.reviewers
        if part.number == reviewer.number
    ]
    return sorted(parts, key=lambda pair: natural_key(pair[0].number))


def _table(own: Own, band: Sequence[Indicator], facts: ReportFacts, *, with_total: bool) -> Table:
    _ = facts.translator
    factor_of = {
        row.code: factor.code
        for factor in facts.ranking.scheme.factors
        for row in factor.indicators
    }
    columns = [
        Column(_("No."), ColumnKind.CODE, 76),
        Column(_("Application name"), ColumnKind.TEXT, 96),
    ]
    columns += [
        Column(
            f"{row.code}\n({maximum(row)})",
            ColumnKind.POINTS,
            25,
            factor_of[row.code],
            not row.is_on_sheet,
        )
        for row in band
    ]
    if with_total:
        columns.append(Column(_("Sheet total"), ColumnKind.POINTS, 40))
    rows = tuple(_row(result, part, band, facts, with_total=with_total) for result, part in own)
    return Table(tuple(columns), rows)


def _row(
    result: ApplicationResult,
    part: ReviewerResult,
    band: Sequence[Indicator],
    facts: ReportFacts,
    *,
    with_total: bool,
) -> Row:
    aside = part.state in _ASIDE
    cells: list[Cell] = [result.number, result.name]
    cells += [DASH if aside else _cell(row, result) for row in band]
    if with_total:
        cells.append(sheet_state_on_paper(part.state, facts.translator) if aside else BLANK)
    return by_hand(*cells)


def _cell(indicator: Indicator, result: ApplicationResult) -> Cell:
    if indicator.is_on_sheet:
        return BLANK
    computed = result.computed.get(indicator.code)
    if computed is None or computed.value is None:
        return BLANK
    return result_cell(computed.value, indicator.places)
