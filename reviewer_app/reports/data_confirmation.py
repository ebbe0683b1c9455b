"""Report 27: verified data and objective scores, to be confirmed or objected to (数据确认单).

Source: domain.md 2.4.
"""

from collections.abc import Iterator, Mapping

from reviewer_app.domain.document import (
    Block,
    Column,
    ColumnKind,
    Document,
    HandLines,
    Note,
    Orientation,
    Row,
    Section,
    Signatures,
    Table,
    Text,
)
from reviewer_app.domain.results import ApplicationResult
from reviewer_app.domain.scheme import IndicatorKind
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.forms import case_head
from reviewer_app.reports.parts import (
    date_words,
    document,
    indicator_name,
    maximum,
    result_cell,
    scheme_fact,
)
from reviewer_app.words.computation import formula_on_paper, input_on_paper
from reviewer_app.words.reports import DASH

_TO_WRITE = 2


def build(facts: ReportFacts) -> Document:
    """Make a form for each application that has objective indicators."""
    _ = facts.translator
    title = facts.text("confirmation.title")
    blocks = [block for result in facts.chosen for block in _form(facts, result)]
    nothing = [Note(_("There are no applications in this batch."))]
    identity = ("27", "data-confirmation", title)
    return document(facts, identity, Orientation.PORTRAIT, blocks or nothing)


def _form(facts: ReportFacts, result: ApplicationResult) -> Iterator[Block]:
    yield Section(f"{result.number} {result.name}")
    yield case_head(result, facts, scheme_fact(facts))
    yield Text(facts.text("confirmation.intro"))
    yield _inputs(facts, _used(result))
    yield _scores(facts, result)
    yield Text(facts.text("confirmation.answer"))
    yield HandLines(_TO_WRITE)
    places = tuple(facts.text(f"confirmation.{key}") for key in ("seal", "head", "clerk"))
    yield Signatures("", places, date_words(facts.translator))


def _used(result: ApplicationResult) -> dict[str, str]:
    return {key: value for row in result.computed.values() for key, value in row.inputs.items()}


def _inputs(facts: ReportFacts, used: Mapping[str, str]) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Verified data"), ColumnKind.TEXT, 250),
        Column(_("Value"), ColumnKind.CODE, 90),
        Column(_("If wrong, the right value"), ColumnKind.TEXT, 90),
    )
    rows = [
        Row((item.label, input_on_paper(item, used[item.key], _) if item.key in used else DASH, ""))
        for item in facts.ranking.scheme.inputs
    ]
    return Table(columns, tuple(rows))


def _scores(facts: ReportFacts, result: ApplicationResult) -> Table:
    _ = facts.translator
    scheme = facts.ranking.scheme
    columns = (
        Column(_("Objective indicator"), ColumnKind.TEXT, 110),
        Column(_("Maximum"), ColumnKind.CODE, 40),
        Column(_("Formula used"), ColumnKind.TEXT, 240),
        Column(_("Computed"), ColumnKind.POINTS, 50),
    )
    rows = [
        Row(
            (
                f"{row.code} {indicator_name(row, facts)}",
                maximum(row),
                formula_on_paper(row.formula or "", scheme),
                result_cell(result.computed[row.code].value, row.places)
                if row.code in result.computed
                else DASH,
            )
        )
        for row in scheme.indicators()
        if row.kind is IndicatorKind.OBJECTIVE
    ]
    return Table(columns, tuple(rows))
