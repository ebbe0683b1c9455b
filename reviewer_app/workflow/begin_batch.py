"""Begin a batch as the wizard asks for it: scheme, settings, and its first workbooks."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer_app.domain.person import Person
from reviewer_app.domain.plans import ImportPlan
from reviewer_app.domain.scheme import Scheme
from reviewer_app.queries.first_imports import FirstFile, in_order
from reviewer_app.queries.new_place import require_new_place
from reviewer_app.queries.present import present
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.change_setting import change_settings
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workspace import Surroundings, Workspace

_UNFINISHED = ".batch-building"


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """A batch to be begun; `settings` by key, `files` in any order.

    `clerk` begins it and is the first of its people, of a role that imports. `rehearsal`
    marks it for good as one that counts for nothing.
    """

    path: Path
    clerk: Person
    title: str
    scheme: Scheme
    settings: Mapping[str, str]
    files: Sequence[FirstFile]
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class BegunBatch:
    """The new file, and the files of which nothing was imported for their problems.

    What the journal holds after `since` was done by the clerk and can be taken back.
    """

    path: Path
    clerk: Person
    since: int
    left_out: tuple[ImportPlan, ...]


def begin_batch(
    order: BatchOrder,
    surroundings: Surroundings,
    tell: Callable[[FirstFile], None] = lambda _file: None,
) -> BegunBatch:
    """Make the workspace aside and put it in place when it is complete.

    A file with problems is left out whole; the others are imported.

    Raises:
        FileExists, UnsafePlace, FileMissing, NotWritable, TitleMissing, NameMissing: nothing
            was written.
    """
    require_new_place(order.path)
    unfinished = order.path.parent / _UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    try:
        made = _build(unfinished / order.path.name, order, surroundings, tell)
        (unfinished / order.path.name).rename(order.path)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return replace(made, path=order.path)


def _build(
    path: Path, order: BatchOrder, surroundings: Surroundings, tell: Callable[[FirstFile], None]
) -> BegunBatch:
    as_clerk = replace(surroundings, actor=order.clerk.actor)
    workspace = new_workspace(path, order.title, order.scheme, as_clerk, rehearsal=order.rehearsal)
    try:
        clerk = add_person(workspace, name=order.clerk.name, role=order.clerk.role)
        since, _ = workspace.store.head()
        settings = {key: value for key, value in order.settings.items() if value.strip()}
        if settings:
            change_settings(workspace, settings)
        left_out = []
        for file in in_order(order.files):
            tell(file)
            plan = _import(workspace, file)
            if not plan.is_clean:
                left_out.append(plan)
        return BegunBatch(path, clerk, since, tuple(left_out))
    finally:
        workspace.close()


def _import(workspace: Workspace, file: FirstFile) -> ImportPlan:
    from reviewer_app.importing.plan import ImportOptions, plan_import

    plan = plan_import(file.path, file.kind, present(workspace), ImportOptions())
    if plan.is_clean:
        apply_import(workspace, plan)
    return plan
