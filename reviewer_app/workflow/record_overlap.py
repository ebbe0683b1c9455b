"""Other support of an applicant, and what a person decided about it (domain.md 1.3)."""

from dataclasses import replace

from reviewer_app.domain.checks import Overlap, SameContent
from reviewer_app.domain.errors import NothingChanged, ReasonMissing, UnknownNumber
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import checks
from reviewer_app.workspace import Workspace


def record_overlap(workspace: Workspace, *, application: str, overlap: Overlap) -> None:
    """Write another support; whether it is the same content may stay to be decided.

    Raises:
        ReasonMissing: it has no name, or a decision stands there without its reason.
    """
    decided = _decided(workspace, overlap)
    store = workspace.store
    key = find_application(store, application)
    with workspace.write("record_overlap", decided.decision):
        checks.insert_overlap(store, key, decided)


def correct_overlap(workspace: Workspace, *, application: str, row: int, overlap: Overlap) -> None:
    """Write another support, or the decision on it, in place of what stood there.

    Raises:
        ReasonMissing: as `record_overlap`.
        UnknownNumber, NothingChanged: nothing was written.
    """
    decided = _decided(workspace, overlap)
    store = workspace.store
    present = checks.overlaps_of(store, find_application(store, application)).get(row)
    if present is None:
        raise UnknownNumber("detail", str(row))
    if replace(decided, decided_by=present.decided_by) == present:
        raise NothingChanged("record_overlap")
    with workspace.write("record_overlap", decided.decision):
        checks.update_overlap(store, row, decided)


def _decided(workspace: Workspace, overlap: Overlap) -> Overlap:
    is_open = overlap.same_content is SameContent.OPEN
    if not overlap.scheme.strip() or not (is_open or overlap.decision.strip()):
        raise ReasonMissing("record_overlap")
    return replace(overlap, decided_by="" if is_open else workspace.actor.name)
