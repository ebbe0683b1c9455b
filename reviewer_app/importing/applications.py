"""Rows of applications, and of metrics for applications that are known already.

Of an application with a submitted sheet only the description may change; amounts and
inputs are then kept. Source: contract.md 3.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from reviewer_app.domain.application import Application
from reviewer_app.domain.money import fen_from_wan, format_wan
from reviewer_app.domain.plans import Change, Payload, Present
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.columns import INPUT_PREFIX
from reviewer_app.importing.draft import (
    Draft,
    is_same,
    metric_values,
    note_empty,
    scored_applications,
)
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.table import Row, Table, unique_rows

_TEXT_FIELDS = ("name", "applicant", "credit_code", "industry", "office", "contact")


def plan_applications(
    table: Table, rows: Sequence[Row], present: Present, findings: Findings
) -> Draft:
    """Compare application rows with the batch."""
    draft = Draft()
    scored = scored_applications(present)
    complete: list[Application] = []
    amounts = {row.number: _requested(row, table, findings) for row in rows}
    for row in unique_rows(rows, ["number"], findings, table.by_key["number"]):
        fen = amounts[row.number]
        before = present.applications.get(row.get("number"))
        if before is None:
            complete.append(_new_application(row, fen))
            draft.new.append(Change(row.get("number"), after=row.get("name")))
            continue
        is_scored = row.get("number") in scored
        after = _merged(row, table, before, fen, findings)
        held = replace(after, requested_fen=before.requested_fen, metrics=before.metrics)
        if is_scored:
            draft.kept += _differences(held, after, table)
            after = held
        if draft.count_row(before.number, _differences(before, after, table)):
            complete.append(after)
    draft.payload = Payload(applications=tuple(complete))
    return draft


def _requested(row: Row, table: Table, findings: Findings) -> int | None:
    """Give the requested amount in fen; None where the cell is empty."""
    text = row.get("requested")
    if not text:
        return None
    placed = table.by_key["requested"]
    amount = Fraction(text)
    if amount < 0:
        row.is_bad = True
        kind = ProblemKind.OUT_OF_BOUNDS
        findings.error(kind, row.number, placed.place, found=text, expected="≥ 0")
        return None
    try:
        return fen_from_wan(amount)
    except ValueError:
        row.is_bad = True
        findings.error(ProblemKind.NOT_WHOLE_FEN, row.number, placed.place, found=text)
        return None


def _new_application(row: Row, fen: int | None) -> Application:
    return Application(
        number=row.get("number"),
        requested_fen=fen,
        extra=row.extra,
        metrics=metric_values(row.values),
        name=row.get("name"),
        applicant=row.get("applicant"),
        credit_code=row.get("credit_code"),
        industry=row.get("industry"),
        office=row.get("office"),
        contact=row.get("contact"),
    )


def _merged(
    row: Row, table: Table, before: Application, fen: int | None, findings: Findings
) -> Application:
    """Lay the filled cells of a row over the application as it is."""
    for name in _TEXT_FIELDS:
        stored = getattr(before, name)
        if name in table.by_key and not row.get(name) and stored:
            note_empty(findings, row.number, table.by_key[name], stored, before.number)
    metrics = dict(before.metrics)
    for key, text in metric_values(row.values).items():
        if not is_same(metrics.get(key, ""), text):
            metrics[key] = text
    _note_empty_metrics(row, table, before, findings)
    return replace(
        before,
        name=row.get("name") or before.name,
        applicant=row.get("applicant") or before.applicant,
        credit_code=row.get("credit_code") or before.credit_code,
        industry=row.get("industry") or before.industry,
        office=row.get("office") or before.office,
        contact=row.get("contact") or before.contact,
        requested_fen=before.requested_fen if fen is None else fen,
        extra={**before.extra, **row.extra},
        metrics=metrics,
    )


def _note_empty_metrics(row: Row, table: Table, before: Application, findings: Findings) -> None:
    for key, stored in before.metrics.items():
        name = f"{INPUT_PREFIX}{key}"
        if stored and row.values.get(name) == "":
            note_empty(findings, row.number, table.by_key[name], stored, before.number)


def _differences(before: Application, after: Application, table: Table) -> Iterator[Change]:
    """Give a line for each field that differs, under the header of the file."""
    number = before.number
    for name in _TEXT_FIELDS:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(number, table.by_key[name].header, old, new)
    if before.requested_fen != after.requested_fen:
        texts = (_wan(before.requested_fen), _wan(after.requested_fen))
        yield Change(number, table.by_key["requested"].header, *texts)
    for key in sorted({*before.extra, *after.extra}):
        if before.extra.get(key, "") != after.extra.get(key, ""):
            yield Change(number, key, before.extra.get(key, ""), after.extra.get(key, ""))
    yield from metric_differences(number, before.metrics, after.metrics, table)


def metric_differences(
    number: str, before: Mapping[str, str], after: Mapping[str, str], table: Table
) -> Iterator[Change]:
    """Give a line for each input that differs."""
    for key, text in after.items():
        if before.get(key, "") != text:
            placed = table.by_key.get(f"{INPUT_PREFIX}{key}")
            yield Change(number, placed.header if placed else key, before.get(key, ""), text)


def _wan(fen: int | None) -> str:
    return "" if fen is None else format_wan(fen)


def plan_metrics(table: Table, rows: Sequence[Row], present: Present, findings: Findings) -> Draft:
    """Compare rows of inputs with those of known applications."""
    draft = Draft()
    scored = scored_applications(present)
    metrics: dict[str, dict[str, str]] = {}
    for row in unique_rows(rows, ["number"], findings, table.by_key["number"]):
        number = row.get("number")
        before = present.applications.get(number)
        if before is None:
            kind = ProblemKind.UNKNOWN_APPLICATION
            findings.error(kind, row.number, table.by_key["number"].place, found=number)
            continue
        filled = metric_values(row.values)
        changed = {
            key: text
            for key, text in filled.items()
            if not is_same(before.metrics.get(key, ""), text)
        }
        _note_empty_metrics(row, table, before, findings)
        lines = list(metric_differences(number, before.metrics, changed, table))
        if number in scored:
            draft.kept += lines
        elif draft.count_row(number, lines):
            metrics[number] = changed
    draft.payload = Payload(metrics=metrics)
    return draft
