"""Close the results and keep a sealed copy whose digest is noted; reopen with the decision."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from reviewer_app.domain.closing import DECISION
from reviewer_app.domain.person import Actor
from reviewer_app.queries.issued import CLOSING_SHEET
from reviewer_app.storage import backup, closing, signing
from reviewer_app.storage.exports import SEALED, Export, log_export
from reviewer_app.workflow.close_session import close_session, reconvene
from reviewer_app.workflow.sign import attach_scan
from reviewer_app.workspace import Workspace, back_up_before, backup_folder


def seal(workspace: Workspace, *, unsigned_reason: str = "") -> str:
    """Close the results, make a verified copy of the file, give the copy's SHA-256.

    Raises:
        StepNotReady: as `close_session`; nothing was closed.
    """
    close_session(workspace, unsigned_reason=unsigned_reason)
    back_up_before(workspace)
    store = workspace.store
    copy = backup.backups_in(backup_folder(store))[-1].path
    with copy.open("rb") as source:
        sha = hashlib.file_digest(source, "sha256").hexdigest()
    sheet = signing.standing_papers(store, len(closing.load_snapshots(store)))[CLOSING_SHEET]
    by, at = workspace.actor.name, workspace.stamp()
    log_export(store, Export(at, by, copy.name, sheet.code, sha, SEALED))
    return sha


def reconvene_with(
    workspace: Workspace, *, decision: str, reason: str, authority: Sequence[Actor], scan: Path
) -> None:
    """Keep the scan of the paper decision, then open the closed results on it.

    Raises:
        As `attach_scan` and `reconvene`; what was refused leaves the results closed.
    """
    workspace.require("reconvene")
    attach_scan(workspace, DECISION, scan)
    reconvene(workspace, decision=decision, reason=reason, authority=authority)
