"""Importing workbooks beside reading the same file with openpyxl's read-only mode.

Our plan guards the file, reads it in full mode (as files of WPS need), validates each cell
and compares with the batch. Applying writes rows, objective scores and the journal. Long
scores are limited by the 20,000 rows a sheet may have.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reviewer_app.domain.plans import ImportKind, ImportPlan, Present
from reviewer_app.importing.plan import ImportOptions, plan_import
from reviewer_app.queries.present import present
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workspace import Workspace
from tests.benchmarks.batches import a_batch, folder, measure_5
from tests.benchmarks.measuring import Line, Pair, compared, note, options, show
from tests.benchmarks.workbooks import application_rows, long_rows, read, wide_rows, write
from tests.builders import some_surroundings

GOAL = 3.5


def clean_plan(path: Path, kind: ImportKind, before: Present) -> ImportPlan:
    """Plan an import that must have no problems."""
    plan = plan_import(path, kind, before, ImportOptions())
    assert plan.is_clean, plan.problems[:3]
    return plan


def applied(place: Path, plan: ImportPlan, begin: Callable[[Path], Workspace]) -> None:
    """Write a plan into a new workspace and forget it."""
    path = place / "apply.review"
    path.unlink(missing_ok=True)
    workspace = begin(path)
    apply_import(workspace, plan)
    workspace.close()


def lines(
    place: Path,
    file: Path,
    kind: ImportKind,
    begin: Callable[[Path], Workspace],
    rounds: int,
) -> list[Line]:
    """Compare plan and apply of one file with reading it."""
    path = place / "plan.review"
    path.unlink(missing_ok=True)
    workspace = begin(path)
    before = present(workspace)
    workspace.close()
    plan = clean_plan(file, kind, before)
    floor = partial(read, file)
    return [
        compared(
            Pair(f"{file.stem}: plan", partial(clean_plan, file, kind, before), floor, GOAL), rounds
        ),
        compared(Pair(f"{file.stem}: apply", partial(applied, place, plan, begin), floor), rounds),
    ]


def main() -> None:
    """Print the table of applications, then that of scores."""
    chosen = options(__doc__)
    sizes, panel = ((20,), 3) if chosen.quick else ((1_000, 10_000, 20_000), 15)
    wide, long = (20, 20) if chosen.quick else (1_000, 120)
    scheme = measure_5()
    with folder() as place:
        found: list[Line] = []
        for size in sizes:
            file = write(place / f"{size} applications.xlsx", application_rows(scheme, size))
            rounds = chosen.rounds if size <= 1_000 else min(chosen.rounds, 2)
            found += lines(place, file, ImportKind.APPLICATIONS, empty, rounds)
        show("import of applications, 40 columns, beside openpyxl read_only", found)
        found = []
        for name, size, rows in (("wide", wide, wide_rows), ("long", long, long_rows)):
            file = write(place / f"scores {name} {size} x {panel}.xlsx", rows(scheme, size, panel))
            begin = partial(a_batch, size=size, reviewers=panel, scored=False)
            found += lines(place, file, ImportKind.SCORES, begin, min(chosen.rounds, 2))
        show("import of scores, beside openpyxl read_only", found)
        note("apply of scores makes the batch without scores first; it is part of the time")


def empty(path: Path) -> Workspace:
    """Begin an empty workspace."""
    return new_workspace(path, "空", measure_5(), some_surroundings())


if __name__ == "__main__":
    main()
