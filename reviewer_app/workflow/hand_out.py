"""Hand out the papers issued for signature: to the printer, or as PDF files."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from reviewer_app.domain.closing import IssuedPaper
from reviewer_app.domain.document import Document, Edition
from reviewer_app.domain.errors import VerifyFailed
from reviewer_app.domain.report_list import Preview
from reviewer_app.domain.rules.rights import View
from reviewer_app.queries.issued import paper_document
from reviewer_app.queries.report_list import preview_of
from reviewer_app.queries.verification import verification
from reviewer_app.reports import catalogue
from reviewer_app.reports.writing import write_report
from reviewer_app.storage.exports import Export, log_export
from reviewer_app.workflow.print_report import PRINTED
from reviewer_app.workspace import Workspace

Told = Callable[[int, int, str], None]


def print_papers(
    workspace: Workspace, papers: Sequence[IssuedPaper], tell: Told
) -> tuple[Preview, ...]:
    """Make the pages of papers as they were issued, and note that they were printed.

    Raises:
        VerifyFailed: the workspace is not what its journal says; nothing is printed.
    """
    made = []
    for place, document in enumerate(_documents(workspace, papers)):
        shown = preview_of(document, allow_missing=True)
        _log(workspace, document, PRINTED, hashlib.sha256(shown.pdf).hexdigest())
        made.append(shown)
        tell(place + 1, len(papers), document.title)
    return tuple(made)


def write_papers(
    workspace: Workspace, papers: Sequence[IssuedPaper], folder: Path, tell: Told
) -> tuple[Path, ...]:
    """Write papers as they were issued as PDF; each is read back and compared.

    Raises:
        VerifyFailed: nothing is written. ReviewerError: the leaves of `reports`.
    """
    written = []
    for place, document in enumerate(_documents(workspace, papers)):
        name = catalogue.report(document.key).file_name(Edition.INTERNAL, "pdf")
        path = folder / name
        write_report(document, path, allow_missing=True)
        with path.open("rb") as source:
            sha = hashlib.file_digest(source, "sha256").hexdigest()
        _log(workspace, document, name, sha)
        written.append(path)
        tell(place + 1, len(papers), name)
    return tuple(written)


def _documents(workspace: Workspace, papers: Sequence[IssuedPaper]) -> list[Document]:
    workspace.require_view(View.REPORTS)
    outcome = verification(workspace)
    if not outcome.passed:
        raise VerifyFailed(workspace.store.path, len(outcome.findings))
    return [paper_document(workspace, paper) for paper in papers]


def _log(workspace: Workspace, document: Document, file: str, sha256: str) -> None:
    made = Export(
        at=workspace.stamp(),
        actor=workspace.actor.name,
        file=file,
        code=document.code,
        sha256=sha256,
        note="",
    )
    log_export(workspace.store, made)
