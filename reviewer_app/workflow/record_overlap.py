"""Other support of an applicant, and what a person decided about it (domain.md 1.3)."""

from dataclasses import dataclass, replace

from reviewer_app.domain.check_errors import NotAnAmount
from reviewer_app.domain.checks import Overlap, SameContent, SupportLevel
from reviewer_app.domain.errors import NothingChanged, ReasonMissing, UnknownNumber
from reviewer_app.importing.typed_values import typed_amount
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import checks
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OverlapForm:
    """Another support as it is typed; `amount` in 万元, empty where nobody knows it."""

    level: SupportLevel
    scheme: str
    year: str = ""
    same_content: SameContent = SameContent.OPEN
    amount: str = ""
    evidence: str = ""
    decision: str = ""


def record_overlap(workspace: Workspace, *, application: str, overlap: OverlapForm) -> None:
    """Write another support; whether it is the same content may stay to be decided.

    Raises:
        ReasonMissing: it has no name, or a decision stands there without its reason.
        NotAnAmount: the amount cannot be read.
    """
    decided = _decided(workspace, overlap)
    store = workspace.store
    key = find_application(store, application)
    with workspace.write("record_overlap", decided.decision):
        checks.insert_overlap(store, key, decided)


def correct_overlap(
    workspace: Workspace, *, application: str, row: int, overlap: OverlapForm
) -> None:
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


def _decided(workspace: Workspace, form: OverlapForm) -> Overlap:
    is_open = form.same_content is SameContent.OPEN
    if not form.scheme.strip() or not (is_open or form.decision.strip()):
        raise ReasonMissing("record_overlap")
    return Overlap(
        level=form.level,
        scheme=form.scheme.strip(),
        year=form.year.strip(),
        same_content=form.same_content,
        amount_fen=_fen(form.amount),
        evidence=form.evidence.strip(),
        decision=form.decision.strip(),
        decided_by="" if is_open else workspace.actor.name,
    )


def _fen(amount: str) -> int | None:
    if not amount.strip():
        return None
    read = typed_amount(amount)
    if read is None:
        raise NotAnAmount(amount.strip())
    return read
