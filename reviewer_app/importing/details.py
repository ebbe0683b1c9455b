"""Rows of detail tables, and the inputs derived from the counted ones.

An application's table is replaced whole; where one of its rows is bad, it is left as it
is, because a sum without that row would be wrong. Source: contract.md 3; domain.md 4.1.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reviewer_app.domain.application import DetailKind, DetailRow
from reviewer_app.domain.details import DETAIL_TITLES, derived_metrics, fed_inputs
from reviewer_app.domain.plans import Change, Payload, Present
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.cells import input_fault
from reviewer_app.importing.columns import APPLICATION, COUNTED, REASON
from reviewer_app.importing.draft import Draft, is_same, scored_applications
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.table import Row, Table

_BESIDE = (APPLICATION.key, COUNTED.key, REASON.key)


class DetailPlanner:
    """Gathers the plan over the sheets of a details workbook."""

    def __init__(self, present: Present, findings: Findings) -> None:
        self._present = present
        self._findings = findings
        self._scored = scored_applications(present)
        self._draft = Draft()
        self._rows: list[DetailRow] = []
        self._metrics: dict[str, dict[str, str]] = {}

    def finished(self) -> Draft:
        """Give the draft with every table taken so far."""
        self._draft.payload = Payload(details=tuple(self._rows), metrics=self._metrics)
        return self._draft

    def take(self, kind: DetailKind, table: Table, rows: Sequence[Row]) -> None:
        """Compare the rows of one kind, application by application."""
        for number, group in self._groups(table, rows).items():
            if all(not row.is_bad for row in group):
                self._take_group(kind, number, group)

    def _groups(self, table: Table, rows: Sequence[Row]) -> dict[str, list[Row]]:
        groups: dict[str, list[Row]] = {}
        seen: dict[tuple[object, ...], int] = {}
        for row in rows:
            number = row.get(APPLICATION.key)
            if number and number not in self._present.applications:
                place = table.by_key[APPLICATION.key].place
                kind = ProblemKind.UNKNOWN_APPLICATION
                self._findings.error(kind, row.number, place, found=number)
                continue
            self._check_reason(table, row)
            content = (*sorted(row.values.items()), *sorted(row.extra.items()), row.is_bad)
            first = seen.setdefault(content, row.number)
            if first != row.number and not row.is_bad:
                facts = {"first": str(first), "key": number}
                self._findings.note(ProblemKind.ROW_REPEATED, row.number, facts=facts)
            elif number:
                groups.setdefault(number, []).append(row)
        return groups

    def _check_reason(self, table: Table, row: Row) -> None:
        if row.get(COUNTED.key) == "0" and not row.get(REASON.key):
            placed = table.by_key.get(REASON.key, table.by_key[COUNTED.key])
            self._findings.error(ProblemKind.STRUCK_WITHOUT_REASON, row.number, placed.place)
            row.is_bad = True

    def _take_group(self, kind: DetailKind, number: str, group: Sequence[Row]) -> None:
        before = self._present.details.get((number, kind), ())
        after = tuple(_detail_rows(kind, number, group, before))
        values = derived_metrics(self._present.scheme, kind, after)
        if not self._are_in_bounds(number, group[0].number, values):
            return
        stored = self._present.applications[number].metrics
        texts = {key: format_exact(value) for key, value in values.items()}
        gone = {key: "" for key in fed_inputs(kind) if key not in texts and stored.get(key)}
        metrics = {
            key: text
            for key, text in {**texts, **gone}.items()
            if not is_same(stored.get(key, ""), text)
        }
        lines = list(self._lines(kind, number, before, after, metrics))
        if number in self._scored:
            self._draft.kept += lines
            return
        if not before:
            self._draft.new.append(lines.pop(0))
            self._draft.changed += lines
        elif not self._draft.count_row(_subject(number, kind), lines):
            return
        self._rows += after
        if metrics:
            self._metrics.setdefault(number, {}).update(metrics)

    def _are_in_bounds(self, number: str, row: int, values: Mapping[str, Fraction]) -> bool:
        """Whether every derived value may be a value of its input."""
        inputs = self._present.scheme.input_by_key
        faults = {key: value for key, value in values.items() if input_fault(inputs[key], value)}
        for key, value in faults.items():
            facts = {"application": number, "input": inputs[key].label}
            kind = ProblemKind.DERIVED_OUT_OF_BOUNDS
            self._findings.error(kind, row, found=format_exact(value), facts=facts)
        return not faults

    def _lines(
        self,
        kind: DetailKind,
        number: str,
        before: Sequence[DetailRow],
        after: Sequence[DetailRow],
        metrics: Mapping[str, str],
    ) -> Iterator[Change]:
        """Say the rows as counted/all, then each input they feed."""
        if [_content(row) for row in before] != [_content(row) for row in after]:
            yield Change(_subject(number, kind), COUNTED.header, _counts(before), _counts(after))
        inputs = self._present.scheme.input_by_key
        stored = self._present.applications[number].metrics
        for key, text in metrics.items():
            yield Change(number, inputs[key].label, stored.get(key, ""), text)


def _detail_rows(
    kind: DetailKind, number: str, group: Sequence[Row], before: Sequence[DetailRow]
) -> Iterator[DetailRow]:
    """Make the rows in the order of the file; an unchanged one keeps who decided it."""
    decided = {_content(row): row.decided_by for row in before}
    for line, row in enumerate(group, start=1):
        fields = {key: text for key, text in row.values.items() if text and key not in _BESIDE}
        counted = row.get(COUNTED.key) == "1"
        made = DetailRow(number, kind, line, fields, counted, row.get(REASON.key))
        by = decided.get(_content(made), "")
        yield DetailRow(number, kind, line, fields, counted, row.get(REASON.key), by)


def _content(row: DetailRow) -> tuple[object, ...]:
    return (*sorted(row.fields.items()), row.counted, row.reason)


def _counts(rows: Sequence[DetailRow]) -> str:
    return f"{sum(row.counted for row in rows)}/{len(rows)}" if rows else ""


def _subject(number: str, kind: DetailKind) -> str:
    return f"{number} · {DETAIL_TITLES[kind][0]}"
