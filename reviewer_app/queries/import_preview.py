"""What a file would change, with the choices a person made about it on the screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.queries.present import present
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """The sheet to read, columns to read as others, units of columns, merged cells."""

    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    fill_merged: bool = False
    submit: bool = False


def planned_import(
    workspace: Workspace,
    path: Path,
    kind: ImportKind,
    choices: ImportChoices,
    tell: Callable[[int], None],
) -> ImportPlan:
    """Plan an import; nothing is written. `tell` hears the rows read so far.

    Raises:
        NotAllowed: who may not import does not plan it either.
        FileMissing, FileUnreadable: the file.
    """
    from reviewer_app.importing.plan import ImportOptions, plan_import

    workspace.require(f"import_{kind.value}")
    options = ImportOptions(
        sheet=choices.sheet,
        header_map=choices.columns,
        units=choices.units,
        submit=choices.submit,
        fill_merged=choices.fill_merged,
    )
    return plan_import(path, kind, present(workspace), options, tell)
