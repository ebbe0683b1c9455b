"""The long work of signing and closing: values in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.domain.closing import IssuedPaper, PaperStand, SigningStand
from reviewer_app.domain.document import Edition
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Person
from reviewer_app.domain.pin_errors import NoPin, PinAltered, PinWaits, WrongPin
from reviewer_app.domain.report_list import Preview
from reviewer_app.i18n import Translator
from reviewer_app.queries.issued import changed_papers, paper_pages
from reviewer_app.queries.report import ReportOrder
from reviewer_app.queries.sealing import Sealing, sealing
from reviewer_app.queries.signing import signing_stand
from reviewer_app.workflow.hand_out import print_papers, write_papers
from reviewer_app.workflow.night import lock_evening
from reviewer_app.workflow.print_report import print_report
from reviewer_app.workflow.seal import seal
from reviewer_app.workflow.sign import issue_papers, sign_document, sign_documents
from reviewer_app.workflow.write_reports import write_reports
from reviewer_app.workspace import Workspace
from ui.jobs import Progress

_SHEET = "closing-sheet"


@dataclass(frozen=True, slots=True)
class Signing:
    """Who has signed what, which documents read otherwise now, and what who asks may do."""

    stand: SigningStand
    changed: tuple[str, ...]
    may_tick: bool
    may_issue: bool
    may_scan: bool
    may_print: bool


def look_at_signing(workspace: Workspace, _progress: Progress) -> Signing | None:
    """Ask how signing stands; None where nothing is settled or nobody may see it yet."""
    try:
        stand = signing_stand(workspace)
    except ReviewerError:
        return None
    if not stand.version:
        return None
    may_issue = workspace.may("issue_papers")
    return Signing(
        stand=stand,
        changed=changed_papers(workspace),
        may_tick=may_issue and workspace.may("sign_document"),
        may_issue=may_issue,
        may_scan=workspace.may("attach_scan"),
        may_print=may_issue,
    )


def note_signatures(
    places: Sequence[tuple[str, Person]], workspace: Workspace, progress: Progress
) -> int:
    """Note what was signed by hand, one entry each."""
    for done, (document, person) in enumerate(places, start=1):
        sign_document(workspace, document, person.actor)
        progress.tell(done, len(places), person.name)
    return len(places)


def sign_by_pin(
    documents: Sequence[str], pin: str, workspace: Workspace, progress: Progress
) -> ReviewerError | None:
    """Sign documents by the own PIN; a PIN that was not right is given back to be said."""
    progress.tell(0, 0)
    try:
        sign_documents(workspace, documents, workspace.actor, pin=pin)
    except (WrongPin, PinWaits, NoPin, PinAltered) as refusal:
        return refusal
    return None


def issue_anew(documents: Sequence[str], workspace: Workspace, progress: Progress) -> int:
    """Issue documents whose text changed."""
    progress.tell(0, 0)
    issue_papers(workspace, documents)
    return len(documents)


def read_paper(paper: IssuedPaper, workspace: Workspace, progress: Progress) -> Preview:
    """Make the pages of a paper as it was issued."""
    progress.tell(0, 0)
    return paper_pages(workspace, paper)


def print_all(
    papers: Sequence[IssuedPaper], workspace: Workspace, progress: Progress
) -> tuple[Preview, ...]:
    """Make the pages of papers for the printer."""
    progress.tell(0, len(papers))
    return print_papers(workspace, papers, progress.tell)


def write_all(
    papers: Sequence[IssuedPaper], folder: Path, workspace: Workspace, progress: Progress
) -> tuple[Path, ...]:
    """Write papers as PDF files."""
    progress.tell(0, len(papers))
    return write_papers(workspace, papers, folder, progress.tell)


def look_at_seal(workspace: Workspace, _progress: Progress) -> Sealing | None:
    """Ask how far the seal is; None where nothing is settled or nobody may see it yet."""
    try:
        found = sealing(workspace)
    except ReviewerError:
        return None
    return found if found.version else None


def close_and_seal(reason: str, workspace: Workspace, progress: Progress) -> str:
    """Close the results and keep the sealed copy; give its SHA-256."""
    progress.tell(0, 0)
    return seal(workspace, unsigned_reason=reason)


def lock_for_night(workspace: Workspace, progress: Progress) -> str:
    """Lock, make the sealed backup, give the chain head for the paper."""
    progress.tell(0, 0)
    return lock_evening(workspace)


def print_sheet(_: Translator, workspace: Workspace, progress: Progress) -> tuple[Preview, ...]:
    """Make the pages of the sealing sheet as it is now."""
    progress.tell(0, 0)
    order = ReportOrder(Edition.INTERNAL, _)
    return (print_report(workspace, _SHEET, order, allow_missing=True),)


def write_sheet(
    _: Translator, folder: Path, workspace: Workspace, progress: Progress
) -> tuple[Path, ...]:
    """Write the sealing sheet as it is now as PDF."""
    progress.tell(0, 0)
    order = ReportOrder(Edition.INTERNAL, _)
    made = write_reports(workspace, [(_SHEET, "pdf")], folder, order, allow_missing=True)
    return tuple(one.path for one in made)


def issued(papers: Sequence[PaperStand]) -> list[IssuedPaper]:
    """Give the papers that stand, without those not issued yet."""
    return [one.paper for one in papers if one.paper is not None]
