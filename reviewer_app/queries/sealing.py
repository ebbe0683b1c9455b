"""The seal: what is missing before the results are closed, and what stands afterwards."""

from dataclasses import dataclass

from reviewer_app.domain.closing import PaperStand, Reconvening, Scan
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.rules.rights import View
from reviewer_app.domain.session import SessionPhase
from reviewer_app.queries.closing import unsigned
from reviewer_app.queries.issued import CLOSING_SHEET, changed_papers
from reviewer_app.queries.signing import signing_stand
from reviewer_app.storage import closing, people
from reviewer_app.storage.exports import SEALED, Export, exports_of
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Sealing:
    """How far the seal is; `copy` is the sealed copy of the version that stands."""

    phase: SessionPhase | None
    version: int
    unsigned: tuple[str, ...]
    changed: tuple[str, ...]
    sheet: PaperStand
    copy: Export | None
    decisions: tuple[Scan, ...]
    reconvened: tuple[Reconvening, ...]
    authorities: tuple[Person, ...]
    may_close: bool
    may_reconvene: bool
    may_scan: bool
    may_print: bool


def sealing(workspace: Workspace) -> Sealing:
    """Say what the seal waits for, or what it sealed.

    Raises:
        NotAllowed, NoSession: not for this role; there is no session.
    """
    stand = signing_stand(workspace)
    store = workspace.store
    phase = workspace.moment.phase
    [sheet] = [one for one in stand.papers if one.document == CLOSING_SHEET]
    is_open = phase is SessionPhase.SIGNED
    return Sealing(
        phase=phase,
        version=stand.version,
        unsigned=unsigned(workspace) if is_open else (),
        changed=changed_papers(workspace) if is_open else (),
        sheet=sheet,
        copy=_copy(workspace, sheet),
        decisions=stand.decisions,
        reconvened=closing.load_reconvenings(store),
        authorities=tuple(
            person
            for person in people.load_people(store)
            if person.role in (Role.BUREAU_LEADER, Role.SUPERVISOR)
        ),
        may_close=workspace.may("close_session"),
        may_reconvene=workspace.may("reconvene"),
        may_scan=workspace.may("attach_scan"),
        may_print=workspace.sees(View.REPORTS) > 0,
    )


def _copy(workspace: Workspace, sheet: PaperStand) -> Export | None:
    """Find the copy that was sealed with the sheet."""
    code = sheet.paper.code if sheet.paper else ""
    found = [one for one in exports_of(workspace.store) if (one.note, one.code) == (SEALED, code)]
    return found[-1] if found else None
