"""Build the sample batch the way a clerk would: workbooks, imports, verbs.

Everything in it is invented, and its names say so.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.details import DETAIL_TITLES
from reviewer_app.domain.errors import FileExists
from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.domain.sheet import SheetState
from reviewer_app.queries.present import present
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workflow.set_aside import set_aside
from reviewer_app.workspace import Surroundings, Workspace

TITLE = "示例批次（虚构数据）"
FILE_NAME = "sample.review"
SCHEME = "measure-5"

_SET_ASIDE = "set-aside.csv"
_STATES = {"回避": SheetState.RECUSED, "弃权": SheetState.ABSTAINED}
_UNFINISHED = ".sample-building"


@dataclass(frozen=True, slots=True)
class SampleBook:
    """A workbook of the sample: (sheet name, table) pairs and what it is imported as."""

    kind: ImportKind
    sheets: tuple[tuple[str, str], ...]

    @property
    def file_name(self) -> str:
        """Name the file by the kind, as `import` takes it."""
        return f"{self.kind.value}.xlsx"


BOOKS = (
    SampleBook(ImportKind.APPLICATIONS, (("申报项目", "applications.csv"),)),
    SampleBook(ImportKind.METRICS, (("核实数据", "metrics.csv"),)),
    SampleBook(
        ImportKind.DETAILS,
        tuple(
            (DETAIL_TITLES[kind][0], f"details-{kind.value.replace('_', '-')}.csv")
            for kind in DetailKind
        ),
    ),
    SampleBook(ImportKind.REVIEWERS, (("评审专家", "reviewers.csv"),)),
    SampleBook(ImportKind.SCORES, (("专家评分", "scores.csv"),)),
)
"""In the order of import; recusals and the abstention come before the scores."""


@dataclass(frozen=True, slots=True)
class Step:
    """One import of the sample that was planned; with problems it stops the building."""

    file: Path
    plan: ImportPlan


def build_sample(
    folder: Path,
    surroundings: Surroundings,
    tell: Callable[[Step], None] = lambda _step: None,
) -> Path:
    """Make `sample.review` in a folder, with the workbooks it was imported from.

    A workbook that is there already is imported as it stands, so that a changed one can
    be tried. The workspace appears under its name only when it is complete.

    Raises:
        FileExists: there is a `sample.review`; it is never replaced.
        PlanHasProblems: a workbook was changed and cannot be imported whole.
    """
    target = folder / FILE_NAME
    if target.exists():
        raise FileExists(target)
    folder.mkdir(parents=True, exist_ok=True)
    _write_workbooks(folder)
    unfinished = folder / _UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        _build(unfinished / FILE_NAME, folder, surroundings, tell)
        (unfinished / FILE_NAME).rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return target


def _write_workbooks(folder: Path) -> None:
    from reviewer_app.importing.sample_workbooks import write_sample_workbook

    for book in BOOKS:
        if not (folder / book.file_name).exists():
            write_sample_workbook(folder / book.file_name, book.sheets)


def _build(
    path: Path, folder: Path, surroundings: Surroundings, tell: Callable[[Step], None]
) -> None:
    from reviewer_app.importing.scheme_file import bundled_scheme

    workspace = new_workspace(path, TITLE, bundled_scheme(SCHEME), surroundings)
    try:
        for book in BOOKS:
            if book.kind is ImportKind.SCORES:
                _take_aside(workspace)
            _import(workspace, folder / book.file_name, book.kind, tell)
    finally:
        workspace.close()


def _import(
    workspace: Workspace, file: Path, kind: ImportKind, tell: Callable[[Step], None]
) -> None:
    from reviewer_app.importing.plan import ImportOptions, plan_import

    plan = plan_import(file, kind, present(workspace), ImportOptions(submit=True))
    tell(Step(file, plan))
    apply_import(workspace, plan)


def _take_aside(workspace: Workspace) -> None:
    from reviewer_app.importing.sample_workbooks import sample_rows

    for application, reviewer, state, reason in sample_rows(_SET_ASIDE)[1:]:
        set_aside(
            workspace,
            application=application,
            reviewer=reviewer,
            state=_STATES[state],
            reason=reason,
        )
