"""Count a detail row or strike it off; the inputs it feeds are derived again."""

from dataclasses import replace

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.details import derived_metrics, fed_inputs
from reviewer_app.domain.errors import NothingChanged, ReasonMissing, UnknownNumber
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import applications
from reviewer_app.workspace import Workspace


def strike_detail(
    workspace: Workspace, *, application: str, kind: DetailKind, line: int, reason: str
) -> None:
    """Strike one row off, with the reason and who decided.

    Raises:
        ReasonMissing: a struck-off row without a reason convinces nobody.
        UnknownNumber: there is no such row.
        NothingChanged: it is struck off for this reason already.
    """
    if not reason.strip():
        raise ReasonMissing("strike_detail")
    _decide(workspace, application, kind, line, reason.strip())


def count_detail(workspace: Workspace, *, application: str, kind: DetailKind, line: int) -> None:
    """Count a row that was struck off."""
    _decide(workspace, application, kind, line, "")


def _decide(
    workspace: Workspace, application: str, kind: DetailKind, line: int, reason: str
) -> None:
    store = workspace.store
    key = find_application(store, application)
    rows = applications.load_details_of(store, key).get(kind, ())
    found = next((row for row in rows if row.line == line), None)
    if found is None:
        raise UnknownNumber("detail", f"{kind.value} {line}")
    decided = replace(
        found, counted=not reason, reason=reason, decided_by=workspace.actor.name if reason else ""
    )
    if decided == found:
        raise NothingChanged("strike_detail")
    fresh = tuple(decided if row.line == line else row for row in rows)
    scheme = workspace.scheme()
    item = applications.load_application(store, key)
    derived = {
        name: format_exact(value) for name, value in derived_metrics(scheme, kind, fresh).items()
    }
    gone = set(fed_inputs(kind)) - derived.keys()
    kept = {name: text for name, text in item.metrics.items() if name not in gone}
    with workspace.write("strike_detail" if reason else "count_detail", reason):
        applications.update_detail(store, key, decided)
        applications.delete_metrics(store, key, gone & item.metrics.keys())
        applications.write_metrics(store, key, derived, "details")
        computed = compute(scheme, {**kept, **derived})
        applications.write_computed(store, key, computed, workspace.actor.name)
