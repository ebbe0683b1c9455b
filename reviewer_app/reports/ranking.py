"""Report 11: the ranking table (评审结果汇总表), which all experts sign.

Source: domain.md 6.1, 11.
"""

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Orientation,
    Row,
    SealSpace,
    Signatures,
    Table,
)
from reviewer_app.domain.points import half_up
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.domain.scheme import Factor
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import (
    count_cell,
    date_words,
    document,
    factor_maximum,
    factor_name,
    panel_places,
    pass_line,
    result_cell,
    scheme_fact,
    text_cell,
)
from reviewer_app.words.reports import remarks
from reviewer_app.words.results import state_name


def build(facts: ReportFacts) -> Document:
    """Make the ranking table."""
    _ = facts.translator
    identity = ("11", "ranking", _("Summary of review results"))
    results = facts.ranking.applications
    ranked = [result for result in results if result.state is ResultState.RANKED]
    others = [result for result in results if result.state is not ResultState.RANKED]
    blocks: list[Block] = [
        _head(facts, len(ranked)),
        Table(_columns(facts), tuple(_row(result, facts) for result in ranked)),
    ]
    if others:
        blocks += [Heading(_("Applications without a rank"), 2), _unranked(others, facts)]
    blocks += _notes(facts, ranked)
    blocks.append(_end(facts))
    return document(facts, identity, Orientation.LANDSCAPE, blocks)


def _head(facts: ReportFacts, ranked: int) -> Facts:
    _ = facts.translator
    total = len(facts.ranking.applications)
    counts = _("{ranked} ranked of {total}").format(ranked=ranked, total=total)
    return Facts(
        (
            Fact(_("Applications"), counts),
            Fact(_("Reviewers"), str(len(facts.reviewers))),
            scheme_fact(facts),
            Fact(_("Pass line"), pass_line(facts.ranking.scheme, _)),
        )
    )


def _columns(facts: ReportFacts) -> tuple[Column, ...]:
    _ = facts.translator
    scheme = facts.ranking.scheme
    factors = [
        Column(
            _factor_title(factor, facts),
            ColumnKind.POINTS,
            40,
            _("Result by factor (after weight)"),
        )
        for factor in scheme.factors
    ]
    return (
        Column(_("Rank"), ColumnKind.RANK, 28),
        Column(_("No."), ColumnKind.CODE, 78),
        Column(_("Application name"), ColumnKind.TEXT, 140),
        Column(_("Applicant"), ColumnKind.TEXT, 112),
        Column(_("Handling unit"), ColumnKind.TEXT, 50),
        Column(_("Industry"), ColumnKind.TEXT, 50),
        *factors,
        Column(_("Total score"), ColumnKind.POINTS, 42),
        Column(_("Remarks"), ColumnKind.TEXT, 78),
    )


def _factor_title(factor: Factor, facts: ReportFacts) -> str:
    """Name a factor in a narrow column: Chinese wraps anywhere, other words stand below."""
    name = f"\n{factor.name}" if facts.translator.language != "en" else ""
    return f"{factor.code}{name}\n({factor_maximum(factor)})"


def _row(result: ApplicationResult, facts: ReportFacts) -> Row:
    scheme = facts.ranking.scheme
    places = scheme.rules.places
    assert result.rank is not None
    return Row(
        (
            count_cell(result.rank),
            result.number,
            result.name,
            result.applicant,
            text_cell(result.office),
            text_cell(result.industry),
            *(result_cell(result.factors[factor.code], places) for factor in scheme.factors),
            result_cell(result.score, places),
            text_cell(remarks(result, scheme, facts.translator)),
        )
    )


def _unranked(others: list[ApplicationResult], facts: ReportFacts) -> Table:
    _ = facts.translator
    columns = (
        Column(_("No."), ColumnKind.CODE, 90),
        Column(_("Application name"), ColumnKind.TEXT, 190),
        Column(_("Applicant"), ColumnKind.TEXT, 150),
        Column(_("State"), ColumnKind.CODE, 80),
        Column(_("Why"), ColumnKind.TEXT, 240),
    )
    rows = [
        Row(
            (
                result.number,
                result.name,
                result.applicant,
                state_name(result.state, _),
                # The reasons name reviewers whose sheets are open.
                text_cell("" if facts.is_public else facts.reasons.get(result.number, "")),
            )
        )
        for result in others
    ]
    return Table(columns, tuple(rows))


def _notes(facts: ReportFacts, ranked: list[ApplicationResult]) -> list[Block]:
    _ = facts.translator
    scheme = facts.ranking.scheme
    notes: list[Block] = [Note(_("Method: {method}").format(method=facts.method))]
    if facts.translator.language == "en":
        names = _("; ").join(f"{row.code} {factor_name(row, facts)}" for row in scheme.factors)
        notes.append(Note(_("Factors: {names}").format(names=names)))
    if any(not _adds_up(result, scheme.rules.places) for result in ranked):
        notes.append(
            Note(_("Factors are rounded each by itself, so their sum may differ from the score."))
        )
    if scheme.notice:
        notes.append(Note(scheme.notice))
    notes.append(Note(_("Scheme digest: {digest}").format(digest=scheme.digest)))
    if not facts.ranking.frozen:
        notes.append(Note(_("The scheme is not frozen yet: no score has been given.")))
    if facts.is_public:
        notes.append(Note(_("Public edition: without reviewers and single scores.")))
    notes.append(
        Note(
            _("Journal entry {sequence}, chain digest {head}").format(
                sequence=facts.ranking.sequence, head=facts.ranking.head
            )
        )
    )
    return notes


def _adds_up(result: ApplicationResult, places: int) -> bool:
    printed = [half_up(value, places) for value in result.factors.values() if value is not None]
    return sum(printed) == result.score


def _end(facts: ReportFacts) -> Signatures | SealSpace:
    _ = facts.translator
    if facts.is_public:
        return SealSpace(_("(seal)"), date_words(_))
    return Signatures(
        _("The whole panel has checked this table and confirms it."),
        panel_places(facts),
        date_words(_),
    )
