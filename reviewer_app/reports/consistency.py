"""Report 24: every total and rank worked out again, what verify found, the digests.

Source: domain.md 6.1, 24.
"""

from fractions import Fraction

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
from reviewer_app.domain.points import format_points, scaled_half_up
from reviewer_app.domain.report_errors import NotVerified
from reviewer_app.domain.verification import Verification
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.parts import count_cell, document, result_cell, scheme_fact, text_cell
from reviewer_app.reports.recomputation import (
    ApplicationCheck,
    coefficients,
    recompute,
    round_half_up,
    taken_parts,
)
from reviewer_app.words.records import record_word
from reviewer_app.words.reports import finding_word


def build(facts: ReportFacts) -> Document:
    """Make the consistency report.

    Raises:
        NotVerified: the facts hold no outcome of verify.
    """
    _ = facts.translator
    if facts.verification is None:
        raise NotVerified
    checks = recompute(facts.ranking)
    differing = sum(not _agrees(check, facts) for check in checks)
    blocks: list[Block] = [
        _head(facts, facts.verification),
        Text(_statement(facts, facts.verification, len(checks), differing)),
        *_findings(facts, facts.verification),
        Heading(_("1. Totals and ranks, worked out again"), 2),
        _recomputed(facts, checks),
        *_sheet_totals(facts, checks),
        Heading(_("3. Records"), 2),
        _records(facts, facts.verification),
        Heading(_("4. Digests (SHA-256)"), 2),
        _digests(facts),
    ]
    identity = ("24", "consistency", _("Report on the consistency of the review data"))
    return document(facts, identity, Orientation.PORTRAIT, blocks)


def _head(facts: ReportFacts, verification: Verification) -> Facts:
    _ = facts.translator
    return Facts(
        (
            scheme_fact(facts),
            Fact(_("Applications"), str(len(facts.ranking.applications))),
            Fact(_("Reviewers"), str(len(facts.reviewers))),
            Fact(_("Journal entries"), str(verification.entries)),
        )
    )


def _statement(facts: ReportFacts, verification: Verification, checked: int, differing: int) -> str:
    _ = facts.translator
    lines = [
        _("This report was worked out by the system by itself."),
        _(
            "Recomputed: {checked} applications; differing from the official result: {differing}."
        ).format(checked=checked, differing=differing),
    ]
    if verification.passed:
        lines.append(
            _(
                "Journal: {entries} entries and {changes} changes checked, every record agrees."
            ).format(entries=verification.entries, changes=verification.changes)
        )
    else:
        lines.append(
            _("Journal: NOT in agreement, {findings} findings; see below.").format(
                findings=len(verification.findings)
            )
        )
    return "\n".join(lines)


def _findings(facts: ReportFacts, verification: Verification) -> list[Block]:
    _ = facts.translator
    if verification.passed:
        return []
    columns = (
        Column(_("Finding"), ColumnKind.TEXT, 110),
        Column(_("Place"), ColumnKind.TEXT, 120),
        Column(_("Expected"), ColumnKind.TEXT, 120),
        Column(_("Found"), ColumnKind.TEXT, 120),
    )
    rows = [
        Row(
            (
                finding_word(finding.kind, _),
                text_cell(finding.place),
                text_cell(finding.expected),
                text_cell(finding.found),
            )
        )
        for finding in verification.findings
    ]
    return [Heading(_("Findings"), 2), Table(columns, tuple(rows))]


def _agrees(check: ApplicationCheck, facts: ReportFacts) -> bool:
    places = facts.ranking.scheme.rules.places
    score = check.result.score
    return (
        score is not None
        and scaled_half_up(score, places) == check.score
        and check.result.rank == check.rank
    )


def _recomputed(facts: ReportFacts, checks: tuple[ApplicationCheck, ...]) -> Table:
    _ = facts.translator
    places = facts.ranking.scheme.rules.places
    columns = (
        Column(_("No."), ColumnKind.CODE, 84),
        Column(_("Application name"), ColumnKind.TEXT, 150),
        Column(_("Official"), ColumnKind.POINTS, 44, _("Total score")),
        Column(_("Recomputed"), ColumnKind.POINTS, 48, _("Total score")),
        Column(_("Official"), ColumnKind.RANK, 40, _("Rank")),
        Column(_("Recomputed"), ColumnKind.RANK, 48, _("Rank")),
        Column(_("Outcome"), ColumnKind.CODE, 44),
    )
    rows = []
    for check in checks:
        agrees = _agrees(check, facts)
        again = Number(_in_units(check.score, places))
        rows.append(
            Row(
                (
                    check.result.number,
                    check.result.name,
                    result_cell(check.result.score, places),
                    again,
                    count_cell(check.result.rank or 0),
                    count_cell(check.rank),
                    _("agrees") if agrees else _("DIFFERS"),
                ),
                RowKind.NORMAL if agrees else RowKind.SUBTOTAL,
            )
        )
    return Table(columns, tuple(rows))


def _in_units(units: int, places: int) -> str:
    return format_points(Fraction(units, 10**places), places)


def _sheet_totals(facts: ReportFacts, checks: tuple[ApplicationCheck, ...]) -> list[Block]:
    """Say how many sheet totals agree, and name those that do not."""
    _ = facts.translator
    wrong = [place for check in checks for place in _wrong_totals(check, facts)]
    count = sum(len(check.sheets) for check in checks)
    line = _("{count} sheet totals worked out again; differing: {wrong}.")
    blocks: list[Block] = [
        Heading(_("2. Sheet totals"), 2),
        Text(line.format(count=count, wrong=len(wrong))),
    ]
    blocks += [Note(place) for place in wrong]
    return blocks


def _wrong_totals(check: ApplicationCheck, facts: ReportFacts) -> list[str]:
    scheme = facts.ranking.scheme
    places = scheme.rules.places
    parts = taken_parts(scheme, coefficients(scheme))
    official = {part.number: part.total for part in check.result.reviewers}
    wrong = []
    for sheet in check.sheets:
        total = official.get(sheet.reviewer, check.result.exact)
        again = round_half_up(sheet.taken, parts, places)
        if total is None or scaled_half_up(total, places) != again:
            wrong.append(f"{check.result.number} {sheet.reviewer}: {_in_units(again, places)}")
    return wrong


def _records(facts: ReportFacts, verification: Verification) -> Table:
    _ = facts.translator
    columns = (
        Column(_("Kind of record"), ColumnKind.TEXT, 300),
        Column(_("How many"), ColumnKind.COUNT, 100),
    )
    counts = {"journal": verification.entries, "journal_change": verification.changes}
    counts |= dict(verification.records)
    rows = [
        Row((record_word(name, _), count_cell(count))) for name, count in counts.items() if count
    ]
    return Table(columns, tuple(rows))


def _digests(facts: ReportFacts) -> Table:
    """Give the digests but the chain head, which stands on the ranking and the closing sheet."""
    _ = facts.translator
    columns = (
        Column(_("Of"), ColumnKind.TEXT, 120),
        Column(_("Digest"), ColumnKind.TEXT, 350),
    )
    named = {_("Scheme"): facts.ranking.scheme.digest, **dict(facts.digests)}
    return Table(columns, tuple(Row(pair) for pair in named.items()))
