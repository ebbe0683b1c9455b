"""Report 07: how each computed score came about, and who checked it (客观分复核表).

Source: domain.md 6.1, 7; 2.4.
"""

from fractions import Fraction

from reviewer_app.domain.application import Computed
from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Note,
    Orientation,
    Row,
    RowKind,
    Signatures,
    Table,
)
from reviewer_app.domain.points import Points
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.scheme import Indicator, IndicatorKind
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import BLANK, case_head, case_name, listed, pages
from reviewer_app.reports.parts import (
    date_words,
    document,
    indicator_name,
    maximum,
    result_cell,
    scheme_fact,
    text_cell,
)
from reviewer_app.words.computation import formula_on_paper, input_on_paper, short_labels
from reviewer_app.words.reports import DASH


def build(facts: ReportFacts) -> Document:
    """Make the tables of computed scores, applications in order of their numbers."""
    _ = facts.translator
    identity = ("07", "objective-scores", _("Check of the objective scores"))
    forms = ((case_name(result), _form(result, facts)) for result in facts.chosen)
    nothing = _("There are no applications in this batch.")
    return document(facts, identity, Orientation.LANDSCAPE, pages(forms, nothing))


def _form(result: ApplicationResult, facts: ReportFacts) -> tuple[Block, ...]:
    _ = facts.translator
    rows = [_row(row, result, facts) for row in facts.ranking.scheme.indicators() if row.formula]
    return (
        case_head(result, facts, scheme_fact(facts)),
        Table(_columns(_), (*rows, _total(result, facts))),
        Note(_legend(_)),
        Signatures("", (_("Computed by (signature)"), _("Second checker")), date_words(_)),
    )


def _columns(_: Translator) -> tuple[Column, ...]:
    return (
        Column(_("Indicator"), ColumnKind.TEXT, 74),
        Column(_("Maximum"), ColumnKind.CODE, 30),
        Column(_("Verified data"), ColumnKind.TEXT, 150),
        Column(_("Evidence, page"), ColumnKind.TEXT, 74),
        Column(_("Formula used"), ColumnKind.TEXT, 190),
        Column(_("Computed"), ColumnKind.POINTS, 40),
        Column(_("Adjusted, reason"), ColumnKind.TEXT, 50),
        Column(_("Final"), ColumnKind.POINTS, 40),
        Column(_("Computed by"), ColumnKind.CODE, 48),
        Column(_("Checked again by"), ColumnKind.CODE, 48),
    )


def _row(indicator: Indicator, result: ApplicationResult, facts: ReportFacts) -> Row:
    _ = facts.translator
    place = (result.number, indicator.code)
    computed = result.computed.get(indicator.code)
    score = result_cell(computed.value if computed else None, indicator.places)
    name = f"{indicator.code} {indicator_name(indicator, facts)}"
    is_final = indicator.kind is IndicatorKind.OBJECTIVE
    cells = (
        name if is_final else _("{indicator} (suggestion)").format(indicator=name),
        maximum(indicator),
        _inputs(computed, facts),
        _evidence(place, facts),
        formula_on_paper(indicator.formula or "", facts.ranking.scheme),
        score,
        DASH,
        score if is_final else DASH,
        text_cell(facts.data.computed_by.get(place, "")),
        _checkers(result.number, computed, facts),
    )
    return Row(cells, RowKind.BY_HAND if BLANK in cells else RowKind.NORMAL)


def _inputs(computed: Computed | None, facts: ReportFacts) -> str:
    """Give a line for each input used."""
    scheme, _ = facts.ranking.scheme, facts.translator
    labels = short_labels(scheme)
    lines = [
        _("{label}: {value}").format(
            label=labels[key], value=input_on_paper(scheme.input_by_key[key], value, _)
        )
        for key, value in (computed.inputs if computed else {}).items()
        if key in labels
    ]
    return "\n".join(lines) or DASH


def _evidence(place: tuple[str, str], facts: ReportFacts) -> str:
    """Give the attachment and page, a blank to write in where none is recorded."""
    found = facts.data.evidence.get(place)
    return " ".join(filter(None, (found.title, found.page))) if found else BLANK


def _checkers(number: str, computed: Computed | None, facts: ReportFacts) -> str:
    """Name who read every input again; blank while one is unread or read otherwise."""
    names = []
    for key, value in (computed.inputs if computed else {}).items():
        check = facts.data.input_checks.get((number, key))
        if check is None or not check.confirms(value):
            return BLANK
        names.append(check.checked_by)
    return listed(names, facts.translator)


def _total(result: ApplicationResult, facts: ReportFacts) -> Row:
    _ = facts.translator
    places = facts.ranking.scheme.rules.places
    total = result_cell(_objective_total(result, facts), places)
    cells: list[Cell] = [_("Objective total, after weights"), *[DASH] * 9]
    cells[5] = cells[7] = total
    return Row(tuple(cells), RowKind.TOTAL)


def _objective_total(result: ApplicationResult, facts: ReportFacts) -> Points | None:
    total = Fraction(0)
    for factor in facts.ranking.scheme.factors:
        for row in factor.indicators:
            if row.kind is IndicatorKind.OBJECTIVE:
                computed = result.computed.get(row.code)
                if computed is None or computed.value is None:
                    return None
                total += factor.weight * row.weight * computed.value
    return total


def _legend(_: Translator) -> str:
    return _(
        "PL(x; a:b, …) runs in straight lines through the points a:b and is flat outside;"
        " clip(x) keeps x between 0 and 1; if(condition, yes, no) takes one of two values."
        " Each score is rounded half up once, at the end. The scores are the same for every"
        " reviewer; a suggestion is what the reviewer starts from."
    )
