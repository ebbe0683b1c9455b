"""From a file to an ImportPlan: recognise, choose the sheet, read, compare.

A pure function of the file's bytes and the batch as it is; nothing is written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.plans import ImportKind, ImportPlan, Payload, Present, Problem, Severity
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.applications import plan_applications, plan_metrics
from reviewer_app.importing.choosing import Book, choose_detail_grids, choose_grid, open_book
from reviewer_app.importing.columns import Column, columns_of, detail_columns
from reviewer_app.importing.details import DetailPlanner
from reviewer_app.importing.draft import Draft
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.grid import Grid
from reviewer_app.importing.guard import (
    Source,
    digest_of,
    read_bytes,
    recognise,
    refuse_rehearsal,
)
from reviewer_app.importing.headers import HeaderNames, read_layout
from reviewer_app.importing.people import plan_assignments, plan_reviewers
from reviewer_app.importing.score_plan import plan_scores
from reviewer_app.importing.table import Row, Table

Progress = Callable[[int], None]
"""Called with the rows read so far; an exception from it stops the import."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user decided: the sheet, headers to read as others, units of columns.

    `header_map` maps a header as found (or a column letter) to one we know; `units` a
    column to 元 or 万元; `submit` submits each complete sheet; `fill_merged` takes a
    merged cell's value for all its rows.
    """

    sheet: str | None = None
    header_map: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    submit: bool = False
    fill_merged: bool = False


def plan_import(
    path: Path,
    kind: ImportKind,
    present: Present,
    options: ImportOptions,
    progress: Progress | None = None,
) -> ImportPlan:
    """Say what importing the file would do, with all its problems at once.

    Raises:
        FileMissing: there is no such file.
        FileUnreadable: the system would not let us read it.
    """
    findings = Findings(path.name)
    digest = ""
    try:
        data = read_bytes(path)
        digest = digest_of(data)
        source = recognise(path.name, data)
        if not present.is_rehearsal:
            refuse_rehearsal(source)
        draft = _Importer(kind, present, options, findings, progress).draft(source)
    except FileRefused as refused:
        return _refused_plan(kind, path.name, digest, refused)
    if any(problem.row is None for problem in findings.errors):
        draft = Draft()
    return ImportPlan(
        kind=kind,
        file=path.name,
        digest=digest,
        new=tuple(draft.new),
        changed=tuple(draft.changed),
        unchanged=tuple(draft.unchanged),
        kept=tuple(draft.kept),
        notes=findings.notes(),
        problems=tuple(findings.errors),
        payload=draft.payload,
        bad_cells=tuple(findings.bad_cells),
    )


def _refused_plan(kind: ImportKind, file: str, digest: str, refused: FileRefused) -> ImportPlan:
    problem = Problem(refused.kind, Severity.ERROR, file, facts=refused.facts)
    return ImportPlan(kind, file, digest, (), (), (), (), (), (problem,), Payload())


class _Importer:
    """One import: what it reads and what it compares with."""

    def __init__(
        self,
        kind: ImportKind,
        present: Present,
        options: ImportOptions,
        findings: Findings,
        progress: Progress | None,
    ) -> None:
        self._kind = kind
        self._present = present
        self._options = options
        self._findings = findings
        self._progress = progress

    def draft(self, source: Source) -> Draft:
        """Read the chosen sheets and compare them."""
        book = open_book(source, self._findings, self._progress)
        if self._kind is ImportKind.DETAILS:
            return self._details(book)
        columns = columns_of(self._kind, self._present.scheme)
        required = [column.key for column in columns if column.is_required]
        names = HeaderNames(columns, self._options.header_map)
        grid = choose_grid(book, names, required, self._options.sheet, self._findings)
        if grid is None:
            return Draft()
        table = self._table(grid, names, required)
        if table is None or (self._kind is ImportKind.SCORES and not self._has_scores(table)):
            return Draft()
        return self._compared(table, table.rows(self._progress))

    def _details(self, book: Book) -> Draft:
        planner = DetailPlanner(self._present, self._findings)
        options = self._options
        chosen = choose_detail_grids(book, options.header_map, options.sheet, self._findings)
        for kind, grid in chosen:
            columns = detail_columns(kind)
            required = [column.key for column in columns if column.is_required]
            names = HeaderNames(columns, _known_only(options.header_map, columns))
            table = self._table(grid, names, required)
            if table is not None:
                planner.take(kind, table, table.rows(self._progress))
        return planner.finished()

    def _table(self, grid: Grid, names: HeaderNames, required: Sequence[str]) -> Table | None:
        self._findings.sheet = grid.sheet
        layout = read_layout(grid, names, required, self._options.units, self._findings)
        if layout is None:
            return None
        is_kept = self._kind is ImportKind.APPLICATIONS
        for item in layout.unknown:
            kind = ProblemKind.COLUMN_KEPT if is_kept else ProblemKind.COLUMN_IGNORED
            self._findings.note(kind, column=item.place, found=item.header)
        return Table(grid, layout, self._findings, fill_merged=self._options.fill_merged)

    def _has_scores(self, table: Table) -> bool:
        """Whether the columns are those of the long or of the wide form."""
        keys = table.by_key.keys()
        codes = self._present.scheme.by_code.keys()
        if {"indicator", "score"} <= keys or "status" in keys or not codes.isdisjoint(keys):
            return True
        headers = "、".join(item.header for item in table.layout.placed)
        expected = "指标、得分"
        facts = {"missing": "得分"}
        kind = ProblemKind.HEADER_MISSING
        self._findings.error(kind, found=headers, expected=expected, facts=facts)
        return False

    def _compared(self, table: Table, rows: Sequence[Row]) -> Draft:
        present, findings = self._present, self._findings
        match self._kind:
            case ImportKind.APPLICATIONS:
                return plan_applications(table, rows, present, findings)
            case ImportKind.METRICS:
                return plan_metrics(table, rows, present, findings)
            case ImportKind.REVIEWERS:
                return plan_reviewers(table, rows, present, findings)
            case ImportKind.ASSIGNMENTS:
                return plan_assignments(table, rows, present, findings)
            case ImportKind.SCORES:
                submit = self._options.submit
                return plan_scores(table, rows, present, findings, submit=submit)
            case ImportKind.DETAILS:
                return Draft()
            case _:
                assert_never(self._kind)


def _known_only(header_map: Mapping[str, str], columns: Iterable[Column]) -> Mapping[str, str]:
    """Keep the renamings whose target this table has; others are for other tables."""
    names = HeaderNames(columns, {})
    return {old: new for old, new in header_map.items() if names.match(new)[0] is not None}
