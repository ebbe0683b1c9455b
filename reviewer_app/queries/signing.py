"""Settled results, the papers issued under them, and who has signed what."""

from dataclasses import dataclass

from reviewer_app.domain.closing import (
    DECISION,
    IssuedPaper,
    PaperStand,
    Reconvening,
    Signature,
    Signer,
    SigningStand,
    SignState,
    Snapshot,
)
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.rules.closing import SIGNERS, red_lines
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.closing import closing_checks, counted_members
from reviewer_app.queries.issued import CLOSING_SHEET
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.session import session_of
from reviewer_app.reports import catalogue
from reviewer_app.storage import closing, people, signing
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Settled:
    """Where settling stands: versions so far, open lines of the gate, what who asks may do."""

    phase: SessionPhase | None
    versions: tuple[Snapshot, ...]
    reconvened: tuple[Reconvening, ...]
    open_lines: int
    may_settle: bool
    may_take_up: bool


def settled(workspace: Workspace) -> Settled:
    """Give the versions of the results and how far the next one is.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.SESSION)
    store = workspace.store
    return Settled(
        phase=workspace.moment.phase,
        versions=closing.load_snapshots(store),
        reconvened=closing.load_reconvenings(store),
        open_lines=open_lines(workspace),
        may_settle=workspace.may("settle_results"),
        may_take_up=workspace.may("take_up_again"),
    )


def open_lines(workspace: Workspace) -> int:
    """Count the open lines of the gate, 0 where nobody may know yet."""
    try:
        return len(red_lines(closing_checks(workspace)))
    except ReviewerError:
        return 0


def signing_stand(workspace: Workspace) -> SigningStand:
    """Say who has signed what of the version that stands, and which scans there are.

    Raises:
        NotAllowed, NoSession: not for this role; there is no session.
    """
    workspace.require_view(View.SIGNING)
    store = workspace.store
    version = len(closing.load_snapshots(store))
    standing = signing.standing_papers(store, version)
    asked = _asked(workspace)
    signed = signing.load_signatures(store)
    return SigningStand(
        version=version,
        way=session_of(workspace).plan.signing,
        people=tuple(asked),
        papers=tuple(
            _stand(workspace, number, standing.get(number), asked, signed)
            for number in (*SIGNERS, CLOSING_SHEET)
        ),
        decisions=tuple(one for one in signing.load_scans(store) if one.document == DECISION),
    )


def _asked(workspace: Workspace) -> dict[Person, frozenset[Signer]]:
    """Give who signs anything, as what: members of whom a sheet counts, supervisors."""
    found = {
        Person(one.name, _role(leader=one.leader), one.number): frozenset(
            {Signer.MEMBER, *([Signer.LEADER] if one.leader else [])}
        )
        for one in counted_members(workspace.store, ranking(workspace))
    }
    supervisors = frozenset({Signer.SUPERVISOR})
    for person in people.load_people(workspace.store):
        if person.role is Role.SUPERVISOR:
            found[Person(person.name, person.role)] = supervisors
    return found


def _role(*, leader: bool) -> Role:
    return Role.LEADER if leader else Role.REVIEWER


def _stand(
    workspace: Workspace,
    number: str,
    paper: IssuedPaper | None,
    asked: dict[Person, frozenset[Signer]],
    signed: tuple[Signature, ...],
) -> PaperStand:
    # The last one counts: they come in the order of versions and papers.
    signatures = {
        person: one
        for one in signed
        if one.document == number
        for person in asked
        if (one.person, one.number) == (person.name, person.number)
    }
    states = {
        person: _state(SIGNERS.get(number, frozenset()) & roles, paper, signatures.get(person))
        for person, roles in asked.items()
    }
    scans = tuple(one for one in signing.load_scans(workspace.store) if one.document == number)
    key = catalogue.report(number).key
    return PaperStand(number, key, paper, states, signatures, scans)


def _state(
    wanted: frozenset[Signer], paper: IssuedPaper | None, signature: Signature | None
) -> SignState:
    if signature is None:
        return SignState.MISSING if wanted else SignState.NOT_ASKED
    is_on_it = paper is not None and signature.paper == paper.key
    return SignState.SIGNED if is_on_it else SignState.VOID
