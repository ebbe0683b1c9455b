"""Is the workspace what its journal made it, and are its computed scores right?"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from reviewer_app.domain.points import format_exact
from reviewer_app.domain.rules.scoring import compute
from reviewer_app.domain.verification import Finding, FindingKind, Verification
from reviewer_app.storage import applications, batch
from reviewer_app.storage.attachments import verify_attachments
from reviewer_app.storage.closing import load_snapshots
from reviewer_app.storage.pins import unsealed_pins
from reviewer_app.storage.signing import verify_scans
from reviewer_app.storage.time_travel import count_rows, store_at
from reviewer_app.storage.verification import verify_store
from reviewer_app.workspace import Workspace


def verification(workspace: Workspace) -> Verification:
    """Check structure, chain, every row, seen heads, digests, computed scores, attachments."""
    outcome = verify_store(workspace.store)
    findings = [*outcome.findings, *workspace.alarms]
    if not outcome.findings:
        findings += [
            *_scheme_digests(workspace),
            *_computed(workspace),
            *_results(workspace),
            *_pins(workspace),
            *verify_attachments(workspace.store),
            *verify_scans(workspace.store),
        ]
    return replace(outcome, findings=tuple(findings))


def _scheme_digests(workspace: Workspace) -> Iterator[Finding]:
    for version in batch.scheme_versions(workspace.store):
        found = sha256(version.document.encode("utf-8")).hexdigest()
        if found != version.digest:
            place = f"scheme_version [{version.version}]"
            yield Finding(FindingKind.SCHEME_DIGEST, place, version.digest, found)


def _results(workspace: Workspace) -> Iterator[Finding]:
    for kept in load_snapshots(workspace.store):
        found = sha256(kept.document.encode("utf-8")).hexdigest()
        if found != kept.digest:
            yield Finding(FindingKind.RESULT_DIGEST, f"v{kept.version}", kept.digest, found)


def _pins(workspace: Workspace) -> Iterator[Finding]:
    """Look whether each PIN is the one whose digest the journal holds."""
    for name in unsealed_pins(workspace.store):
        yield Finding(FindingKind.PIN_ALTERED, name)


def _computed(workspace: Workspace) -> Iterator[Finding]:
    """Compute every objective score again from the stored inputs."""
    store = workspace.store
    scheme = workspace.scheme()
    keys = applications.application_keys(store)
    stored = applications.load_computed(store)
    for number, item in applications.load_applications(store).items():
        present = stored.get(keys[number], {})
        for code, fresh in compute(scheme, item.metrics).items():
            kept = present.get(code)
            if kept is None or kept.value != fresh.value:
                expected = "" if fresh.value is None else format_exact(fresh.value)
                found = "" if kept is None or kept.value is None else format_exact(kept.value)
                yield Finding(FindingKind.COMPUTED, f"{number} {code}", expected, found)


def verification_as_it_was(workspace: Workspace, sequence: int, now: Verification) -> Verification:
    """Give the outcome `verify` had after an entry, of a workspace that passes now."""
    entries = [entry for entry in workspace.store.entries() if entry.seq <= sequence]
    past = store_at(workspace.store, sequence)
    try:
        records = {table: count_rows(past, table) for table in now.records}
    finally:
        past.close()
    return Verification(
        findings=(),
        entries=len(entries),
        changes=sum(entry.changes for entry in entries),
        head=entries[-1].digest,
        records=records,
    )
