"""Adopt a later version of the scheme under the law of corrections (house.md 5)."""

from reviewer_app.domain.errors import NothingChanged, ReasonMissing
from reviewer_app.domain.rules.corrections import SchemeChange, scheme_change
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.domain.scheme import Scheme
from reviewer_app.storage import applications, batch, sheets
from reviewer_app.workspace import Workspace, back_up_before


def consequences_of_adopting(workspace: Workspace, scheme: Scheme) -> tuple[SchemeChange, int]:
    """Say what a new version changes, and how many stored scores it would void."""
    change = scheme_change(workspace.scheme(), scheme)
    stored = sheets.scored_indicators(workspace.store)
    return change, sum(stored.get(code, 0) for code in change.voided)


def require_adoptable(workspace: Workspace, scheme: Scheme, reason: str) -> None:
    """Refuse what adopts nothing, before anybody is told what it would void.

    Raises:
        ReasonMissing: a correction is never silent.
        NothingChanged: the digest is that of the version in force.
    """
    if not reason.strip():
        raise ReasonMissing("adopt_scheme")
    if scheme.digest == workspace.scheme().digest:
        raise NothingChanged("adopt_scheme")


def adopt_scheme(workspace: Workspace, scheme: Scheme, reason: str) -> SchemeChange:
    """Write the new version, void what it must, compute every objective score again.

    Raises:
        ReasonMissing, NothingChanged: as `require_adoptable` says.
    """
    require_adoptable(workspace, scheme, reason)
    change, _ = consequences_of_adopting(workspace, scheme)
    back_up_before(workspace)
    store = workspace.store
    frozen = bool(batch.current_scheme(store).frozen_at)
    with workspace.write("adopt_scheme", reason.strip()):
        at = workspace.stamp()
        batch.insert_scheme(store, scheme.document, scheme.digest, at)
        sheets.void_scores(store, change.voided)
        if frozen:
            batch.freeze_scheme(store, at)
        keys = applications.application_keys(store)
        for number, item in applications.load_applications(store).items():
            computed = compute(scheme, item.metrics)
            applications.write_computed(store, keys[number], computed, workspace.actor.name)
    return change
