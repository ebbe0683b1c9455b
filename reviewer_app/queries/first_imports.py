"""What files would bring into a batch that does not exist yet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer_app.domain.plans import ImportKind, ImportPlan, Present
from reviewer_app.domain.scheme import Scheme

FIRST_KINDS = (
    ImportKind.APPLICATIONS,
    ImportKind.METRICS,
    ImportKind.DETAILS,
    ImportKind.REVIEWERS,
    ImportKind.ASSIGNMENTS,
)
"""The workbooks a batch begins with, in the order of their import."""


@dataclass(frozen=True, slots=True)
class FirstFile:
    """A workbook to begin with."""

    kind: ImportKind
    path: Path


def plan_first(
    scheme: Scheme, files: Sequence[FirstFile], tell: Callable[[int], None]
) -> Mapping[ImportKind, ImportPlan]:
    """Plan the files one after the other, each as if those before it were imported.

    `tell` hears the rows read so far.

    Raises:
        FileMissing, FileUnreadable: a file cannot be read at all.
    """
    from reviewer_app.importing.plan import ImportOptions, plan_import

    known = Present(scheme, {}, {}, None, {}, {}, {}, {})
    plans: dict[ImportKind, ImportPlan] = {}
    for file in in_order(files):
        plan = plan_import(file.path, file.kind, known, ImportOptions(), tell)
        plans[file.kind] = plan
        if plan.is_clean:
            known = _after(known, plan)
    return plans


def in_order(files: Sequence[FirstFile]) -> list[FirstFile]:
    """Give the files in the order in which they are imported."""
    return sorted(files, key=lambda file: FIRST_KINDS.index(file.kind))


def _after(known: Present, plan: ImportPlan) -> Present:
    payload = plan.payload
    applications = dict(known.applications)
    applications |= {item.number: item for item in payload.applications}
    for number, values in payload.metrics.items():
        item = applications[number]
        applications[number] = replace(item, metrics={**item.metrics, **values})
    reviewers = {**known.reviewers, **{item.number: item for item in payload.reviewers}}
    return replace(known, applications=applications, reviewers=reviewers)
