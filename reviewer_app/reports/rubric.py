"""Report 32: the scoring standard as members read it at the table (评分标准).

Source: domain.md 2.6 (rubric print-out) and 5; contract.md 2.
"""

import re
from collections.abc import Iterator

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
    Table,
    Text,
)
from reviewer_app.domain.points import decimals_of, format_exact, format_points
from reviewer_app.domain.scheme import Factor, Indicator, IndicatorKind
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import (
    document,
    factor_name,
    indicator_name,
    maximum,
    pass_line,
    scheme_fact,
)
from reviewer_app.words.reports import DASH

_REMARK = re.compile(r"[（(].*?[）)]")
_WORD = re.compile(r"[a-z_][a-z_0-9]*")


def build(facts: ReportFacts) -> Document:
    """Make the standard: every indicator with its levels or its formula."""
    _ = facts.translator
    identity = ("32", "rubric", _("Scoring standard"))
    return document(facts, identity, Orientation.PORTRAIT, tuple(_blocks(facts)))


def _blocks(facts: ReportFacts) -> Iterator[Block]:
    _, scheme = facts.translator, facts.ranking.scheme
    yield Facts(
        (
            scheme_fact(facts),
            Fact(_("Full marks"), format_exact(scheme.rules.total)),
            Fact(_("Step of a score"), format_exact(scheme.rules.step)),
            Fact(_("Pass lines"), pass_line(scheme, _)),
        )
    )
    if scheme.notice:
        yield Note(scheme.notice)
    yield Table(_columns(_), tuple(_rows(facts)))
    yield Note(
        _(
            "PL(x; a:b, …) runs in straight lines between the points named and is flat outside"
            " them; clip(x) is x, at least 0 and at most 1; if(c, a, b) is a where c holds,"
            " else b."
        )
    )
    yield Heading(_("How points become results"), 2)
    yield Text(facts.method)


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Indicator"), ColumnKind.TEXT, 96),
        Column(_("Kind"), ColumnKind.CODE, 34),
        Column(_("Maximum"), ColumnKind.POINTS, 36),
        Column(_("Levels and what they ask, or the formula"), ColumnKind.TEXT, 310),
    )


def _rows(facts: ReportFacts) -> Iterator[Row]:
    for factor in facts.ranking.scheme.factors:
        yield Row((_factor(factor, facts),), RowKind.GROUP)
        for row in factor.indicators:
            cells = (
                f"{row.code} {indicator_name(row, facts)}",
                _kind(row, facts.translator),
                Number(maximum(row)),
                _standard(row, facts),
            )
            yield Row(cells, RowKind.NORMAL if row.is_on_sheet else RowKind.GREY)


def _factor(factor: Factor, facts: ReportFacts) -> str:
    _ = facts.translator
    text = _("{code} {name}, {points} points")
    points = format_exact(factor.maximum)
    return text.format(code=factor.code, name=factor_name(factor, facts), points=points)


def _kind(row: Indicator, _: Translator) -> str:
    return {
        IndicatorKind.OBJECTIVE: _("objective"),
        IndicatorKind.ASSISTED: _("assisted"),
        IndicatorKind.JUDGED: _("judged"),
    }[row.kind]


def _standard(row: Indicator, facts: ReportFacts) -> str:
    """Say what gives which points: the levels with their ranges, or the formula."""
    _ = facts.translator
    lines = list(_levels(row))
    if row.formula is not None:
        words = _("Suggestion: {formula}") if row.is_on_sheet else _("Formula: {formula}")
        lines.append(words.format(formula=_named(row.formula, facts)))
    return "\n".join(lines) or DASH


def _named(formula: str, facts: ReportFacts) -> str:
    """Write a formula with the labels of its inputs, without remarks, for their keys."""
    inputs = facts.ranking.scheme.inputs
    labels = {item.key: _REMARK.sub("", item.label).strip() for item in inputs}
    return _WORD.sub(lambda found: labels.get(found[0], found[0]), formula)


def _levels(row: Indicator) -> Iterator[str]:
    places = decimals_of(row.step)
    uppers = (row.maximum, *(level.lower - row.step for level in row.levels))
    for level, upper in zip(row.levels, uppers, strict=False):
        least, most = (format_points(value, places) for value in (level.lower, upper))
        yield f"{level.name} {least}\N{EN DASH}{most}　{level.text}"
