"""Report 12: a page for each unusual part of a sheet that was asked about (异常评分复核单).

Source: domain.md 6.1, 12; 2.7, Abnormal scores.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reviewer_app.domain.deviation import Deviation, OutlierDecision, OutlierReview
from reviewer_app.domain.document import (
    Block,
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
    RowKind,
    Signatures,
    Table,
)
from reviewer_app.domain.points import format_exact, format_points
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.deviation import LIMIT, deviations, flagged
from reviewer_app.domain.scheme import Factor
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, boxes, by_hand, case_head, case_name, pages, space
from reviewer_app.reports.parts import date_words, document, factor_name, scheme_fact
from reviewer_app.words.outliers import decision_name
from reviewer_app.words.reports import DASH

_STATEMENT_LINES = 8


def build(facts: ReportFacts) -> Document:
    """Make the slips, applications in order of their numbers."""
    _ = facts.translator
    identity = ("12", "outlier-review", _("Review of an unusual score"))
    forms = (
        (f"{case_name(result)} · {reviewer}", _slip(result, reviewer, facts))
        for result, reviewer in _asked(facts)
    )
    if not any(result.counted for result in facts.chosen):
        return document(facts, identity, Orientation.PORTRAIT, _blank_slip(facts))
    nothing = _("No sheet that counts is further from the others than {share} %.").format(
        share=_percent(LIMIT)
    )
    return document(facts, identity, Orientation.PORTRAIT, pages(forms, nothing))


def _asked(facts: ReportFacts) -> Iterator[tuple[ApplicationResult, str]]:
    """Give what is far from the others now, and what was answered before."""
    for result in facts.chosen:
        beyond = {found.reviewer for found in flagged(facts.ranking.scheme, (result,))}
        for sheet in result.reviewers:
            if sheet.number in beyond or (result.number, sheet.number) in facts.outlier_reviews:
                yield result, sheet.number


def _slip(result: ApplicationResult, reviewer: str, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    review = facts.outlier_reviews.get((result.number, reviewer))
    name = next(sheet.name for sheet in result.reviewers if sheet.number == reviewer)
    return (
        case_head(result, facts, Fact(_("Reviewer"), f"{reviewer}  {name}"), scheme_fact(facts)),
        Heading(_("The part the reviewer decides, beside the mean of the others"), 2),
        _table(result, reviewer, facts),
        Note(_rule(_)),
        _answer(review, _),
        Signatures("", (_("Reviewer {name}").format(name=name), _("Leader")), date_words(_)),
    )


def _blank_slip(facts: ReportFacts) -> tuple[Block, ...]:
    """Give a slip to fill in by hand, before any sheet counts."""
    _ = facts.translator
    head = (_("No."), _("Application name"), _("Applicant"), _("Reviewer"))
    rows = [
        by_hand(f"{factor.code} {factor_name(factor, facts)}", _most([factor]), BLANK, BLANK, BLANK)
        for factor in _decided(facts)
    ]
    whole = by_hand(_("Together"), _most(_decided(facts)), BLANK, BLANK, BLANK)
    return (
        Facts((*(Fact(name, BLANK) for name in head), scheme_fact(facts))),
        Heading(_("The part the reviewer decides, beside the mean of the others"), 2),
        Table(_columns(_), (*rows, whole)),
        Note(_rule(_)),
        _answer(None, _),
        Signatures("", (_("Reviewer"), _("Leader")), date_words(_)),
    )


def _table(result: ApplicationResult, reviewer: str, facts: ReportFacts) -> Table:
    _ = facts.translator
    factors = _decided(facts)
    rows = [
        _row(f"{factor.code} {factor_name(factor, facts)}", [factor], (result, reviewer), facts)
        for factor in factors
    ]
    whole = _row(_("Together"), factors, (result, reviewer), facts)
    return Table(_columns(_), (*rows, replace(whole, kind=RowKind.TOTAL)))


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Factor"), ColumnKind.TEXT, 170),
        Column(_("Maximum of this part"), ColumnKind.CODE, 60),
        Column(_("This reviewer"), ColumnKind.POINTS, 70),
        Column(_("Mean of the others"), ColumnKind.POINTS, 70),
        Column(_("Deviation (%)"), ColumnKind.POINTS, 70),
    )


def _decided(facts: ReportFacts) -> list[Factor]:
    """Give the factors a reviewer decides something of."""
    factors = facts.ranking.scheme.factors
    return [factor for factor in factors if any(row.is_on_sheet for row in factor.indicators)]


def _most(factors: list[Factor]) -> str:
    """Write the most of the part a reviewer decides."""
    return format_exact(
        sum(
            (
                factor.weight * row.weight * row.maximum
                for factor in factors
                for row in factor.indicators
                if row.is_on_sheet
            ),
            Fraction(0),
        )
    )


def _row(
    name: str, factors: list[Factor], sheet: tuple[ApplicationResult, str], facts: ReportFacts
) -> Row:
    places = facts.ranking.scheme.rules.places
    most = _most(factors)
    deviation = _deviation(factors, sheet, facts)
    if deviation is None:
        return Row((name, most, DASH, DASH, DASH))
    share = deviation.share
    return Row(
        (
            name,
            most,
            Number(format_points(deviation.own, places)),
            Number(format_points(deviation.others, places)),
            DASH if share is None else Number(format_points(share * 100, 2)),
        )
    )


def _deviation(
    factors: list[Factor], sheet: tuple[ApplicationResult, str], facts: ReportFacts
) -> Deviation | None:
    """Compare these factors alone; None for a sheet that counts no more."""
    result, reviewer = sheet
    part = replace(facts.ranking.scheme, factors=tuple(factors))
    return next((row for row in deviations(part, result) if row.reviewer == reviewer), None)


def _rule(_: Translator) -> str:
    return _(
        "Asked about is what is further than {share} % from the mean of the other counted"
        " sheets. It is a question only: the reviewer keeps the score and says why (at least"
        " 10 characters) or changes it, which is logged. The program leaves nothing out and"
        " changes no score by itself."
    ).format(share=_percent(LIMIT))


def _percent(share: Fraction) -> str:
    return format_exact(share * 100)


def _answer(review: OutlierReview | None, _: Translator) -> Facts:
    """Give the recorded answer, or room for one."""
    names = [decision_name(decision, _) for decision in OutlierDecision]
    chosen = decision_name(review.decision, _) if review else ""
    statement = review.statement if review else space(_STATEMENT_LINES)
    facts = [
        Fact(_("Statement of the reviewer"), statement),
        Fact(_("Decision of the reviewer"), boxes(names, chosen)),
    ]
    if review is not None:
        facts.append(Fact(_("Recorded by"), review.decided_by))
    return Facts(tuple(facts), per_row=1)
