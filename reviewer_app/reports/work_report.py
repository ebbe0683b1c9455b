"""Report 16: the work report of the review (评审工作报告), in nine parts.

Source: domain.md 6.1, 16.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from reviewer_app.domain.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    HandLines,
    Heading,
    Row,
    Signatures,
    Table,
    Text,
)
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.points import format_exact, format_points
from reviewer_app.domain.results import ResultState
from reviewer_app.domain.scheme import Factor, IndicatorKind
from reviewer_app.domain.sheet import SheetState
from reviewer_app.reports.counts import counts_of
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.papers import bureau_name, official_paper, sealed
from reviewer_app.reports.parts import (
    count_cell,
    factor_maximum,
    factor_name,
    pass_line,
    result_cell,
    scheme_title,
    text_cell,
)
from reviewer_app.reports.publicity import passing, proposed_table
from reviewer_app.reports.work_record import WorkReport, recorded
from reviewer_app.words.name_order import official_order
from reviewer_app.words.numerals import heading
from reviewer_app.words.reports import DASH
from reviewer_app.words.results import listed

_FEN_A_UNIT = 1_000_000


def build(facts: ReportFacts) -> Document:
    """Make the report with blanks for what is not recorded."""
    return work_report(facts, recorded(facts))


def work_report(facts: ReportFacts, review: WorkReport) -> Document:
    """Make the report from its values."""
    title = facts.text("work-report.title", batch=facts.ranking.batch)
    parts = (
        ("overview", _overview(facts)),
        ("basis", _basis(facts)),
        ("intake", _intake(facts, review)),
        ("panel", _panel(facts, review)),
        ("process", _process(facts, review)),
        ("results", _results(facts)),
        ("changes", _written(facts, "changes_text", review.changes)),
        ("recommended", _recommended(facts)),
        ("dissent", _dissent(facts, review)),
    )
    blocks: list[Block] = []
    for place, (name, part) in enumerate(parts, 1):
        blocks.append(Heading(heading(place, _text(facts, name), facts.translator)))
        blocks += part
    blocks.append(Text(_text(facts, "annexes")))
    names = tuple(person.name for person in official_order(facts.reviewers))
    blocks.append(Signatures(_text(facts, "statement"), names, facts.text("common.date")))
    blocks.append(sealed(facts, review.dated))
    return official_paper(facts, ("16", "work-report", title), blocks)


def _text(facts: ReportFacts, name: str, /, **places: str) -> str:
    return facts.text(f"work-report.{name}", **places)


def _overview(facts: ReportFacts) -> Iterator[Block]:
    results = facts.ranking.applications
    asked = [row.requested_fen for row in results if row.requested_fen is not None]
    yield Text(
        _text(
            facts,
            "overview_text",
            basis=facts.text("common.basis"),
            bureau=bureau_name(facts),
            batch=facts.ranking.batch,
            total=str(len(results)),
            applicants=str(len({row.applicant for row in results})),
            requested=format_points(Fraction(sum(asked), _FEN_A_UNIT), 2),
        )
    )


def _basis(facts: ReportFacts) -> Iterator[Block]:
    yield Text(
        _text(
            facts,
            "basis_text",
            basis=facts.text("common.basis"),
            scheme=scheme_title(facts),
            digest=facts.ranking.scheme.digest[:12],
        )
    )
    yield _weights(facts)
    yield Text(_text(facts, "method", method=facts.method))


def _weights(facts: ReportFacts) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Factor"), ColumnKind.TEXT, 150),
        Column(_("Maximum"), ColumnKind.POINTS, 50),
        Column(_("Objective"), ColumnKind.POINTS, 50),
        Column(_("Assisted"), ColumnKind.POINTS, 50),
        Column(_("Judged"), ColumnKind.POINTS, 50),
    )
    rows = [
        Row(
            (
                f"{factor.code} {factor_name(factor, facts)}",
                factor_maximum(factor),
                *(_points_of(factor, kind) for kind in IndicatorKind),
            )
        )
        for factor in facts.ranking.scheme.factors
    ]
    return Table(columns, tuple(rows))


def _points_of(factor: Factor, kind: IndicatorKind) -> str:
    most = sum((row.weight * row.maximum for row in factor.indicators if row.kind is kind), 0)
    return format_exact(factor.weight * most) if most else DASH


def _intake(facts: ReportFacts, review: WorkReport) -> Iterator[Block]:
    yield Text(_text(facts, "intake_text", **counts_of(facts.ranking).texts()))
    yield from _written(facts, "supplements", review.supplements)


def _written(facts: ReportFacts, name: str, said: str) -> Iterator[Block]:
    """Say what is recorded, or leave lines to write it on."""
    if said:
        place = name.removesuffix("_text")
        yield Text(_text(facts, name, **{place: said}))
    else:
        yield Text(_text(facts, name).split("{", 1)[0])
        yield HandLines(1)


def _panel(facts: ReportFacts, review: WorkReport) -> Iterator[Block]:
    leaders = [person.name for person in facts.reviewers if person.leader]
    yield Text(
        _text(
            facts,
            "panel_text",
            count=str(len(facts.reviewers)),
            leader=listed(leaders, facts.translator),
            draw=review.draw,
        )
    )
    yield _members(facts)
    recused = sorted(
        (
            (result.number, row.name)
            for result in facts.ranking.applications
            for row in result.reviewers
            if row.state is SheetState.RECUSED
        ),
        key=lambda pair: natural_key(pair[0]),
    )
    if not recused:
        yield Text(_text(facts, "no_recusals"))
        return
    yield Text(_text(facts, "recusals", count=str(len(recused))))
    yield _recusals(facts, recused)


def _members(facts: ReportFacts) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Name"), ColumnKind.CODE, 60),
        Column(_("Organisation"), ColumnKind.TEXT, 150),
        Column(_("Professional title"), ColumnKind.TEXT, 70),
        Column(_("Speciality"), ColumnKind.TEXT, 110),
    )
    rows = [
        Row((person.name, *map(text_cell, (person.organisation, person.title, person.speciality))))
        for person in official_order(facts.reviewers)
    ]
    return Table(columns, tuple(rows))


def _recusals(facts: ReportFacts, recused: Sequence[tuple[str, str]]) -> Table:
    _ = facts.translator
    columns = (
        Column(_("No."), ColumnKind.CODE, 120),
        Column(_("Reviewer"), ColumnKind.TEXT, 200),
    )
    return Table(columns, tuple(Row(pair) for pair in recused))


def _process(facts: ReportFacts, review: WorkReport) -> Iterator[Block]:
    yield Text(
        _text(
            facts,
            "process_text",
            date=review.held_on or facts.text("common.date"),
            place=review.place,
            **counts_of(facts.ranking).texts(),
        )
    )


def _results(facts: ReportFacts) -> Iterator[Block]:
    line = pass_line(facts.ranking.scheme, facts.translator)
    yield Text(_text(facts, "results_text", line=line, **counts_of(facts.ranking).texts()))
    yield _ranked(facts)


def _ranked(facts: ReportFacts) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Rank"), ColumnKind.RANK, 30),
        Column(_("No."), ColumnKind.CODE, 90),
        Column(_("Application name"), ColumnKind.TEXT, 150),
        Column(_("Applicant"), ColumnKind.TEXT, 110),
        Column(_("Total score"), ColumnKind.POINTS, 45),
        Column(_("Pass line"), ColumnKind.CODE, 45),
    )
    rows = [
        Row((count_cell(row.rank), row.number, row.name, row.applicant, score, passes))
        for row in facts.ranking.applications
        if row.state is ResultState.RANKED and row.rank is not None
        for score in [result_cell(row.score, facts.ranking.scheme.rules.places)]
        for passes in [_passes(facts, passes=row.passes)]
    ]
    return Table(columns, tuple(rows))


def _passes(facts: ReportFacts, *, passes: bool | None) -> Cell:
    return _text(facts, "passes" if passes else "fails")


def _recommended(facts: ReportFacts) -> Iterator[Block]:
    found = passing(facts)
    if not found:
        yield Text(_text(facts, "recommended_none"))
        return
    yield Text(_text(facts, "recommended_text", count=str(len(found))))
    yield proposed_table(facts, found)


def _dissent(facts: ReportFacts, review: WorkReport) -> Iterator[Block]:
    yield Text(review.dissent or _text(facts, "dissent_text"))
