"""The sheets of the ranking workbook that say how results come about and are checked."""

from collections.abc import Mapping

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Heading,
    Row,
    RowKind,
    Table,
    Text,
)
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.scheme import Factor, Indicator, Scheme
from reviewer_app.i18n import Translator
from reviewer_app.reports.check_factors import named
from reviewer_app.words.computation import formula_on_paper
from reviewer_app.words.method import describe_method
from reviewer_app.words.reports import DASH
from reviewer_app.words.scheme_fields import choice_name


def method_blocks(ranking: Ranking, sheets: Mapping[str, str], _: Translator) -> list[Block]:
    """Tell the method, the criteria, what each sheet shows, and what each name stands for."""
    scheme = ranking.scheme
    return [
        Heading(_("How the results come about")),
        Text(describe_method(scheme, _)),
        Text(_("Scheme digest: {digest}").format(digest=scheme.digest)),
        Heading(_("Factors and indicators")),
        _criteria(scheme, _),
        Heading(_("How to check this workbook")),
        Text(
            _(
                "Scores are typed values, everything grey is a formula. Change a score and every"
                " total, result and rank follows; the differences to the official values are"
                " then no longer 0 and turn red. The sheets are protected against slips,"
                " without a password."
            )
        ),
        _shown(sheets, _),
    ]


def names_blocks(names: Mapping[str, str], _: Translator) -> list[Block]:
    """Say what each name in the formulas stands for."""
    columns = (
        Column(_("Defined name"), ColumnKind.TEXT, 150),
        Column(_("Cells"), ColumnKind.TEXT, 300),
    )
    table = Table(columns, tuple(Row(pair) for pair in names.items()))
    return [Heading(_("Names used in the formulas")), table]


def _criteria(scheme: Scheme, _: Translator) -> Table:
    columns = (
        Column(_("Factor or indicator"), ColumnKind.TEXT, 150),
        Column(_("Maximum"), ColumnKind.POINTS, 40),
        Column(_("Weight"), ColumnKind.POINTS, 40),
        Column(_("Kind"), ColumnKind.CODE, 60),
        Column(_("How it is computed"), ColumnKind.TEXT, 300),
    )
    rows: list[Row] = []
    for factor in scheme.factors:
        rows.append(_factor(factor, _))
        rows += [_indicator(row, scheme, _) for row in factor.indicators]
    return Table(columns, tuple(rows))


def _factor(factor: Factor, _: Translator) -> Row:
    name = f"{factor.code} {named(factor, _)}"
    most, weight = format_exact(factor.maximum), format_exact(factor.weight)
    return Row((name, most, weight, DASH, DASH), RowKind.SUBTOTAL)


def _indicator(row: Indicator, scheme: Scheme, _: Translator) -> Row:
    name = f"{row.code} {named(row, _)}"
    formula = formula_on_paper(row.formula, scheme) if row.formula else DASH
    most = format_exact(row.maximum)
    return Row((name, most, format_exact(row.weight), choice_name(row.kind.value, _), formula))


def _shown(sheets: Mapping[str, str], _: Translator) -> Table:
    columns = (
        Column(_("Worksheet"), ColumnKind.TEXT, 150),
        Column(_("What it shows"), ColumnKind.TEXT, 440),
    )
    return Table(columns, tuple(Row(pair) for pair in sheets.items()))
