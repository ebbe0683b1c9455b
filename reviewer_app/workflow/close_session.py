"""The end: lines accepted, results settled, closed; and reopened by authority."""

import hashlib
import json
from collections.abc import Sequence

from reviewer_app.domain.closing import ClosingLine, Override, Reconvening, Snapshot
from reviewer_app.domain.errors import ReasonMissing, VerifyFailed
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.pin_errors import NotInBatch
from reviewer_app.domain.rules.closing import SIGNERS, red_lines
from reviewer_app.domain.session import Condition, SessionPhase
from reviewer_app.domain.session_errors import NothingOpen, StepNotReady
from reviewer_app.i18n import DEFAULT_LANGUAGE, translator
from reviewer_app.queries.closing import closing_checks, unsigned
from reviewer_app.queries.issued import CLOSING_SHEET, changed_papers
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.ranking_json import ranking_document
from reviewer_app.queries.verification import verification
from reviewer_app.storage import closing, deliberation, sessions
from reviewer_app.workflow.room import person_of
from reviewer_app.workflow.sign import issue_papers
from reviewer_app.workspace import Workspace


def override_line(workspace: Workspace, line: ClosingLine, reason: str) -> None:
    """Accept what is open on a line, signed by who acts; one more opens it again.

    Raises:
        ReasonMissing, NothingOpen: nothing was written.
    """
    workspace.require("override_line")
    if not reason.strip():
        raise ReasonMissing("override_line")
    names = {check.line: check.names for check in closing_checks(workspace)}[line]
    if not names:
        raise NothingOpen
    with workspace.write("override_line", f"{line.value} {reason.strip()}"):
        by, at = workspace.actor.name, workspace.stamp()
        closing.write_override(workspace.store, Override(line, names, reason.strip(), by, at))


def settle_results(workspace: Workspace) -> Snapshot:
    """Settle the results for signature: the next version, kept whole with its digest.

    A second entry issues the documents to be signed.

    Raises:
        StepNotReady: names the red lines. VerifyFailed: the file is not what its journal
            made it.
    """
    workspace.require("settle_results")
    store = workspace.store
    red = red_lines(closing_checks(workspace))
    if red:
        raise StepNotReady(Condition.GATE.value, tuple(line.value for line in red))
    found = verification(workspace)
    if not found.passed:
        raise VerifyFailed(store.path, len(found.findings))
    result = ranking(workspace)
    _ = translator(DEFAULT_LANGUAGE)
    text = json.dumps(ranking_document(result, _), ensure_ascii=False, sort_keys=True)
    snapshot = Snapshot(
        version=len(closing.load_snapshots(store)) + 1,
        document=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        sequence=result.sequence,
        head=result.head,
        closed_by=workspace.actor.name,
        closed_at=workspace.stamp(),
    )
    with workspace.write("settle_results", f"v{snapshot.version} {snapshot.digest[:12]}"):
        closing.insert_snapshot(store, snapshot)
        closing.lock_sheets(store)
        deliberation.lock_opinions(store, locked=True)
        sessions.set_phase(store, SessionPhase.SIGNED)
    issue_papers(workspace, tuple(SIGNERS))
    return snapshot


def take_up_again(workspace: Workspace, reason: str) -> None:
    """Open settled results before they are closed: signatures under them hold no longer.

    The version stays; what is settled next is the one after it.

    Raises:
        ReasonMissing: nothing was written.
    """
    if not reason.strip():
        raise ReasonMissing("take_up_again")
    with workspace.write("take_up_again", reason.strip()):
        _reopen(workspace)


def close_session(workspace: Workspace, *, unsigned_reason: str = "") -> None:
    """Close the results; who did not sign is named with a reason.

    A second entry issues the sealing sheet, with the chain head of the closing.

    Raises:
        StepNotReady: a member has not signed the ranking, and no reason is given; or a
            document reads otherwise than when it was issued.
    """
    workspace.require("close_session")
    changed = changed_papers(workspace)
    if changed:
        raise StepNotReady(Condition.PAPERS.value, changed)
    missing = unsigned(workspace)
    if missing and not unsigned_reason.strip():
        raise StepNotReady(Condition.SIGNATURES.value, missing)
    reason = f"{', '.join(missing)}: {unsigned_reason.strip()}" if missing else ""
    with workspace.write("close_session", reason):
        sessions.set_phase(workspace.store, SessionPhase.CLOSED)
    issue_papers(workspace, (CLOSING_SHEET,))


def reconvene(
    workspace: Workspace, *, decision: str, reason: str, authority: Sequence[Actor]
) -> None:
    """Open closed results on the authority of bureau leader and supervisor.

    `decision` is the number of the paper decision, whose scan is kept as an attachment.

    Raises:
        ReasonMissing, NotInBatch: nothing was written.
    """
    workspace.require("reconvene")
    if not decision.strip() or not reason.strip():
        raise ReasonMissing("reconvene")
    names = {who.role: who.name for who in authority if person_of(workspace, who)}
    for role in (Role.BUREAU_LEADER, Role.SUPERVISOR):
        if role not in names:
            raise NotInBatch(role.value)
    store = workspace.store
    with workspace.write("reconvene", f"{decision.strip()} {reason.strip()}"):
        made = Reconvening(
            version=len(closing.load_snapshots(store)),
            decision=decision.strip(),
            reason=reason.strip(),
            bureau_leader=names[Role.BUREAU_LEADER],
            supervisor=names[Role.SUPERVISOR],
            reopened_at=workspace.stamp(),
        )
        closing.insert_reconvening(store, made)
        _reopen(workspace)


def _reopen(workspace: Workspace) -> None:
    closing.clear_overrides(workspace.store)
    deliberation.lock_opinions(workspace.store, locked=False)
    sessions.set_phase(workspace.store, SessionPhase.FINAL)
