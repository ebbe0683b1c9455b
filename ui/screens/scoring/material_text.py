"""The material of one application as a page of text; whatever came from outside is escaped."""

from collections.abc import Iterator
from html import escape

from reviewer_app.domain.application import Application, DetailRow
from reviewer_app.domain.details import DETAIL_COLUMNS, DETAIL_TITLES, DetailColumn, DetailType
from reviewer_app.domain.money import format_wan
from reviewer_app.domain.own_work import DetailTable, Fact, Material, Section
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import Indicator
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.text import or_dash

OVERVIEW = "overview"
"""The anchor of the first part; the others are named like their factor or indicator."""

_MOST_ACROSS = 6
"""Columns of a table that a pane of 500 pixels shows without breaking words."""

_FIGURES = (DetailType.MONEY, DetailType.NUMBER, DetailType.COUNT)


def material_html(material: Material, _: Translator) -> str:
    """Write the page: what was applied for, then a part for each factor of the scheme."""
    return "".join(
        (_overview(material.application, _), *(_section(part, _) for part in material.sections))
    )


def _overview(item: Application, _: Translator) -> str:
    facts = [
        (_("Number"), item.number),
        (_("Applicant"), item.applicant),
        (_("Credit code"), item.credit_code),
        (_("Industry"), item.industry),
        (_("Office"), item.office),
    ]
    if item.requested_fen is not None:
        amount = _("{amount} × 10,000 yuan").format(amount=format_wan(item.requested_fen))
        facts.append((_("Requested"), amount))
    facts += [*item.extra.items()]
    lines = "".join(_line(name, text) for name, text in facts)
    title = escape(_("Overview"))
    return f'<p class=part><a name="{OVERVIEW}"></a>{title}</p>{_grid(lines)}'


def _section(part: Section, _: Translator) -> str:
    if part.factor is None:
        name, title = "rest", _("Further data")
    else:
        name = part.factor.code
        title = f"{part.factor.code}  {rows.row_name(part.factor, _)}"
    facts = "".join(_facts(row, found, _) for row, found in part.facts)
    tables = "".join(_table(table, _) for table in part.tables)
    return f'<p class=part><a name="{escape(name)}"></a>{escape(title)}</p>{facts}{tables}'


def _facts(row: Indicator | None, found: tuple[Fact, ...], _: Translator) -> str:
    lines = "".join(_line(fact.label, rows.fact_text(fact, _)) for fact in found)
    if row is None:
        return _grid(lines)
    name = f"{row.code}  {rows.row_name(row, _)}"
    most = format_exact(row.maximum)
    head = f'<p class=row><a name="{escape(row.code)}"></a>{escape(name)} ({most})</p>'
    if not found:
        told = _("No computed data belongs to this indicator: see the application itself.")
        return f'{head}<p class="faint">{escape(told)}</p>'
    return head + _grid(lines)


def _line(name: str, text: str) -> str:
    return f"<tr><td class=name>{escape(name)}</td><td>{escape(or_dash(text))}</td></tr>"


def _grid(lines: str) -> str:
    return f'<table width="98%" cellspacing=0 cellpadding=4>{lines}</table>'


def _table(table: DetailTable, _: Translator) -> str:
    title, title_en = DETAIL_TITLES[table.kind]
    found = [
        column
        for column in DETAIL_COLUMNS[table.kind]
        if any(row.fields.get(column.key) for row in table.rows)
    ]
    across = _across(found)
    below = [column for column in found if column not in across]
    heads = "".join(f"<th {_side(column)}>{escape(_head(column, _))}</th>" for column in across)
    heads = heads.replace("<th ", "<th width='28%' ", 1)
    lines = "".join(_cells(row, across, _) + _rest(row, across, below, _) for row in table.rows)
    shown = title_en if _.language == "en" else title
    counted = escape(_("Counted"))
    return (
        f"<p class=row>{escape(shown)}</p><table width='98%' border=1 cellspacing=0 cellpadding=4>"
        f"<tr>{heads}<th align=left>{counted}</th></tr>{lines}</table>"
    )


def _across(found: list[DetailColumn]) -> list[DetailColumn]:
    """Give the columns that have room beside each other: of many, what it is and its figures."""
    if len(found) <= _MOST_ACROSS:
        return found
    figures = [column for column in found[1:] if column.type is not DetailType.TEXT]
    figures.sort(key=lambda column: column.type is not DetailType.MONEY)
    chosen = [found[0], *figures[: _MOST_ACROSS - 2]]
    return [column for column in found if column in chosen]


def _head(column: DetailColumn, _: Translator) -> str:
    return column.header_en if _.language == "en" else column.header


def _side(column: DetailColumn) -> str:
    return "align=right" if column.type in _FIGURES else "align=left"


def _rest(
    row: DetailRow, across: list[DetailColumn], below: list[DetailColumn], _: Translator
) -> str:
    """Write what had no room in a line of its own, each value with its name."""
    texts = [
        f"{escape(_head(column, _))} {escape(_value(row, column, _))}"
        for column in below
        if row.fields.get(column.key)
    ]
    if not texts:
        return ""
    return f"<tr><td class=name colspan={len(across) + 1}>{' &nbsp;·&nbsp; '.join(texts)}</td></tr>"


def _value(row: DetailRow, column: DetailColumn, _: Translator) -> str:
    text = row.fields.get(column.key, "")
    if column.type is DetailType.FLAG and text in ("0", "1"):
        return _("yes") if text == "1" else _("no")
    return text


def _cells(row: DetailRow, across: list[DetailColumn], _: Translator) -> str:
    mark = ("", "") if row.counted else ("<s>", "</s>")
    cells = "".join(
        f"<td {_side(column)}>{mark[0]}{escape(_value(row, column, _))}{mark[1]}</td>"
        for column in across
    )
    why = _("yes") if row.counted else _("no: {reason}").format(reason=row.reason)
    return f"<tr>{cells}<td>{escape(why)}</td></tr>"


def anchors(material: Material, _: Translator) -> Iterator[tuple[str, str]]:
    """Give the parts one can jump to: anchor and title."""
    yield OVERVIEW, _("Overview")
    for part in material.sections:
        if part.factor is not None:
            yield part.factor.code, f"{part.factor.code} {rows.row_name(part.factor, _)}"
