"""Report 21: what a stage reached, scored by a panel, a page each (阶段考核评分表).

Source: domain.md 6.1, 21; 2.11 and 5.7.
"""

from collections.abc import Iterator

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Orientation,
    Row,
    RowKind,
    Signatures,
    Table,
)
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.rules.stages import DEFAULT_STAGES
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
    space,
    supported,
)
from reviewer_app.reports.parts import date_words, document, factor_name
from reviewer_app.words.stages import stage_name

_TARGETS = 1
_REVIEWERS = 5
_OPINION_LINES = 6


def build(facts: ReportFacts) -> Document:
    """Make the sheets of those who reach the pass lines, by rank."""
    _ = facts.translator
    identity = ("21", "stage-review", _("Assessment of a stage"))
    forms = ((case_name(result), _form(result, facts)) for result in supported(facts))
    nothing = _("No application reaches the pass lines.")
    return document(facts, identity, Orientation.PORTRAIT, pages(forms, nothing))


def _form(result: ApplicationResult, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    plan = facts.ranking.scheme.funding
    count = len(plan.stages if plan else DEFAULT_STAGES)
    stages = [stage_name(place, count, _) for place in range(count)]
    signers = (_("Leader"), *[_("Reviewer (signature)")] * _REVIEWERS)
    return (
        case_head(
            result, facts, Fact(_("Stage assessed"), boxes(stages)), Fact(_("Assessed on"), BLANK)
        ),
        Table(_columns(_), tuple(_rows(facts))),
        _outcome(_),
        Signatures("", signers, date_words(_)),
    )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Target figure"), ColumnKind.TEXT, 170),
        Column(_("Target value"), ColumnKind.CODE, 84),
        Column(_("Value reached"), ColumnKind.CODE, 84),
        Column(_("Completed (%)"), ColumnKind.POINTS, 60),
        Column(_("Points given"), ColumnKind.POINTS, 56),
    )


def _rows(facts: ReportFacts) -> Iterator[Row]:
    """Give room for targets under each factor: a stage is looked at as the whole was."""
    _ = facts.translator
    width = len(_columns(_))
    for factor in facts.ranking.scheme.factors:
        yield Row((f"{factor.code} {factor_name(factor, facts)}",), RowKind.GROUP)
        yield from empty_rows(_TARGETS, width)
    yield by_hand(_("Total of 100"), *[BLANK] * (width - 1))


def _outcome(_: Translator) -> Facts:
    factors = (
        _("85 and more: paid in full"),
        _("70 to 84: 80 % paid"),
        _("60 to 69: held until corrected"),
        _("below 60: stopped or recovered"),
    )
    return Facts(
        (
            Fact(_("Payment"), boxes(factors)),
            Fact(_("Opinion on the stage"), space(_OPINION_LINES)),
        ),
        per_row=1,
    )
