"""Import a planned file: whole, or its good rows with a copy whose bad cells are red."""

from pathlib import Path
from typing import Protocol

from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.i18n import Translator
from reviewer_app.queries.present import present
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workspace import Workspace


class Apply(Protocol):
    """A verb that writes the good rows of a plan."""

    def __call__(self, workspace: Workspace, plan: ImportPlan, *, skip_bad: bool = False) -> None:
        """Write them; with problems only where `skip_bad` was asked for."""


def import_good_rows(
    workspace: Workspace,
    path: Path,
    plan: ImportPlan,
    copy: Path,
    _: Translator,
    apply: Apply = apply_import,
) -> None:
    """Write the red copy first, then the good rows: what was left out is never unknown.

    Raises:
        FileRefused: no row of the file is good.
        CopyNotWritten: nothing was imported either.
    """
    from reviewer_app.importing.red_copy import mark_bad_cells

    workspace.require(f"import_{plan.kind.value}")
    mark_bad_cells(path, copy, plan, _)
    apply(workspace, plan, skip_bad=True)


def write_template(workspace: Workspace, kind: ImportKind, path: Path, _: Translator) -> None:
    """Write a workbook to fill in, with what the batch knows already.

    Raises:
        CopyNotWritten: the file cannot be written.
    """
    from reviewer_app.importing import templates

    workspace.require(f"import_{kind.value}")
    templates.write_template(kind, path, present(workspace), _)
