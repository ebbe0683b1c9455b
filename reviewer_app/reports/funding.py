"""Report 19: how each support is worked out and paid (分阶段支持资金测算表).

Only what the scheme and the inputs give is printed; amounts come with the funding that
works them out, and are blanks until then.

Source: domain.md 6.1, 19; 5.7.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Note,
    Number,
    Orientation,
    Row,
    RowKind,
    Signatures,
    Table,
)
from reviewer_app.domain.money import format_wan, in_capitals
from reviewer_app.domain.points import format_exact, format_points, parse_exact
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.stages import DEFAULT_STAGES, tier_of
from reviewer_app.domain.scheme import Funding
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, by_hand, supported
from reviewer_app.reports.parts import count_cell, date_words, document, result_cell, text_cell
from reviewer_app.words.reports import DASH
from reviewer_app.words.scheme_fields import choice_name
from reviewer_app.words.stages import stage_name

_WAN_PLACES = 2


@dataclass(frozen=True, slots=True)
class Support:
    """The amounts of one application in fen; None is a blank to fill in."""

    entitled: int | None = None
    deducted: int | None = None
    awarded: int | None = None
    city: int | None = None
    district: int | None = None
    stages: tuple[int, ...] = ()
    paid: int | None = None
    balance: int | None = None


@dataclass(frozen=True, slots=True)
class Supports:
    """The amounts by application number, and what they come to."""

    amounts: Mapping[str, Support] = field(default_factory=dict)
    total: int | None = None


def build(facts: ReportFacts) -> Document:
    """Make the table with blanks for all amounts."""
    return funding(facts, Supports())


def funding(facts: ReportFacts, supports: Supports) -> Document:
    """Make the table from its values."""
    _ = facts.translator
    identity = ("19", "funding", _("Support by stage"))
    results = supported(facts)
    rows = [_row(result, facts, supports) for result in results]
    blocks: tuple[Block, ...] = (
        _head(facts),
        Table(_columns(facts), (*rows, _total(facts, supports))),
        Facts((Fact(_("Total in capitals"), _capitals(supports.total)),)),
        Note(
            _(
                "Listed are the applications that reach the pass lines, by rank. Amounts in"
                " 10,000 yuan; the tier is that of the score, quotas and budget not considered."
            )
        ),
        Signatures(
            "",
            (_("Worked out by (signature)"), _("Second checker"), _("Finance (signature)")),
            date_words(_),
        ),
    )
    return document(facts, identity, Orientation.LANDSCAPE, blocks)


def _capitals(fen: int | None) -> str:
    return BLANK if fen is None else in_capitals(fen)


def _shares(facts: ReportFacts) -> tuple[Fraction, ...]:
    scheme = facts.ranking.scheme
    return scheme.funding.stages if scheme.funding else DEFAULT_STAGES


def _head(facts: ReportFacts) -> Facts:
    _ = facts.translator
    plan = facts.ranking.scheme.funding
    rule = choice_name(plan.rule, _) if plan else BLANK
    overlap = choice_name(plan.overlap, _) if plan else BLANK
    return Facts(
        (
            Fact(_("Budget (10,000 yuan)"), BLANK),
            Fact(_("When the budget does not suffice"), rule),
            Fact(_("Other support"), overlap),
            Fact(_("Shared by city and district"), BLANK),
        )
    )


def _columns(facts: ReportFacts) -> tuple[Column, ...]:
    _ = facts.translator
    shares = _shares(facts)
    stages = [
        Column(
            f"{stage_name(place, len(shares), _)}\n{format_exact(share)}%",
            ColumnKind.POINTS,
            40,
            _("Paid by stage"),
        )
        for place, share in enumerate(shares)
    ]
    return (
        Column(_("Rank"), ColumnKind.RANK, 24),
        Column(_("No."), ColumnKind.CODE, 78),
        Column(_("Applicant"), ColumnKind.TEXT, 84),
        Column(_("Application name"), ColumnKind.TEXT, 92),
        Column(_("Input counted"), ColumnKind.POINTS, 42),
        Column(_("Ratio"), ColumnKind.CODE, 28),
        Column(_("Tier"), ColumnKind.CODE, 24),
        Column(_("Tier cap"), ColumnKind.POINTS, 38),
        Column(_("Due"), ColumnKind.POINTS, 40),
        Column(_("Less"), ColumnKind.POINTS, 38),
        Column(_("Award"), ColumnKind.POINTS, 40),
        Column(_("City"), ColumnKind.POINTS, 38, _("Shared")),
        Column(_("District"), ColumnKind.POINTS, 38, _("Shared")),
        *stages,
        Column(_("Paid so far"), ColumnKind.POINTS, 38),
        Column(_("Balance"), ColumnKind.POINTS, 38),
    )


def _row(result: ApplicationResult, facts: ReportFacts, supports: Supports) -> Row:
    assert result.rank is not None, "only ranked applications are supported"
    support = supports.amounts.get(result.number, Support())
    return by_hand(
        count_cell(result.rank),
        result.number,
        result.applicant,
        result.name,
        *_given(result, facts),
        *_amounts(support, len(_shares(facts))),
    )


def _given(result: ApplicationResult, facts: ReportFacts) -> tuple[Cell, ...]:
    """Give eligible input, ratio, tier and its cap: what scheme and inputs say."""
    plan = facts.ranking.scheme.funding
    if plan is None:
        return (BLANK,) * 4
    tier = tier_of(result.score, plan.tiers)
    ratio = DASH if plan.ratio is None else f"{format_exact(plan.ratio * 100)}%"
    return (
        _eligible(result, plan, facts),
        ratio,
        text_cell(tier.code if tier else ""),
        result_cell(tier.cap if tier else None, _WAN_PLACES),
    )


def _eligible(result: ApplicationResult, plan: Funding, facts: ReportFacts) -> Cell:
    application = facts.applications.get(result.number)
    value = application.metrics.get(plan.eligible or "") if application else None
    return Number(format_points(parse_exact(value), _WAN_PLACES)) if value else DASH


def _amounts(support: Support, stages: int) -> tuple[Cell, ...]:
    by_stage = [*support.stages, *[None] * stages][:stages]
    amounts = (
        support.entitled,
        support.deducted,
        support.awarded,
        support.city,
        support.district,
        *by_stage,
        support.paid,
        support.balance,
    )
    return tuple(BLANK if fen is None else Number(format_wan(fen)) for fen in amounts)


def _total(facts: ReportFacts, supports: Supports) -> Row:
    _ = facts.translator
    width = len(_columns(facts))
    cells: list[Cell] = [BLANK, _("All together"), *[BLANK] * (width - 2)]
    if supports.total is not None:
        cells[10] = Number(format_wan(supports.total))
    return Row(tuple(cells), RowKind.BY_HAND)
